"""Faults seeded into the sound functions, lints and formats: what is changed, the tests that catch it, and what they say."""

from tests.kit.seeded import Fault

SOUND = "test_they_are_declared_soundly"
PURE = "test_nothing_outside_is_touched"
EXAMPLES = "test_examples_hold_in_every_reading"
STEADY = "test_the_same_call_gives_the_same"
THROUGH = "test_every_ruleset_can_be_looked_through"
ALIKE = "test_the_same_ruleset_is_told_the_same"
TOLD = "test_remarks_are_told_in_both_languages"
WRITTEN = "test_an_evaluation_can_be_written"
BACK = "test_what_is_written_is_read_back"
USELESS = "test_a_file_of_no_use_is_told"


def does(code, after):
    """The change that does something first where a function begins."""
    return {after: f"{after}\n    {code}"}


TWICE = '"""Twice a number."""'
HALFWAY = "return say.div(say.add(x, y), say.number(2))"
FUNCTIONS = {
    "examples that do not hold, of either kind": Fault(
        {'"1.5"': '"1.6"', '"2/3"': '"0.67"'},
        (EXAMPLES,),
        ("middle(1, 2) is to give 1.6, but gives 1.5.", "doubled(1 / 3) is to give 0.67, but gives 2/3."),
    ),
    "an example that is to have no value and has one": Fault(
        {'"doubled(3)": "6"': '"doubled(3)": ""'}, (EXAMPLES,), ("doubled(3) is to give —, but gives 6.",)
    ),
    "a result that is none": Fault(
        {'"doubled(3)": "6"': '"doubled(3)": "six"'}, (EXAMPLES,), ("doubled(3) is to give, “six”, cannot be read",)
    ),
    "a call that cannot stand in a formula": Fault(
        {"doubled(3)": "doubled(3, 4)"},
        (EXAMPLES,),
        ("The example doubled(3, 4) cannot stand in a formula:", "doubled"),
    ),
    "a definition that gives each reading something else": Fault(
        {
            HALFWAY: "return say.number(1) if type(say.number(1)).__name__ == 'Fraction' else say.div(say.add(x, y), say.number(2))"
        },
        (EXAMPLES,),
        ("middle(1, 2) is to give 1.5, but gives 1 exactly, 1.5 the fast way, 1 step by step.",),
    ),
    "a float": Fault(
        {"return 2 * x": "return 2.0 * float(x)"},
        (EXAMPLES,),
        ("doubled(3) fails: it gives float; Fraction or int is owed.",),
    ),
    "a fault in Python": Fault(
        {"return 2 * x": "return x / (x - 3)"}, (EXAMPLES,), ("doubled(3) fails: ZeroDivisionError",)
    ),
    "a fault in a definition": Fault(
        {HALFWAY: "return say.half(x)"}, (EXAMPLES,), ("middle(1, 2) fails: AttributeError",)
    ),
    "a look at the clock": Fault(
        does("import time; time.time()", TWICE), (PURE,), ("doubled(3) touches what is outside: time.time",)
    ),
    "a look at the clock in a definition": Fault(
        {HALFWAY: "import time; time.time(); " + HALFWAY}, (PURE,), ("middle(1, 2) touches what is outside: time.time",)
    ),
    "a file": Fault(does("open(__file__, 'rb').close()", TWICE), (PURE,), ("open",)),
    "a variable of the environment": Fault(
        does("__import__('os').environ.get('NOBODY')", TWICE), (PURE,), ("os.environ",)
    ),
    "chance": Fault(
        {"return 2 * x": "return 2 * x + __import__('random').randrange(10**9)"},
        (PURE, STEADY, EXAMPLES),
        ("random.", "doubled(3) worked out once more gives something else: first "),
    ),
    "something remembered": Fault(
        {
            "def doubled(x):": "SEEN = []\n\n\ndef doubled(x):",
            "return 2 * x": "return SEEN.append(x) or 2 * x + len(SEEN)",
        },
        (STEADY, EXAMPLES),
        ("A function may keep nothing",),
    ),
    "a meaning in one language": Fault(
        {'"twice a number"': '""'}, (SOUND,), ("fault with what the plugin gives as a function", "meaning")
    ),
    "two functions of one name": Fault(
        {'usage="doubled(x)"': 'usage="middle(x)"'}, (SOUND,), ("More than one function is called “middle”",)
    ),
    "a hook that raises": Fault(
        {"    return [\n        Function(": "    1 / 0\n    return [\n        Function("},
        (SOUND,),
        ("ZeroDivisionError",),
    ),
    "a hook that is not marked": Fault({"@hookimpl\n": ""}, (SOUND, PURE, EXAMPLES, STEADY), ("perfeval_functions",)),
    "a hook that is misspelt": Fault(
        {"def perfeval_functions": "def perfeval_function"}, (SOUND, PURE, EXAMPLES, STEADY), ("perfeval_function",)
    ),
}
LOOKS = '"""The rules that bear a title, which all of them do."""'
LINTS = {
    "a fault on some rulesets": Fault(
        does("len(next(iter(program.ruleset.lines.values())).title.zh)", LOOKS),
        (THROUGH,),
        ("The lint worded fails on the ruleset ", "StopIteration"),
    ),
    "something else than a remark": Fault(
        {"yield Remark(": "yield (", ', {"rule"': ', {"rule"'}, (THROUGH,), ("a Remark is owed, not tuple",)
    ),
    "remarks without end": Fault(
        {
            "    for name, rule": "    while True:\n        yield Remark('ruleset', {'rule': '', 'title': ''})\n    for name, rule"
        },
        (THROUGH,),
        ("more than 1000 remarks",),
    ),
    "a value that cannot be shown": Fault({'{"rule": name,': '{"rule": [name],'}, (THROUGH,), ("not list",)),
    "something remembered": Fault(
        {
            "def worded(program):": "SEEN = []\n\n\ndef worded(program):",
            **does("SEEN.append(1)", LOOKS),
            '"rule": name': '"rule": len(SEEN)',
        },
        (ALIKE,),
        ("tells something else", "not all the same"),
    ),
    "chance": Fault(
        {'"rule": name': '"rule": __import__("random").randrange(10**12)'}, (ALIKE, PURE), ("random.", "guess nothing")
    ),
    "a look at the clock": Fault(
        does("__import__('time').time()", LOOKS), (PURE,), ("The lint worded touches what is outside", "time.time")
    ),
    "a file": Fault(does("open(__file__, 'rb').close()", LOOKS), (PURE,), ("open",)),
    "a message that one language fills in otherwise": Fault(
        {"The rule {rule} is called": "It is called"}, (TOLD,), ("worded.message fill in different values: rule",)
    ),
    "advice that is the same in both languages": Fault(
        {'"Check its title."': '"请核对名称。"'}, (TOLD,), ("worded.advice are the same",)
    ),
    "braces that fill in nothing": Fault({"Check its title.": "Check {its title}."}, (TOLD,), ("Check {its title}.",)),
    "a value that no remark gives": Fault(
        {', "title": rule.title': ""}, (TOLD,), ("A remark of the lint worded on the ruleset ", "lacks title")
    ),
    "a message in one language": Fault({'"Check its title."': '""'}, (SOUND,), ("advice",)),
    "a severity that does not exist": Fault(
        {"examine=worded,": "examine=worded, severity='grave',"}, (SOUND,), ("severity",)
    ),
}
FORMATS = {
    "a reader that fails where it finds no text": Fault(
        {"except (UnicodeDecodeError, csv.Error)": "except csv.Error"},
        (USELESS,),
        ("Given a file that is no text, the reader of .csv raises an exception", "UnicodeDecodeError", ".csvin"),
    ),
    "a reader that fails at a long line": Fault(
        {"except (UnicodeDecodeError, csv.Error)": "except UnicodeDecodeError"},
        (USELESS,),
        ("Given a file of one endless line, the reader of .csv raises an exception", "field limit"),
    ),
    "a reader that takes anything for a form": Fault(
        {"if not rows:": "if False:"},
        (USELESS,),
        ("Given a file of one endless line, the reader of .csv says nothing",),
    ),
    "a reader that says less than a finding": Fault(
        {'[Finding("formats.no-table", "error", Place(), NO_TABLE)]': "[]"},
        (USELESS,),
        ("carries findings, one of them an error",),
    ),
    "a writer that fails": Fault(
        {"    return json.dumps(": "    1 / 0\n    return json.dumps("},
        (WRITTEN,),
        ("Writing a file .total fails:", "ZeroDivisionError"),
    ),
    "a writer that knows one language": Fault(
        {'"language": language': '"language": {"zh": 1}[language]'}, (WRITTEN,), ("KeyError",)
    ),
    "a writer that gives text": Fault(
        {"text.getvalue().encode()": "text.getvalue()"}, (WRITTEN,), ("bytes are owed, not str",)
    ),
    "a line that is lost": Fault(
        {'evaluation["lines"])': 'evaluation["lines"][1:])'}, (BACK,), ("3 rows have become 2",)
    ),
    "a cell that is changed": Fault(
        {'return {"rows": rows}': 'return {"rows": [{**row, "actual": row["actual"].rstrip("人次")} for row in rows]}'},
        (BACK,),
        ("the actual of “培训人次，其中“新任”” is not the same: 285人次 became 285.",),
    ),
    "a number that is changed": Fault(
        {
            'return {"rows": rows}': 'return {"rows": [{**row, "weight": row["weight"].split(".")[0] + "?"} for row in rows]}'
        },
        (BACK,),
        ("the weight of “满意度; 100” is not the same: 2.5 became 2?.",),
    ),
    "names that are not read": Fault(
        {'return {"rows": rows}': 'return {"rows": [{**row, "name": ""} for row in rows]}'},
        (BACK,),
        ('the name of “资金"支付"及时率”',),
    ),
    "a number that is no longer exact": Fault(
        {'return {"rows": rows}': 'return {"rows": [{**row, "weight": float(row["weight"])} for row in rows]}'},
        (BACK,),
        ("cannot be read back",),
    ),
    "headings that its own reader does not know": Fault(
        {"writer.writeheader()": "text.write('指标,目标,实际,分值,自评\\n')"}, (BACK,), ("cannot be read back", "指标")
    ),
    "a suffix of the engine": Fault({'".total"': '".json"'}, (SOUND,), ("suffix",)),
}

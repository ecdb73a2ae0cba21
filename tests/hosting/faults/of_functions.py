"""Faults of functions that formulas call: declared wrongly, or failing while a form is scored."""

from tests.hosting.faults.fault import FUNCTIONS, Fault, Project, giving, module

SOUND = {
    "usage": '"{name}(x)"',
    "parameters": '("number",)',
    "result": '"number"',
    "meaning": 'Text("样例", "sample")',
    "examples": '{{"{name}(1)": "1"}}',
}


def source(name: str, *, head: str = "", **parts: str) -> str:
    said = ", ".join(f"{part}={text.format(name=name)}" for part, text in {**SOUND, **parts}.items())
    return module(head, f"SAMPLE = Function({said})", giving(FUNCTIONS, "SAMPLE"))


def failed(name: str, way: str, body: str, shown: str, *, slow: bool = False) -> Fault:
    arguments = {"definition": "say, x", "python": "x"}[way]
    head = f"def run({arguments}):\n    " + body.replace("\n", "\n    ")
    project = Project(name=name, source=source(name, head=head, **{way: "run"}))
    rule = f'type = "count"\nscore = "weight * {name}(actual)"\n'
    return Fault("scoring", "form.plugin-failed", shown, (project,), rule, slow)


def refused(name: str, shown: str, code: str = "plugin.wrong-part", **parts: str) -> Fault:
    made = source(name, **{"python": "abs", **parts})
    return Fault("loading", code, shown, (Project(name=name, source=made),))


TWICE = source("f_twice", python="abs")
FAULTS = (
    failed("definition_raises", "definition", "raise ValueError('no luck')", "ValueError: no luck"),
    failed("definition_exits", "definition", "raise SystemExit", "SystemExit"),
    failed("definition_interrupts", "definition", "raise KeyboardInterrupt", "KeyboardInterrupt"),
    failed("definition_recurses", "definition", "return run(say, x)", "RecursionError"),
    failed("definition_float", "definition", "return 0.5", "float"),
    failed("definition_floats_inside", "definition", "return say.number(0.5)", "float"),
    failed("definition_none", "definition", "return None", "NoneType"),
    failed("definition_text", "definition", "return say.text('0.5')", "str"),
    failed("definition_truth", "definition", "return say.truth(True)", "bool"),
    failed("definition_never_ends", "definition", "while True: pass", "more than", slow=True),
    failed("definition_asks_too_much", "definition", "return say.nothing(x)", "AttributeError"),
    failed("definition_of_too_few", "definition", "return run(say)", "TypeError"),
    failed("python_raises", "python", "raise ValueError('no luck')", "ValueError: no luck"),
    failed("python_exits", "python", "raise SystemExit", "SystemExit"),
    failed("python_float", "python", "return 0.5", "it gives float"),
    failed("python_text", "python", "return '0.5'", "it gives str"),
    failed("python_above_bounds", "python", "return 10 ** 60", "60 digits"),
    failed("python_sleeps", "python", "time.sleep(3600)", "more than", slow=True),
    failed("python_never_ends", "python", "while True: pass", "more than", slow=True),
    refused("usage_of_none", "usage", usage='"no usage"'),
    refused("usage_number", "usage", usage="7"),
    refused("engine_name", "clamp", usage='"clamp(x)"'),
    refused("operator_name", "weight", usage='"weight(x)"'),
    refused("parameters_differ", "parameters", parameters='("number", "number")'),
    refused("result_unknown", "result", result='"float"'),
    refused("no_english", "meaning", meaning='Text("样例", "")'),
    refused("no_example", "examples", examples="{{}}"),
    refused("said_twice", "definition", definition="max"),
    refused("said_never", "definition", python="None"),
    refused("no_function", "Lie(…)", "plugin.not-a-part", head="class Lie:\n    pass\nFunction = lambda **parts: Lie()"),
    refused(
        "function_lies", "Odd(…)", "plugin.not-a-part",
        head="class Odd(Function):\n    @property\n    def name(self):\n        raise SystemExit\nFunction = Odd",
    ),
    Fault(
        "loading", "plugin.taken", "function_taken_again (perfeval-function-taken-again 1.2.3)",
        (Project(name="function_taken", source=TWICE), Project(name="function_taken_again", source=TWICE)),
    ),
)  # fmt: skip

"""Words of the codes `case.…` (算例): what is wrong with the cases that stand beside a ruleset."""

from perfeval_rules.catalogue import toml
from perfeval_rules.catalogue.entry import Entry, error

_FILES: dict[str, Entry] = {
    "no-file": error(
        "“{name}”旁边没有 cases.toml，没有算例可跑。", "There is no cases.toml beside “{name}”, so no case to run.",
        "请在 ruleset.toml 所在的文件夹里新建 cases.toml，从一行指标写起：[case.编号]、row、expect。",
        "Write one in the folder of ruleset.toml, beginning with a single row: [case.ID], row, expect.",
    ),
    "unreadable-file": error(
        "“{name}”读不出来：{why}。", "“{name}” cannot be read: {why}.",
        "请确认文件没有被占用、您有读取权限。", "Make sure that the file is not in use and that you may read it.",
    ),
    "no-cases": error(
        "文件里一个算例也没有。", "The file holds no case.",
        "算例以 [case.编号] 开头，写明 row（或 form、rows）和 expect。",
        "A case begins with [case.ID] and says row (or form, or rows) and expect.",
    ),
    "unknown-table": error(
        "算例文件里不用“{key}”。", "A file of cases has no “{key}”.",
        "每个算例的表名写成 [case.编号]；请核对，或删去。", "Each case is a table [case.ID]; check the name, or delete it.",
    ),
    "table-owed": error(
        "“{key}”应为一张表，现在写的是 {value}。", "“{key}” takes a table; this is {value}.",
        "请写成单方括号的表名，或花括号 { 键 = 值 }。", "Write its name in single brackets, or { key = value }.",
    ),
}  # fmt: skip
_FORMS: dict[str, Entry] = {
    "unknown-key": error(
        "算例“{case}”里没有“{key}”这个键。", "The case “{case}” has no key “{key}”.",
        "请核对键名，{meant}。", "Check the key; {meant}.",
    ),
    "no-form": error(
        "算例“{case}”没有写要评的表。", "The case “{case}” does not say what is to be scored.",
        "请写 row（一行）、rows（整张表的各行）、form（文件）或 forms（一个文件夹里的各张表）。",
        "Write row (one row), rows (those of a whole form), form (a file) or forms (those of a folder).",
    ),
    "two-forms": error(
        "写了“{key}”，就不能再写“{other}”。", "Beside “{key}” there is no room for “{other}”.",
        "row 是一行，rows 是整张表的各行，form 是一个文件，forms 是一个文件夹里的各张表：只写一个；写 form、forms 的，表的内容都从那里来。",
        "row is one row, rows those of a whole form, form a file, forms those of a folder: write one; with form or forms, everything comes from there.",
    ),
    "file-owed": error(
        "“form”应为文件名，现在写的是 {value}。", "“form” takes the name of a file; this is {value}.",
        '请写成 form = "表.txt"，路径从算例文件所在的文件夹算起。',
        'Write it as in form = "form.txt"; the path begins at the folder of the cases.',
    ),
    "forms-owed": error(
        "“forms”是各张表的列表，每一项是文件名或一张表，这里写的是 {value}。",
        "“forms” lists forms, each the name of a file or a table; this is {value}.",
        '请写成 forms = ["甲.txt", { rows = [ … ] }]，至少一张。',
        'Write it as in forms = ["a.txt", { rows = [ … ] }], with one form at least.',
    ),
    "no-form-file": error(
        "“{name}”读不出来：{why}。", "“{name}” cannot be read: {why}.",
        "请核对文件名；路径从算例文件所在的文件夹算起。",
        "Check the name; the path begins at the folder of the cases.",
    ),
    "unread-form": error(
        "“{name}”里没有读出填报表。", "No form was understood in “{name}”.",
        "请先用 perfeval read 看看它读成什么。", "See what perfeval read makes of it first.",
    ),
}  # fmt: skip
_EXPECTED: dict[str, Entry] = {
    "no-expect": error(
        "算例“{case}”没有写 expect，跑了也不知道对不对。", "The case “{case}” has no expect, so nothing would be compared.",
        '请写出应得的结果，例如 expect = { score = "10" }。', 'Write what is right, as in expect = { score = "10" }.',
    ),
    "unknown-expectation": error(
        "expect 里没有“{key}”这一项。", "expect has no “{key}”.",
        "请核对写法，{meant}。", "Check the key; {meant}.",
    ),
    "of-a-row": error(
        "整张表的算例，“{key}”要说明是哪一行的。", "In a case of a whole form, “{key}” must say of which line.",
        'expect 里请写成 lines = { "行的编号或名称" = { {key} = … } }。',
        'Inside expect, write lines = { "id or name" = { {key} = … } }.',
    ),
    "of-one-form": error(
        "文件夹的算例，“{key}”要说明是哪一张表的。", "In a case of a folder, “{key}” must say of which form.",
        "expect 里请写成 forms = [{ {key} = … }, {}]，各张表按顺序各写一项，不比较的写 {}。",
        "Inside expect, write forms = [{ {key} = … }, {}]: one table for each form in order, {} where nothing is compared.",
    ),
    "forms-differ": error(
        "expect 的 forms 有 {wanted} 项，算例有 {count} 张表。", "The forms of expect are {wanted}, those of the case {count}.",
        "请按顺序给每张表写一项，不比较的写 {}。", "Write one table for each form in order, {} where nothing is compared.",
    ),
    "number-owed": error(
        "“{key}”应为数值，现在写的是 {value}。", "“{key}” takes a number; this is {value}.",
        '请写小数或分数，例如 "9.99"、"5/24"；没有值的写 ""。',
        'Write a decimal or a fraction, such as "9.99" or "5/24", and "" where there is none.',
    ),
    "text-owed": error(
        "“{key}”应为文本，现在写的是 {value}。", "“{key}” takes a text; this is {value}.",
        '请用英文引号括住；没有的写 ""。', 'Put it in quotes; write "" where there is none.',
    ),
    "yes-no-owed": error(
        "“{key}”只能是 true、false 或 \"\"，现在写的是 {value}。", "“{key}” is true, false or \"\"; this is {value}.",
        '请写 true（是）、false（否），没有值的写 ""。', 'Write true or false, and "" where there is no value.',
    ),
    "list-owed": error(
        "“{key}”应为列表，现在写的是 {value}。", "“{key}” takes a list; this is {value}.",
        '请写成 ["…", "…"]；一条也没有的写 []。', 'Write it as in ["…", "…"], and [] where there is none.',
    ),
    "verdict-owed": error(
        "“{key}”应为结论，现在写的是 {value}。", "“{key}” takes a verdict; this is {value}.",
        "请写一个结论（各行都一样）；各行不同的，按行的顺序写成列表。",
        "Write one verdict, which then holds for every line, or a list of them in the order of the lines.",
    ),
    "unknown-outcome": error(
        "没有“{name}”这种计分状态。", "There is no outcome “{name}”.",
        "请核对写法，{meant}。", "Check the word; {meant}.",
    ),
    "unknown-verdict": error(
        "没有“{name}”这种结论。", "There is no verdict “{name}”.",
        "请核对写法，{meant}。", "Check the word; {meant}.",
    ),
    "unknown-grade": error(
        "规则集里没有等级“{name}”。", "The ruleset has no grade “{name}”.",
        "请核对编号，{meant}；不定等级的写 \"\"。", "Check the id; {meant}; where no grade is given write \"\".",
    ),
    "unknown-rule": error(
        "规则集里没有判定规则“{name}”。", "The ruleset has no rule “{name}”.",
        "请核对编号，{meant}；固定指标写成 line.编号。", "Check the id; {meant}; a line of the ruleset is line.ID.",
    ),
    "unknown-group": error(
        "规则集里没有分组“{name}”。", "The ruleset has no group “{name}”.",
        "请核对编号，{meant}。", "Check the id; {meant}.",
    ),
    "unknown-reason": error(
        "规则集里没有说明义务“{name}”。", "The ruleset has no reason “{name}”.",
        "请核对编号，{meant}。", "Check the id; {meant}.",
    ),
    "unknown-adjust": error(
        "规则集里没有调分“{name}”。", "The ruleset has no adjust “{name}”.",
        "adjusts 里写总分和等级调分的编号；{meant}。", "adjusts lists ids of adjusts of total and grade; {meant}.",
    ),
    "unknown-check": error(
        "规则集里没有核查“{name}”。", "The ruleset has no check “{name}”.",
        "findings 里只写核查，写成 check.编号；{meant}。", "findings lists checks only, as check.ID; {meant}.",
    ),
    "unknown-fact": error(
        "规则集里没有整张表的取数项“{name}”。", "The ruleset has no fact of the form “{name}”.",
        "请核对编号，{meant}。", "Check the id; {meant}.",
    ),
    "unknown-folder-fact": error(
        "规则集里没有文件夹的取数项“{name}”。", "The ruleset has no fact of the folder “{name}”.",
        '请核对编号，{meant}；整张表的取数项写在 forms 的各项里。',
        "Check the id; {meant}; facts of a form stand in the tables of forms.",
    ),
    "unknown-line": error(
        "算例的表里没有“{name}”这一行。", "The form of the case has no line “{name}”.",
        "请写行的编号或名称，{meant}。", "Write the id or the name of a line; {meant}.",
    ),
    "several-lines": error(
        "算例的表里名为“{name}”的不止一行：{numbers}。", "Several lines of the case bear the name “{name}”: {numbers}.",
        "请改用序号。", "Give the number instead.",
    ),
}  # fmt: skip
ENTRIES: dict[str, Entry] = {**toml.ENTRIES, **_FILES, **_FORMS, **_EXPECTED}

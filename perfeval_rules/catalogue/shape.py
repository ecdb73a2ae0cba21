"""Words of the codes `ruleset.…` for the shape of tables: keys, kinds of values, what a file says of itself."""

from perfeval_rules.catalogue.entry import Entry, error

_KEYS: dict[str, Entry] = {
    "unknown-table": error(
        "没有名为“{name}”的表。", "There is no table “{name}”.",
        "请核对表名，{meant}。", "Check the name of the table; {meant}.",
    ),
    "unknown-key": error(
        "“{table}”里没有“{key}”这个键。", "“{table}” has no key “{key}”.",
        "请核对键名，{meant}。", "Check the key; {meant}.",
    ),
    "missing-key": error(
        "“{table}”缺少必填的“{key}”。", "“{table}” lacks its “{key}”.",
        "请在这张表里补写 {key}。", "Write {key} in this table.",
    ),
    "key-not-here": error(
        "“{key}”不能写在 [{table}] 里。", "“{key}” cannot be written in [{table}].",
        "when 只用于判定规则，names、in、weight 只用于固定指标和分组；请移到相应的表，或删去。",
        "when belongs to rules; names, in and weight to lines and groups; move it there or delete it.",
    ),
    "no-id": error(
        "“{key}”直接写在 [{table}] 里，缺少编号。", "“{key}” stands in [{table}] without an id.",
        "表名请写成 [{table}.编号]，例如 [{table}.cost]。",
        "Give the table an id, as in [{table}.cost].",
    ),
    "bad-id": error(
        "“{name}”不能作编号。", "“{name}” cannot be an id.",
        "编号只用小写字母 a–z、数字和中间的连字符；中文写在 title.zh 和 names 里。",
        "Ids are made of a–z, 0–9 and single hyphens between them; Chinese belongs in title.zh and names.",
    ),
    "bad-fact-id": error(
        "“{name}”不能作取数项的编号。", "“{name}” cannot be the id of a fact.",
        "取数项的编号会用在公式里：小写字母开头，只用 a–z、数字和下划线。",
        "Formulas use it as a name: a small letter first, then a–z, 0–9 and underscores.",
    ),
    "duplicate-id": error(
        "编号“{name}”重复，另一处在 {first}。", "The id “{name}” is taken already, at {first}.",
        "分组与固定指标共用一套编号，等级各有编号；请改掉其中一个。",
        "Groups and lines share one set of ids, grades have one of their own; rename one of the two.",
    ),
    "reserved-name": error(
        "“{name}”是公式里已有的名称或函数，取数项不能再用。",
        "“{name}” already means something in formulas; no fact can bear it.",
        "请换一个编号，例如 own_{name}；名称照样写在 title.zh 和 names 里。",
        "Choose another id, such as own_{name}; title and names stay as they are.",
    ),
}  # fmt: skip
_KINDS: dict[str, Entry] = {
    "number-owed": error(
        "“{key}”应为数值，现在写的是 {value}。", "“{key}” takes a number; this is {value}.",
        "请直接写数字，不加引号和单位。", "Write the digits alone, without quotes or unit.",
    ),
    "whole-number-owed": error(
        "“{key}”应为不小于 0 的整数，现在写的是 {value}。", "“{key}” takes a whole number from 0 on; this is {value}.",
        "请写整数，不加引号。", "Write a whole number, without quotes.",
    ),
    "points-owed": error(
        "“{key}”应为分值或公式，现在写的是 {value}。", "“{key}” takes points or a formula; this is {value}.",
        '请写数字（不加引号），或加引号的公式，例如 "40 if has_cost else 50"。',
        'Write a number, or a formula in quotes, as in "40 if has_cost else 50".',
    ),
    "formula-owed": error(
        "“{key}”应为公式，现在写的是 {value}。", "“{key}” takes a formula; this is {value}.",
        '公式要加引号，单个数也一样，例如 "0"。', 'Put the formula in quotes, a lone number too, as in "0".',
    ),
    "text-owed": error(
        "“{key}”应为文本，现在写的是 {value}。", "“{key}” takes a text; this is {value}.",
        "请用英文引号括住。", "Put it in quotes.",
    ),
    "yes-no-owed": error(
        "“{key}”只能是 true 或 false，现在写的是 {value}。", "“{key}” is either true or false; this is {value}.",
        "请写 true（是）或 false（否），小写，不加引号。", "Write true or false in small letters, without quotes.",
    ),
    "date-owed": error(
        "“{key}”应为日期，现在写的是 {value}。", "“{key}” takes a date; this is {value}.",
        "请写成 2024-12-31，不加引号。", "Write it as 2024-12-31, without quotes.",
    ),
    "year-owed": error(
        "“{key}”应为年份或日期，现在写的是 {value}。", "“{key}” takes a year or a date; this is {value}.",
        "请写成 2024 或 2024-12-31，不加引号。", "Write it as 2024 or 2024-12-31, without quotes.",
    ),
    "constant-owed": error(
        "“{key}”应为一个值，现在写的是 {value}。", "“{key}” takes one value; this is {value}.",
        "请写一个数、文本、日期或 true、false；要计算的写在 value 里。",
        "Write a number, a text, a date, true or false; what is computed belongs in value.",
    ),
    "list-owed": error(
        "“{key}”应为文本的列表，现在写的是 {value}。", "“{key}” takes a list of texts; this is {value}.",
        '每一项加英文引号，只有一项也要写方括号，例如 ["产出指标"]。',
        'Put each in quotes, and one alone in brackets too, as in ["产出指标"].',
    ),
    "table-owed": error(
        "“{key}”应为一张表，现在写的是 {value}。", "“{key}” takes a table; this is {value}.",
        "请写成单方括号的表名 [表.编号]，或花括号 { 键 = 值 }。",
        "Write its name in single brackets, [table.id], or { key = value }.",
    ),
    "tables-owed": error(
        "“{key}”应为一组表，现在写的是 {value}。", "“{key}” takes a list of tables; this is {value}.",
        "每一项都以双方括号 [[{key}]] 开头。", "Begin each with double brackets, [[{key}]].",
    ),
    "words-owed": error(
        "“{key}”要分语言写，现在写的是 {value}。", "“{key}” is written by language; this is {value}.",
        "请写成 {key}.zh = \"…\" 和 {key}.en = \"…\"。", "Write {key}.zh = \"…\" and {key}.en = \"…\".",
    ),
    "not-a-choice": error(
        "“{key}”不能是 {value}。", "“{key}” cannot be {value}.",
        "请从规定的写法中选一个，{meant}。", "Choose one of the words it takes; {meant}.",
    ),
    "blank-word": error(
        "词表“{name}”里有一个空白的词。", "The word list “{name}” holds a blank word.",
        "空白会与任何内容相符，请删去。", "A blank stands in every text; delete it.",
    ),
}  # fmt: skip
_HEADS: dict[str, Entry] = {
    "no-format": error(
        "文件开头缺少 format = 1。", "The file does not begin with format = 1.",
        "请在第一行写 format = 1。", "Write format = 1 as its first line.",
    ),
    "unknown-format": error(
        "不认识的格式 {value}，本引擎读格式 {format}。", "The format {value} is not known; this engine reads {format}.",
        "请写 format = {format}；文件来自更新的版本时，请升级引擎。",
        "Write format = {format}; if the file was made for a later engine, bring this one up to date.",
    ),
    "late-format": error(
        "format 不在文件开头。", "format is not the first key of the file.",
        "请把 format = 1 移到第一行。", "Move format = 1 to the first line.",
    ),
    "no-head": error(
        "文件缺少 [ruleset] 表。", "The file has no table [ruleset].",
        "请写出 [ruleset] 和其中的 id、edition、years。", "Write [ruleset] with its id, edition and years.",
    ),
    "years-backwards": error(
        "终止年度 {until} 早于起始年度 {first}。", "The last year, {until}, is before the first, {first}.",
        "请核对 years；仍在施行的不写 until。", "Check years; leave until out where it is still in force.",
    ),
    "bad-specifier": error(
        "“{value}”不是版本范围。", "“{value}” is not a range of versions.",
        "请写成 >=0.1,<1 的形式，可用 >=、>、<、<=、==，用逗号连接。",
        "Write it as in >=0.1,<1, with >=, >, <, <= or == and commas between.",
    ),
}  # fmt: skip
ENTRIES: dict[str, Entry] = {**_KEYS, **_KINDS, **_HEADS}

"""Words of what can be wrong with a TOML file as such, whatever it is meant to hold: for the families that read one."""

from perfeval_rules.catalogue.entry import Entry, error

_LIMITS: dict[str, Entry] = {
    "too-large": error(
        "文件超过 {most} KB，没有读取。",
        "The file is larger than {most} KB and was not read.",
        "请核对是否选错了文件；确实这么大的，请拆成几个。",
        "Check whether it is the right file; if it is, split it.",
    ),
    "long-line": error(
        "这一行超过 {most} 个字符，没有读取。",
        "This line has more than {most} characters; the file was not read.",
        "请把它断成几行：列表可以每个元素一行，长公式可以拆成几个取数项。",
        "Break it: a list may take a line for each element, a long formula several facts.",
    ),
    "long-key": error(
        "键名用点连接了 {most} 层以上。",
        "The key joins more than {most} parts with dots.",
        "规则集的键最多三四层，请核对是否多写了点。",
        "Keys of a ruleset have three or four parts; look for a dot too many.",
    ),
    "deep-value": error(
        "括号或表嵌套超过 {most} 层。",
        "Brackets or tables are nested more than {most} deep.",
        "请核对是否漏写了右括号。",
        "Look for a closing bracket that is missing.",
    ),
}
_CHARACTERS: dict[str, Entry] = {
    "not-utf8": error(
        "文件不是 UTF-8 编码，看来是 {encoding}。",
        "The file is not in UTF-8; it looks like {encoding}.",
        "请用记事本等编辑器打开，另存为 UTF-8。",
        "Open it in an editor and save it as UTF-8.",
    ),
    "odd-blank": error(
        "这里有一个全角空格或看不见的空白字符。",
        "A full-width or invisible blank stands here.",
        "请删去，需要空格的换成半角空格。",
        "Delete it, or write an ordinary space.",
    ),
    "full-width-mark": error(
        "这里的 {mark} 应为 {instead} 。",
        "{mark} stands where {instead} belongs.",
        "请切换到英文输入法重新录入；引号、括号要成对改。",
        "Type it again with an English keyboard; quotes and brackets are changed in pairs.",
    ),
    "bad-escape": error(
        "引号里的反斜杠 \\ 后面不是可用的写法。",
        "What follows the backslash \\ in this text has no meaning.",
        "反斜杠本身写成 \\\\，或改用单引号括住整段文字。",
        "Write \\\\ for the backslash itself, or put the text in single quotes.",
    ),
}
_STATEMENTS: dict[str, Entry] = {
    "bare-key": error(
        "键名“{key}”含有中文或其他字符，没有加引号。",
        "The key “{key}” holds characters that need quotes.",
        '请写成 "{key}"；编号只用 a–z、0–9 和连字符，中文写在 title.zh 和 names 里。',
        'Write "{key}"; ids take a–z, 0–9 and hyphens, Chinese belongs in title.zh and names.',
    ),
    "no-equals": error(
        "“{key}”后面没有等号。",
        "No equals sign follows “{key}”.",
        "请写成 {key} = 值；表名要用方括号括住。",
        "Write {key} = value; the name of a table stands in brackets.",
    ),
    "no-value": error(
        "等号后面没有写值。",
        "Nothing follows the equals sign.",
        '请补上；空白文本写 ""，用不到的键整行删去。',
        'Add the value; a blank text is "", a key without use is deleted.',
    ),
    "bare-text": error(
        "“{text}”既不是数也不是 true、false，没有加引号。",
        "“{text}” is neither a number nor true or false, and has no quotes.",
        '文本和公式都要加英文引号，例如 "{text}"；是否写 true、false（小写）。',
        'Put text and formulas in quotes, as in "{text}"; yes and no are true and false, in small letters.',
    ),
    "unreadable": error(
        "从“{text}”起读不懂。",
        "It cannot be read from “{text}” on.",
        "请核对引号、括号是否成对，一行只写一个键；双引号里再用引号的，里面改用单引号。",
        "Check that quotes and brackets are in pairs and that a line holds one key; inside double quotes use single ones.",
    ),
    "open-text": error(
        "这个引号没有写完，到行末还没有另一半。",
        "The text that begins here is not closed by the end of the line.",
        "请在文本末尾补上同样的引号；需要换行的用三个引号。",
        "Close it with the same quote; a text of several lines takes three quotes.",
    ),
    "open-long-text": error(
        "这里用三个引号开始的文本没有结束。",
        "The text that begins here with three quotes is never closed.",
        "请在文本末尾补上三个同样的引号。",
        "Close it with three of the same quotes.",
    ),
    "open-list": error(
        "这个方括号没有写完，没有右括号。",
        "The list that begins here is never closed.",
        "请在最后一项后面补上 ]；各项之间用英文逗号。",
        "Write ] after its last element; commas stand between them.",
    ),
    "open-table": error(
        "这个花括号到行末还没有右括号。",
        "The inline table that begins here is not closed by the end of the line.",
        "请在同一行补上 }；内容长的，改用 [表名] 分行写。",
        "Write } on the same line; a long one is better a table with a header.",
    ),
    "no-bracket": error(
        "表名后面缺“{mark}”。",
        "{mark} is missing after the name of the table.",
        "请补上；表名单独占一行，例如 [rule.cost]。",
        "Add it; the name of a table has a line of its own, as in [rule.cost].",
    ),
    "twice": error(
        "“{key}”写了两次，前一次在第 {first_line} 行第 {first_column} 列。",
        "“{key}” is written twice, before this at line {first_line}, column {first_column}.",
        "请合并成一处，或给其中一个另起编号。",
        "Join the two, or give one of them another id.",
    ),
}
_VALUES: dict[str, Entry] = {
    "many-digits": error(
        "“{value}”超过 {most} 位数字。",
        "“{value}” has more than {most} digits.",
        "请核对是否多写了几位。",
        "Check whether it was pasted twice.",
    ),
    "odd-number": error(
        "“{value}”不是普通的小数。",
        "“{value}” is not a plain decimal number.",
        "请写出完整数字，例如把 1.5e3 写成 1500；没有数的不要写 inf、nan。",
        "Write it out, as in 1500 for 1.5e3; inf and nan are no values.",
    ),
    "time-of-day": error(
        "“{value}”带有钟点，这里只用到日期。",
        "“{value}” has a time of day; only dates are used.",
        "请只写日期，例如 2024-12-31。",
        "Write the date alone, as in 2024-12-31.",
    ),
}
ENTRIES: dict[str, Entry] = {**_LIMITS, **_CHARACTERS, **_STATEMENTS, **_VALUES}

"""Words of the codes `form.…` (填报表), in the order in which a form is worked on.

A file that cannot be read (what TOML can have wrong is shared) · JSON · the keys and values of the model · pasted tables · then what evaluation says.
"""

from perfeval_rules.catalogue import toml
from perfeval_rules.catalogue.entry import Entry, error, info, warning

_FILES: dict[str, Entry] = {
    "unknown-format": error(
        "无法识别“{name}”的文件格式。",
        "The format of “{name}” is not known.",
        "请使用 .json、.toml 或 .txt（从表格中复制、以制表符分隔的文本）。",
        "Use .json, .toml or .txt (a table pasted as text, its columns separated by tabs).",
    ),
    "format-failed": error(
        "插件 {plugin} 读不出“{name}”：{fault}",
        "The plugin {plugin} cannot read “{name}”: {fault}",
        "请核对文件；文件无误的，升级该插件，或把这条提示发给插件作者。",
        "Check the file; if it is sound, upgrade the plugin, or send this message to its author.",
    ),
    "empty": error(
        "文件是空的。",
        "The file is empty.",
        "请确认选对了文件，并且已经保存。",
        "Make sure that it is the right file and that it was saved.",
    ),
    "not-text": error(
        "文件不是可读的文本：第 {position} 个字节无法按 UTF-8 或 GB18030 解码。",
        "The file is not readable text: byte {position} fits neither UTF-8 nor GB18030.",
        "请在原软件中另存为“UTF-8 编码的文本”。",
        "Save it from the program it came from as text in UTF-8.",
    ),
    "other-encoding": info(
        "文件不是 UTF-8 编码，已按 {encoding} 读取；如有乱码，请另存为 UTF-8。",
        "The file is not in UTF-8 and was read as {encoding}; if words look garbled, save it as UTF-8.",
    ),
    "broken-character": error(
        "此处有残缺的字符，已用“�”代替。",
        "There is a broken character here; “�” stands in its place.",
        "请重新录入该处文字。",
        "Type the text again.",
    ),
    "more-findings": warning(
        "另有 {count} 条提示未列出。",
        "{count} further findings are not listed.",
        "请先处理以上各条，再重新读取。",
        "Deal with those above and read the form again.",
    ),
}
_JSON: dict[str, Entry] = {
    "json-broken": error(
        "JSON 写法有误，从这里起读不下去。",
        "The JSON cannot be read on from here.",
        "请检查此处及前一行的引号、逗号和括号。",
        "Check the quotes, commas and brackets here and on the line before.",
    ),
    "json-value-missing": error(
        "这里应当是一个值。",
        "A value belongs here.",
        "请写一个文本（加英文双引号）或数字；多余的逗号请删去。",
        "Write a text in double quotes or a number; remove a comma too many.",
    ),
    "json-comma-missing": error(
        "前后两项之间缺少英文逗号，或括号没有配对。",
        "There is no comma between two items here, or a bracket has no partner.",
        "请在前一项末尾补上“,”，并检查 { } 与 [ ] 是否成对。",
        "Put “,” behind the item before, and check that every { and [ is closed.",
    ),
    "json-colon-missing": error(
        "键与值之间缺少英文冒号。",
        "There is no colon between key and value.",
        '请写成 "键": 值。',
        'Write it as "key": value.',
    ),
    "json-key-missing": error(
        "这里应当是加英文双引号的键。",
        "A key in double quotes belongs here.",
        "请给键加上英文双引号；最后一项后面不要写逗号。",
        "Put the key in double quotes; leave out a comma behind the last item.",
    ),
    "json-text-open": error(
        "从这里开始的文本没有写完：缺少结尾的英文双引号。",
        "The text that begins here has no closing double quote.",
        '请补上结尾的引号；文本中的引号写成 \\"，换行写成 \\n。',
        'Close it; inside a text write a quote as \\" and a new line as \\n.',
    ),
    "json-text-mark": error(
        "文本中有不能直接书写的字符或错误的反斜杠写法。",
        "The text holds a character that may not stand in it, or a wrong backslash.",
        "换行写成 \\n，制表符写成 \\t，反斜杠写成 \\\\。",
        "Write a new line as \\n, a tab as \\t and a backslash as \\\\.",
    ),
    "json-more": error(
        "文件在这里本应结束，后面还有内容。",
        "The document ends here, but something follows.",
        "一份文件只放一张自评表；请删去多余的部分。",
        "Keep one form to a file; remove what follows.",
    ),
    "too-deep": error(
        "括号套得太深，超过 {most} 层。",
        "Brackets are nested deeper than {most} levels.",
        "自评表用不到这么多层；请核对是否重复粘贴。",
        "No form needs as many; check whether something was pasted twice.",
    ),
    "duplicate-key": error(
        "“{path}”写了不止一次。",
        "“{path}” is written more than once.",
        "请只保留一处。",
        "Keep one of them.",
    ),
    "not-finite": error(
        "“{text}”不是数值。",
        "“{text}” is not a number.",
        "请填实际数字；没有数据的，留空并说明原因。",
        "Write the figure itself; if there is none, leave it out and say why.",
    ),
}
_MODEL: dict[str, Entry] = {
    "not-a-form": error(
        "这里应当是一张自评表（由键和值组成），实际不是。",
        "A form, made of keys and values, belongs here.",
        "请参照 examples 文件夹中的样例。",
        "See the examples in the folder examples.",
    ),
    "unknown-key": error(
        "“{path}”不是自评表的内容，未予采用。",
        "“{path}” is not a part of a form and is not used.",
        "可用的键：{known}。其他取数写在 values 中。",
        "Known keys: {known}. Put other facts into values.",
    ),
    "misspelt-key": error(
        "“{path}”不是自评表的内容，未予采用；是否想写“{nearest}”？",
        "“{path}” is not a part of a form and is not used; is “{nearest}” meant?",
        "请改正键名；其他取数写在 values 中。",
        "Correct the key; put other facts into values.",
    ),
    "needs-value": error(
        "“{path}”应当是文本或数字。",
        "“{path}” must be a text or a number.",
        '请写成 "≥300人次"、300，或 {"text": "…", "at": "自评表!D13"}；是否判断写“是”“否”。',
        'Write "≥300人次", 300, or {"text": "…", "at": "自评表!D13"}; a yes or no is written 是 or 否.',
    ),
    "needs-table": error(
        "“{path}”应当是一组键和值。",
        "“{path}” must be a table of keys and values.",
        "请参照 examples 文件夹中的样例。",
        "See the examples in the folder examples.",
    ),
    "needs-list": error(
        "“{path}”应当是一个列表。",
        "“{path}” must be a list.",
        "请写成 [ … ]；只有一项也要加方括号。",
        "Write it as [ … ], even with a single item.",
    ),
    "needs-yes-no": error(
        "“{path}”只能是 true 或 false。",
        "“{path}” must be true or false.",
        "请写 true 或 false，不加引号。",
        "Write true or false without quotes.",
    ),
    "needs-year": error(
        "“{path}”应当是四位年份。",
        "“{path}” must be a year of four digits.",
        "请写自评的年度，例如 2020。",
        "Write the year that is evaluated, for instance 2020.",
    ),
    "inexact-number": error(
        "“{path}”的 {text} 是浮点数，已不能保证与原数一致，未予采用。",
        "“{path}” holds the float {text}, which may differ from what was written, and is not used.",
        '请以文本给出，例如 "0.1"。',
        'Give it as text, for instance "0.1".',
    ),
    "too-many-rows": error(
        "指标行超过 {most} 行，其余各行未读取。",
        "There are more than {most} rows; the rest are not read.",
        "一份文件只放一张自评表。",
        "Keep one form to a file.",
    ),
    "text-too-long": warning(
        "此处文字有 {size} 字，超过 {most} 字，只保留前 {most} 字。",
        "The text here has {size} characters; only the first {most} are kept.",
        "请压缩文字，详细材料另附。",
        "Shorten it and attach the details elsewhere.",
    ),
}
_TABLES: dict[str, Entry] = {
    "no-columns": error(
        "文本中没有制表符，分不出各列。",
        "The text holds no tabs, so its columns cannot be told apart.",
        "请在 Word、Excel 或网页中选中整张表格复制，再粘贴为纯文本保存；不要用空格对齐。",
        "Copy the whole table in the word processor, workbook or page and paste it as plain text; do not align by spaces.",
    ),
    "too-many-columns": error(
        "这一行超过 {most} 列，其余各列未读取。",
        "This line has more than {most} columns; the rest are not read.",
        "请核对是否多复制了空列。",
        "Check whether blank columns were copied along.",
    ),
    "too-many-lines": error(
        "文件太长，只读到第 {lines} 行。",
        "The file is too long; it was read as far as line {lines}.",
        "一份文件只放一张自评表；请核对是否重复粘贴。",
        "Keep one form to a file; check whether something was pasted twice.",
    ),
    "no-table": error(
        "没有找到指标表：缺少同时写有指标名称、指标值和完成值的表头行。",
        "No table of indicators was found: there is no heading row with name, target and actual value.",
        "请连同“三级指标　年度指标值　实际完成值　分值　得分”这一行表头一起复制。",
        "Copy the heading row (三级指标, 年度指标值, 实际完成值, 分值, 得分) together with the table.",
    ),
    "no-rows": error(
        "指标表只有表头，没有读到指标行。",
        "The table of indicators has a heading row but no rows.",
        "请核对表头以下的内容是否一并复制。",
        "Check that what stands below the heading row was copied, too.",
    ),
    "no-total": info(
        "没有读到总分行，按不完整的表处理：不核对各部分分值之和。",
        "No row with the total was found; the form is taken as incomplete and its sums are not checked.",
    ),
    "second-total": warning(
        "总分不止一处：前面是 {first}，此处是 {second}，以此处为准。",
        "There is more than one total: {first} before, {second} here; the latter counts.",
        "请只保留一行总分。",
        "Keep one row with the total.",
    ),
    "second-value": warning(
        "{label}不止一处：前面是“{first}”，此处的“{second}”未采用。",
        "{label} is given more than once: “{first}” before; “{second}” here is not used.",
        "请核对以哪一处为准，删去另一处。",
        "Check which one holds and remove the other.",
    ),
    "not-understood": warning(
        "{lines}有数据没有读懂，未予采用：{text}",
        "Data that was not understood is not used ({lines}): {text}",
        "若是指标行，请核对各列是否与表头对齐。",
        "If it is an indicator, check that its columns stand under the headings.",
    ),
    "extra-cell": warning(
        "“{text}”不在任何一列之下，未予采用。",
        "“{text}” stands under no column and is not used.",
        "请核对本行各列是否与表头对齐。",
        "Check that the columns of this row stand under the headings.",
    ),
    "text-skipped": info(
        "{lines}是说明文字，不参与评分，未读入：{text}",
        "Narrative, which is not scored, is not read ({lines}): {text}",
    ),
    "contact-left-out": info(
        "“{label}”与评分无关，未读入。",
        "“{label}” has no bearing on the score and is not read.",
    ),
    "sum-recognised": info(
        "“{name}”的分值等于其下各行之和，作为合计行，不重复计分。",
        "The points of “{name}” are the sum of the rows below it; it is not counted twice.",
    ),
}

ENTRIES: dict[str, Entry] = {**toml.ENTRIES, **_FILES, **_JSON, **_MODEL, **_TABLES}

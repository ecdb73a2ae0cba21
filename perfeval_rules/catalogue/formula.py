"""Words of the codes `formula.…` (公式): what a formula says, its names, kinds and calls; `writing` holds the rest."""

from perfeval_rules.catalogue import writing
from perfeval_rules.catalogue.entry import Entry, error, info, warning
from perfeval_rules.text import Text


def near(name: str) -> Text:
    """The words that offer the nearest known name; none where nothing is near."""
    return Text(f"，最接近的是“{name}”", f"; the nearest is “{name}”") if name else Text()


_NAMES: dict[str, Entry] = {
    "unknown-name": error(
        "没有“{name}”这个名称。", "There is no name “{name}”.",
        "请核对名称{near}；文字要加引号。", "Check the name{near}; a text must stand in quotes.",
    ),
    "not-yet": error(
        "“{name}”在这里还不能用：{step}才有。", "“{name}” cannot be used here: it comes with {step}.",
        "请改用这一步已有的名称，或把这个公式写到后面的步骤里。", "Use what is known by this step, or write this formula at a later one.",
    ),
    "not-of-a-child": error(
        "“{name}”是整张表的值；在 {aggregate}(…) 里，名称指的是每一项自己的值。",
        "“{name}” is a value of the form; inside {aggregate}(…) a name means each child's.",
        "请把它移到 {aggregate}(…) 的括号外面。", "Move it out of the brackets of {aggregate}(…).",
    ),
    "of-a-child": error(
        "“{name}”是每一项的值，这里要说明怎样汇总。", "“{name}” is a value of each child; say here how they are gathered.",
        "请写成 sum({part})、largest({part})、count(…) 之类。", "Write sum({part}), largest({part}), count(…) or the like.",
    ),
    "bare-function": error(
        "“{name}”是函数，后面要有括号。", "“{name}” is a function; brackets must follow it.",
        "请写成 {usage}", "Write {usage}",
    ),
    "unknown-id": error(
        "没有“{name}”这个分组或指标。", "There is no group or line “{name}”.",
        "请核对 [group.…] 和 [line.…] 的标识{near}。", "Check the ids of [group.…] and [line.…]{near}.",
    ),
    "unknown-words": error(
        "没有“{name}”这个词表。", "There is no word list “{name}”.",
        "请核对 [words] 里的名称{near}。", "Check the names under [words]{near}.",
    ),
    "unknown-scope": error(
        "repeats 的第二项只能是 'folder'，写的是“{name}”。", "The second argument of repeats can only be 'folder', not “{name}”.",
        "请写 repeats(name, 'folder')，或删去第二项{near}。", "Write repeats(name, 'folder'), or leave it out{near}.",
    ),
    "not-written-out": error(
        "这里要直接写出标识，写的是“{part}”。", "An id must be written out here; “{part}” is none.",
        "请写成加引号的文字，例如 'output'。", "Write it as a text in quotes, such as 'output'.",
    ),
    "plain-name": error(
        "这里只能写一个名称，写的是“{part}”。", "Only a plain name may stand here, not “{part}”.",
        "请写成 repeats(name) 这样；要算的先写成取数项。", "Write it like repeats(name); make a fact of what must be worked out.",
    ),
    "if-blank-name": error(
        "if_blank 的第一项只能是填报值或表上带来的取数项，写的是“{part}”。",
        "The first argument of if_blank can only be a reported value or a fact the form carries, not “{part}”.",
        "请写填报值的名称；算出来的取数项，用它自己的 default 写缺省值。", "Name a reported value; a computed fact has a default of its own.",
    ),
    "within-here": error(
        "within 问的是某一行在不在分组里，这里不是逐行的公式。", "within asks where a line stands; this formula is not about one line.",
        "请把它写进 count(…)、any(…)、all(…) 里，或直接写 sum(x, 'group')。",
        "Put it inside count(…), any(…) or all(…), or write sum(x, 'group').",
    ),
    "aggregate-here": error(
        "{name}(…) 汇总多行，不能直接写在这里。", "{name}(…) gathers many lines and cannot stand here.",
        '请写一个取数项：[fact.x] value = "{part}"，这里只写它的名称。',
        'Write a fact, [fact.x] value = "{part}", and name that fact here.',
    ),
    "nested-aggregate": error(
        "{aggregate}(…) 里面不能再写 {name}(…)。", "{name}(…) may not stand inside {aggregate}(…).",
        "请把里面的一层写成取数项。", "Make a fact of the inner one.",
    ),
}  # fmt: skip

_KINDS: dict[str, Entry] = {
    "wrong-kind": error(
        "这里需要{need}，“{part}”是{found}。", "This place needs {need}, but “{part}” is {found}.",
        "请改用合适的名称；文字只能用 ==、!=、in 比较。", "Use what fits; texts can only be compared with ==, != and in.",
    ),
    "date-as-number": error(
        "日期“{part}”不能直接加减或当作数值。", "The date “{part}” cannot be used as a number.",
        "相差的天数请写 days(due, done)。", "Write days(due, done) for the days between two dates.",
    ),
    "condition-as-number": error(
        "“{part}”是条件，不能当作数值。", "“{part}” is a condition and cannot be used as a number.",
        "请写成 1 if {part} else 0", "Write 1 if {part} else 0",
    ),
    "wrong-result": error(
        "这个公式应当得出{need}，现在得出的是{found}。", "This formula should give {need}; it gives {found}.",
        "请核对这一项要写的是条件还是算式。", "Check whether this key asks for a condition or for a value.",
    ),
    "branches-differ": error(
        "“{part}”是{found}，另一个分支是{need}。", "“{part}” is {found}, while the other branch is {need}.",
        "各分支要得出同一种值。", "Let all branches give the same kind of value.",
    ),
    "compared-kinds": error(
        "{left}不能与{right}比较。", "This compares {left} with {right}.",
        "请核对两边；数字不加引号，文字要加引号。", "Check both sides: numbers stand without quotes, texts with them.",
    ),
    "compared-texts": error(
        "文字不分大小。", "One text is not more or less than another.",
        "文字只能用 ==、!=、in 比较；日期请用 due、done 这样的日期值。",
        "Compare texts with ==, != or in; for dates use date values such as due and done.",
    ),
    "compared-conditions": error(
        "条件不用再比较。", "A condition is not compared with another.",
        "成立直接写 met，不成立写 not met。", "Write met where it must hold, not met where it must not.",
    ),
    "in-what": error(
        "in 后面要列出几个值，写的是“{part}”。", "Values must be listed after in; “{part}” is no list.",
        "请写成 unit in ('人', '人次')；只有一个值用 ==；查文字里有没有某个词用 mentions(…)。",
        "Write unit in ('人', '人次'); use == for one value, and mentions(…) to find a word in a text.",
    ),
    "in-kind": error(
        "in 前面要是文字或数值，“{part}”是{found}。", "A text or number stands before in; “{part}” is {found}.",
        "请改用 == 或其他比较。", "Use == or another comparison.",
    ),
    "in-item": error(
        "in 后面的列表里只能直接写文字或数字，写的是“{part}”。", "The list after in holds texts and numbers written out, not “{part}”.",
        "与名称比较请用 == 和 or。", "Compare with a name by == and or.",
    ),
    "chained-in": error(
        "in 不能与其他比较连写。", "in cannot be chained with other comparisons.",
        "请用 and 分成两个条件。", "Make two conditions joined by and.",
    ),
    "stray-table": error(
        "列表只能写在 in 后面，分档表只能写在分档函数里。", "A list stands only after in, a table only in functions of bands.",
        "请核对括号和逗号。", "Check the brackets and commas.",
    ),
}  # fmt: skip

_CALLS: dict[str, Entry] = {
    "arguments": error(
        "{name} 需要 {expected}参数，这里有 {count} 个。", "{name} takes {expected} arguments; here are {count}.",
        "写法：{usage}", "It is written {usage}",
    ),
    "over-rows": error(
        "{name} 比较写在括号里的几个数，这里只有一个。", "{name} compares the numbers in its brackets; here is only one.",
        "要取各行中的，请写 {instead}(…)。", "To look over all rows, write {instead}(…).",
    ),
    "ifs-otherwise": error(
        "ifs 缺最后一个值：所有条件都不成立时取什么。", "ifs lacks its last value: what counts where no condition holds.",
        "写法：{usage}", "It is written {usage}",
    ),
    "places": error(
        "保留的小数位数要直接写成 0 到 {most} 的整数，写的是“{part}”。",
        "The places must be written out, a whole number from 0 to {most}; “{part}” is none.",
        "例如 round(x, 2)。", "For example round(x, 2).",
    ),
    "crossed-ends": error(
        "下限 {low} 大于上限 {high}。", "The low end {low} is above the high end {high}.",
        "写法：clamp(x, 下限, 上限)。", "It is written clamp(x, low, high).",
    ),
    "step-size": error(
        "每档的大小要大于 0。", "A step must be larger than 0.",
        "例如每 5 个百分点一档：steps(x, 5)。", "For steps of five points, for example, write steps(x, 5).",
    ),
    "by-zero": error(
        "除数是 0。", "The divisor is 0.",
        "请改成不为 0 的数。", "Divide by another number.",
    ),
    "table-shape": error(
        "这里要一张分档表，每行两格：[[90, 1], [80, 0.8]]。", "A table of rows of two cells must stand here: [[90, 1], [80, 0.8]].",
        "每行用方括号，两格之间和两行之间用逗号，最外面再加一层方括号。",
        "Put each row in square brackets, commas between cells and rows, and square brackets around them all.",
    ),
    "table-cell": error(
        "分档表里只能写数字或名称，写的是“{part}”。", "A cell of a table is a number or a name, not “{part}”.",
        "要算的先写成取数项，这里写它的名称。", "Make a fact of what must be worked out, and name it here.",
    ),
    "table-key": error(
        "lookup 每行的第一格要直接写文字，写的是“{part}”。", "The first cell of a row of lookup is a text written out, not “{part}”.",
        "例如 ['钢铁', 1.05]。", "For example ['钢铁', 1.05].",
    ),
    "unsorted-bands": error(
        "分档表要{order}排列，{after:6} 不该排在 {before:6} 之后。",
        "The rows must stand in order, {order}; {after:6} may not follow {before:6}.",
        "请按顺序重排各行，去掉重复的档。at_least、above 从高到低，at_most、below 从低到高。",
        "Sort the rows and drop repeated edges: at_least and above from high to low, at_most and below from low to high.",
    ),
    "repeated-key": warning(
        "“{key}”在表里出现两次，后一行用不到。", "“{key}” stands twice in the table; the later row is never reached.",
        "请删去其中一行。", "Take one of the rows away.",
    ),
}  # fmt: skip

_ADVICE: dict[str, Entry] = {
    "nested-choice": info(
        "if … else … 套了三层，不容易看清。", "Three if … else … stand in one another, which is hard to read.",
        "请改写成 ifs(条件1, 值1, 条件2, 值2, …, 其他)。", "Write ifs(condition1, value1, condition2, value2, …, otherwise).",
    ),
    "count-zero": warning(
        "没有填报的行不计入 count，所以无人填报时这个条件也成立。",
        "count leaves out rows that report nothing, so this holds also where nobody reported.",
        "要求各行都符合的，请写 all(相反的条件)，例如把 count(x < 60) == 0 写成 all(x >= 60)。",
        "Where every row must comply, write all(the opposite): all(x >= 60) instead of count(x < 60) == 0.",
    ),
}  # fmt: skip

ENTRIES: dict[str, Entry] = {**writing.ENTRIES, **_NAMES, **_KINDS, **_CALLS, **_ADVICE}

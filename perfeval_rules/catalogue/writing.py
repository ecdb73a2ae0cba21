"""Words of the codes `formula.…` (公式) that tell how a formula is written: its marks, words, signs and brackets."""

from perfeval_rules.catalogue.entry import Entry, error

_WRITING: dict[str, Entry] = {
    "empty": error(
        "公式是空的。", "The formula is empty.",
        "请写出公式；不需要的，把这一项整个删去。", "Write a formula, or take the whole key away.",
    ),
    "too-long": error(
        "公式有 {characters} 个字符，最多 {most} 个。", "The formula has {characters} characters; {most} is the most.",
        "请把其中一部分写成取数项（[fact.…]），公式里只写它的名称。", "Move a part of it into a fact ([fact.…]) and name that fact here.",
    ),
    "too-deep": error(
        "公式套得太深，最多 {most} 层。", "The formula nests too deep; {most} levels is the most.",
        "请把内层写成取数项；多个条件改用 ifs( )，连加很多项的分成几个取数项。",
        "Move the inner part into a fact; write ifs( ) for many conditions, and several facts for a long sum.",
    ),
    "write-instead": error(
        "“{written}”不是公式里的写法。", "“{written}” is not how formulas are written.",
        "请改成 {instead}", "Write {instead}",
    ),
    "leading-equals": error(
        "公式开头不写等号。", "No equals sign stands before a formula.",
        "请删去开头的“=”；后面照写。", "Leave the = out and keep what follows it.",
    ),
    "ampersand": error(
        "“&”不是公式里的写法。", "“&” is not how formulas are written.",
        "两个条件都要成立的，写 and；公式不拼接文字，要连起来说的写在 message 里，用花括号引用数值。",
        "Where two conditions must hold, write and; formulas join no texts: write the words in a message, with values in braces.",
    ),
    "wide-blank": error(
        "这里有全角空格或不换行空格。", "A full-width or no-break space stands here.",
        "请改成普通空格，或删去。", "Make it an ordinary space, or take it away.",
    ),
    "unseen-mark": error(
        "这里有看不见的字符（{mark}）。", "An invisible character ({mark}) stands here.",
        "请删去后重新录入这一段；从网页或聊天窗口复制的内容常带有这类字符。",
        "Take it out and type this piece again; text copied from web pages or chats often brings such characters along.",
    ),
    "strange-letter": error(
        "“{letter}”（{number}）只是看起来像普通字母。", "“{letter}” ({number}) only looks like an ordinary letter.",
        "请切换到英文输入法，重新录入这个名称。", "Type this name again with an English keyboard.",
    ),
    "no-meaning": error(
        "“{written}”在公式里没有含义。", "“{written}” has no meaning in a formula.",
        "公式里只用 + - * / ( ) [ ] , < > <= >= == != 和名称、数字、引号里的文字。",
        "A formula is made of + - * / ( ) [ ] , < > <= >= == != and names, numbers, and texts in quotes.",
    ),
    "power": error(
        "公式不做乘方和开方（“{written}”）。", "Formulas know no powers or roots (“{written}”).",
        "平方请写成 x * x。", "Write a square as x * x.",
    ),
    "percent": error(
        "数字后面不写“{written}”。", "No “{written}” stands after a number.",
        "填报值带 % 的，90% 就写 90；完成率、达成度这类纯比率，90% 写 0.9。",
        "Where the values reported bear %, write 90 for 90%; for pure ratios such as attainment write 0.9.",
    ),
    "whole-division": error(
        "“//”不是公式里的写法。", "“//” is not how formulas are written.",
        "求整数商请写 floor(x / y)；求含几个整档请写 steps(x, y)。",
        "Write floor(x / y) for the whole quotient, or steps(x, y) for whole steps.",
    ),
    "bad-number": error(
        "“{number}”不是公式里的数字。", "“{number}” is not a number as formulas write them.",
        "数字只写成 1234.5 这样：不带单位、千分位和多余的 0，小数点前最多 18 位，后最多 12 位；数字与后面的词之间空一格。",
        "Write it like 1234.5: no unit, no thousands commas, no needless zeros, at most 18 digits before the "
        "point and 12 after; leave a space between a number and a word.",
    ),
    "open-text": error(
        "这里的引号没有在同一行内配对。", "This quote is not closed on the same line.",
        "文字两边用同一种英文引号，例如 '人次'。", "Put the same straight quote on both sides, as in '人次'.",
    ),
    "backslash": error(
        "文字里不写反斜杠。", "A text holds no backslash.",
        "请删去反斜杠；文字里有单引号的，两边改用双引号。", "Take it away; where the text holds a single quote, put it in double quotes.",
    ),
    "name-start": error(
        "名称“{name}”不能以下划线开头。", "The name “{name}” may not begin with an underscore.",
        "请用以字母开头的名称。", "Use a name that begins with a letter.",
    ),
    "not-in-language": error(
        "公式里不用“{written}”这个词。", "“{written}” is no word of formulas.",
        "公式里的词只有 and、or、not、in、if、else；条件较多时写 ifs( )。",
        "The words of formulas are and, or, not, in, if, else; for many conditions write ifs( ).",
    ),
    "function-instead": error(
        "没有“{name}”这个函数。", "There is no function “{name}”.",
        "请改成 {instead}", "Write {instead}",
    ),
    "unknown-function": error(
        "没有“{name}”这个函数。", "There is no function “{name}”.",
        "请核对函数名{near}。", "Check the name of the function{near}.",
    ),
}  # fmt: skip

_ORDER: dict[str, Entry] = {
    "missing-value": error(
        "这里缺一个值。", "A value is missing here.",
        "请补上数字、名称或括号里的式子，或删去多余的符号。", "Put a number, a name or an expression here, or take the extra sign away.",
    ),
    "missing-sign": error(
        "“{written}”之前缺少运算符。", "A sign is missing before “{written}”.",
        "请补上 +、-、*、/、比较符号、and 或 or；并列的几项用逗号隔开，乘号不能省。",
        "Put +, -, *, /, a comparison, and or or between the two; commas between listed values; * is never left out.",
    ),
    "open-bracket": error(
        "这里的“{bracket}”没有配对的右括号。", "This “{bracket}” is never closed.",
        "请在应当结束的地方补上右括号。", "Close it where it should end.",
    ),
    "close-bracket": error(
        "这里的“{bracket}”没有配对的左括号。", "Nothing is open that this “{bracket}” could close.",
        "请补上左括号，或删去它。", "Open a bracket before it, or take it away.",
    ),
    "wrong-bracket": error(
        "“{opening}”不能用“{bracket}”结束。", "“{opening}” is not closed by “{bracket}”.",
        "请把左右括号改成同一种。", "Make the two brackets of one kind.",
    ),
    "if-without-else": error(
        "这个 if 没有 else。", "This if has no else.",
        "请写全：条件成立时的值 if 条件 else 不成立时的值。", "Write it out: value if condition else other value.",
    ),
    "else-without-if": error(
        "这个 else 前面没有 if。", "No if stands before this else.",
        "请写全：条件成立时的值 if 条件 else 不成立时的值。", "Write it out: value if condition else other value.",
    ),
    "stray-comma": error(
        "逗号只用在括号里。", "A comma stands only inside brackets.",
        "数字不写千分位（1,000 写成 1000）；小数点用“.”。", "Write no thousands commas (1000, not 1,000), and a point for decimals.",
    ),
    "not-a-formula": error(
        "从这里起读不成公式。", "From here on this cannot be read as a formula.",
        "请核对这里前后的写法；not 放在比较符号或运算符之后时，要用括号括起来。",
        "Check what stands around this place; where not follows a sign or a comparison, put it in brackets.",
    ),
}  # fmt: skip

ENTRIES: dict[str, Entry] = {**_WRITING, **_ORDER}

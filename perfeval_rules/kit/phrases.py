"""The words in which the test kit says what is wrong, in both languages, by a name each."""

from collections.abc import Mapping

from perfeval_rules.text import Text

WORDS: Mapping[str, Text] = {
    # — what is declared —
    "no-type": Text(
        "测试类没有写 indicator_type：请写出要测试的指标类型。",
        "The test class names no indicator_type: say which indicator type is to be tested.",
    ),
    "refused": Text(
        "引擎的审查没有通过这个类型，规则集不能使用它：",
        "The engine's own review refuses this type, so that no ruleset can use it:",
    ),
    "no-docstring": Text(
        "{part} 没有自己的说明：请在类里写一句话，说明它评什么。",
        "{part} has no docstring of its own: say in one sentence what it measures.",
    ),
    "long-docstring": Text(
        "{part} 的说明第一行不是一句完整的话：“{said}”。请在一行内写完，句末加句号。",
        "The docstring of {part} does not begin with one whole sentence on one line: “{said}”. End it with a full stop.",
    ),
    "same-words": Text(
        "{part} 的中文和英文一样：“{said}”。请写出两种语言。",
        "The Chinese and the English of {part} are the same: “{said}”. Write both languages.",
    ),
    "missing-language": Text("{part} 缺{language}。", "{part} lacks its {language} words."),
    "placeholders": Text(
        "{part} 的中英文用了不同的占位符：只在一种语言里出现的有 {said}。",
        "The two languages of {part} fill in different values: {said} stands in one of them alone.",
    ),
    "stray-braces": Text(
        "{part} 里的花括号不是占位符：“{said}”。占位符是花括号里的一个名称，后面至多写 :4 这样的位数或 :%。",
        "Braces in {part} are no placeholder: “{said}”. A placeholder is one name in braces, at most with a number of places, as in :4, or :% behind it.",
    ),
    "nobody-says": Text(
        "messages 里的“{said}”没有任何检查或 stop 用到，它的话永远不会说出来。请核对名称。",
        "No check and no stop says “{said}” of the messages, so its words are never told. Check its name.",
    ),
    "no-schema": Text("选项建不出 JSON Schema：{said}", "No JSON Schema can be made of the options: {said}"),
    # — examples —
    "example": Text(
        "第 {number} 个例子不成立：{said}。",
        "Example {number} does not hold: {said}.",
    ),
    "example-float": Text(
        "第 {number} 个例子的 {name} 是浮点数 {said}。请写成文字：\"{said}\"。",
        'In example {number} {name} is the float {said}. Write it as a text: "{said}".',
    ),
    "example-options": Text("第 {number} 个例子的选项不被接受：", "The options of example {number} are not taken:"),
    "example-text": Text("第 {number} 个例子的值读不出来：{said}", "A value of example {number} cannot be read: {said}"),
    "example-cells": Text(
        "第 {number} 个例子自相矛盾：写的是 {measure} = {wanted}，单元格却读作 {got}。",
        "Example {number} contradicts itself: it says {measure} is {wanted}, but its cells are read as {got}.",
    ),
    "check-not-shown": Text(
        "没有例子显示检查“{said}”。请加一个触发它的例子；无论怎么填都不触发的检查没有用。",
        "No example shows the check “{said}”. Add one in which it fires; a check that never can is of no use.",
    ),
    "stop-not-shown": Text(
        "没有例子显示 stop('{said}')。请加一个得不出值的例子。",
        "No example shows stop('{said}'). Add one that has no value for that reason.",
    ),
    "never-on-target": Text(
        "没有例子恰好达到目标、达成度为 1。请加一个；达成度到不了 1 的类型请写 reaches_target = False。",
        "No example is exactly on target, with an attainment of 1. Add one; where the type cannot reach 1, say "
        "reaches_target = False.",
    ),
    # — options —
    "option-changed": Text(
        "选项 {name} 写进 TOML 再读出来变了：{wanted} 变成 {got}。",
        "The option {name} is not the same after it was written to TOML and read: {wanted} became {got}.",
    ),
    "option-refused": Text("类型自己接受的选项，写在规则集里却不被接受：", "Options that the type takes are refused in a ruleset:"),
    "unknown-taken": Text(
        "不认识的选项“{said}”没有被拒绝。规则集里的错字必须报错：不要改 model_config 的 extra。",
        "An option that does not exist, “{said}”, is not refused. A misspelt key must be an error: leave the extra of "
        "model_config alone.",
    ),
    # — measures —
    "raised": Text("评分时出错：{said}", "Scoring a row raised an exception: {said}"),
    "failed": Text("类型出了故障，这一行没有得分：", "The type is at fault, and the row has no score:"),
    "unexplained": Text(
        "{measure} 没有值，也没有说明原因：{why}。请让公式说 stop('代码')，或加一个 stops=True 的检查。",
        "{measure} has no value and nothing says why in words of the type: {why}. Let the formula say stop('code'), or add "
        "a check with stops=True.",
    ),
    "negative": Text(
        "达成度是负数：{got}。达成度不应小于 0；确实可以的，请写 may_be_negative = True。",
        "The attainment is negative: {got}. It is not to be below 0; where it may be, say may_be_negative = True.",
    ),
    "not-repeated": Text(
        "同一行再评一次，{measure} 变了：先是 {wanted}，后来是 {got}。类型不能记住或猜测任何东西。",
        "The same row scored once more gives another {measure}: first {wanted}, then {got}. A type may keep nothing and "
        "guess nothing.",
    ),
    "touched": Text(
        "评分时碰了外面的东西：{said}。得分只能由这一行和选项决定。",
        "Scoring touches what is outside: {said}. A score may rest on the row and the options alone.",
    ),
    "changed-input": Text(
        "attain 改动了交给它的值：{said}。", "attain changes the values that it is given: {said}."
    ),
    "wrong-kind": Text(
        "attain 给出的是 {said}：{got}。请给出 Fraction 或 int，没有值时给出 None。",
        "attain gives a {said}: {got}. It is to give a Fraction or an int, None where there is no value.",
    ),
    "worse": Text(
        "{moved} 从 {before} 变到 {after}，是往好的方向，{measure} 却从 {wanted} 变成 {got}。",
        "{moved} moves the good way, from {before} to {after}, but {measure} goes from {wanted} to {got}.",
    ),
    "scaled": Text(
        "{said} 同乘以 {factor}，{measure} 从 {wanted} 变成 {got}。",
        "Where {said} are all multiplied by {factor}, {measure} goes from {wanted} to {got}.",
    ),
    "readings": Text(
        "快速算法与精确算法结果不同：{said}。", "The fast reading and the exact one do not say the same: {said}."
    ),
    "not-stopped": Text(
        "检查“{said}”触发时不应评分，这一行却是 {got}，得分 {score}。",
        "While the check “{said}” fires there is to be no score, but the line is {got}, with a score of {score}.",
    ),
    "unrendered": Text("“{said}”的话说不出来：{got}", "The words of “{said}” cannot be told: {got}"),
    "unfilled": Text(
        "stop('{said}') 的话里要填 {name}，说这话的时候它却没有值，只会填成“—”。请改用填报的值或选项。",
        "The words of stop('{said}') ask for {name}, which has no value where they are told and is shown as “—”. Use what "
        "the row reports, or an option.",
    ),
    "private": Text(
        "导入了引擎的内部名称，升级后可能失效：\n{said}\n插件只用 perfeval_rules 里的公开名称。",
        "Names of the engine are imported that are not public and may move:\n{said}\nA plugin uses the public names of "
        "perfeval_rules alone.",
    ),
    # — functions, lints and formats —
    "not-asked": Text("插件载入不了：", "The plugin cannot be loaded:"),
    "part-refused": Text(
        "引擎的审查没有通过插件给出的{what}：", "The engine's own review finds fault with what the plugin gives as a {what}:"
    ),
    "call-result": Text(
        "例子 {call} 的结果“{wanted}”读不出来：请写数、true 或 false、日期（2024-12-31）或文字，与 result 一致；没有值的写空文字。",
        "What the example {call} is to give, “{wanted}”, cannot be read: write a number, true or false, a date such as "
        "2024-12-31, or a text, as result says; a blank text for no value.",
    ),
    "not-a-call": Text("例子 {call} 不能用在公式里：", "The example {call} cannot stand in a formula:"),
    "call-failed": Text("{call} 算不出来：{said}。", "{call} fails: {said}."),
    "call-differs": Text("{call} 应为 {wanted}，实为 {got}。", "{call} is to give {wanted}, but gives {got}."),
    "call-not-repeated": Text(
        "{call} 再算一次，结果变了：先是 {wanted}，后来是 {got}。函数不能记住或猜测任何东西。",
        "{call} worked out once more gives something else: first {wanted}, then {got}. A function may keep nothing and "
        "guess nothing.",
    ),
    "call-touched": Text(
        "计算 {call} 时碰了外面的东西：{said}。结果只能由参数决定。",
        "{call} touches what is outside: {said}. What it gives may rest on its arguments alone.",
    ),
    "lint-failed": Text(
        "核查 {lint} 看规则集 {ruleset} 时出错：", "The lint {lint} fails on the ruleset {ruleset}:"
    ),
    "lint-not-repeated": Text(
        "核查 {lint} 再看一次规则集 {ruleset}，意见变了：先是 {wanted} 条，后来是 {got} 条，内容也不全一样。核查不能记住或猜测任何东西。",
        "The lint {lint} looks through the ruleset {ruleset} once more and tells something else: {wanted} remarks at first, "
        "then {got}, not all the same. A lint may keep nothing and guess nothing.",
    ),
    "lint-touched": Text(
        "核查 {lint} 看规则集 {ruleset} 时碰了外面的东西：{said}。意见只能由规则集决定。",
        "The lint {lint} touches what is outside while it looks through the ruleset {ruleset}: {said}. What it tells may "
        "rest on the ruleset alone.",
    ),
    "remark-lacks": Text(
        "核查 {lint} 看规则集 {ruleset} 的意见没有给出 {said}，话里却要填。请写在 Remark 的 values 里。",
        "A remark of the lint {lint} on the ruleset {ruleset} lacks {said}, which its words fill in. Give it among the "
        "values of the Remark.",
    ),
    "writer-failed": Text("写 {suffix} 文件时出错：", "Writing a file {suffix} fails:"),
    "not-read-back": Text(
        "自己写出的 {suffix} 文件，自己读不回来：", "The file {suffix} that it writes itself cannot be read back:"
    ),
    "rows-lost": Text(
        "写出 {suffix} 文件再读回来，{wanted} 行变成 {got} 行。",
        "Written to a file {suffix} and read back, {wanted} rows have become {got}.",
    ),
    "cell-changed": Text(
        "写出 {suffix} 文件再读回来，“{name}”的 {cell} 变了：{wanted} 变成 {got}。",
        "Written to a file {suffix} and read back, the {cell} of “{name}” is not the same: {wanted} became {got}.",
    ),
    "reader-raised": Text(
        "交来{what}，读 {suffix} 的函数抛出异常。读不了的，请用 SubmissionError 说明原因：",
        "Given {what}, the reader of {suffix} raises an exception. Where it cannot read a file it is to say why by a "
        "SubmissionError:",
    ),
    "reader-silent": Text(
        "交来{what}，读 {suffix} 的函数什么也没有说。读不了的，请用 SubmissionError 说明原因。",
        "Given {what}, the reader of {suffix} says nothing. Where it cannot read a file it is to say why by a SubmissionError.",
    ),
}  # fmt: skip
"""By code; what is said of a measure or an option stands at its placeholder."""
DIFFERENCE = Text("{measure} 应为 {wanted}，实际得到 {got}", "{measure} is to be {wanted}, but it is {got}")
OPTIONS = Text("选项", "options")
ROW = Text("填报", "row")
NONE = Text("（无）", "(none)")

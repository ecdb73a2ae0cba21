"""Words of the codes `ruleset.…` for what only shows when a ruleset meets its indicator types and its formulas."""

from perfeval_rules.catalogue.entry import Entry, error

_TYPES: dict[str, Entry] = {
    "no-type": error(
        "“{name}”没有写指标类型。", "“{name}” has no indicator type.",
        "请写 type，或在 [every] 里写一个通用的。", "Write its type, or one for all lines in [every].",
    ),
    "unknown-type": error(
        "没有名为“{type}”的指标类型。", "There is no indicator type “{type}”.",
        "请核对写法，{meant}；由插件提供的，请在 [requires] 的 plugins 里写上该插件。",
        "Check the spelling; {meant}. One that a plugin gives needs that plugin in [requires].",
    ),
    "unknown-option": error(
        "没有名为“{option}”的键或选项。", "There is no key or option “{option}”.",
        "请核对写法，{meant}。", "Check the spelling; {meant}.",
    ),
    "option-of-other-type": error(
        "类型“{type}”没有选项“{option}”，它属于：{types}。",
        "The type “{type}” has no option “{option}”; it belongs to {types}.",
        "请移到相应类型的规则或固定指标里，或删去。", "Move it to a rule or line of that type, or delete it.",
    ),
    "wrong-choice": error(
        "选项“{option}”不能这样写。", "The option “{option}” does not take this.",
        "请从 {choices} 中选一个。", "Choose one of {choices}.",
    ),
    "wrong-option": error(
        "选项“{option}”的值不对：{why}。", "The option “{option}” does not take this value: {why}.",
        "请按类型“{type}”的说明改写。", "Write it as the type “{type}” asks.",
    ),
    "wrong-preset": error(
        "“{name}”不能这样填。", "“{name}” cannot be preset so.",
        '请写一个数或文本，或 {name} = { fact = "取数项编号" }。',
        'Write a number or a text, or {name} = { fact = "id of a fact" }.',
    ),
    "engine-version": error(
        "规则集要求引擎版本 {wanted}，现在是 {version}。", "The ruleset asks for engine {wanted}; this is {version}.",
        "请升级引擎，或改用与本引擎相配的规则集版本。",
        "Bring the engine up to date, or take the edition made for this one.",
    ),
    "not-supported": error(
        "本版引擎还不能按“{key}”计分。", "This engine cannot score by “{key}” yet.",
        "请升级引擎，或改用别的写法。", "Bring the engine up to date, or write it without.",
    ),
}  # fmt: skip
_NAMES: dict[str, Entry] = {
    "unknown-fact": error(
        "没有名为“{fact}”的表级取数项。", "There is no fact “{fact}” of the form.",
        "请核对编号，或补写 [fact.{fact}]；{meant}。", "Check the id or write [fact.{fact}]; {meant}.",
    ),
    "unknown-words": error(
        "没有名为“{words}”的词表。", "There is no word list “{words}”.",
        "请核对名称，或在 [words] 里补写；{meant}。", "Check the name or write the list in [words]; {meant}.",
    ),
    "unknown-text": error(
        "没有名为“{name}”的文本可以作答。", "There is no text “{name}” that could answer.",
        '请写一个 kind = "text" 的取数项；{meant}。', "Name a fact of kind text; {meant}.",
    ),
    "no-text": error(
        "针对整张表的说明义务没有写由哪段文字作答。", "A reason asked of the form does not say which text answers.",
        '请用 text 指明一个 kind = "text" 的取数项。', "Name a fact of kind text with text.",
    ),
    "unknown-placeholder": error(
        "文字里的 {placeholder} 在这里没有对应的值。", "Nothing is known here as {placeholder}.",
        "请核对花括号里的名称，{meant}。", "Check the name in braces; {meant}.",
    ),
    "circle": error(
        "计算顺序成了循环：{members}。", "What is computed goes round in a circle: {members}.",
        "请让其中一个不再用到后面的结果。", "Let one of them do without what comes after it.",
    ),
}  # fmt: skip
ENTRIES: dict[str, Entry] = {**_TYPES, **_NAMES}

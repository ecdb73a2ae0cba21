"""Words of the codes `ruleset.…` that are found when a ruleset is compiled with the types it may use (编译)."""

from perfeval_rules.catalogue.entry import Entry, error, info, warning

ENTRIES: dict[str, Entry] = {
    "no-type": error(
        "{name} 没有写 type，不知道按哪种指标类型计分。",
        "{name} has no `type`, so it is not known how to judge it.",
        '写一行 type = "…"，或在 [every] 里写一次。',
        'Write `type = "…"` here, or once in [every].',
    ),
    "unknown-type": error(
        "没有名为“{type}”的指标类型。",
        "There is no indicator type “{type}”.",
        "请核对拼写，{nearest}；可用的类型见 [requires] 中所列插件。",
        "Check the spelling; {nearest}. Types come from the plugins listed in [requires].",
    ),
    "unknown-option": error(
        "“{option}”不是这里的键，也不是类型的选项。",
        "“{option}” is neither a key of this table nor an option of its type.",
        "请核对拼写，{nearest}；写错的键不会被忽略，请改正或删去。",
        "Check the spelling; {nearest}. A misspelt key is never ignored: correct or remove it.",
    ),
    "option-of-other-type": error(
        "类型 {type} 没有选项“{option}”，有它的是：{types}。",
        "The type {type} has no option “{option}”; these have it: {types}.",
        "换用有这个选项的类型，或把它移到 [every]，只对有它的类型起作用。",
        "Use a type that has it, or move it to [every], where it holds for the types that have it.",
    ),
    "missing-option": error(
        "类型 {type} 的选项 {option} 没有默认值，必须写明。",
        "The option {option} of the type {type} has no default and must be written.",
        "在这里或 [every] 里写上它。",
        "Write it here or in [every].",
    ),
    "wrong-choice": error(
        "选项 {option} 不能是这个值，可选：{choices}。",
        "The option {option} cannot have this value; the choices are: {choices}.",
        "请核对拼写，{nearest}。",
        "Check the spelling; {nearest}.",
    ),
    "wrong-option": error(
        "选项 {option} 的值不合类型 {type} 的要求：{why}",
        "The value of the option {option} does not fit the type {type}: {why}",
        "按该类型说明的种类和范围改写。",
        "Write a value of the kind and range that the type asks for.",
    ),
    "python-only": info(
        "用到插件 {plugin} 的 {called}，它只能由 Python 计算：结果一样精确，但评分慢一些，推导只显示一步。",
        "{called} of the plugin {plugin} is worked out by Python alone: as exact as ever, but slower, and explained in one step.",
    ),
    "wrong-options": error(
        "类型 {type} 不接受这几个选项放在一起：{why}",
        "The type {type} does not take these options together: {why}",
        "按该类型的说明改写选项。",
        "Write options that the type takes together; its page says which.",
    ),
    "wrong-preset": error(
        "{name} 应当是一个数、一段文字，或只有 fact 一个键的表。",
        "{name} takes a number, a text, or a table with the one key `fact`.",
        '例如 actual = { fact = "review_rate" }。',
        'For example: actual = { fact = "review_rate" }.',
    ),
    "unknown-fact": error(
        "没有名为“{fact}”的取数项。",
        "There is no fact “{fact}”.",
        "请核对名称，{nearest}；取数项写在 [fact.ID]。",
        "Check the name; {nearest}. Facts are written in [fact.ID].",
    ),
    "fact-is-option": error(
        "取数项“{name}”与指标类型的选项同名，公式里分不清是哪一个。",
        "The fact “{name}” bears the name of an option of a type; a formula could not tell them apart.",
        "请给取数项换一个名称。",
        "Give the fact another name.",
    ),
    "fact-is-reported": error(
        "“{name}”是指标行填报的值，同名的取数项须是整张表的，并且是{owed}。",
        "“{name}” is a value that lines report; a fact of that name must be of the form, and {owed}.",
        "改正 of 或 kind；如果不是用来填这个值的，请给取数项换一个名称。",
        "Correct `of` or `kind`; if it is not meant to fill that value, give the fact another name.",
    ),
    "unknown-words": error(
        "没有名为“{words}”的词表。",
        "There is no word list “{words}”.",
        "请核对名称，{nearest}；词表写在 [words]。",
        "Check the name; {nearest}. Word lists are written in [words].",
    ),
    "unknown-text": error(
        "“{name}”不是可以当作说明的文字。",
        "“{name}” is no text that could answer.",
        '写 reason（本行说明栏），或一个 kind = "text" 的取数项；{nearest}。',
        'Write `reason`, or a fact of kind "text"; {nearest}.',
    ),
    "no-text": error(
        "对整张表的说明义务须写 text，指明哪一段文字是回答。",
        "A reason owed for the form needs `text`: which words answer it.",
        '写 text = "…"，后面是一个 kind = "text" 的取数项。',
        'Write `text = "…"` with a fact of kind "text".',
    ),
    "unknown-placeholder": error(
        "文字中的 {placeholder} 不是这里能取到的名称。",
        "The words ask for {placeholder}, which is no name known here.",
        "请核对拼写，{nearest}。",
        "Check the spelling; {nearest}.",
    ),
    "circle": error(
        "这些公式互相依赖，谁也算不出来：{members}。",
        "These formulas need one another, so none can be worked out: {members}.",
        "让其中一个改用更早一步的值，例如用 attainment 代替 score。",
        "Let one of them use a value of an earlier step, for instance `attainment` instead of `score`.",
    ),
    "grows-too-large": error(
        "“{name}”的数值可能大到算不出来：它是太多数值连乘的结果。",
        "The value of “{name}” could grow too large to be worked out: too many numbers are multiplied in it.",
        "减少取数项之间的连乘。",
        "Multiply fewer facts by one another.",
    ),
    "cap-at-edge": warning(
        "总分最多取 {edge}，而“{grade}”正是从 {edge} 分起，封顶后仍评为“{grade}”。",
        "The total is capped at {edge}, which is where “{grade}” begins: a capped total still earns it.",
        "要限制等级，请写 not_above；要低于这一档，请把封顶写得比 {edge} 小。",
        "To bound the grade write `not_above`; to stay below it, cap at less than {edge}.",
    ),
    "ratio-in-percent": warning(
        "{name} 是纯比值，1 表示恰好达到目标，这里却与 {value} 比较。",
        "{name} is a pure ratio, 1 being exactly on target, and is held here against {value}.",
        "如指 {value}%，请写 {value} 除以 100 的小数，例如 90% 写 0.9。",
        "If {value} % is meant, write it as a decimal: 0.9 for 90 %.",
    ),
    "rescale-forgotten": info(
        "这个公式自己求和；有不适用的指标时，它不按其余指标的分值折算。",
        "This formula sums up by itself: where lines do not apply it is not scaled by the weight of the others.",
        "要折算，请写 sum(score) / sum(weight) 一类的比值，或用调分来封顶，让分组或总分保留默认的求和。",
        "To scale it, write a ratio such as sum(score) / sum(weight), or cap by an adjust and keep the default sum.",
    ),
    "group-as-name": error(
        "“{name}”是指标分组，公式里没有这个数值。",
        "“{name}” is a group; there is no value of that name.",
        "要它的得分，写 points('{group}')；要对其中各行求和，写 sum(score, '{group}')。",
        "For its score write points('{group}'); to add up the lines in it write sum(score, '{group}').",
    ),
    "rule-never-asked": warning(
        "规则“{name}”轮不到：符合它的行都先被规则“{before}”取走。",
        "The rule “{name}” is never reached: every row it asks for is taken by “{before}” before it.",
        "规则按先后询问，请把条件更窄的“{name}”放到“{before}”之前。",
        "Rules are asked in order: put “{name}”, which asks for less, before “{before}”.",
    ),
    "adjust-after-cap": warning(
        "“{cap}”先把总分封顶，“{name}”随后又加分，总分可能超过封顶的数。",
        "“{cap}” caps the total, and “{name}” adds to it afterwards: the total may exceed the cap.",
        "调分按先后起作用，补充的规则集里新写的总在最后：请把封顶写在加分之后，或在加分的公式里也写 min( )。",
        "Adjusts act in order, those of an overlay last: put the cap after what adds, or write min( ) in that formula, too.",
    ),
    "branch-never-reached": warning(
        "“{later}”轮不到：符合它的，前面的“{before}”已经取走。",
        "“{later}” is never reached: whatever it asks for is taken by “{before}” before it.",
        "条件按先后询问，请把要求更高的写在前面，或删去这一支。",
        "Conditions are asked in order: put the stricter one first, or take this branch away.",
    ),
    "edge-in-words": warning(
        "文字写的是“{words}”，公式写的是 {written}，恰好在这个数上时两者不一致。",
        "The words say “{words}”, the formula {written}: at that very number they differ.",
        "以文字为准的，请把 {written} 改成 {instead}；以公式为准的，请改文字。“超过”不含本数，写 above 或 >；“以上（含）”“达到”含本数，写 at_least 或 >=。",
        "If the words are right, write {instead} instead of {written}; if the formula is, change the words. “More than” leaves "
        "the number out: above or >; “at least” counts it in: at_least or >=.",
    ),
    "weight-inside-sum": info(
        "{aggregate}( ) 里的 weight 是每一项自己的分值，不是本组的。",
        "Inside {aggregate}( ) `weight` is that of each child, not of the group.",
        "要用本组的分值，请移到括号外面，写 weight * sum(…)；要加权平均，写 sum(score * weight) / sum(weight)。",
        "For the weight of the group move it out of the brackets, weight * sum(…); for a weighted mean write "
        "sum(score * weight) / sum(weight).",
    ),
    "score-without-weight": info(
        "这个得分公式没有用到 weight，而各行的分值不同，得分可能超过分值。",
        "This score does not look at `weight`, though rows differ in what they are worth: it may exceed the weight.",
        "按 0 至 1 计的，写 weight * (…)；按百分制计的，写 weight * (…) / 100。",
        "Write weight * (…) for a share from 0 to 1, and weight * (…) / 100 for marks out of 100.",
    ),
    "engine-version": error(
        "规则集要求引擎版本 {wanted}，现在是 {version}。",
        "The ruleset asks for engine {wanted}; this is {version}.",
        "安装符合要求的版本，或请规则集的作者放宽 [requires] engine。",
        "Install a version that fits, or ask the author of the ruleset to widen `[requires] engine`.",
    ),
}

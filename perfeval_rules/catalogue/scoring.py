"""Words of the codes `form.…` that are found when a form is scored (填报表的计分)."""

from perfeval_rules.catalogue.entry import Entry, error, info, warning

ENTRIES: dict[str, Entry] = {
    "unknown-category": warning(
        "“{category}”不是规则集里的指标分组，{name} 直接列在表下。",
        "“{category}” names no group of the ruleset; {name} stands directly under the form.",
        "核对一级、二级指标的写法，或请规则集的作者把这个名称加进 names。",
        "Check the category, or ask the author of the ruleset to add the name to `names`.",
    ),
    "ambiguous-category": warning(
        "“{category}”可能是这些分组：{groups}；{name} 直接列在表下。",
        "“{category}” could be any of these groups: {groups}; {name} stands directly under the form.",
        "写明上一级指标。",
        "Write the category above it too.",
    ),
    "second-row": warning(
        "{name} 已有一行，这一行按普通指标计。",
        "{name} stands on the form already; this row is judged as an ordinary one.",
        "只保留一行。",
        "Keep one of them.",
    ),
    "execution-row": info(
        "预算执行率已从资金栏取数，{name} 这一行按普通指标计。",
        "Budget execution is taken from the fund block; the row {name} is judged as an ordinary one.",
        "资金栏已有执行率，可删去这一行。",
        "The fund block has it already; the row can be left out.",
    ),
    "sum-row": info(
        "{name} 是其他各行的合计，不重复计分。",
        "{name} is the sum of other rows and is not scored again.",
    ),
    "unit-not-used": warning(
        "“{text}”按 {number} 读取，其中的单位或符号没有参与计算。",
        "“{text}” is read as {number}; its unit or sign has no part in what is computed.",
        "按该栏规定的单位换算后，只填数字。",
        "Convert it to the unit that the column is in and write the number alone.",
    ),
    "unused-value": info(
        "规则集没有用到“{label}”。",
        "The ruleset makes no use of “{label}”.",
        "如应计入，核对名称是否与规则集一致。",
        "If it should count, check that its name is the one in the ruleset.",
    ),
    "not-a-number": error(
        "“{text}”不是数字。",
        "“{text}” is no number.",
        "此处只填数字，文字移到说明栏。",
        "Write only a number here; move words to the reason.",
    ),
    "not-a-date": error(
        "“{text}”不是日期。",
        "“{text}” is no date.",
        "写成 2020年12月31日 或 2020-12-31。",
        "Write it as 2020-12-31.",
    ),
    "not-yes-no": error(
        "“{text}”不是“是”或“否”。",
        "“{text}” is neither yes nor no.",
        "填“是”或“否”。",
        "Write 是 (yes) or 否 (no).",
    ),
    "no-rule": error(
        "没有判定规则适用于 {name}，无法计分。",
        "No rule takes {name}, so it cannot be scored.",
        "请规则集的作者为这类指标加一条判定规则。",
        "Ask the author of the ruleset for a rule that takes such rows.",
    ),
    "remark": info(
        "{name} 没有分值，也没有判定规则适用，作为备注保留。",
        "{name} carries no points and no rule takes it; it is kept as a remark.",
    ),
    "units-differ": error(
        "{name} 的目标值以“{unit}”计，实际完成值以“{actual_unit}”计，不能比较。",
        "The target of {name} is in “{unit}”, the actual value in “{actual_unit}”: they do not compare.",
        "把实际完成值换成与目标值相同的单位。",
        "Write the actual value in the unit of the target.",
    ),
    "stopped": warning(
        "{name} 无法计分：{why}",
        "{name} cannot be scored: {why}",
        "核对目标值和实际完成值；如确属特殊情形，由评审人员评分。",
        "Check target and actual value; where the case is special, a reviewer must score it.",
    ),
    "not-reported": warning(
        "{name} 没有可用于计分的{lacking}，暂不出总分。",
        "{name} cannot be scored: there is no usable {lacking}; the total is withheld.",
        "在{where}补填{lacking}；已有文字的，改写成能用来计分的值。",
        "Report the {lacking} {where}; where something stands there already, write it so that it can be used.",
    ),
    "manual": warning(
        "{name} 须由评审人员评分，可给 {low}—{high} 分；没有自评得分，暂不出总分。",
        "{name} must be scored by a person, from {low} to {high}; no score is stated, so the total is withheld.",
        "填写自评得分或复核得分。",
        "State a score, or let a reviewer give one.",
    ),
    "out-of-range": warning(
        "{name} 的得分 {stated} 不在可给的 {low}—{high} 分之内，须由评审人员确认，暂不出总分。",
        "The score {stated} of {name} lies outside {low} to {high}; a person must settle it, and the total is withheld.",
        "按所填完成情况改正自评得分，或由评审人员填写复核得分。",
        "Correct the stated score, or let a reviewer give one.",
    ),
    "weight-differs": warning(
        "{name} 表上分值为 {printed}，规则集为 {own}，按 {used} 计。",
        "{name} is worth {printed} on the form and {own} in the ruleset; {used} is used.",
        "核对分值。",
        "Check the weight.",
    ),
    "group-sum": warning(
        "“{group}”应为 {weight} 分，其下各项合计 {sum} 分。",
        "“{group}” is worth {weight} points, its parts together {sum}.",
        "调整各项分值，使合计与分组分值一致。",
        "Change the weights so that they add up.",
    ),
    "group-stopped": error(
        "“{group}”的得分算不出来：{why}",
        "The score of “{group}” cannot be worked out: {why}",
        "核对这一组的填报值；如属正常情形，请规则集的作者为公式补上没有值时的写法。",
        "Check what is reported in the group, or ask the author of the ruleset to say what holds without a value.",
    ),
    "total-stopped": error(
        "总分算不出来：{why}",
        "The total cannot be worked out: {why}",
        "核对公式用到的填报值；如属正常情形，请规则集的作者为公式补上没有值时的写法。",
        "Check what the formula uses, or ask the author of the ruleset to say what holds without a value.",
    ),
    "plugin-failed": error(
        "{name} 评分时插件出错：{plugin} 的 {called}，{fault}。",
        "A plugin failed while {name} was scored: {called} of {plugin}, {fault}.",
        "该行没有得分，总分不出；请升级或更换插件，或把这条提示发给插件作者。",
        "The line has no score and the total is withheld; upgrade or change the plugin, or send this message to its author.",
    ),
    "plugin-failed-asking": error(
        "{name} 的提示判断时插件出错：{plugin} 的 {called}，{fault}。",
        "A plugin failed while it was asked what to tell of {name}: {called} of {plugin}, {fault}.",
        "得分不受影响，但这一条未能判断；请升级或更换插件，或把这条提示发给插件作者。",
        "The score stands, but this was not decided; upgrade or change the plugin, or send this message to its author.",
    ),
    "plugin-failed-outside": error(
        "计算 {name} 时插件出错：{plugin} 的 {called}，{fault}。",
        "A plugin failed while {name} was worked out: {called} of {plugin}, {fault}.",
        "用到它的结果都没有；请升级或更换插件，或把这条提示发给插件作者。",
        "Nothing that rests on it has a value; upgrade or change the plugin, or send this message to its author.",
    ),
    "unweighted": info(
        "各指标都没有分值（{count} 行），只判断是否达成，不出总分。",
        "No row carries points ({count} rows): they are judged, and there is no total.",
    ),
    "partly-unweighted": error(
        "有 {count} 行没有分值，其他行有；没有分值的行不计入总分。",
        "{count} rows carry no points while others do; rows without points are not in the total.",
        "补填分值。",
        "Write the missing weights.",
    ),
}

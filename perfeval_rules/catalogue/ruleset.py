"""Words of the codes `ruleset.…` (规则集): what rulesets mean together, beside the shape of each."""

from perfeval_rules.catalogue import shape, toml
from perfeval_rules.catalogue.entry import Entry, error, warning

_SENSE: dict[str, Entry] = {
    "second-default": error(
        "规则“{name}”没有 when，而没有 when 的规则已有一条：“{other}”（{first}）。",
        "The rule “{name}” has no when, and there is one without already: “{other}” ({first}).",
        "没有 when 的一条兜底，只能有一条；请给其中一条写 when。若本想改原有规则，请核对编号。",
        "Only one rule takes what is left: give one of them a when. If a rule of the base was meant, check its id.",
    ),
    "no-action": error(
        "调分“{name}”没有写调什么。", "The adjust “{name}” does not say what it changes.",
        "请写 score、total、not_above、lower 中的一个。", "Write one of score, total, not_above and lower.",
    ),
    "second-action": error(
        "一项调分只做一件事，已有“{other}”，不能再写“{key}”。", "An adjust does one thing: it has “{other}”, so no “{key}”.",
        "请拆成两项调分。", "Make two adjusts of it.",
    ),
    "nothing-lowered": error(
        "lower 为 0，等级不会变动。", "lower is 0, so no grade is moved.",
        "请写降几档，例如 lower = 1。", "Write by how many grades, as in lower = 1.",
    ),
    "chars-backwards": error(
        "最少字数 {least} 大于最多字数 {most}。", "The least length, {least}, is above the most, {most}.",
        "请核对 min_chars 与 max_chars。", "Check min_chars and max_chars.",
    ),
    "each-without-folder": error(
        "each 只用于文件夹核查。", "each belongs to checks over a folder.",
        '请补写 of = "folder"，或删去 each。', 'Write of = "folder" as well, or delete each.',
    ),
    "grades-unsorted": error(
        "下限 {given} 不低于前一等级的 {before}，这一等级永远轮不到。",
        "The limit {given} is not below that before it, {before}; this grade is never given.",
        "等级自上而下取第一个成立的，请从高到低排列。", "The first grade that holds is given; order them from the highest down.",
    ),
    "grade-always": error(
        "等级“{name}”没有条件，其后的等级永远轮不到。", "The grade “{name}” always holds; those after it are never given.",
        "请写 at_least 或 when；兜底的一档放在最后。", "Write at_least or when, or put it last.",
    ),
}  # fmt: skip
_REFERENCES: dict[str, Entry] = {
    "unknown-source": error(
        "没有名为“{name}”的依据。", "There is no source “{name}”.",
        "请核对编号，或补写 [source.{name}]；{meant}。", "Check the id or write [source.{name}]; {meant}.",
    ),
    "unknown-group": error(
        "没有名为“{name}”的分组。", "There is no group “{name}”.",
        "请核对编号，或补写 [group.{name}]；{meant}。", "Check the id or write [group.{name}]; {meant}.",
    ),
    "unknown-each": error(
        "分组不能按“{name}”逐个展开。", "No group can be repeated for each “{name}”.",
        "请写 goal、一级到三级指标（category1–3），或一个由表填报（没有 value）的文本类行取数项；{meant}。",
        "Write goal, a category, or a fact of the line of kind text that forms carry, without `value`; {meant}.",
    ),
    "unknown-grade": error(
        "没有按分数给的等级“{name}”。", "There is no grade “{name}” that is given by points.",
        "请写一个有 at_least 的等级的编号；{meant}。", "Name a grade that has at_least; {meant}.",
    ),
    "group-circle": error(
        "分组互相包含：{members}。", "The groups stand in one another: {members}.",
        "请改其中一个的 in，让它们成一棵树。", "Change one in, so that they form a tree.",
    ),
    "removed-name": error(
        "“{name}”已被 remove 去掉（{there}：{removed}），这里仍在使用。",
        "“{name}” was removed ({there}: {removed}) and is still named here.",
        "请把这里一并改掉，或不再去掉它。", "Change this place too, or do not remove it.",
    ),
}  # fmt: skip
_OVERLAYS: dict[str, Entry] = {
    "remove-nothing": error(
        "要去掉的“{name}”在所依据的规则集里没有。", "“{name}” is to be removed, but no base has it.",
        "请核对路径，{meant}；上级规则集已改动的，删去这一项。",
        "Check the path; {meant}. If the base has changed, delete this entry.",
    ),
    "conflict": error(
        "“{name}”在两个互不依据的规则集里写得不同，另一处在 {other}。",
        "“{name}” is written differently by two rulesets that do not build on each other; the other is at {other}.",
        "请在同时依据这两者的规则集里写定“{name}”。", "Settle it: write “{name}” in the ruleset that extends both.",
    ),
    "not-found": error(
        "找不到规则集“{name}”。", "The ruleset “{name}” cannot be found.",
        "请核对编号或文件路径；{meant}。", "Check the id or the path; {meant}.",
    ),
    "unreadable-file": error(
        "“{name}”读不出来：{why}。", "“{name}” cannot be read: {why}.",
        "请确认文件没有被占用、您有读取权限。", "Make sure that the file is not in use and that you may read it.",
    ),
    "id-differs": error(
        "按编号“{name}”找到的文件，自己写的编号是“{own}”。", "The file found as “{name}” calls itself “{own}”.",
        "请让文件夹名与 id 一致。", "Let the folder and the id agree.",
    ),
    "extends-circle": error(
        "规则集互相依据：{members}。", "The rulesets extend one another: {members}.",
        "请改其中一个的 extends。", "Change one extends.",
    ),
    "extends-deep": error(
        "规则集一层依据一层，超过 {most} 层。", "Rulesets extend one another more than {most} deep.",
        "请直接依据更上级的规则集。", "Extend a ruleset further up.",
    ),
}  # fmt: skip
EDITIONS: dict[str, Entry] = {
    "unknown-family": error(
        "没有名为“{family}”的规则集系列。", "There is no family of rulesets “{family}”.",
        "请核对名称，{meant}。", "Check the name; {meant}.",
    ),
    "no-edition": error(
        "“{family}”系列没有 {year} 年度施行的规则集，现有：{ids}。",
        "No ruleset of the family “{family}” is in force in {year}; there are {ids}.",
        "请核对表上的年度，或直接写明用哪一个规则集。", "Check the year of the form, or name the ruleset itself.",
    ),
    "several-editions": error(
        "“{family}”系列有几个规则集同在 {year} 年度施行：{ids}。",
        "Several rulesets of the family “{family}” are in force in {year}: {ids}.",
        "请写明用哪一个，并核对它们的 years。", "Name one of them, and check their years.",
    ),
    "no-year": error(
        "表上没有年度，不能从“{family}”系列中选定规则集：{ids}。",
        "The form has no year, so none can be chosen from the family “{family}”: {ids}.",
        "请在表上填写年度，或直接写明用哪一个规则集。", "Give the form its year, or name the ruleset itself.",
    ),
    "out-of-force": warning(
        "规则集“{name}”施行于 {years}，不含表上的 {year} 年度，仍按它评分。",
        "The ruleset “{name}” is in force {years}, not in {year}, the year of the form; it scores all the same.",
        "请确认用的是这一版。", "Make sure that this edition is meant.",
    ),
    "years-overlap": warning(
        "同一系列的“{name}”与“{other}”在 {years} 同时施行。",
        "“{name}” and “{other}” of one family are both in force {years}.",
        "请给前一个写 until。", "Give the earlier one an until.",
    ),
    "years-gap": warning(
        "“{family}”系列在“{other}”与“{name}”之间，{years} 没有施行的规则集。",
        "Between “{other}” and “{name}” no ruleset of the family “{family}” is in force {years}.",
        "请核对两者的 years。", "Check the years of both.",
    ),
}  # fmt: skip
ENTRIES: dict[str, Entry] = {
    **toml.ENTRIES, **shape.ENTRIES, **_SENSE, **_REFERENCES, **_OVERLAYS, **EDITIONS,
}  # fmt: skip

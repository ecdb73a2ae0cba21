"""Words of the codes `reason.…` (偏差原因): what is said, after the ruleset's own message, of a reason that is owed."""

from perfeval_rules.catalogue.entry import Entry, error, warning

ENTRIES: dict[str, Entry] = {
    "missing": error(
        "此处没有填写说明。",
        "No reason is given here.",
        "请写明原因；“无”“同上”“/”之类不算说明。",
        "State the reason; words such as 无, 同上 or / do not count as one.",
    ),
    "too-short": warning(
        "说明只有 {length} 个字，少于要求的 {min_chars} 个字。",
        "The reason has {length} characters, fewer than the {min_chars} asked for.",
        "请补充具体情况。",
        "Add what happened in particular.",
    ),
    "too-long": warning(
        "说明有 {length} 个字，超过规定的 {max_chars} 个字。",
        "The reason has {length} characters, more than the {max_chars} allowed.",
        "请压缩到规定字数以内。",
        "Shorten it to the length allowed.",
    ),
    "contradicts": warning(
        "说明中的“{word}”与填报的完成情况不一致。",
        "The reason says “{word}”, which does not fit the result reported.",
        "请核对说明与实际完成值，改正其中有误的一处。",
        "Compare the reason with the actual value and correct the one that is wrong.",
    ),
    "weak": warning(
        "已有说明，但没有看到“{lacking}”一类的内容。",
        "A reason is given, but nothing like “{lacking}” is found in it.",
        "请补充所缺的内容后再报。",
        "Add what is lacking.",
    ),
}

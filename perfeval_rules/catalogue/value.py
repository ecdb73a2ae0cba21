"""Words of the codes `value.…` (填报值)."""

from perfeval_rules.catalogue.entry import Entry, error, warning

_UNREAD: dict[str, Entry] = {
    "hidden-marks": error(
        "「{text}」中夹有看不见的字符（{mark}），未按数值读取。",
        "“{text}” holds an invisible character ({mark}) and is not read as a number.",
        "请清空该格后手工重新录入；从网页或聊天窗口复制的内容常带有这类字符。",
        "Clear the cell and type it again; text copied from web pages or chats often brings such characters along.",
    ),
    "foreign-digits": error(
        "「{text}」中的「{mark}」不是阿拉伯数字 0–9，未按数值读取。",
        "“{text}” holds the digit “{mark}”, which is not one of 0–9, and is not read as a number.",
        "请改用半角或全角的 0–9 填写。",
        "Write it with the digits 0–9, in half or full width.",
    ),
    "too-many-digits": error(
        "「{text}」超过 {most} 位数字，未予读取。",
        "“{text}” has more than {most} digits and is not read.",
        "请核对是否多录或重复粘贴；金额较大时可改用万元、亿元。",
        "Check whether it was pasted twice; for a large amount use 万元 or 亿元.",
    ),
    "exponent": error(
        "「{text}」是科学记数法，未予读取。",
        "“{text}” is in exponent notation and is not read.",
        "请写出完整数字，例如把 1.5e3 写成 1500。",
        "Write the number out in full, for example 1500 for 1.5e3.",
    ),
    "not-a-number": error(
        "「{text}」表示“没有数值”，不能计算。",
        "“{text}” says that there is no number; nothing can be computed from it.",
        "请填实际数字；没有数据的，留空并说明原因。",
        "Write the figure itself; if there is none, leave the cell blank and say why.",
    ),
    "spreadsheet-error": error(
        "「{text}」是表格公式出错或列宽不足时显示的内容，不是填报值。",
        "“{text}” is what a spreadsheet shows for a broken formula or a column too narrow; it is not a value.",
        "请在原表中改正公式或加宽列，再重新导出。",
        "Mend the formula or widen the column in the source workbook and export it again.",
    ),
    "grouping": error(
        "「{text}」的分节号或小数点位置不对，未予读取。",
        "The commas or points of “{text}” do not stand where they should; it is not read.",
        "千分位每三位一个逗号，小数点只有一个，例如 1,048,285.45；也可以不写逗号。",
        "Put a comma at every third digit and one point only, as in 1,048,285.45, or leave the commas out.",
    ),
    "number-unclear": warning(
        "「{text}」读不成一个确定的数值，按文字处理。",
        "“{text}” cannot be read as one definite number; it is kept as words.",
        "指标值请只写符号、数字和计量单位，例如 ≥300人次；说明文字写到备注中。",
        "Write only the sign, the number and its unit, for example ≥300人次; put remarks elsewhere.",
    ),
    "number-missing": error(
        "此处应填数字，现为空白。",
        "A number belongs here; it is blank.",
        "请补填；确实为零的，填 0。",
        "Fill it in; if it really is nil, write 0.",
    ),
    "unit-unknown": warning(
        "「{text}」中的「{unit}」不是可识别的计量单位，按文字处理。",
        "“{unit}” in “{text}” is not a unit that is known; the cell is kept as words.",
        "请改用常用计量单位，例如 人次、个、万元、%；说明文字写到备注中。",
        "Use a common unit, such as 人次, 个, 万元 or %; put remarks elsewhere.",
    ),
    "range": warning(
        "「{text}」是一个范围，无法与单个数值比较，按文字处理。",
        "“{text}” is a range and cannot be compared with one number; it is kept as words.",
        "请只写考核的界限，例如 ≥5个 或 ≤10个；上下限都要考核的，分列两项指标。",
        "Write only the bound that counts, such as ≥5个 or ≤10个; if both count, make them two indicators.",
    ),
    "approximate": warning(
        "「{text}」是约数，按文字处理。",
        "“{text}” is only approximate; it is kept as words.",
        "请填准确数字；只要求达到某个数的，写成 ≥ 或 ≤。",
        "Write the exact figure; for a bound write ≥ or ≤.",
    ),
}
_SIGNS: dict[str, Entry] = {
    "sign-unknown": warning(
        "「{text}」中的符号「{sign}」无法识别，按文字处理。",
        "The sign “{sign}” in “{text}” is not known; the cell is kept as words.",
        "请使用 ≥、>、=、<、≤ 之一。",
        "Use one of ≥, >, =, < and ≤.",
    ),
    "signs-disagree": warning(
        "「{text}」前后两处符号相互矛盾，按文字处理。",
        "The signs before and after the number in “{text}” disagree; the cell is kept as words.",
        "请只保留一个，例如 ≥95% 或 95%以上。",
        "Keep only one of them, as in ≥95% or 95%以上.",
    ),
    "sign-without-number": warning(
        "「{text}」有比较符号而没有数字，按文字处理。",
        "“{text}” has a sign but no number; it is kept as words.",
        "请在符号后补填数字；定性指标请去掉符号。",
        "Add the number behind the sign; for a qualitative indicator leave the sign out.",
    ),
}
_DATES: dict[str, Entry] = {
    "date-impossible": error(
        "「{text}」不是存在的日期。",
        "“{text}” is not a date that exists.",
        "请核对年、月、日；若指时长，写成“24个月”。",
        "Check the year, month and day; if a length of time is meant, write 24个月.",
    ),
    "date-without-year": warning(
        "「{text}」没有年份，填报表也没有年度，无法确定日期。",
        "“{text}” has no year and neither has the form, so the date is not known.",
        "请在表头填写年度，或在日期前写明年份。",
        "Give the year in the head of the form, or write it before the date.",
    ),
    "date-backwards": error(
        "「{text}」的起始时间晚于结束时间。",
        "“{text}” begins after it ends.",
        "请核对起止时间；跨年度的，两端都写明年份。",
        "Check both ends; where it runs into another year, write the year at both.",
    ),
    "month-or-months": warning(
        "「{text}」可能指 {count} 月，也可能指 {count} 个月，现按 {count} 个月读取。",
        "“{text}” may be the month or a number of months; it is read as {count} months.",
        "指时长的写“{count}个月”，指期限的写“{count}月底”。",
        "Write {count}个月 for a length of time, {count}月底 for a deadline.",
    ),
}
_AMOUNTS: dict[str, Entry] = {
    "amount-unclear": error(
        "「{text}」读不成一个确定的金额。",
        "“{text}” cannot be read as one definite amount.",
        "请只填数字，例如 1,048,285.45；没有金额的填 0。",
        "Write only the figure, for example 1,048,285.45; write 0 if there is none.",
    ),
    "amount-not-money": error(
        "金额栏「{text}」的单位「{unit}」不是货币单位。",
        "The unit “{unit}” of “{text}” in a column of amounts is not one of money.",
        "请按表头的金额单位填写。",
        "Write the amount in the unit that the head of the block names.",
    ),
    "amount-unit-unknown": error(
        "金额单位「{unit}」无法识别，「{text}」未能折算为元。",
        "The unit of amounts “{unit}” is not known, so “{text}” cannot be turned into yuan.",
        "请在表头注明 元、千元、万元 或 亿元。",
        "Name 元, 千元, 万元 or 亿元 in the head of the block.",
    ),
}

ENTRIES: dict[str, Entry] = {**_UNREAD, **_SIGNS, **_DATES, **_AMOUNTS}

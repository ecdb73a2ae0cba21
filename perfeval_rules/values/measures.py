"""The units that are known by name: what each measures and how many of the base unit it holds."""

from collections.abc import Mapping
from fractions import Fraction

_SIZES: Mapping[str, Mapping[str, int | Fraction]] = {
    "percent": {
        "%": 1,
        "百分点": 1,
        "‰": Fraction(1, 10),
        "千分点": Fraction(1, 10),
        "成": 10,
        "基点": Fraction(1, 100),
    },
    "money": {"元": 1, "圆": 1, "人民币": 1, "元人民币": 1, "角": Fraction(1, 10)},
    "us-dollars": {"美元": 1, "美金": 1},
    "hong-kong-dollars": {"港元": 1, "港币": 1},
    "euros": {"欧元": 1},
    "yen": {"日元": 1},
    "pounds": {"英镑": 1},
    "area": {
        **dict.fromkeys(("平方米", "平米", "㎡", "m2", "m²"), 1),
        **dict.fromkeys(("公顷", "ha", "hm2", "hm²"), 10_000),
        **dict.fromkeys(("平方公里", "平方千米", "km2", "km²", "k㎡"), 1_000_000),
        "平方厘米": Fraction(1, 10_000),
        "亩": Fraction(2_000, 3),
    },
    "length": {
        **dict.fromkeys(("米", "m", "延米", "延长米"), 1),
        **dict.fromkeys(("公里", "千米", "km", "㎞"), 1_000),
        **dict.fromkeys(("厘米", "cm", "㎝"), Fraction(1, 100)),
        **dict.fromkeys(("毫米", "mm", "㎜"), Fraction(1, 1_000)),
        "里": 500,
    },
    "time": {
        **dict.fromkeys(("秒", "秒钟", "s"), 1),
        **dict.fromkeys(("分钟", "min"), 60),
        **dict.fromkeys(("小时", "钟头", "h"), 3_600),
        **dict.fromkeys(("天", "日", "日历天", "d"), 86_400),
        **dict.fromkeys(("周", "星期"), 604_800),
        "毫秒": Fraction(1, 1_000),
        "ms": Fraction(1, 1_000),
    },
    # Months and years have no fixed number of days, and working days no fixed number of hours.
    "months": {"个月": 1, "月": 1, "季度": 3, "年": 12, "周年": 12, "年度": 12},
    "workdays": {"工作日": 1},
    "data": {name: 1_024**power for power, name in enumerate(("B", "KB", "MB", "GB", "TB", "PB"))},
    "data-rate": {"bps": 1, "kbps": 10**3, "Mbps": 10**6, "Gbps": 10**9},
    "weight": {
        **dict.fromkeys(("千克", "公斤", "kg", "㎏"), 1),
        **dict.fromkeys(("克", "g"), Fraction(1, 1_000)),
        **dict.fromkeys(("毫克", "mg", "㎎"), Fraction(1, 1_000_000)),
        **dict.fromkeys(("吨", "t"), 1_000),
        "斤": Fraction(1, 2),
    },
    "volume": {
        **dict.fromkeys(("立方米", "立方", "m3", "m³", "㎥"), 1),
        **dict.fromkeys(("升", "L", "公升"), Fraction(1, 1_000)),
        **dict.fromkeys(("毫升", "ml"), Fraction(1, 1_000_000)),
    },
    "energy": {"千瓦时": 1, "度": 1, "kWh": 1, "兆瓦时": 1_000, "MWh": 1_000},
    "voltage": {"伏": 1, "千伏": 1_000, "kV": 1_000},
    "apparent-power": {"千伏安": 1, "kVA": 1},
    "power": {"瓦": 1, "千瓦": 1_000, "kW": 1_000, "兆瓦": 1_000_000, "MW": 1_000_000},
    "standard-coal": {"吨标准煤": 1, "吨标煤": 1},
    "temperature": {"℃": 1, "°C": 1, "摄氏度": 1},
    "sound": {"分贝": 1, "dB": 1},
    "points": {"分": 1},
    "multiple": {"倍": 1},
}
_COUNTED = """
人 人次 个 套 项 次 件 户 家 起 例 份 场 场次 期 台 台次 辆 辆次 篇 册 名 位 组 种 类 处 座 条 支 部 本 张 块 栋 幢 间 所
棵 株 头 只 匹 羽 尾 批 批次 宗 笔 单 单位 户次 车次 班次 班 架 艘 门 盏 根 枚 颗 片 面 副 幅 双 对 盒 箱 袋 瓶 桶 包 捆
卷 口 眼 站 点 点位 站点 村 社区 乡镇 镇 县 区 市 街道 企业 项目 案 案件 标段 课题 课时 学时 工时 机时 轮 级 层 节 件次
人日 人天 人月 人年 床 床位 张床位 岗 岗位 样 样品 批样 条次 幅次 篇次 期次 届 段 孔 樘 扇 把 顶 方
"""
"""Measure words, all of them counts; 方 is left a count, for it may be square or cubic."""

MEASURES: Mapping[str, tuple[str, Fraction]] = {
    **{name: ("count", Fraction(1)) for name in _COUNTED.split()},
    **{name: (dimension, Fraction(size)) for dimension, sizes in _SIZES.items() for name, size in sizes.items()},
}
"""Unit → its dimension and how many of the base unit it is: 元, 平方米, 米, 秒, 月, B (1,024 a step), 千克, 立方米, 千瓦时."""

LATIN: Mapping[str, str] = {name.casefold(): name for name in MEASURES if name.isascii() and len(name) > 1}
"""Units in Latin letters by their lower case; single letters count only as they stand, for 100M is no length."""

MULTIPLIERS: Mapping[str, int] = {
    "百": 10**2, "千": 10**3, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7,
    "亿": 10**8, "十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12,
}  # fmt: skip
"""What may stand before a unit as a part of it."""

ALIASES: Mapping[str, str] = {
    **dict.fromkeys(("百分比", "%(百分比)", "%(百分率)", "百分率"), "%"),
    "月": "个月",
    **dict.fromkeys(("千分比", "‰(千分比)", "千分率"), "‰"),
}
"""Other spellings of a unit, which are not told apart from it."""

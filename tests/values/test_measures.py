import pytest

from perfeval_rules.values.measures import ALIASES, LATIN, MEASURES, MULTIPLIERS

KNOWN = {
    "percent": "% 百分点; ‰ 千分点; % = 10 ‰; 成 = 10 %; % = 100 基点",
    "money": "元 圆 人民币 元人民币; 元 = 10 角",
    "us-dollars": "美元 美金",
    "hong-kong-dollars": "港元 港币",
    "euros": "欧元",
    "yen": "日元",
    "pounds": "英镑",
    "area": "平方米 平米 ㎡ m2 m²; 公顷 ha hm2 hm² = 10000 ㎡; 平方公里 平方千米 km2 km² k㎡ = 100 公顷; 公顷 = 15 亩; 平方米 = 10000 平方厘米",
    "length": "米 m 延米 延长米; 公里 千米 km ㎞ = 1000 米; 米 = 100 厘米; 厘米 cm ㎝ = 10 毫米; 毫米 mm ㎜; 里 = 500 米",
    "time": "秒 秒钟 s; 分钟 min = 60 秒; 小时 钟头 h = 60 分钟; 天 日 日历天 d = 24 小时; 周 星期 = 7 天; 秒 = 1000 毫秒; 毫秒 ms",
    "months": "个月 月; 季度 = 3 个月; 年 周年 年度 = 12 个月",
    "workdays": "工作日",
    "data": "B; KB = 1024 B; MB = 1024 KB; GB = 1024 MB; TB = 1024 GB; PB = 1024 TB",
    "data-rate": "bps; kbps = 1000 bps; Mbps = 1000 kbps; Gbps = 1000 Mbps",
    "weight": "千克 公斤 kg ㎏; 千克 = 1000 克; 克 g = 1000 毫克; 毫克 mg ㎎; 吨 t = 1000 千克; 千克 = 2 斤",
    "volume": "立方米 立方 m3 m³ ㎥; 立方米 = 1000 升; 升 L 公升 = 1000 毫升; 毫升 ml",
    "energy": "千瓦时 度 kWh; 兆瓦时 MWh = 1000 度",
    "voltage": "伏; 千伏 kV = 1000 伏",
    "apparent-power": "千伏安 kVA",
    "power": "瓦; 千瓦 kW = 1000 瓦; 兆瓦 MW = 1000 千瓦",
    "standard-coal": "吨标准煤 吨标煤",
    "temperature": "℃ °C 摄氏度",
    "sound": "分贝 dB",
    "points": "分",
    "multiple": "倍",
}
"""What each dimension measures in, as people learn it: units that are one, and how many of the next each is."""


@pytest.mark.parametrize("dimension", KNOWN)
def test_units_of_a_dimension_are_as_large_as_people_know(dimension: str) -> None:
    mentioned = set()
    for told in KNOWN[dimension].split("; "):
        units, _, equal = told.partition(" = ")
        mentioned |= {*units.split(), *equal.split()[1:]}
        sizes = {MEASURES[unit] for unit in units.split()}
        if equal:
            count, other = equal.split()
            sizes.add((dimension, int(count) * MEASURES[other][1]))
        assert len(sizes) == 1, told
    assert mentioned == {unit for unit, (measured, _) in MEASURES.items() if measured == dimension}


def test_every_dimension_but_that_of_counts_is_known() -> None:
    assert {dimension for dimension, _ in MEASURES.values()} == {"count", *KNOWN}


def test_a_count_is_a_count_of_one() -> None:
    counts = {unit: size for unit, (dimension, size) in MEASURES.items() if dimension == "count"}
    assert {"人", "人次", "个", "套", "方"} <= counts.keys()
    assert set(counts.values()) == {1}


def test_multipliers_go_by_powers_of_ten() -> None:
    assert [
        MULTIPLIERS[word] for word in ["百", "千", "万", "十万", "百万", "千万", "亿", "十亿", "百亿", "千亿", "万亿"]
    ] == [10**power for power in range(2, 13)]
    assert len(MULTIPLIERS) == 11


def test_every_dimension_has_a_base_unit_of_size_one() -> None:
    assert {dimension for dimension, size in MEASURES.values() if size == 1} == {d for d, _ in MEASURES.values()}


def test_every_size_is_positive() -> None:
    assert all(size > 0 for _, size in MEASURES.values())


def test_lower_case_tells_no_two_units_apart_wrongly() -> None:
    long = [name for name in MEASURES if name.isascii() and len(name) > 1]
    assert len(LATIN) == len(long)


def test_every_alias_names_a_known_unit() -> None:
    assert set(ALIASES.values()) <= set(MEASURES)


def test_no_bare_multiplier_is_a_unit() -> None:
    assert not set(MULTIPLIERS) & set(MEASURES)


def test_no_unit_is_known_with_a_multiplier_that_its_size_denies() -> None:
    for name, (dimension, size) in MEASURES.items():
        for word, factor in MULTIPLIERS.items():
            rest = MEASURES.get(name.removeprefix(word)) if name.startswith(word) else None
            assert rest is None or rest[0] != dimension or size == rest[1] * factor


@pytest.mark.parametrize(
    ("unit", "spellings"),
    [
        ("%", {"百分比", "百分率", "%(百分比)", "%(百分率)"}),
        ("‰", {"千分比", "千分率", "‰(千分比)"}),
        ("个月", {"月"}),
    ],
)
def test_other_spellings_of_a_unit(unit: str, spellings: set[str]) -> None:
    assert {alias for alias, name in ALIASES.items() if name == unit} == spellings

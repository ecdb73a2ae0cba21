from perfeval_rules.values.measures import ALIASES, LATIN, MEASURES, MULTIPLIERS


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

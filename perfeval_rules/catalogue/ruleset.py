"""Words of the codes `ruleset.…` (规则集)."""

from perfeval_rules.catalogue.entry import Entry

ENTRIES: dict[str, Entry] = {}

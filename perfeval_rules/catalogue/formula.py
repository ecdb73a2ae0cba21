"""Words of the codes `formula.…` (公式)."""

from perfeval_rules.catalogue.entry import Entry

ENTRIES: dict[str, Entry] = {}

"""Words of the codes `plugin.…` (插件)."""

from perfeval_rules.catalogue.entry import Entry

ENTRIES: dict[str, Entry] = {}

"""Words of the codes `form.…` (填报表)."""

from perfeval_rules.catalogue.entry import Entry

ENTRIES: dict[str, Entry] = {}

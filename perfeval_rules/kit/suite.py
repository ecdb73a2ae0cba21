"""The suite that an author of an indicator type inherits: what must hold of every type."""

from perfeval_rules.kit.declaration import DeclarationTests
from perfeval_rules.kit.examples import ExampleTests
from perfeval_rules.kit.measures import MeasureTests
from perfeval_rules.kit.purity import PurityTests


class IndicatorTypeSuite(MeasureTests, ExampleTests, DeclarationTests, PurityTests):
    """All that must hold of an indicator type; a class that names one inherits the tests::

        class TestNetPromoter(IndicatorTypeSuite):
            indicator_type = NetPromoter

    What is tried is made up from what the type declares. `options` and `reported` may be overridden where that does not
    meet what matters, the attributes where the type is meant to be otherwise.
    """

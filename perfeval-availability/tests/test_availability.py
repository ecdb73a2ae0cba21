"""The type `availability`: what holds of every type, and an example of one's own."""

import json

from perfeval_rules import Engine
from perfeval_rules.testing import IndicatorTypeSuite

from perfeval_availability import AvailabilityIndicator


class TestAvailabilityIndicator(IndicatorTypeSuite):
    indicator_type = AvailabilityIndicator
    scales = ("actual", "base")  # 同乘一个数，达成度不变 · one factor on both changes nothing


def test_what_goes_beyond_the_target_is_capped_by_the_ruleset_and_not_by_the_type() -> None:
    row = {"name": "增长率", "target": "≥5%", "actual": "220", "weight": "10", "values": {"上年数": "200"}}
    form, findings = Engine().read(json.dumps({"rows": [row]}).encode(), "form.json")
    assert form is not None
    assert findings == ()
    line = Engine().program("availability-example").evaluate(form).lines[0]
    assert line.attainment is not None
    assert line.attainment > 1
    assert line.score == 10

"""Work gives way where a place was made for it, and only while something may ask for that."""

import pytest

from scripts.foundation.giving_way import GivenWay, give_way, giving_way


def test_work_goes_on_until_something_is_urgent() -> None:
    urgent: list[bool] = []
    with pytest.raises(GivenWay), giving_way(lambda: bool(urgent)):
        give_way()
        urgent.append(True)
        give_way()
        pytest.fail("it went on")


def test_nothing_is_urgent_for_work_that_nobody_may_end() -> None:
    with giving_way(lambda: True):
        pass
    give_way()

"""The search for garbage is as it was before, whatever happened while it was left out."""

import gc

import pytest

from scripts.foundation.garbage import not_searched


@not_searched()
def searched() -> bool:
    return gc.isenabled()


def test_garbage_is_searched_for_again_afterwards() -> None:
    assert gc.isenabled()
    assert not searched()
    with pytest.raises(ValueError, match="inside"), not_searched():
        raise ValueError("inside")
    assert gc.isenabled()


def test_who_had_it_off_keeps_it_off() -> None:
    gc.disable()
    try:
        assert not searched()
        assert not gc.isenabled()
    finally:
        gc.enable()

"""Choices in the address: kept beside those of others, and gone when there are none."""

from typing import Any

from tests.explorables.javascript import evaluate


def at(query: str, steps: str) -> Any:
    """Return what `steps` return at a page with this query."""
    program = f"(() => {{ page.open('https://example.org/bank.html{query}'); {steps} }})()"
    return evaluate("address", program, folder="shared")[0]


def test_what_is_kept_is_found_again() -> None:
    texts = {"topic": "hessian-and-critical-points", "level": "π & <b>"}
    found = at("", f"module.keepInAddress({texts}); return [{list(texts)}.map(module.inAddress), location.search]")
    assert found == [list(texts.values()), "?topic=hessian-and-critical-points&level=%CF%80+%26+%3Cb%3E"]


def test_what_is_empty_is_not_in_the_address() -> None:
    query = "?topic=a&level=b&other=c#here"
    assert at(query, "return module.addressWith({ topic: '', level: null }).href").endswith("/bank.html?other=c#here")
    assert at("", "return module.inAddress('topic')") is None


def test_an_address_is_only_made_until_it_is_kept() -> None:
    assert at("?a=1", "module.addressWith({ a: '2' }); return location.search") == "?a=1"

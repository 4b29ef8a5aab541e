"""The option that takes the HTML of blocks as it is now for right."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option."""
    parser.addoption("--approve-pairs", action="store_true", help="write the HTML of each kind of block as it is now")

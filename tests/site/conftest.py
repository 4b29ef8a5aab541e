"""What tests of the site share."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.site.reading import LAPTOP


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on a laptop, in a profile of its own."""
    context = LAPTOP.context(browser)
    yield context.new_page()
    context.close()

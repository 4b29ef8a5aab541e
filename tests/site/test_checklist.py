"""Checklists can be ticked and stay ticked in a browser; without scripts they are lists to read."""

from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.site.access import troubles_of_access
from tests.site.reading import LAPTOP, PAGES, READERS

NAME, OTHER = (page for page in PAGES if page.startswith(("topics/01", "topics/02")) and page.endswith("/index.html"))
NO_STORAGE = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"


def test_what_is_ticked_stays_ticked_until_it_is_cleared(page: Page, server: str) -> None:
    page.goto(server + NAME)
    boxes = page.locator("article .task-list input")
    said = page.locator(".nb-ticked [role=status]")
    expect(said).to_have_text(f"0 of {boxes.count()} done")
    page.locator("article .task-list-item").nth(1).get_by_text("I can").click()
    boxes.nth(0).focus()
    page.keyboard.press("Space")
    page.goto(server + OTHER)
    assert not page.locator("article .task-list input:checked").count()
    page.goto(server + NAME)
    assert [box.is_checked() for box in boxes.all()[:3]] == [True, True, False]
    expect(said).to_have_text(f"2 of {boxes.count()} done")
    page.get_by_role("button", name="Untick all").click()
    expect(boxes.nth(0)).to_be_focused()
    page.reload()
    assert not page.locator("article .task-list input:checked").count()
    assert page.evaluate("Object.keys(localStorage).filter(name => name.startsWith('nabla.'))") == []


def test_a_tick_belongs_to_words_and_not_to_a_place(page: Page, server: str) -> None:
    page.goto(server + NAME)
    page.locator("article .task-list input").first.check(force=True)
    page.route("**/*.html", lambda route: route.fulfill(body=_without_first(route.fetch().text())))
    page.reload()
    assert page.locator("article .task-list input").count() > 1
    assert not page.locator("article .task-list input:checked").count()


def _without_first(html: str) -> str:
    start = html.index('<li class="task-list-item">')
    return html[:start] + html[html.index("</li>", start) + len("</li>") :]


def test_a_box_is_named_by_its_words(browser: Browser, server: str) -> None:
    context = READERS[0].context(browser)
    page = context.new_page()
    page.goto(server + NAME)
    named = page.get_by_role("checkbox", name="I can")
    assert named.count() == page.locator("article .task-list input").count()
    assert troubles_of_access(page, "article") == []
    context.close()


def test_where_nothing_can_be_kept_a_list_is_ticked_until_the_page_is_left(page: Page, server: str) -> None:
    page.add_init_script(NO_STORAGE)
    page.goto(server + NAME)
    page.locator("article .task-list-item").first.get_by_text("I can").click()
    assert page.locator("article .task-list input").first.is_checked()


def test_from_a_folder_too_and_without_scripts_it_is_a_list_to_read(browser: Browser, site: Path) -> None:
    for scripts in (True, False):
        context = LAPTOP.context(browser, java_script_enabled=scripts)
        page = context.new_page()
        page.goto((site / NAME).as_uri())
        box = page.locator("article .task-list input").first
        assert box.is_enabled() == scripts
        if scripts:
            box.check(force=True)
            page.reload()
            assert box.is_checked()
        assert page.locator("article .task-list-item").first.is_visible()
        context.close()

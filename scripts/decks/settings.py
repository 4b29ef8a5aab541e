"""The settings in `decks/deck.toml`, and the address that cards link to."""

import os
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.course.plan import wrong_toml
from scripts.foundation.mistakes import Mistake, Mistakes, line_at
from scripts.foundation.paths import HERE

# Stands for the site's address until a package is written, so that the lock does not depend on the address.
PLACEHOLDER = "https://site.invalid/"
# How many characters AnkiWeb takes; of tags, with a blank between any two.
_MOST = {"title": 60, "tags": 60, "description": 65_000}


@dataclass(frozen=True)
class AnkiWeb:
    """What AnkiWeb asks for when a deck is shared."""

    title: str
    tags: tuple[str, ...]
    description: str
    # The notes whose cards are shown as pictures, by id.
    shown: tuple[str, ...] = ()


@dataclass(frozen=True)
class Settings:
    """The settings of the decks."""

    url: str
    deck: str
    title: str
    description: str
    ankiweb: AnkiWeb


def read_settings(folder: Path = HERE.decks) -> Settings:
    """Read `deck.toml`. Raises `Mistakes` if it is not as it should be."""
    path = folder / "deck.toml"
    try:
        text = path.read_text(encoding="utf-8")
        data = tomllib.loads(text)
        web = data["ankiweb"]
        settings = Settings(
            url=_directory(data["url"]),
            deck=data["deck"],
            title=data["title"],
            description=data["description"],
            ankiweb=AnkiWeb(web["title"], tuple(web["tags"]), web["description"].strip(), tuple(web["shown"])),
        )
    except tomllib.TOMLDecodeError as error:
        raise wrong_toml(path, error) from None
    except (OSError, UnicodeDecodeError, TypeError, AttributeError) as error:
        what = f"it cannot be read: {error}"
    except KeyError as error:
        what = f"the setting {error} is missing"
    else:
        if found := list(_too_long(settings.ankiweb, path, text)):
            raise Mistakes(found)
        return settings
    raise Mistakes([Mistake(path, 1, what, "compare with docs/contributing/decks.md, or take it from Git")])


def _too_long(web: AnkiWeb, path: Path, text: str) -> Iterator[Mistake]:
    """Yield a mistake for each text that AnkiWeb would refuse."""
    for name, most in _MOST.items():
        value = getattr(web, name)
        length = len(value if isinstance(value, str) else " ".join(value))
        if length > most:
            line = line_at(text, text.index(f"\n{name} =", text.index("[ankiweb]")) + 1)
            what = f"AnkiWeb takes {most:,} characters of {name}, and these are {length:,}"
            yield Mistake(path, line, what, "shorten it")


def site_url(settings: Settings) -> str:
    """Return where this build is published: the environment's SITE_URL, or the address in the settings."""
    return _directory(os.environ.get("SITE_URL") or settings.url)


def _directory(url: str) -> str:
    """Return `url` with a slash at its end, so that paths can be joined to it."""
    return url if url.endswith("/") else url + "/"


def located(text: str, url: str) -> str:
    """Return `text` with the address of the site in place of its placeholder."""
    return text.replace(PLACEHOLDER, url)

"""The settings in `decks/deck.toml`, and the address that cards link to."""

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path

from scripts.course.plan import wrong_toml
from scripts.foundation.mistakes import Mistake, Mistakes
from scripts.foundation.paths import HERE

# Stands for the site's address until a package is written, so that the lock does not depend on the address.
PLACEHOLDER = "https://site.invalid/"


@dataclass(frozen=True)
class AnkiWeb:
    """What AnkiWeb asks for when a deck is shared."""

    title: str
    tags: tuple[str, ...]
    description: str


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
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        web = data["ankiweb"]
        return Settings(
            url=directory(data["url"]),
            deck=data["deck"],
            title=data["title"],
            description=data["description"],
            ankiweb=AnkiWeb(web["title"], tuple(web["tags"]), web["description"].strip()),
        )
    except tomllib.TOMLDecodeError as error:
        raise wrong_toml(path, error) from None
    except (OSError, UnicodeDecodeError, TypeError, AttributeError) as error:
        what = f"it cannot be read: {error}"
    except KeyError as error:
        what = f"the setting {error} is missing"
    raise Mistakes([Mistake(path, 1, what, "compare with docs/contributing/decks.md, or take it from Git")])


def site_url(settings: Settings) -> str:
    """Return where this build is published: the environment's SITE_URL, or the address in the settings."""
    return directory(os.environ.get("SITE_URL") or settings.url)


def directory(url: str) -> str:
    """Return `url` with a slash at its end, so that paths can be joined to it."""
    return url if url.endswith("/") else url + "/"


def located(text: str, url: str) -> str:
    """Return `text` with the address of the site in place of its placeholder."""
    return text.replace(PLACEHOLDER, url)

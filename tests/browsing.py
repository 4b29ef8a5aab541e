"""A browser that shows the same on every machine, with fonts that the project installs and settings of its own.

The fonts come with Matplotlib, so they are wherever the project is. Without this, a page is as wide as the serif that
somebody installed, and a picture is made of pixels that no other machine makes. Only Linux asks Fontconfig for fonts.
"""

import os
from pathlib import Path

import matplotlib
from playwright.sync_api import Browser, Playwright

from scripts.tools.browser import FLAGS, find_browser

FONTS = Path(matplotlib.get_data_path(), "fonts", "ttf")
# DejaVu Serif is about the widest face that people read with, STIX (a Times) about the narrowest.
WIDE = {"serif": "DejaVu Serif", "sans-serif": "DejaVu Sans", "monospace": "DejaVu Sans Mono"}
NARROW = {"serif": "STIXGeneral", "sans-serif": "STIXGeneral", "monospace": "DejaVu Sans Mono"}
OTHER_GENERICS = ("system-ui", "ui-serif", "ui-sans-serif", "cursive", "fantasy", "math")

# The same picture whatever screen, theme and language the machine has.
SAME_EVERYWHERE = ("--force-color-profile=srgb", "--disable-lcd-text", "--font-render-hinting=none", "--lang=en-US")
PERSONAL = ("XDG_", "LC_", "LANG", "TZ", "GTK_", "FONTCONFIG_", "FC_", "CHROMIUM_", "DISPLAY", "WAYLAND_", "DBUS_")

FONTCONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <selectfont>
    <acceptfont><glob>*/DejaVuS*</glob><glob>*/STIXGeneral*</glob></acceptfont>
    <rejectfont><glob>*</glob></rejectfont>
  </selectfont>
  {aliases}
  <match target="pattern">
    <edit name="family" mode="append_last" binding="weak"><string>{otherwise}</string></edit>
  </match>
  <match target="font">
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="autohint" mode="assign"><bool>false</bool></edit>
    <edit name="hintstyle" mode="assign"><const>hintnone</const></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
    <edit name="lcdfilter" mode="assign"><const>lcdnone</const></edit>
  </match>
</fontconfig>
"""
ALIAS = '<alias binding="same"><family>{asked}</family><prefer><family>{given}</family></prefer></alias>'


def launch(play: Playwright, home: Path, *, fonts: dict[str, str] = WIDE) -> Browser:
    """Start a browser that knows `fonts` only, by their generic names, and `home`, an empty folder, as its home."""
    flags = [*FLAGS, *SAME_EVERYWHERE]
    return play.chromium.launch(executable_path=find_browser(), args=flags, env=surroundings(home, fonts))


def surroundings(home: Path, fonts: dict[str, str] = WIDE) -> dict[str, str]:
    """Return the environment of a browser that knows `fonts` only, and `home` as its home."""
    configuration = home / "fonts.conf"
    configuration.write_text(fontconfig(home / "fonts", fonts), encoding="utf-8")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(PERSONAL)}
    # Windows and macOS find their own libraries by the home folder, and know no Fontconfig.
    own = {"HOME": str(home)} if os.name == "posix" else {}
    return {**kept, **own, "FONTCONFIG_FILE": str(configuration), "LANG": "C.UTF-8", "TZ": "UTC"}


def fontconfig(cache: Path, fonts: dict[str, str]) -> str:
    """Return a configuration of Fontconfig that knows the project's fonts and none of the machine's."""
    asked = {**fonts, **dict.fromkeys(OTHER_GENERICS, fonts["serif"]), "system-ui": fonts["sans-serif"]}
    aliases = "\n  ".join(ALIAS.format(asked=name, given=family) for name, family in asked.items())
    return FONTCONFIG.format(fonts=FONTS, cache=cache, aliases=aliases, otherwise=fonts["sans-serif"])

"""The site as it is while it is worked on, served to browsers on this machine.

Files come from three places: pages made ahead, what pages load as it was just made, and the last good site. While that
is built anew, whatever may be stale is waited for. An open page listens (`frontend/src/preview/reload.js`); it is told
when what it shows has changed, and what is wrong.
"""

import hashlib
import json
import posixpath
import re
import socket
import threading
from collections import Counter
from collections.abc import Collection, Iterator
from functools import lru_cache, partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from scripts.foundation.paths import FRONTEND, Places

EVENTS = "/.preview"
# Whether a page is still open is noticed when something is sent to it.
_SECONDS = 5.0
_LOADED = re.compile(r"""(?:src|href)=["']?([^"'\s>#?]+)""")


class Preview:
    """What is served, and what browsers are told; `ahead` is the folder of the pages that are made ahead."""

    def __init__(self, places: Places, ahead: Path) -> None:
        self._places, self._ahead = places, ahead
        self._state = threading.Condition()
        self._building = False  # until the site is whole again
        self._waiting = False  # until the pages that are open are made
        self._wrong = ""
        self._open: Counter[str] = Counter()

    @property
    def open(self) -> set[str]:
        """The names of the pages that browsers show."""
        with self._state:
            return set(+self._open)

    def unsettle(self) -> None:
        """Hold back what may be stale, since a file has changed."""
        with self._state:
            self._building = self._waiting = True

    def show_ahead(self, names: Collection[str], wrong: str) -> None:
        """Let browsers show the pages of some names, made ahead, or what is wrong with them."""
        with self._state:
            for path in list(self._ahead.rglob("*.html")):
                if path.relative_to(self._ahead).as_posix() not in names:
                    path.unlink()
            self._waiting = False
            # What is wrong elsewhere is wrong until the whole site is right.
            self._wrong = wrong or self._wrong
            self._state.notify_all()

    def settle(self, wrong: str) -> None:
        """Serve the site, which is whole again, or say what is wrong with it."""
        with self._state:
            self._building = False
            self._wrong = wrong
            if not wrong:
                for path in list(self._ahead.rglob("*.html")):
                    path.unlink()
            self._state.notify_all()

    def content(self, name: str) -> bytes | None:
        """Return what is served under a name, None if there is nothing; wait for what is being built."""
        with self._state:
            while (found := self._found(name)) is None and self._building:
                self._state.wait()
            return self._with_script(name, found) if found is not None and name.endswith(".html") else found

    def _found(self, name: str) -> bytes | None:
        folders = [] if self._waiting else [self._ahead]
        # Styles, scripts and pictures are made before the page that loads them; the files of exercises are not.
        made_before = name.startswith("assets/") and not name.startswith("assets/generated/practice/")
        if made_before and (self._building or self._wrong):
            folders.append(self._places.docs)
        if made_before or not self._building:
            folders.append(self._places.site)
        for path in (folder / name for folder in folders):
            try:
                return path.read_bytes()
            except OSError:
                continue
        return None

    def _with_script(self, name: str, html: bytes) -> bytes:
        script = (FRONTEND / "src" / "preview" / "reload.js").read_bytes()
        head, end, tail = html.rpartition(b"</body>")
        shown = self._shown(name, html).encode()
        return b'%b<script data-shown="%b">\n%b</script>%b' % (head or tail, shown, script, end + tail if end else b"")

    def _shown(self, name: str, html: bytes) -> str:
        """Return a digest of a page and of what it loads, as that is before the site's build drops unused styles."""
        links = map(unquote, _LOADED.findall(html.decode(errors="replace")))
        names = {posixpath.normpath(posixpath.join(posixpath.dirname(name), link)) for link in links}
        docs, site, generated = self._places.docs, self._places.site, self._places.generated
        loaded = {*generated.glob("js/*.js"), *generated.glob("modules/**/*.js")}
        for asset in (name for name in names if name.startswith("assets/")):
            loaded.add(docs / asset if (docs / asset).is_file() else site / asset)
        states = [digest for path in sorted(loaded) if (digest := _digest(path))]
        return hashlib.sha256(b"".join([html, *states])).hexdigest()[:20]

    def news(self, name: str, shown: str) -> Iterator[str]:
        """Yield, for a page that is open, what is wrong, and at last that it has changed since it was `shown`."""
        told, said = "", ": listening\n\n"
        with self._state:
            self._open[name] += 1
        try:
            while said != _CHANGED:
                yield said
                with self._state:
                    html = self._found(name)
                    if html is not None and self._shown(name, html) != shown:
                        said = _CHANGED
                    elif self._wrong != told:
                        told = self._wrong
                        said = f"event: wrong\ndata: {json.dumps(told)}\n\n"
                    else:
                        said = ": still there\n\n"
                        self._state.wait(_SECONDS)
            yield said
        finally:
            with self._state:
                self._open[name] -= 1


_CHANGED = "event: changed\ndata: 1\n\n"


def _digest(path: Path) -> bytes:
    try:
        status = path.stat()
        return _digest_of_state(path, status.st_mtime_ns, status.st_size)
    except OSError:
        return b""


@lru_cache(maxsize=1024)
def _digest_of_state(path: Path, _changed: int, _size: int) -> bytes:
    return hashlib.sha256(path.read_bytes()).digest()


class Server(ThreadingHTTPServer):
    """Serves a preview at an address of this machine. Raises OSError if it is taken."""

    daemon_threads = True

    def __init__(self, preview: Preview, host: str, port: int) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, port), partial(_Handler, preview))
        self.url = f"http://{f'[{host}]' if ':' in host else host}:{self.server_port}/"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, preview: Preview, *args: Any) -> None:
        self._preview = preview
        super().__init__(*args)

    def do_GET(self) -> None:
        """Answer with a file, or with news for as long as the page is open."""
        asked = urlsplit(self.path)
        try:
            if asked.path == EVENTS:
                said = {key: values[0] for key, values in parse_qs(asked.query).items()}
                self._tell(self._preview.news(name_of(said.get("page", "/")), said.get("shown", "")))
            else:
                self._send(name_of(unquote(asked.path)))
        except ConnectionError:
            self.close_connection = True  # whoever asked has gone

    def _send(self, name: str) -> None:
        content = None if "\\" in name or ":" in name else self._preview.content(name)
        if content is None:
            self.send_error(404)
            return
        self._begin(guess_type(name)[0] or "application/octet-stream", {"Content-Length": str(len(content))})
        self.wfile.write(content)

    def _tell(self, news: Iterator[str]) -> None:
        self._begin("text/event-stream", {"Connection": "close"})
        for said in news:
            self.wfile.write(said.encode())

    def _begin(self, kind: str, headers: dict[str, str]) -> None:
        self.send_response(200)
        for key, value in {"Content-Type": kind, "Cache-Control": "no-store", **headers}.items():
            self.send_header(key, value)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def name_of(path: str) -> str:
    """Return the name of the file at a path of the site, which cannot lead out of it."""
    name = posixpath.normpath(f"/{path}").lstrip("/")
    return posixpath.join(name, "index.html").lstrip("/") if path.endswith("/") or not name else name

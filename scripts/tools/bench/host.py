"""Serves the built site as a host would: compressed with gzip, over connections that stay open."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from scripts.foundation.paths import HERE

COMPRESSED_ALREADY = (".apkg", ".jpg", ".png", ".webp", ".woff2", ".zip")


@contextmanager
def serving() -> Iterator[str]:
    """Serve the site at a free port of this machine. Yields the address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(HERE.site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@cache
def compressed(path: Path) -> bytes:
    """Return a file's bytes as they travel."""
    body = path.read_bytes()
    return body if path.name.endswith(COMPRESSED_ALREADY) else gzip.compress(body, 6, mtime=0)


class _Host(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Send the head of an answer; return what is to follow it."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            return super().send_head()  # says that there is nothing
        body = compressed(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")  # GitHub Pages' own
        if not path.name.endswith(COMPRESSED_ALREADY):
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        return BytesIO(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

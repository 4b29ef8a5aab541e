"""A small web server for folders."""

import functools
import http.server
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path


@contextmanager
def serving(folder: Path, *, prefix: str = "/") -> Iterator[str]:
    """Serve `folder` at a free port of this machine, below the path `prefix`. Yields the address."""
    handler = functools.partial(_Handler, directory=folder, prefix=prefix)
    with _Server(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}{prefix}"
        running.shutdown()


class _Server(http.server.ThreadingHTTPServer):
    """Serves each connection in a thread, and says nothing of a browser that has gone."""

    request_queue_size = 128  # a browser asks for a dozen files at once, and five may wait otherwise

    def handle_error(self, request, client_address):  # type: ignore[no-untyped-def]
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below a prefix, quietly, over connections that stay open."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, directory: Path, prefix: str) -> None:
        self.prefix = prefix
        super().__init__(*args, directory=str(directory))  # type: ignore[arg-type]

    def send_head(self):  # type: ignore[no-untyped-def]
        if not self.path.startswith(self.prefix):
            self.send_error(HTTPStatus.NOT_FOUND, "outside of the site")
            return None
        return super().send_head()

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def log_message(self, *_: object) -> None:
        pass

"""Which tests one worker takes together: those of a file, since they share what takes seconds to begin.

A browser with Python in it, a course that was built, a collection of Anki's are there once for all tests of a file. The
pages are visited folder by folder, and what is asked of a page is asked by whoever was there.
"""

import re

from xdist.scheduler import LoadScopeScheduling

_VISITS = re.compile(r"tests/site/test_(?:pages|weight)\.py::\w+\[(topics/[^/]+|[\w-]+)")


class Scheduling(LoadScopeScheduling):
    """xdist's own by scopes, with scopes of ours."""

    def _split_scope(self, nodeid: str) -> str:
        """Return the name of what a test is done together with.

        >>> scope = Scheduling._split_scope
        >>> scope(None, "tests/course/test_page.py::test_a_block[x]")
        'tests/course/test_page.py'
        >>> scope(None, "tests/site/test_weight.py::test_a_page_is_light[topics/01-x/index.html]")
        'a visit to topics/01-x'
        """
        visit = _VISITS.match(nodeid)
        return f"a visit to {visit[1]}" if visit else nodeid.partition("::")[0]

"""What a browser shows of a site that is worked on, made ahead of the rest, so that a saved file is seen at once.

The pages that are open are made anew with all that they show: outputs, figures, styles, scripts. Nothing else of the
course is looked at; the build of the whole site follows, and holds everything.
"""

from collections.abc import Collection
from pathlib import Path
from tempfile import TemporaryDirectory

from scripts.course.model import load_course
from scripts.foundation.mistakes import Mistakes, collecting, report
from scripts.foundation.paths import Places
from scripts.foundation.steady import standing_still
from scripts.site.build import leave_out, renew_assets
from scripts.site.pages import make_some_pages


def make_ahead(places: Places, names: Collection[str], out: Path) -> None:
    """Make the pages of some names, such as `study/glossary.html`, into `out`.

    Raises `Mistakes` for what is wrong with them, and then leaves those that were made before.
    """
    from scripts.pages.kinds import to_run
    from scripts.pages.rules.blocks import mistakes_on

    with standing_still(), collecting() as found:
        course = load_course(places)
        chosen = {path: page for path, page in course.pages.items() if page.address in names}
        for page in chosen.values():
            report(*mistakes_on(page, course))
        leave_out(course, found)
        for runs, blocks in to_run(course).items():
            runs.run_missing([block for block in blocks if block.path in chosen])
        renew_assets(places)
        with TemporaryDirectory(dir=out) as folder:
            make_some_pages(course, names, Path(folder))
            if found:
                raise Mistakes(found)
            for name in names:
                if (made := Path(folder) / name).is_file():
                    (out / name).parent.mkdir(parents=True, exist_ok=True)
                    made.replace(out / name)

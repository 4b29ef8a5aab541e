"""The programs of a topic run where their zip is unpacked, with nothing of this project beside them."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

from scripts.course.model import load_course
from scripts.foundation.paths import HERE
from scripts.practice.snippets_zip import zipped_snippets


def test_an_example_a_docstring_and_a_figure_run_in_an_empty_folder(tmp_path: Path) -> None:
    topic = load_course().topics[0]
    with zipfile.ZipFile(io.BytesIO(zipped_snippets(topic, HERE.snippets))) as archive:
        archive.extractall(tmp_path)
    [root] = tmp_path.iterdir()
    package = f"snippets.{topic.planned.package}"
    program = (
        f"import doctest, snippets\n"
        f"from {package} import derivatives\n"
        f"from {package}.examples.slopes import secants\n"
        f"from {package}.figures.slopes import line_and_curve\n"
        f"print(snippets.__file__, doctest.testmod(derivatives))\n"
        f"secants()\nline_and_curve()\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=False)
    assert not done.returncode, done.stderr
    first, *printed = done.stdout.splitlines()
    assert str(root) in first
    assert "failed=0" in first
    assert printed
    assert "pip install numpy matplotlib" in (root / "README.txt").read_text(encoding="utf-8")
    assert not list(root.rglob("numbers"))

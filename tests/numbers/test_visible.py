from tests.numbers.writing import accounted, unheld, written

PAGE = """\
---
title: Topic 5 of them
time: 3–4 hours
prerequisites: [a-6]
---

# A title with 7

1. first item
2. second item, which has 8
   and more

A sentence that ends with
9. Another one with a [link 10](page-11.md#id-12) and <b id="x13">14</b>. { #id-15 }

--8<-- "file-16.svg"

```python
x = 17
```

```mermaid
flowchart TD
    accTitle: Title 18
    n19["label 20"]
```

//// question | How many are 21?
    id: q-22
    level: screen

At least `23`, at most $24$, and ==1:25==.

/// figure | bowl_26
    id: fig-27
    alt: Twenty-eight is 28,
        and 29 is next
///
////

/// formula | Name 30
    id: f-31
    check: identity
    where: a = 32

$$x_1 = x_{33}$$

In words 34.
///
"""


def test_all_that_a_reader_sees_is_read_and_nothing_else(tmp_path):
    seen = [5, 3, 4, 7, 8, 9, 10, 14, 18, 20, 21, 23, 24, 25, 28, 29, 30, 34]
    assert unheld(accounted([written(tmp_path, PAGE)])) == list(map(str, seen))


def test_numbers_keep_their_lines(tmp_path):
    lines = PAGE.split("\n")
    for one in accounted([written(tmp_path, PAGE)]).unheld:
        assert one.number.text in lines[one.line - 1]


def test_a_lab_is_read_in_its_text_cells_and_descriptions(tmp_path):
    lab = """\
# ---
# jupyter: 1
# ---

# %% [markdown]
# # Lab 2
#
# A sentence over
# two lines, 3 and $4$.

# %% alt="A curve from 5 to 6"
x = 7  # 8
"""
    text = written(tmp_path, lab, "lab.py")
    assert unheld(accounted([text])) == ["2", "3", "4", "5", "6"]
    assert list(text.occurrences("A sentence over two lines, 3"))

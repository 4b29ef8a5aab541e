"""The blocks of the course. A kind is one file: all that reading, running, rendering, cards and notes must know of it.

A new kind is a new file here, a subclass of `base.CourseBlock`, with its pair of Markdown and HTML in `tests/pages/`.
"""

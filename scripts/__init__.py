"""What builds the course: one job per module, data in and data out.

The flow: `source` reads pages, `course` makes the model and validates it, `figures`, `outputs` and `checks` run the
snippets that the blocks name, `blocks` and the other Markdown extensions render pages, `decks` exports cards, and
`build` puts it together.
"""

"""The Anki decks, made from the same blocks as the pages.

`cards` turns blocks into notes, `render` their Markdown into the HTML of fields, `lint` looks for what makes a bad
card, `lock` decides which notes changed and when, `package` and `formats` write files, `export` puts it together and
publishes them at once. Why it is done this way is told in `docs/contributing/decks.md`.
"""

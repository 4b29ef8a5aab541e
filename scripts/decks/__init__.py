"""The Anki decks, made from the same blocks as the pages.

In the order in which a block becomes a row in a package, these are the files of the room:

settings, notetypes   what authors decide for all cards: `decks/deck.toml`, note types, templates, style
card_markdown         the Markdown of cards: that of pages, less what a card cannot have
render, fields        a block's Markdown as the HTML of a field, with TeX and gaps as Anki reads them
media                 the pictures on cards
cards                 blocks as notes
mathjax, wording      what MathJax refuses, and what is wrong with words
rules                 what makes a bad card, all of it
content               all of this together: what the decks are made of
lock, lock_file       when each note last changed, which a file in Git remembers
changes, committed    how the content differs from the lock, and the lock from its own history
obstacles             what stands against an export
update, release       the next lock
news                  what is new for readers
rows, database        notes and cards as rows, and the database with them
package, formats      a package for Anki, and the other formats
files, folder         all files of an export, and the folder that they replace
export, preview       the export, and a page that shows every card
command               `python -m scripts decks`

Why it is done this way is told in `docs/contributing/decks.md`.
"""

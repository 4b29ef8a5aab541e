"""From a page's Markdown to its HTML, and what its blocks give besides.

blocks           the kinds of blocks, a file each; `base` has what they share
kinds, gives     all kinds by name; what a block gives to decks and notes
rules            what authors may not do, on pages and in blocks
asked            what a page's HTML depends on, so that it is made again only then
context          what a block knows of the page that is being rendered
extension        the Markdown extension: blocks, mathematics, links, leftovers
code, diagrams   programs from snippets; fences of Mermaid
whole_numbers    numbers that stay on one line
heads, minutes   what stands under a title, and how long a page takes
mentions         links where a text names another topic
recalled         what a lesson asks again at its end
notes_template   a topic's notes, to fill in
"""

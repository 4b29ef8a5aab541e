"""The numbers that pages state: each is held by a computation, by a rule, or declared as given.

`visible` reads the text that a reader sees; `tokens` finds the numbers in it; `quotes` runs the `numbers` of a package,
which quote the pages with computed values; `rules`, with `arithmetic` and `identities`, know what holds without one;
`ledger` notes what holds each number of a text, and `held` accounts for all of a topic; `step` tells the build and
`command` the author; `draft` writes the quotes that are missing.
"""

"""The numbers that pages state: each is held by a computation, by a rule, or declared as given.

`shown` reads what of a file a reader sees; `tokens` finds the numbers in it; `quotes` runs the `numbers` of a
package, which quotes the pages with computed values; `rules` and `arithmetic` know what holds without a quote; `held`
puts them together; `command` and `step` tell the author, `draft` writes the quotes that are missing.
"""

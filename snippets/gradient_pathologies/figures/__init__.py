"""The figures of topic 09. Each function takes no argument and returns a Matplotlib figure.

They plot and do not calculate: the mathematics is imported from the modules beside this package, the look from
`snippets.style`. The page shows the code of each figure folded beneath it.
"""

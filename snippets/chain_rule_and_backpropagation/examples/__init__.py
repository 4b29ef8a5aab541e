"""What the pages of topic 02 print. Each function is folded on a page, with its output in view."""

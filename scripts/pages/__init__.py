"""From a page's Markdown to its HTML: the Markdown extension, the blocks of the course, the rules that authors keep."""

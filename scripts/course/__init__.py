"""What is written: the plan, the pages with their blocks, the snippets as text. Nothing is run or rendered here."""

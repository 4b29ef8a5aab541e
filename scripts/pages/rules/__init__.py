"""The rules that authors keep, each mistake with its place: blocks, the text around them, what looks like a block."""

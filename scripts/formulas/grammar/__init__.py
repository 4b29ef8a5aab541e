"""The grammar of TeX as this course writes it: one recursive descent, from tokens to a tree of nodes."""

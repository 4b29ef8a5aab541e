"""What the names of a formula stand for: `statement` reads the options of a block into a `Problem`, or refuses them."""

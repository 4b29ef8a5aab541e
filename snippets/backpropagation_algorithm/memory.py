"""What a backward pass costs in memory, and checkpointing: keep some layers' inputs, compute the others again.

A chain of n layers with inputs of one size. The plain way keeps n inputs. With a checkpoint before
every k-th layer, n/k inputs are kept going forward. Going back, one segment at a time is run forward once more from its
checkpoint, which adds k - 1 inputs for a while:

    held at most      n/k + k - 1          least at k = √n: 2√n - 1
    layers run        2n - n/k             instead of n: less than one more forward pass

The rule of each layer needs its input alone. So the last layer of a segment need not run again.
"""


# --8<-- [start:checkpointed]
def checkpointed(layers, x, u, every):
    """Gradient of x, with a checkpoint before every k-th layer.

    A layer is a pair: its function, and one that takes its input and the
    upstream gradient. Returns the gradient, and after each layer run the
    number of inputs held: its maximum is the memory, its length the work.

    >>> double = (lambda x: 2 * x, lambda x, u: 2 * u)
    >>> checkpointed([double] * 4, 1.0, 1.0, every=2)
    (16.0, [1, 1, 2, 2, 3, 2])
    """
    kept, held = {}, []
    for k, (run, _) in enumerate(layers):
        if k % every == 0:
            kept[k] = x
        x = run(x)
        held.append(len(kept))
    for start in sorted(kept, reverse=True):
        segment, inputs = layers[start : start + every], [kept.pop(start)]
        for run, _ in segment[:-1]:  # the last one's output is not needed
            inputs.append(run(inputs[-1]))
            held.append(len(kept) + len(inputs))
        for (_, pull), a in zip(segment[::-1], inputs[::-1], strict=True):
            u = pull(a, u)
    return u, held


# --8<-- [end:checkpointed]


# --8<-- [start:transformer_block]
def transformer_block(s, h, a):
    """Bytes kept by one block for a sequence, as a dictionary by part.

    s tokens, width h, a heads; numbers of 2 bytes, masks of 1 byte, the
    attention weights kept. The parts are those of Korthikanti and others
    (2022), for GPT-2's kind of block.

    >>> parts = transformer_block(s=1024, h=768, a=12)
    >>> sum(parts.values()) == 1024 * 768 * (34 + 5 * 12 * 1024 // 768)
    True
    """
    number, mask, wide, square = 2, 1, s * h, a * s * s
    return {
        "layer norms": 2 * number * wide,  # their inputs
        "queries, keys, values": (1 + 3) * number * wide,  # input and outputs
        "attention weights": (2 * number + mask) * square,  # twice, mask
        "attention output": (number + mask) * wide,  # projection, mask
        "two-layer network": (1 + 4 + 4) * number * wide + mask * wide,
    }


# --8<-- [end:transformer_block]


# --8<-- [start:gpt2]
def gpt2_parameters(layers=12, h=768, s=1024, vocabulary=50257):
    """Number of parameters of GPT-2: embeddings, blocks, last layer norm.

    >>> gpt2_parameters()
    124439808
    """
    block = 4 * h * h + 4 * h + 8 * h * h + 5 * h + 2 * 2 * h
    return (vocabulary + s) * h + layers * block + 2 * h


# --8<-- [end:gpt2]


# --8<-- [start:held_at_most]
def held_at_most(n, every):
    """Inputs held at most: n layers, a checkpoint before every k-th.

    If k does not divide n, the last segment is short, and the one before it
    holds most: one checkpoint less, all k inputs.

    >>> [held_at_most(100, k) for k in (1, 2, 8, 10, 100)]
    [100, 51, 19, 19, 100]
    """
    return n // every + every - 1


# --8<-- [end:held_at_most]

"""What the pages print about time, memory and attention."""

import numpy as np

from snippets.backpropagation_algorithm.attention import attention, attention_backward
from snippets.backpropagation_algorithm.memory import (
    checkpointed,
    gpt2_parameters,
    transformer_block,
)
from snippets.backpropagation_algorithm.network import Linear, Network
from snippets.partial_derivatives_and_jacobians.counting import counted, multiplications
from snippets.partial_derivatives_and_jacobians.matrix_calculus import matrix_gradient


# --8<-- [start:counted_passes]
def counted_passes():
    """Print the multiplications of both passes, counted by the numbers."""
    rng, sizes = np.random.default_rng(0), [20, 30, 30, 10]
    shapes = list(zip(sizes[1:], sizes[:-1], strict=True))
    layers = [Linear(counted(rng.normal(size=s)), counted(np.zeros(s[0]))) for s in shapes]
    network, weights = Network(layers), sum(m * n for m, n in shapes)
    for batch in (1, 8):
        x, u = rng.normal(size=(batch, 20)), rng.normal(size=(batch, 10))
        forward = multiplications(network.forward, x)
        backward = multiplications(network.backward, u)
        print(f"batch {batch}, {weights} weights: {forward} and back {backward}")


# --8<-- [end:counted_passes]


# --8<-- [start:gpt2_memory]
def gpt2_memory():
    """Print what one sequence leaves in GPT-2 for the backward pass."""
    parts = transformer_block(s=1024, h=768, a=12)
    for name, size in parts.items():
        print(f"{name:22} {size / 1e6:6.2f} MB")
    block = sum(parts.values())
    print(f"{'one block':22} {block / 1e6:6.2f} MB")
    print(f"12 blocks {12 * block / 1e9:.3f} GB")
    print(f"{gpt2_parameters():,} parameters {2 * gpt2_parameters() / 1e9:.3f} GB")


# --8<-- [end:gpt2_memory]


# --8<-- [start:checkpoint_table]
def checkpoint_table():
    """Print memory and work for 100 tanh layers, and that all agree."""
    layer = (np.tanh, lambda x, u: u * (1 - np.tanh(x) ** 2))
    print("every   held at most   layers run   gradient")
    for every in (1, 2, 5, 10, 20, 100):
        gradient, held = checkpointed([layer] * 100, 0.5, 1.0, every)
        print(f"{every:5}   {max(held):12}   {len(held):10}   {gradient:.10f}")


# --8<-- [end:checkpoint_table]


# --8<-- [start:attention_back]
def attention_back():
    """Print the lengths of attention's gradients, and how they are measured."""
    rng = np.random.default_rng(5)
    q, k, v, u = rng.normal(size=(4, 6, 4))  # 6 tokens, 4 numbers each
    _, p = attention(q, k, v)
    found = attention_backward(q, k, v, p, u)
    measured = (
        matrix_gradient(lambda q: (u * attention(q, k, v)[0]).sum(), q),
        matrix_gradient(lambda k: (u * attention(q, k, v)[0]).sum(), k),
        matrix_gradient(lambda v: (u * attention(q, k, v)[0]).sum(), v),
    )
    for name, gradient, other in zip("QKV", found, measured, strict=True):
        same = np.allclose(gradient, other, atol=1e-8)
        print(f"{name} {gradient.shape} length {np.linalg.norm(gradient):.4f}, as measured: {same}")


# --8<-- [end:attention_back]


# --8<-- [start:attention_by_hand]
def attention_by_hand():
    """Print one query over two keys, forward and back."""
    q, k = np.array([[2.0, 0, 0, 0]]), np.array([[1.0, 0, 0, 0], [0, 1, 0, 0]])
    v, u = np.array([[1.0, 0], [0, 1]]), np.array([[4.0, 8.0]])
    out, p = attention(q, k, v)
    to_q, to_k, to_v = attention_backward(q, k, v, p, u)
    print("P", p.round(4).tolist(), "O", out.round(4).tolist())
    print("to V", to_v.round(4).tolist())
    print("to Q", to_q.round(4).tolist())
    print("to K", *to_k.round(4).tolist(), sep="\n  ")


# --8<-- [end:attention_by_hand]

"""What the pages print about noise, small steps, biased gradients and sharpness."""

import numpy as np

from snippets.derivatives_and_gradients.descent import gradient_descent
from snippets.gradient_pathologies.batches import (
    example_gradients,
    measured_noise,
    noisy_data,
    shaken,
    spread_of_gradients,
)
from snippets.gradient_pathologies.bias import (
    memory_gradient,
    memory_loss,
    score_function,
    straight_through,
    true_slope,
    two_memories,
)
from snippets.gradient_pathologies.edge import (
    network_error,
    network_gradient,
    product_gradient,
    product_loss,
    product_sharpness,
)
from snippets.gradient_pathologies.pathways import ends_of, loss_and_gradient, plain_block, train_stack, wave
from snippets.gradient_pathologies.stacks import draw_stack
from snippets.gradient_pathologies.steps import stack_sharpness, warm_up
from snippets.hessian_and_critical_points.curvature import numerical_hessian
from snippets.hessian_and_critical_points.saddles import mountain_pass_gradient
from snippets.losses_and_activations.stable import sigmoid


# --8<-- [start:noise_by_size]
def noise_by_size():
    """Print the noise of minibatches of 512 examples, measured and by rule."""
    features, targets = noisy_data(np.random.default_rng(9))
    gradients = example_gradients(np.zeros(5), features, targets)
    variance, rng = spread_of_gradients(gradients), np.random.default_rng(1)
    print(f"full gradient: length {np.linalg.norm(gradients.mean(axis=0)):.2f}")
    print("   B  replacement  by rule   without   by rule")
    sizes = (1, 4, 16, 64, 256)
    for size in sizes:
        found = [measured_noise(gradients, size, 4000, rng, way) for way in (True, False)]
        rule = variance / size
        left = rule * (512 - size) / 511
        print(f"{size:4} {found[0]:12.3f} {rule:9.3f} {found[1]:9.3f} {left:9.3f}")


# --8<-- [end:noise_by_size]


# --8<-- [start:noise_floors]
def noise_floors():
    """Print the mean square of the error that noise keeps up, curvature 1."""
    print("rate    batch    measured   by rule")
    for rate, size in ((0.1, 1), (0.1, 4), (0.4, 4), (0.025, 1)):
        rng, spread = np.random.default_rng(9), size**-0.5
        found = shaken(rate, 1.0, spread, 20_000, 400, rng)
        rule = rate * spread**2 / (2 - rate)
        print(f"{rate:<6} {size:5} {found:12.4f} {rule:10.4f}")


# --8<-- [end:noise_floors]


# --8<-- [start:off_the_ridge]
def off_the_ridge():
    """Print where descent from the ridge of a mountain pass ends."""
    still = gradient_descent(mountain_pass_gradient, [1, 0], 0.1, 300)
    print("without noise:", (still[-1].round(4) + 0.0).tolist())
    rng, found = np.random.default_rng(9), []
    for _ in range(200):
        p = np.array([1.0, 0.0])
        for _ in range(300):
            noise = 0.01 * rng.normal(size=2)
            p = p - 0.1 * (mountain_pass_gradient(p) + noise)
        found.append(p[1])
    near = np.abs(np.abs(found) - 1) < 0.05
    print(f"with noise 0.01: {near.sum()} of 200 at y = 1 or y = -1")


# --8<-- [end:off_the_ridge]


# --8<-- [start:warmed]
def warmed():
    """Print losses of ten ReLU layers, rate 0.4, with and without warm-up."""
    X, T = wave()
    print("start   sharpness   constant   warm-up of 50")
    for seed in range(4):
        rng = np.random.default_rng(seed)
        ends = ends_of(32, rng)
        weights = draw_stack(10, 32, 2**0.5, rng)
        sharp = stack_sharpness(plain_block, weights, ends, X, T)
        with np.errstate(all="ignore"):
            plans = warm_up(0.4, 0, 400), warm_up(0.4, 50, 400)
            ends_at = [train_stack(plain_block, weights, ends, X, T, p)[-1] for p in plans]
        print(f"{seed:3} {sharp:12.1f} {ends_at[0]:12.5f} {ends_at[1]:12.5f}")


# --8<-- [end:warmed]


# --8<-- [start:sharpness_on_the_way]
def sharpness_on_the_way():
    """Print the sharpness during the warm-up of 50 steps, start 2."""
    rng, (X, T) = np.random.default_rng(2), wave()
    ends, weights = ends_of(32, rng), draw_stack(10, 32, 2**0.5, rng)
    print("step   rate   2/rate  sharpness    loss")
    for step, rate in enumerate(warm_up(0.4, 50, 201)):
        loss, gradient = loss_and_gradient(plain_block, weights, ends, X, T)
        if step in (0, 10, 25, 50, 100, 200):
            sharp = stack_sharpness(plain_block, weights, ends, X, T)
            print(f"{step:4} {rate:6.3f} {2 / rate:8.1f} {sharp:9.1f} {loss:9.5f}")
        weights = weights - rate * gradient


# --8<-- [end:sharpness_on_the_way]


# --8<-- [start:clipped_mean]
def clipped_mean():
    """Print the mean of gradients that are -1 or, rarely, 10, before and after."""
    values, chances = np.array([-1.0, 10.0]), np.array([0.9, 0.1])
    print(f"mean of the gradients        {chances @ values:5.2f}")
    print(f"clipped to 1, then the mean  {chances @ np.clip(values, -1, 1):5.2f}")
    for size in (1, 10, 100, 1000):
        rng = np.random.default_rng(9)
        batches = rng.choice(values, p=chances, size=(4000, size)).mean(axis=1)
        mean = np.clip(batches, -1, 1).mean()
        print(f"clipped means of {size:4} draws   {mean:5.2f}")


# --8<-- [end:clipped_mean]


# --8<-- [start:cut_off_memory]
def cut_off_memory():
    """Print where descent stops if the sweep goes back through few uses."""
    inputs, targets = two_memories(400, np.random.default_rng(9))
    print("uses kept  share of gradient  stops at     loss")
    whole = memory_gradient(0.7, inputs, targets, 400)
    for kept in (1, 2, 5, 10, 20, 400):
        share = memory_gradient(0.7, inputs, targets, kept) / whole
        w = 0.7
        for _ in range(400):
            w -= 1e-4 * memory_gradient(w, inputs, targets, kept)
        loss = memory_loss(w, inputs, targets)
        print(f"{kept:9} {share:18.3f} {w:9.4f} {loss:8.2f}")


# --8<-- [end:cut_off_memory]


# --8<-- [start:two_estimates]
def two_estimates():
    """Print slopes of a coin's mean loss: true, and two estimates."""
    print("   p    true  straight-through  score function")
    for theta in (-2.0, -0.2, 0.0, 2.0):
        rng, p = np.random.default_rng(9), sigmoid(theta)
        row = [estimate(theta, 400_000, rng) for estimate in (straight_through, score_function)]
        print(f"{p:.2f} {true_slope(theta):7.4f} {row[0]:12.4f} {row[1]:15.4f}")


# --8<-- [end:two_estimates]


# --8<-- [start:where_it_ends]
def where_it_ends():
    """Print where descent on the two estimates takes the probability."""
    print("start 0.5    after 2000 steps, one draw each")
    estimates = ("straight-through", straight_through), ("score function", score_function)
    for name, estimate in estimates:
        rng, theta = np.random.default_rng(9), np.zeros(400)
        for _ in range(2000):
            theta = theta - 0.3 * estimate(theta, 1, rng)
        print(f"{name:17} p = {sigmoid(theta).mean():.2f} on average of 400 walks")


# --8<-- [end:where_it_ends]


# --8<-- [start:same_function]
def same_function():
    """Print minima of ½(ab - 1)², all the same model, and their sharpness."""
    for a in (1, 2, 5):
        point = [a, 1 / a]
        print(f"a = {a}, b = {1 / a:.2f}: loss {product_loss(point):.1f}", end=", ")
        print(f"sharpness {product_sharpness(point):.2f}")
    print("rate   2/rate   ends at            sharpness")
    for rate in (0.05, 0.1):
        a, b = gradient_descent(product_gradient, [5, 0.1], rate, 400)[-1]
        sharp = product_sharpness([a, b])
        print(f"{rate:<6} {2 / rate:5.0f}    ({a:.3f}, {b:.3f})  {sharp:12.2f}")


# --8<-- [end:same_function]


# --8<-- [start:at_the_edge]
def at_the_edge():
    """Print the sharpness of a small network after training, for four rates."""
    print("rate  2/rate  sharpness 0, 300, 3000  loss rose")
    for rate in (0.1, 0.2, 0.4, 0.8):
        theta, sharp, losses = np.random.default_rng(3).normal(size=30) / 2, [], []
        for step in range(3001):
            if step in (0, 300, 3000):
                bends = numerical_hessian(network_gradient, theta)
                sharp.append(np.linalg.eigvalsh(bends)[-1])
            losses.append(network_error(theta))
            theta = theta - rate * network_gradient(theta)
        rises = int(np.sum(np.diff(losses) > 0))
        row = " ".join(f"{s:6.2f}" for s in sharp)
        print(f"{rate:<5} {2 / rate:6.1f}  {row} {rises:8} times")


# --8<-- [end:at_the_edge]

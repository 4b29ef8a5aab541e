"""The project of the topic, its four steps put together."""

from snippets.constrained_optimization.exercises import (
    kkt_failures,
    project_onto_polygon,
    solve_and_report,
    wall_prices,
)


# --8<-- [start:within_walls]
def within_walls():
    """Print where a projected walk stands after more and more steps, and what fails there."""
    rows, bounds = [[1.0, 1.0], [-1.0, 0.0]], [1.0, 0.0]

    def gradient(p):
        return [2 * (p[0] - 2), 2 * p[1]]

    def project(p):
        return project_onto_polygon(p, rows, bounds)

    def failures(p):
        touched = [i for i, row in enumerate(rows) if row[0] * p[0] + row[1] * p[1] > bounds[i] - 1e-6]
        prices = [0.0] * len(rows)
        for i, mu in zip(touched, wall_prices(gradient(p), [rows[i] for i in touched]), strict=True):
            prices[i] = mu
        return kkt_failures(gradient(p), rows, bounds, p, prices)

    for steps in (0, 1, 10, 100):
        place, taken, failed = solve_and_report(gradient, project, failures, [0.0, 1.0], 0.1, steps)
        print(f"{taken:2} steps  ({place[0]:.4f}, {place[1]:.4f})")
        for name, wall in failed or [("nothing", "fails")]:
            print(f"          {name} {wall}")


# --8<-- [end:within_walls]

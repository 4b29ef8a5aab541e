// What arrow keys do to a point, and what it says of itself: the same as the sliders of the fields that it moves.

/**
 * Steer points by `controls` (see controls.js), of which `values` are the values and `set` takes over new ones. `held()`
 * is called when a reader takes hold of a point.
 */
export function steering(controls, values, set, held) {
  const axes = Object.fromEntries(controls.map(({ name, axis }) => [name, axis]));

  /** Return what a point has that moves the fields of these names. */
  function of(names) {
    const [first] = names;
    const { label, min, max } = axes[first];
    const text = () => names.map((name) => `${axes[name].label} ${axes[name].format(values[name])}`).join(", ");
    return {
      spoken: () => ({
        "aria-label": names.length > 1 ? `point to move: ${names.map((name) => axes[name].label).join(", ")}` : label,
        "aria-valuemin": min,
        "aria-valuemax": max,
        "aria-valuenow": axes[first].place(values[first]),
        "aria-valuetext": text(),
      }),
      nudge(index, steps) {
        held();
        const name = names.at(index);
        set({ [name]: axes[name].moved(values[name], steps) });
      },
    };
  }

  return { of, held };
}

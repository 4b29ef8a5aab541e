// Words at a place of a picture, some pixels beside it.

/**
 * Write `text` on `board` with a pen of words, `beside` ([right, up] in pixels) the place that `at` returns. With `inside`
 * ([left, top, right, bottom] in coordinates, and `room`, its half width and height in pixels) it stays in there. `more`
 * are options of the element, such as anchorX.
 */
export function label(board, pen, { at, text, beside = [0, 0], inside, room = [34, 10], ...more }) {
  const aside = typeof beside === "function" ? beside : () => beside;
  const [left, top, right, bottom] = inside ?? [-Infinity, Infinity, Infinity, -Infinity];
  const between = (low, value, high) => Math.min(high, Math.max(low, value));
  const x = () => {
    const margin = room[0] / board.unitX;
    return between(left + margin, at()[0] + aside()[0] / board.unitX, right - margin);
  };
  const y = () => {
    const margin = room[1] / board.unitY;
    return between(bottom + margin, at()[1] + aside()[1] / board.unitY, top - margin);
  };
  return board.create("text", [x, y, text], { ...pen, anchorX: "middle", anchorY: "middle", ...more });
}

/** Write `text` on a plate of paper, so that it stays legible on lines: see `label`. */
export function plate(board, at, text, pen, beside) {
  const css = "nb-board-text nb-board-plate";
  return label(board, { ...pen, cssClass: css, highlightCssClass: css }, { at, text, beside });
}

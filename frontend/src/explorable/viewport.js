// Where the points of a picture are on the screen, in pixels from the left and from the top of its board.

export class Viewport {
  #given;
  #equal;
  #left = 0;
  #top = 0;

  /** A view of `box`, [left, top, right, bottom]; with `equal`, a unit is as long in both directions. */
  constructor(box, equal) {
    this.#given = box;
    this.#equal = equal;
    this.resize(1, 1);
  }

  /** Fill so many pixels. With equal units `box` is the least that is seen, and stays in the middle. */
  resize(width, height) {
    const [left, top, right, bottom] = this.#given;
    [this.width, this.height] = [width, height];
    [this.unitX, this.unitY] = [width / (right - left), height / (top - bottom)];
    if (this.#equal) this.unitX = this.unitY = Math.min(this.unitX, this.unitY);
    this.#left = (left + right - width / this.unitX) / 2;
    this.#top = (top + bottom + height / this.unitY) / 2;
  }

  /** Return what is seen, with a `margin` around it in pixels: [left, top, right, bottom]. */
  box(margin = 0) {
    const [left, top] = this.point([-margin, -margin]);
    const [right, bottom] = this.point([this.width + margin, this.height + margin]);
    return [left, top, right, bottom];
  }

  /** Return the place of a point on the screen. */
  place([x, y]) {
    return [(x - this.#left) * this.unitX, (this.#top - y) * this.unitY];
  }

  /** Return the point at a place on the screen. */
  point([across, down]) {
    return [this.#left + across / this.unitX, this.#top - down / this.unitY];
  }

  /** Return a path as the attribute `d` of an SVG path. What is no number is a gap. */
  data(points) {
    let data = "";
    let pen = "M";
    for (const point of points) {
      const [across, down] = this.place(point);
      if (Number.isFinite(across + down)) {
        data += `${pen}${tenths(across)} ${tenths(down)}`;
        pen = "L";
      } else {
        pen = "M";
      }
    }
    return data;
  }

  /** Return dots as the attribute `d`: a line of no length with round ends is a dot. */
  dots(points) {
    return points
      .map((point) => this.place(point))
      .filter(([across, down]) => Number.isFinite(across + down))
      .map(([across, down]) => `M${tenths(across)} ${tenths(down)}h0`)
      .join("");
  }
}

function tenths(pixels) {
  return Math.round(10 * pixels) / 10;
}

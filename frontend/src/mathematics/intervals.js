// Numbers of an interval.

/** Return `value`, or the end of the interval from `least` to `most` beyond which it lies. */
export function clamp(value, least, most) {
  return Math.min(most, Math.max(least, value));
}

/** Return `value` with so many digits after the point and within the interval: where a point that is dragged may stand. */
export function placed(value, digits, least, most) {
  return clamp(Number(value.toFixed(digits)), least, most);
}

/** Return `count` + 1 numbers from `first` to `last`, equally far apart. */
export function spaced(first, last, count) {
  return Array.from({ length: count + 1 }, (_, k) => first + ((last - first) * k) / count);
}

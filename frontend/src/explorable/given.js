// What a picture is given: a function, which is asked again after each change, or a value, which stays.

/** Return whether what is `given` changes. */
export function changes(given) {
  return typeof given === "function";
}

/** Return what is `given`, as it is now. */
export function value(given) {
  return changes(given) ? given() : given;
}

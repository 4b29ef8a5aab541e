/**
 * Return a new element `tag` with these attributes and children (elements or texts). An attribute that is `true` stands
 * without a value; what is `false`, `null`, `undefined` or empty text is left out.
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value || value === 0) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter(Boolean));
  return made;
}

/** Return a button that says `label` and does `act`. */
export function button(label, style, act) {
  const made = element("button", { class: style, type: "button" }, label);
  made.addEventListener("click", act);
  return made;
}

/** Return a copy of `original` to stand beside it: without ids, which belong to the original. */
export function copyOf(original) {
  const copy = original.cloneNode(true);
  for (const named of [copy, ...copy.querySelectorAll("[id]")]) named.removeAttribute("id");
  return copy;
}

/** Return a new element `tag` with these properties and children (elements or texts; what is falsy is left out). */
export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.filter(Boolean));
  return made;
}

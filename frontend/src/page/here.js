// Which page this is, wherever the site is read: at its own address, below another one, from a folder.

const root = new URL("../../../", document.currentScript.src);

/** The page's address below the site's root. */
export const page = below(location.href) || "index.html";

/** Return an address as it is below the site's root. */
export function below(address) {
  return decodeURIComponent(new URL(address, location.href).pathname.slice(root.pathname.length));
}

/** Return where a page is that is below the site's root. */
export function addressOf(name) {
  return new URL(encodeURI(name), root).href;
}

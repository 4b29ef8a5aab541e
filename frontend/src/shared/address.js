// The choices of a reader in the address of the page, so that what is seen can be kept, and sent to somebody.

/** Return the text that the address holds under `name`, or null. */
export function inAddress(name) {
  return new URLSearchParams(location.search).get(name);
}

/** Return the address with these texts by name; a name whose text is null or empty is not in it. */
export function addressWith(texts) {
  const address = new URL(location.href);
  for (const [name, text] of Object.entries(texts)) {
    if (text) address.searchParams.set(name, text);
    else address.searchParams.delete(name);
  }
  return address;
}

/** Put these texts into the address, in place of the one that is there: the Back button leads to the page before. */
export function keepInAddress(texts) {
  history.replaceState(history.state, "", addressWith(texts));
}

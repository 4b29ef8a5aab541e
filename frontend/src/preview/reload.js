// Reloads a page of the preview as soon as anything that it shows has changed, and says above it what is wrong.
// It stands in each page as served, with a name for what that shows; so it is a script of its own, not a module.

(() => {
  const { shown } = document.currentScript.dataset;
  const panel = Object.assign(document.createElement("pre"), { id: "preview-mistakes", role: "alert" });
  panel.style = `position: fixed; z-index: 99; inset: auto 0 0; max-height: 50vh; margin: 0; padding: 1em; overflow: auto;
    font: 14px/1.5 ui-monospace, monospace; white-space: pre-wrap; color: #fff; background: #7f1d1d;`;
  let events;

  function listen() {
    events?.close();
    // A page that nobody sees would keep a connection, of which a browser has six.
    if (document.visibilityState === "hidden") return;
    const asked = new URLSearchParams({ page: location.pathname, shown });
    events = new EventSource(`/.preview?${asked}`);
    events.addEventListener("changed", () => location.reload());
    events.addEventListener("wrong", ({ data }) => {
      panel.textContent = JSON.parse(data);
      if (panel.textContent) document.body.append(panel);
      else panel.remove();
    });
  }

  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => events?.close());
  listen();
})();

// Puts the pieces that the server sends in the place of those that have the same id, and says when it sends no more.
{
  const live = document.querySelector("[data-live]");
  const stale = document.getElementById("stale");
  const begin = () => {
    const source = new EventSource(live.dataset.live);
    source.addEventListener("patch", (event) => {
      const template = document.createElement("template");
      template.innerHTML = event.data;
      for (const piece of [...template.content.children]) {
        document.getElementById(piece.id)?.replaceWith(piece);
      }
    });
    source.addEventListener("open", () => { stale.hidden = true; });
    source.addEventListener("error", () => { stale.hidden = false; });
  };
  // Opened at once, it would take processor time from the first paint; what happens meanwhile is sent when it is there.
  addEventListener("load", () => setTimeout(begin, 200));
}

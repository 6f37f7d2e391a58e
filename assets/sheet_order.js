// The order of fact sheets: moved at once on the page, by dragging or by a button, and then kept by the server.
(function () {
  const itemsOf = (list) => [...list.querySelectorAll("li[data-sheet]")];
  const orderOf = (list) => itemsOf(list).map((item) => item.dataset.sheet);
  const at = (event, selector) => event.target.closest?.(selector);
  let moved = null; // the sheet that is dragged
  let wanted = null; // the order that the reader has made and the server may not have kept yet

  function keep(item) {
    const list = item.parentElement;
    wanted = { of: list.dataset.of, order: orderOf(list) };
    window.cockpitSheets.ask({ what: "order", set: wanted.of, sheet: item.dataset.sheet, order: wanted.order.join(","), form: "" });
  }

  document.addEventListener("click", (event) => {
    const button = at(event, "button[data-moves]");
    if (!button) return;
    const item = button.closest("li[data-sheet]");
    const up = button.dataset.moves === "-1";
    const neighbour = up ? item.previousElementSibling : item.nextElementSibling;
    if (!neighbour) return;
    window.cockpit.stay(item, button.textContent);
    const before = button.getBoundingClientRect().top;
    // The neighbour is what is moved: a part that is taken out loses the focus.
    item[up ? "after" : "before"](neighbour);
    // The button stays under the mouse, so that it can be pressed again.
    window.scrollBy({ top: button.getBoundingClientRect().top - before, behavior: "instant" });
    keep(item);
  });

  // A page that is drawn anew before the last move has been kept does not undo it.
  new MutationObserver(() => {
    if (moved && !moved.item.isConnected) moved = null;
    const list = wanted && !moved && document.querySelector("ol.sheet-items");
    if (!list || list.dataset.of !== wanted.of) return;
    if (!window.cockpitSheets.waits("order")) return void (wanted = null);
    const places = (item) => (wanted.order.indexOf(item.dataset.sheet) + 1 || Infinity);
    const items = itemsOf(list);
    const sorted = [...items].sort((one, other) => places(one) - places(other) || 0);
    if (sorted.some((item, place) => item !== items[place])) list.append(...sorted);
  }).observe(document.documentElement, { childList: true, subtree: true });

  document.addEventListener("dragstart", (event) => {
    const grip = at(event, ".sheet-grip");
    if (!grip) return;
    const item = grip.closest("li[data-sheet]");
    moved = { item, next: item.nextElementSibling };
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setDragImage(item, 20, 20);
    item.classList.add("moved");
  });
  document.addEventListener("dragover", (event) => {
    if (!moved) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "move";
    const over = at(event, "li[data-sheet]");
    if (!over || over === moved.item) return;
    const box = over.getBoundingClientRect();
    over[event.clientY < box.top + box.height / 2 ? "before" : "after"](moved.item);
  });
  document.addEventListener("drop", (event) => moved && event.preventDefault());
  document.addEventListener("dragend", (event) => {
    if (!moved) return;
    const { item, next } = moved;
    moved = null;
    item.classList.remove("moved");
    // Escape, or let go outside the window: it goes back where it was.
    if (event.dataTransfer.dropEffect === "none") return void item.parentElement.insertBefore(item, next);
    if (item.nextElementSibling !== next) keep(item);
  });
})();

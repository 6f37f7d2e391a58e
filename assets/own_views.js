// Saved views: a press of a button, or Enter in the name's field, asks the server (cockpit/pages/egne_visninger.py).
(function () {
  const FIELD = "own-view-name";

  function ask(button) {
    const { ownView: what, view } = button.dataset;
    // What stands in the field: Dash is told of the last letters a moment later than the field itself.
    const name = document.getElementById(FIELD)?.value || "";
    // The form is drawn anew when it has been done; its summary takes the focus.
    window.cockpit.stay({ id: "own-view" });
    const asked = { what, view, name, path: location.pathname, search: location.search, at: Date.now() };
    window.dash_clientside.set_props("own-view-asked", { data: asked });
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-own-view]");
    if (button) ask(button);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.id !== FIELD) return;
    event.preventDefault();
    ask(document.querySelector("button[data-own-view][data-names]"));
  });
})();

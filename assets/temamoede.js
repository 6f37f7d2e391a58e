// Fact sheets: a press of a button asks the server (cockpit/pages/temamoede_gem.py); sheets are moved by dragging too.
(function () {
  // What has been written and not yet saved, by the sheet's form: its page is drawn anew at each change.
  const drafts = new Map();
  const at = (event, selector) => event.target.closest?.(selector);
  const formOf = (button) => button.closest("form[data-form]");
  const nameOf = (form) => form.querySelector("[data-wrong]").dataset.wrong;
  const fieldsOf = (form) => [...form.elements].filter((one) => one.name);

  function given(form) {
    const values = {};
    for (const one of fieldsOf(form)) {
      if (one.type !== "checkbox") values[one.name] = one.value;
      else values[one.name] = [...(values[one.name]?.split("\n") || []), ...(one.checked ? [one.value] : [])].filter(Boolean).join("\n");
    }
    return values;
  }
  function ask(button, more) {
    const { sheets: what, ...told } = button.dataset;
    const form = formOf(button);
    if (form) form.querySelector("[data-wrong]").textContent = "";
    const part = button.closest("[id]");
    // Of a sheet that goes away the next one takes the focus.
    const next = what === "remove" && (part.nextElementSibling || part.previousElementSibling || document.getElementById("sheet-adding"));
    window.cockpit.stay(next || part, next ? "" : button.textContent);
    const asked = { ...(form ? given(form) : {}), ...told, ...more, what, form: form ? nameOf(form) : "", at: Date.now() };
    window.dash_clientside.set_props("sheets-asked", { data: asked });
  }

  document.addEventListener("click", (event) => {
    const button = at(event, "button[data-sheets]");
    if (button && button.getAttribute("aria-disabled") !== "true") ask(button);
    const suggests = at(event, "button[data-suggests]");
    if (!suggests) return;
    const title = formOf(suggests).elements.title;
    title.value = "";
    title.dispatchEvent(new Event("input", { bubbles: true }));
    title.focus();
  });
  document.addEventListener("submit", (event) => {
    const form = at(event, "form[data-form]");
    if (!form) return;
    event.preventDefault();
    form.querySelector("button[data-sheets]").click();
  });

  document.addEventListener("input", (event) => {
    const form = at(event, "form[data-form=write]");
    if (!form) return;
    drafts.set(nameOf(form), given(form));
    form.classList.add("unsaved");
  });
  function restore() {
    document.querySelectorAll("form[data-form=write]:not(.unsaved)").forEach((form) => {
      const draft = drafts.get(nameOf(form));
      if (!draft) return;
      for (const one of fieldsOf(form)) {
        if (one.type === "checkbox") one.checked = draft[one.name].split("\n").includes(one.value);
        else one.value = draft[one.name];
      }
      form.classList.add("unsaved");
    });
    document.querySelectorAll("form[data-form=add]").forEach(limit);
  }
  new MutationObserver(restore).observe(document.documentElement, { childList: true, subtree: true });
  window.addEventListener("beforeunload", (event) => drafts.size && event.preventDefault());

  // Only the places that the topic can be about.
  function limit(form) {
    const kinds = form.elements.topic.selectedOptions[0].dataset.kinds.split(",");
    const places = [...form.elements.place.options];
    places.forEach((one) => (one.disabled = !kinds.includes(one.dataset.kind)));
    const chosen = form.elements.place.selectedOptions[0];
    if (!chosen || chosen.disabled) form.elements.place.value = places.find((one) => !one.disabled).value;
  }
  document.addEventListener("change", (event) => {
    const form = at(event, "form[data-form=add]");
    if (form) limit(form);
  });

  let moved = null; // the sheet that is dragged
  const itemsOf = (list) => [...list.querySelectorAll("li[data-sheet]")];
  const orderOf = (list) => itemsOf(list).map((item) => item.dataset.sheet).join(",");
  document.addEventListener("dragstart", (event) => {
    const grip = at(event, ".sheet-grip");
    if (!grip) return;
    const item = grip.closest("li[data-sheet]");
    moved = { item, list: item.parentElement, before: orderOf(item.parentElement) };
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setDragImage(item, 20, 20);
    item.classList.add("moved");
  });
  document.addEventListener("dragover", (event) => {
    const over = moved && at(event, "li[data-sheet]");
    if (!moved) return;
    event.preventDefault();
    if (!over || over === moved.item) return;
    const box = over.getBoundingClientRect();
    over[event.clientY < box.top + box.height / 2 ? "before" : "after"](moved.item);
  });
  document.addEventListener("drop", (event) => moved && event.preventDefault());
  document.addEventListener("dragend", () => {
    if (!moved) return;
    const { item, list, before } = moved;
    moved = null;
    item.classList.remove("moved");
    const order = orderOf(list);
    if (order !== before) ask(item.querySelector("[data-sheets=order]"), { order });
  });

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.temamoede = {
    wrong(said) {
      const place = said && document.querySelector(`[data-wrong="${said.form}"]`);
      if (place) place.textContent = said.told;
    },
    done(deed) {
      if (deed?.what === "write") {
        const name = `write-${deed.of}`;
        drafts.delete(name);
        document.querySelector(`[data-wrong="${name}"]`)?.closest("form").classList.remove("unsaved");
      }
    },
  };
})();

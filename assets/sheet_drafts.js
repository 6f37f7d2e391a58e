// What has been chosen and written in the fact sheets' forms and is not saved yet: a page that is drawn anew
// keeps it, with the focus; what another has changed or removed meanwhile is told.
(function () {
  const drafts = new Map(); // address and form → what is in its fields, and what the sheet said then (`seen`)
  const told = new Map(); // address and form → what could not be done
  const sent = new Map(); // when it was asked → address, form and what was asked
  const settled = new WeakSet(); // forms that show what is kept here
  let focus = null; // the field that the reader is in
  const nameOf = (form) => form.querySelector("[data-wrong]").dataset.wrong;
  const keyOf = (name) => `${location.pathname} ${name}`;
  const fieldsOf = (form) => [...form.elements].filter((one) => one.name);
  const formCalled = (name) => document.querySelector(`[data-wrong="${CSS.escape(name)}"]`)?.closest("form");

  function given(form) {
    const values = {};
    for (const one of fieldsOf(form)) {
      if (one.type !== "checkbox") values[one.name] = one.value;
      else values[one.name] = [...(values[one.name]?.split("\n") || []), ...(one.checked ? [one.value] : [])].filter(Boolean).join("\n");
    }
    const seen = drafts.get(keyOf(nameOf(form)))?.seen || form.dataset.seen;
    return seen ? { ...values, seen } : values;
  }
  function keep(form) {
    const { seen, ...values } = given(form);
    drafts.set(keyOf(nameOf(form)), { values, seen });
    form.classList.add("unsaved");
  }
  document.addEventListener("input", (event) => {
    const form = event.target.closest?.("form[data-form]");
    if (form) keep(form);
  });

  function settle(form) {
    settled.add(form);
    const key = keyOf(nameOf(form));
    const draft = drafts.get(key);
    if (draft) {
      for (const one of fieldsOf(form)) {
        if (one.type === "checkbox") one.checked = (draft.values[one.name] || "").split("\n").includes(one.value);
        else if (!one.options || [...one.options].some((option) => option.value === draft.values[one.name])) one.value = draft.values[one.name];
      }
      form.classList.add("unsaved");
      if (draft.seen !== form.dataset.seen) overtake(form, draft);
    }
    if (told.has(key)) form.querySelector("[data-wrong]").textContent = told.get(key);
  }
  // The picture beside the form is new: whoever saves now has seen it.
  function overtake(form, draft) {
    const version = (seen) => seen.split(".")[0];
    const alike = version(draft.seen) === version(form.dataset.seen);
    told.set(keyOf(nameOf(form)), alike ? form.dataset.overtaken : form.dataset.renewed);
    draft.seen = form.dataset.seen;
  }

  document.addEventListener("focusin", (event) => {
    const form = event.target.closest?.("form[data-form]");
    focus = form && event.target.name ? { form: nameOf(form), field: event.target } : null;
  });
  function backToField() {
    if (!focus || focus.field.isConnected || document.activeElement !== document.body) return;
    const { field, form } = focus;
    const alike = (one) => one.name === field.name && (one.type !== "checkbox" || one.value === field.value);
    const fresh = formCalled(form) && fieldsOf(formCalled(form)).find(alike);
    if (!fresh) return;
    const { selectionStart, selectionEnd } = field;
    // What was open is opened again (assets/view.js), but only a field that is seen takes the focus.
    const folded = fresh.closest("details");
    if (folded) folded.open = true;
    fresh.focus({ preventScroll: true });
    if (typeof selectionStart === "number") fresh.setSelectionRange(selectionStart, selectionEnd);
  }

  // The page has been drawn, and the sheet that was written on is not on it any more.
  function rescue() {
    const drawn = document.querySelector("#sheets-cards [data-of]");
    const place = document.getElementById("sheets-rescued");
    if (!place || !drawn || !location.pathname.endsWith(`/${drawn.dataset.of}`)) return;
    for (const [key, draft] of drafts) {
      const [path, name] = key.split(" ");
      if (path !== location.pathname || !name.startsWith("write-") || formCalled(name)) continue;
      drafts.delete(key);
      const { title, challenges, tendencies } = draft.values;
      const text = [title, challenges, tendencies].filter((one) => one.trim()).join("\n\n");
      if (text) place.append(rescued(text));
    }
  }
  function rescued(text) {
    const made = (tag, more) => Object.assign(document.createElement(tag), more);
    const part = made("div", { className: "notice sheet-rescued" });
    const field = made("textarea", { value: text, readOnly: true, rows: 6 });
    const label = made("label", { className: "sheet-field" });
    const shut = made("button", { type: "button", className: "button quiet", textContent: "Luk" });
    part.setAttribute("role", "alert");
    label.append("Din tekst, så du kan kopiere den", field);
    shut.addEventListener("click", () => part.remove());
    part.append(made("p", { textContent: "Planchen er væk: en anden har fjernet den, mens du skrev." }), label, shut);
    return part;
  }

  let place = location.pathname;
  new MutationObserver(() => {
    if (place !== location.pathname) told.clear();
    place = location.pathname;
    document.querySelectorAll("form[data-form]").forEach((form) => settled.has(form) || settle(form));
    backToField();
    rescue();
  }).observe(document.documentElement, { childList: true, subtree: true });
  const isText = (key) => key.includes(" write-");
  window.addEventListener("beforeunload", (event) => [...drafts.keys()].some(isText) && event.preventDefault());

  function wrong(name, words) {
    const form = formCalled(name);
    if (!form) return false;
    told.set(keyOf(name), words);
    form.querySelector("[data-wrong]").textContent = words;
    return true;
  }
  function forget(key) {
    drafts.delete(key);
    told.delete(key);
  }
  // What has been written since it was sent stays unsaved.
  function done({ at, told: words, seen }) {
    const one = sent.get(at);
    if (!one || !words) return;
    const draft = drafts.get(one.key);
    if (draft && Object.entries(draft.values).some(([name, value]) => one.asked[name] !== value)) draft.seen = seen || draft.seen;
    else forget(one.key);
    if (!drafts.has(one.key)) formCalled(one.asked.form)?.classList.remove("unsaved");
    if (one.asked.what === "remove") forget(`${one.path} write-${one.asked.sheet}`);
    if (one.asked.what === "delete") [...drafts.keys()].filter((key) => key.startsWith(`${one.path} `)).forEach(forget);
  }
  function asks(asked) {
    const key = keyOf(asked.form);
    // Of two that follow each other the second is sent by someone who has seen the first.
    if (drafts.get(key)?.seen) asked.seen = drafts.get(key).seen;
    sent.set(asked.at, { asked, key, path: location.pathname });
    if (wrong(asked.form, "")) told.delete(key);
  }
  (window.cockpitSheets ||= {}).drafts = { nameOf, given, keep, asks, wrong, done };
})();

// Fact sheets: a press of a button asks the server (cockpit/pages/temamoede_gem.py), one thing at a time.
(function () {
  const ANSWERS_WITHIN = 15000; // milliseconds
  const TOLD_FOR = (words) => Math.max(8000, 150 * words.length);
  const NO_ANSWER = "Cockpittet svarer ikke, så det er måske ikke gemt. Se efter, og prøv igen.";
  const at = (event, selector) => event.target.closest?.(selector);
  const formOf = (button) => button.closest("form[data-form]");
  // The files come in any order.
  const sheets = (window.cockpitSheets ||= {});

  const queue = []; // the first has been sent, the others wait for its answer
  const same = (one, other) => JSON.stringify({ ...one, at: 0 }) === JSON.stringify({ ...other, at: 0 });

  // What is moved on while its place is being kept needs only be told where it ends.
  function ask(asked) {
    const fresh = { ...asked, at: String(performance.timeOrigin + performance.now()) };
    if (queue.some((one) => same(one, fresh))) return;
    const last = queue.length > 1 && queue[queue.length - 1];
    if (last && last.what === "order" && fresh.what === "order" && last.sheet === fresh.sheet) queue.pop();
    queue.push(fresh);
    if (queue.length === 1) send();
  }
  function send() {
    const sent = queue[0];
    if (!sent) return;
    sheets.drafts.asks(sent);
    setTimeout(() => sent === queue[0] && answered(sent.at) && say("sheets-alert", NO_ANSWER), ANSWERS_WITHIN);
    window.dash_clientside.set_props("sheets-asked", { data: sent });
  }
  function answered(time) {
    if (queue[0]?.at !== time) return false;
    queue.shift();
    setTimeout(send);
    return true;
  }

  let telling;
  function say(place, words) {
    clearTimeout(telling);
    for (const id of ["sheets-told", "sheets-alert"]) {
      const part = document.getElementById(id);
      if (part) part.textContent = id === place ? words : "";
    }
    if (place === "sheets-told") telling = setTimeout(say, TOLD_FOR(words));
  }

  function press(button) {
    const { sheets: what, ...told } = button.dataset;
    const form = formOf(button);
    say();
    const part = button.closest("[id]");
    // Of a sheet that goes away the next one takes the focus.
    const next = what === "remove" && (part.nextElementSibling || part.previousElementSibling || document.getElementById("sheet-adding"));
    window.cockpit.stay(next || part, next ? "" : button.textContent);
    ask({ ...(form ? sheets.drafts.given(form) : {}), ...told, what, form: form ? sheets.drafts.nameOf(form) : "" });
  }

  document.addEventListener("click", (event) => {
    const button = at(event, "button[data-sheets]");
    // The second click of two that follow each other is no new wish.
    if (button && event.detail < 2) press(button);
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
    if (!form) return;
    limit(form);
    sheets.drafts.keep(form);
  });
  new MutationObserver(() => document.querySelectorAll("form[data-form=add]").forEach(limit)).observe(
    document.documentElement, { childList: true, subtree: true },
  );

  Object.assign(sheets, { ask, waits: (what) => queue.some((one) => one.what === what) });
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.temamoede = {
    wrong(said) {
      if (!said) return;
      answered(said.at);
      if (!sheets.drafts.wrong(said.form, said.told)) say("sheets-alert", said.told);
    },
    done(deed) {
      if (!deed) return;
      answered(deed.at);
      sheets.drafts.done(deed);
      if (deed.told) say("sheets-told", deed.told);
    },
  };
})();

// What the page needs to know about the reader's screen, and small courtesies that no component offers.
(function () {
  const KEY = "mantine-color-scheme-value"; // Mantine's own name, so that its first paint agrees with ours
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const phone = window.matchMedia("(max-width: 760px)");

  function view() {
    const chosen = localStorage.getItem(KEY);
    const isDark = chosen === "dark" || (chosen !== "light" && dark.matches);
    document.documentElement.classList.toggle("dark", isDark);
    document.documentElement.dataset.mantineColorScheme = isDark ? "dark" : "light";
    return { theme: isDark ? "dark" : "light", narrow: phone.matches };
  }

  function tell() {
    const now = view();
    if (window.dash_clientside && window.dash_clientside.set_props) {
      window.dash_clientside.set_props("view", { data: now });
    }
  }

  dark.addEventListener("change", tell);
  phone.addEventListener("change", tell);
  view();

  const body = () => document.body.classList;
  const expanded = (id, open) => document.getElementById(id)?.setAttribute("aria-expanded", String(open));
  function fold(name, button, open) {
    body().toggle(name, open);
    expanded(button, open);
  }
  const closeMenu = () => fold("menu-open", "menu-button", false);

  // Links inside the cockpit change the address; Dash's location component listens for this event.
  function go(href) {
    if (href !== location.pathname + location.search) history.pushState({}, "", href);
    window.dispatchEvent(new Event("_dashprivate_pushstate"));
  }
  const plainClick = (event) => event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

  document.addEventListener("click", (event) => {
    const at = (selector) => event.target.closest(selector);
    const inside = at("a[data-goes]");
    if (inside && plainClick(event)) {
      event.preventDefault();
      const list = inside.closest(".pill-menu");
      if (list && !("stays" in list.dataset)) shutList(list);
      rememberFocus(list && !list.open ? list.querySelector("summary") : inside);
      go(inside.getAttribute("href"));
    }
    document.querySelectorAll(".pill-menu[open]").forEach((list) => event.composedPath().includes(list) || shutList(list));
    if (at("#menu-button")) {
      fold("menu-open", "menu-button", !body().contains("menu-open"));
      document.querySelector(".menu-open .nav-link")?.focus();
    } else if (at("#filter-button")) {
      fold("filters-open", "filter-button", !body().contains("filters-open"));
    } else if (at(".veil") || at(".nav-link")) {
      closeMenu();
    } else if (at("[data-opens]")) {
      openNamed(at("[data-opens]"));
    } else if (at("[data-closes]")) {
      shutPanel(document.getElementById(at("[data-closes]").dataset.closes));
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const panel = document.querySelector(".panel:not([hidden])");
    const list = document.querySelector(".pill-menu[open]");
    if (list) {
      shutList(list);
      const summary = list.querySelector("summary");
      rememberFocus(summary);
      summary.focus();
    } else if (panel) {
      shutPanel(panel);
    } else if (body().contains("menu-open")) {
      closeMenu();
      document.getElementById("menu-button")?.focus();
    }
  });

  // "Vis som tabel" and "Hvad tæller vi?": show or hide the part that the button names.
  const kept = new Set(); // ids of what the reader has opened
  let focus = null; // where the reader was: the nearest part with an id, and the words of the link

  function rememberFocus(element) {
    const part = element.closest("[id]");
    focus = part && { id: part.id, words: element.textContent };
  }
  // The card is drawn anew when the address changes, and the field with it.
  window.cockpit.stay = (field, words) => (focus = { id: field.id, words });
  // Said at once: the toggle event comes later, when the list may have been drawn anew.
  function shutList(list) {
    list.open = false;
    kept.delete(list.id);
  }
  document.addEventListener("toggle", (event) => {
    const part = event.target;
    if (part.matches?.(".pill-menu, .more-choices") && part.isConnected) kept[part.open ? "add" : "delete"](part.id);
  }, true);

  // Dash draws a page's cards anew when the address changes; what was open stays open, and focus stays put.
  new MutationObserver(() => {
    kept.forEach((id) => {
      const part = document.getElementById(id);
      if (part?.matches("details") && !part.open) part.open = true;
      if (part?.matches(".part[hidden]")) openNamed(document.querySelector(`[aria-controls="${id}"]`));
    });
    if (focus && document.activeElement === document.body) {
      // A summary says what is chosen, so its words may be new: where none is the same, it is what is left.
      const part = document.getElementById(focus.id);
      const inside = part?.matches("input") ? [part] : [...(part?.querySelectorAll("a, summary, button") || [])];
      const same = inside.find((element) => element.textContent === focus.words);
      (same || inside.find((element) => element.matches("summary, input")))?.focus({ preventScroll: true });
    }
  }).observe(document.documentElement, { childList: true, subtree: true });

  function openNamed(button) {
    const part = document.getElementById(button.getAttribute("aria-controls"));
    if (!part) return;
    if (button.dataset.opens === "definition") {
      document.querySelectorAll(".panel:not([hidden])").forEach((other) => other !== part && shutPanel(other));
    }
    const open = part.hidden;
    part.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (button.dataset.opens === "table") kept[open ? "add" : "delete"](part.id);
    if (button.dataset.opens === "table") button.textContent = open ? "Skjul tabel" : "Vis som tabel";
    if (open && part.classList.contains("panel")) part.focus();
  }
  function shutPanel(panel) {
    panel.hidden = true;
    const button = document.querySelector(`[aria-controls="${panel.id}"]`);
    button?.setAttribute("aria-expanded", "false");
    button?.focus();
  }

  function withValues(search, values) {
    const query = new URLSearchParams(search);
    Object.entries(values).forEach(([name, value]) => (value ? query.set(name, value) : query.delete(name)));
    const text = query.toString().replaceAll("+", "%20").replaceAll("%3A", ":").replaceAll("%2C", ",");
    return text ? `?${text}` : "";
  }

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.view = {
    // The first look at the screen, and each press of the light/dark button.
    look(presses) {
      if (presses) {
        localStorage.setItem(KEY, document.documentElement.classList.contains("dark") ? "light" : "dark");
      }
      return view();
    },
    period(presses, from, to, search) {
      return presses ? withValues(search, { fra: from, til: to, from: null, from_year: null, to: null, to_year: null, on: null, year: null }) : window.dash_clientside.no_update;
    },
    // A figure's exact dates and limits: what was changed goes into the address, the rest stays as it is.
    exact(presses, values, ids, shown, search) {
      if (!presses) return window.dash_clientside.no_update;
      const changed = ids.map((id, place) => [id.name, values[place]]).filter(([name, value]) => (value || null) !== (shown[name] || null));
      return withValues(search, Object.fromEntries(changed));
    },
    // A new page: its name in the tab, the reader at its top, and the heading in focus for a screen reader.
    arrived(content, path) {
      requestAnimationFrame(() => {
        const heading = document.querySelector("#content h1");
        if (!heading) return;
        document.title = `${heading.textContent} – Styringscockpit`;
        if (window.cockpitPath !== undefined && window.cockpitPath !== path) {
          kept.clear();
          focus = null;
          window.scrollTo(0, 0);
          heading.focus({ preventScroll: true });
        }
        window.cockpitPath = path;
      });
    },
  };
})();

// A delivery's files: dropped or chosen, listed, and sent one by one as they are (cockpit/pages/indlaes_filer.py).
(function () {
  const PLACE = "/data/indlaes/";
  const byId = (id) => document.getElementById(id);
  const files = new Map();
  let sending = false;

  const tell = (text, wrong) => {
    const told = byId("drop-told");
    if (!told) return;
    told.textContent = text;
    told.classList.toggle("wrong", Boolean(wrong));
  };
  const size = (bytes) => `${Math.max(1, Math.round(bytes / 1000)).toLocaleString("da")} kB`;

  function line(file) {
    const item = document.createElement("li");
    const gone = Object.assign(document.createElement("button"), { type: "button", textContent: "Fjern" });
    gone.className = "drop-gone";
    gone.setAttribute("aria-label", `Fjern ${file.name}`);
    gone.addEventListener("click", () => {
      files.delete(file.name);
      list();
      byId("drop-choose").focus();
    });
    item.append(Object.assign(document.createElement("span"), { textContent: file.name }), size(file.size), gone);
    return item;
  }
  const inOrder = () => [...files.values()].sort((one, other) => one.name.localeCompare(other.name));
  const list = () => byId("drop-list").replaceChildren(...inOrder().map(line));

  function add(chosen) {
    // The list is drawn anew with the page, and the files of an earlier visit are not in it.
    if (!byId("drop-list").children.length) files.clear();
    for (const file of chosen) files.set(file.name, file);
    list();
    tell("");
  }

  function choose() {
    const field = Object.assign(document.createElement("input"), { type: "file", multiple: true });
    field.addEventListener("change", () => add(field.files));
    field.click();
  }

  function dropped(transfer) {
    const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.());
    if (entries.some((entry) => entry?.isDirectory)) tell("Åbn mappen, og træk filerne i den hertil.", true);
    else add(transfer.files);
  }

  async function ask(method, path, body) {
    const headers = { "Content-Type": typeof body === "string" ? "application/json" : "application/octet-stream" };
    const answer = await fetch(PLACE + path, { method, body, headers }).catch(() => null);
    const told = await answer?.json().catch(() => ({}));
    if (!answer?.ok) throw new Error(told?.besked || "Filerne kunne ikke sendes. Prøv igen.");
    return told;
  }

  async function send() {
    if (sending) return;
    if (!byId("drop-list").children.length) return tell("Vælg først de filer, der skal kontrolleres.", true);
    sending = true;
    try {
      const { sted } = await ask("POST", "begynd");
      let number = 0;
      for (const file of inOrder()) {
        tell(`Sender fil ${++number} af ${files.size} …`);
        await ask("PUT", `filer/${sted}/${encodeURIComponent(file.name)}`, file);
      }
      const asked = { dato: byId("drop-as-of").value, faerre: byId("drop-fewer").checked, profil: byId("drop-source").value };
      await ask("POST", `kontrol/${sted}`, JSON.stringify(asked));
      files.clear();
      window.dash_clientside.set_props("drop-changed", { data: Date.now() });
    } catch (problem) {
      tell(problem.message, true);
    } finally {
      sending = false;
    }
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest("#drop-choose")) choose();
    if (event.target.closest("#drop-start")) send();
  });
  for (const kind of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(kind, (event) => {
      const zone = byId("drop-zone");
      if (!zone || !event.dataTransfer?.types.includes("Files")) return;
      // A file let go beside the place would else be opened instead of the page.
      event.preventDefault();
      const over = zone.contains(event.target);
      zone.classList.toggle("over", over && kind === "dragover");
      if (over && kind === "drop") dropped(event.dataTransfer);
    });
  }
})();

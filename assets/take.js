// What a card shows, taken along: its table on the clipboard, its chart or its table as a picture.
(function () {
  // The rows of the card's own file, below what it tells of filters and date: no formula, whole numbers, plain minus.
  async function rowsOf(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.status);
    const text = await answer.text();
    const rows = text.slice(text.indexOf("\r\n\r\n") + 4)
      .replace(/"(?:[^"]|"")*"|;/g, (part) => (part === ";" ? "\t" : bare(part)));
    return new Blob([rows.replace(/\r\n$/, "")], { type: "text/plain" });
  }

  // A spreadsheet takes away quotation marks around a cell, so a text that begins with one keeps the file's own.
  function bare(quoted) {
    const flat = quoted.replace(/\s+/g, " ");
    const text = flat.slice(1, -1).replaceAll('""', '"');
    return text.startsWith('"') ? flat : text;
  }

  // The clipboard is asked while the click still counts, and waits for the rows itself.
  async function copy(card, button) {
    const rows = rowsOf(card.querySelector('.card-foot a[href*=".csv"]').href);
    try {
      await navigator.clipboard.write([new ClipboardItem({ "text/plain": rows })]);
      button.textContent = "Kopieret";
    } catch {
      button.textContent = "Kunne ikke kopieres";
    }
    setTimeout(() => (button.textContent = "Kopiér"), 2000);
  }

  // What draws pictures is fetched when the first one is asked for.
  const drawn = async (card, what) => (await import(document.querySelector("meta[name=picture]").content)).take(card, what);

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-takes]");
    if (!button) return;
    const card = button.closest(".card");
    if (button.dataset.takes === "copy") copy(card, button);
    else drawn(card, button.dataset.takes);
  });
})();

// What a card shows, taken along: its table on the clipboard, its chart as a picture with what it counts on it.
(function () {
  const WIDTH = 1200, LETTERS = 150, LINE = 20, AIR = 54;
  const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const words = (card, selector) => card.querySelector(selector)?.textContent.trim() || "";

  function lines(text) {
    return text.split(" ").reduce((found, word) => {
      const last = found[found.length - 1];
      if ((last + word).length > LETTERS) found.push(word);
      else found[found.length - 1] = last ? `${last} ${word}` : word;
      return found;
    }, [""]);
  }

  function save(href, name) {
    const link = Object.assign(document.createElement("a"), { href, download: name });
    document.body.append(link);
    link.click();
    link.remove();
  }

  async function picture(card) {
    const chart = card.querySelector(".js-plotly-plot");
    const told = lines(words(card, ".card-sub"));
    const asOf = words(document, "#as-of");
    if (asOf && !told.join(" ").toLowerCase().includes("opgjort pr.")) told.push(asOf);
    const title = words(card, ".card-head h2");
    const top = AIR + LINE * (told.length + 1);
    const { layout, data } = chart;
    const { color, backgroundColor } = getComputedStyle(card);
    const height = Math.round(chart.clientHeight) + top;
    const text = `<b>${escaped(title)}</b><br><span style="font-size:14px">${told.map(escaped).join("<br>")}</span>`;
    const whole = {
      ...layout, width: WIDTH, height, autosize: false, paper_bgcolor: backgroundColor,
      margin: { ...layout.margin, t: (layout.margin?.t || 0) + top, l: Math.max(layout.margin?.l || 0, 24) },
      title: { text, x: 0.02, xanchor: "left", y: 1 - 26 / height, yanchor: "top", font: { size: 18, color } },
      // On the screen the legend stands beside the chart, as text.
      ...(card.querySelector(".legend") && { showlegend: true, legend: { orientation: "h", y: -0.12, font: { color } } }),
    };
    const href = await Plotly.toImage({ data, layout: whole, config: { locale: "da" } }, { format: "png", scale: 2, width: WIDTH, height });
    save(href, `${title.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60)}.png`);
  }

  async function copy(card, button) {
    const rows = [...card.querySelector("table").rows].map((row) => [...row.cells].map((cell) => cell.textContent.trim()).join("\t"));
    await navigator.clipboard.writeText(rows.join("\n"));
    const said = button.textContent;
    button.textContent = "Kopieret";
    setTimeout(() => (button.textContent = said), 2000);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-takes]");
    if (!button) return;
    const card = button.closest(".card");
    button.dataset.takes === "picture" ? picture(card) : copy(card, button);
  });
})();

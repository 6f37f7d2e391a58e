// What a card shows, taken along: its table on the clipboard, its chart as a picture with what it counts on it.
(function () {
  const WIDTH = 1200, SIDE = 24, LETTERS = 150, LINE = 20, AIR = 54;
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

  const fileName = (title) => `${title.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60)}.png`;

  // What stands above a picture: the title, what is counted, and the as-of date.
  function above(card) {
    const told = lines(words(card, ".card-sub"));
    const asOf = words(document, "#as-of");
    if (asOf && !told.join(" ").toLowerCase().includes("opgjort pr.")) told.push(asOf);
    return { title: words(card, ".card-head h2"), told, top: AIR + LINE * (told.length + 1) };
  }

  async function picture(card) {
    const chart = card.querySelector(".js-plotly-plot");
    const { title, told, top } = above(card);
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
    const href = await Plotly.toImage({ data, layout: whole, config: { locale: "da" } }, { format: "svg", width: WIDTH, height });
    save(await painted(decodeURIComponent(href.slice(href.indexOf(",") + 1)), height), fileName(title));
  }

  // A picture on its own sees no font of the page, and a system font is wider than what its texts were measured in.
  async function painted(svg, height) {
    const image = new Image();
    const fontFace = await ownFont();
    const styled = svg.replace(/<svg[^>]*>/, (start) => `${start}<style>${fontFace}</style>`);
    image.src = `data:image/svg+xml,${encodeURIComponent(styled)}`;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: 2 * WIDTH, height: 2 * height });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL("image/png");
  }

  // The page's @font-face with the file itself in place of its address.
  async function ownFont() {
    const rule = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).find((rule) => rule instanceof CSSFontFaceRule);
    const [whole, address] = rule.cssText.match(/url\("?([^")]+)"?\)/);
    const file = await (await fetch(new URL(address, rule.parentStyleSheet.href || location.href))).blob();
    const reader = new FileReader();
    await new Promise((done, failed) => {
      Object.assign(reader, { onload: done, onerror: failed });
      reader.readAsDataURL(file);
    });
    return rule.cssText.replace(whole, `url(${reader.result})`);
  }

  // Our own drawing, stroke by stroke on a canvas: there it has the page's font and the colours of the style sheet.
  async function drawing(card, svg) {
    const { title, told, top } = above(card);
    const { width, height } = svg.viewBox.baseVal;
    const scale = (WIDTH - 2 * SIDE) / width;
    const canvas = Object.assign(document.createElement("canvas"), { width: 2 * WIDTH, height: 2 * (top + height * scale + SIDE) });
    const pen = canvas.getContext("2d");
    const { backgroundColor, color, fontFamily } = getComputedStyle(card);
    pen.scale(2, 2);
    pen.fillStyle = backgroundColor;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.fillStyle = color;
    pen.font = `600 18px ${fontFamily}`;
    pen.fillText(title, SIDE, 40);
    pen.font = `400 14px ${fontFamily}`;
    told.forEach((line, place) => pen.fillText(line, SIDE, 40 + LINE * (place + 1)));
    pen.translate(SIDE, top);
    pen.scale(scale, scale);
    svg.querySelectorAll("path, rect, text").forEach((shape) => stroke(pen, shape));
    save(canvas.toDataURL("image/png"), fileName(title));
  }

  function stroke(pen, shape) {
    const at = (name) => Number(shape.getAttribute(name));
    const { fill, opacity } = getComputedStyle(shape);
    pen.globalAlpha = Number(opacity);
    pen.fillStyle = fill;
    if (shape.matches("path")) pen.fill(new Path2D(shape.getAttribute("d")));
    else if (shape.matches("rect")) pen.fillRect(at("x"), at("y"), at("width"), at("height"));
    else write(pen, [...shape.childNodes], at("x"), at("y"), shape.getAttribute("text-anchor"));
  }

  // A text is several pieces, some of them stronger: they stand side by side, together where the text is anchored.
  function write(pen, pieces, x, y, anchor) {
    const styled = pieces.map((piece) => {
      const { fontWeight, fontSize, fontFamily, fill } = getComputedStyle(piece.nodeType === Node.TEXT_NODE ? piece.parentNode : piece);
      const font = `${fontWeight} ${fontSize} ${fontFamily}`;
      pen.font = font;
      return { font, fill, text: piece.textContent, wide: pen.measureText(piece.textContent).width };
    });
    const whole = styled.reduce((sum, { wide }) => sum + wide, 0);
    let from = x - whole * { start: 0, middle: 0.5, end: 1 }[anchor];
    styled.forEach(({ font, fill, text, wide }) => {
      Object.assign(pen, { font, fillStyle: fill });
      pen.fillText(text, from, y);
      from += wide;
    });
  }

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

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-takes]");
    if (!button) return;
    const card = button.closest(".card");
    const ours = card.querySelector("svg.sankey");
    if (button.dataset.takes === "copy") copy(card, button);
    else ours ? drawing(card, ours) : picture(card);
  });
})();

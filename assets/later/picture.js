// A card as a picture: what it counts, its filters and its as-of date stand above its chart or its table.
const WIDTH = 1200, SIDE = 24, LETTERS = 150, LINE = 20, AIR = 54;
// Browsers draw nothing on a canvas that is taller.
const TALLEST = 16000;

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const words = (card, selector) => card.querySelector(selector)?.textContent.trim() || "";

// `what` is "picture" for what the card shows, or "table" for the table below its chart.
export async function take(card, what) {
  const told = await above(card);
  const chart = card.querySelector(".card-body .js-plotly-plot");
  if (what === "table") await sheet(card, card.querySelector(".part"), told);
  else if (chart) await picture(card, chart, told);
  else await sheet(card, card.querySelector(".card-body"), told);
}

function lines(text) {
  return text.split(" ").reduce((found, word) => {
    const last = found[found.length - 1];
    if ((last + word).length > LETTERS) found.push(word);
    else found[found.length - 1] = last ? `${last} ${word}` : word;
    return found;
  }, [""]);
}

// What stands above a picture: the title, what is counted, and what the card's own file tells of filters and date.
async function above(card) {
  const sub = words(card, ".card-sub");
  const file = card.querySelector('.card-foot a[href*=".csv"]');
  const chosen = file ? await toldIn(file.href) : [words(document, "#as-of")];
  const further = chosen.filter((one) => !sub.toLowerCase().includes(one.toLowerCase()));
  return { title: words(card, ".card-head h2"), told: [sub, further.join(" · ")].filter(Boolean) };
}

async function toldIn(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.status);
  const [head] = (await answer.text()).split("\r\n\r\n");
  const plain = (text) => text.replace(/^"(.*)"$/, "$1").replaceAll('""', '"').replace(/^'/, "");
  return head.split("\r\n").slice(1).map((line) => line.replace(/(\.?);(.*)$/, (_, stop, value) => `${stop || ":"} ${plain(value)}`));
}

function save(href, { title }) {
  const download = `${title.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60)}.png`;
  const link = Object.assign(document.createElement("a"), { href, download });
  document.body.append(link);
  link.click();
  link.remove();
}

async function picture(card, chart, text) {
  const told = text.told.flatMap(lines);
  const top = AIR + LINE * (told.length + 1);
  const { layout, data } = chart;
  const { color, backgroundColor } = getComputedStyle(card);
  const height = Math.round(chart.clientHeight) + top;
  const heading = `<b>${escaped(text.title)}</b><br><span style="font-size:14px">${told.map(escaped).join("<br>")}</span>`;
  const whole = {
    ...layout, width: WIDTH, height, autosize: false, paper_bgcolor: backgroundColor,
    margin: { ...layout.margin, t: (layout.margin?.t || 0) + top, l: Math.max(layout.margin?.l || 0, 24) },
    title: { text: heading, x: 0.02, xanchor: "left", y: 1 - 26 / height, yanchor: "top", font: { size: 18, color } },
    // On the screen the legend stands beside the chart, as text.
    ...(card.querySelector(".legend") && { showlegend: true, legend: { orientation: "h", traceorder: "normal", y: -0.12, font: { color } } }),
  };
  const href = await Plotly.toImage({ data, layout: whole, config: { locale: "da" } }, { format: "svg", width: WIDTH, height });
  save(await painted(decodeURIComponent(href.slice(href.indexOf(",") + 1)), fontOf(await ownStyle()), WIDTH, height), text);
}

// A picture on its own sees neither the page's style sheets nor its font.
async function painted(svg, style, width, height) {
  const image = new Image();
  const styled = svg.replace(/<svg[^>]*>/, (start) => `${start}<style>${escaped(style)}</style>`);
  image.src = `data:image/svg+xml,${encodeURIComponent(styled)}`;
  await image.decode();
  const scale = Math.min(2, TALLEST / height);
  const canvas = Object.assign(document.createElement("canvas"), { width: scale * width, height: scale * height });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/png");
}

// The page's style sheets, with the font itself in place of its address. As they are written: what the browser
// tells of its rules leaves out a font that is set by variables.
async function ownStyle() {
  const sheets = [...document.styleSheets].map(({ href }) => href).filter((href) => href?.includes("/assets/"));
  const style = (await Promise.all(sheets.map(async (href) => (await fetch(href)).text()))).join("\n");
  const [whole, address] = style.match(/url\("?([^")]+)"?\)/);
  const file = await (await fetch(new URL(address, sheets[0]))).blob();
  const reader = new FileReader();
  await new Promise((done, failed) => {
    Object.assign(reader, { onload: done, onerror: failed });
    reader.readAsDataURL(file);
  });
  return style.replace(whole, `url(${reader.result})`);
}

const fontOf = (style) => style.match(/@font-face[^}]*}/)[0];

// A table, or a drawing of our own, is laid out by the page's own style sheets in a frame as wide as the picture: so nothing of it is
// scrolled out of sight, and on a phone it is no narrower. The picture is that frame's content, drawn by the browser.
async function sheet(card, shown, text) {
  const style = `${await ownStyle()}${SHEET}`;
  // Without its type a document lays tables out in the ways of the last century.
  const srcdoc = `<!DOCTYPE html><html class="${document.documentElement.className}"><style>${style}</style></html>`;
  const frame = Object.assign(document.createElement("iframe"), { width: WIDTH, tabIndex: -1, ariaHidden: "true", srcdoc });
  frame.style = "position:fixed; left:-9999px; border:0";
  const loaded = new Promise((onload) => Object.assign(frame, { onload }));
  document.body.append(frame);
  try {
    await loaded;
    const inside = frame.contentDocument;
    inside.body.innerHTML = `<section class="${card.className} as-picture"><h2>${escaped(text.title)}</h2>`
      + `${text.told.map((line) => `<p class="card-sub">${escaped(line)}</p>`).join("")}</section>`;
    inside.body.firstChild.append(copied(shown, inside));
    await inside.fonts.load("400 14px 'IBM Plex Sans Variable'");
    const wide = [...inside.querySelectorAll("table")].map((table) => table.offsetWidth + 2 * SIDE);
    const width = Math.max(WIDTH, ...wide);
    frame.width = width;
    const height = Math.ceil(inside.body.firstChild.getBoundingClientRect().height);
    save(await painted(asSvg(inside, width, height), style, width, height), text);
  } finally {
    frame.remove();
  }
}

const SHEET = `.as-picture { border: 0; border-radius: 0; padding: ${SIDE}px } .as-picture .part { display: block; border: 0; padding: 0 }
.as-picture .table-scroll { overflow: visible; max-height: none } .as-picture th { position: static !important }`;

// Without what only answers to a hand.
function copied(shown, inside) {
  const copy = inside.importNode(shown, true);
  copy.hidden = false;
  copy.querySelectorAll("button, input, nav, .controls, .card-foot").forEach((part) => part.remove());
  copy.querySelectorAll("a").forEach((link) => link.replaceWith(...link.childNodes));
  return copy;
}

function asSvg(inside, width, height) {
  const root = inside.createElementNS("http://www.w3.org/2000/svg", "svg");
  const whole = inside.createElementNS("http://www.w3.org/2000/svg", "foreignObject");
  [["width", width], ["height", height]].forEach(([name, value]) => [root, whole].forEach((one) => one.setAttribute(name, value)));
  root.setAttribute("style", "background: var(--surface)");
  root.setAttribute("class", inside.documentElement.className);
  whole.append(inside.body.cloneNode(true));
  root.append(whole);
  return new XMLSerializer().serializeToString(root);
}

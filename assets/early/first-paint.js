// Before anything is drawn: the reader's choice of light or dark, and where the charts' library lies.
(function () {
  const chosen = localStorage.getItem("mantine-color-scheme-value");
  const isDark = chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.classList.toggle("dark", isDark);

  // Dash would load its own full plotly bundle (4,9 MB) from this address, and sets it anew when it starts.
  const own = document.currentScript.dataset.plotly;
  if (!own) return;
  Object.defineProperty(window, "_dashPlotlyJSURL", { get: () => own, set: () => {} });
  // Nor does it wait for the first chart: Dash takes what stands in window.Plotly, and waits for a promise.
  // It is fetched at once, and runs when our locale is in place, while the browser would wait for figures.
  const add = (tag, how) => document.head.append(Object.assign(document.createElement(tag), how));
  for (const href of [own, "/_dash-component-suites/dash/dcc/async-graph.js"]) add("link", { rel: "preload", as: "script", href });
  window.Plotly = new Promise((onload, onerror) => {
    document.addEventListener("DOMContentLoaded", () => add("script", { src: own, onload, onerror }));
  });
})();

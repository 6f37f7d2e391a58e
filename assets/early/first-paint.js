// Before anything is drawn: the reader's choice of light or dark, and where the charts' library lies.
(function () {
  const chosen = localStorage.getItem("mantine-color-scheme-value");
  const isDark = chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.classList.toggle("dark", isDark);

  // Dash would load its own full plotly bundle (4,9 MB) from this address, and sets it anew when it starts.
  const own = document.currentScript.dataset.plotly;
  if (own) Object.defineProperty(window, "_dashPlotlyJSURL", { get: () => own, set: () => {} });
})();

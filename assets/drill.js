// A click on a chart's mark goes where the chart says that the mark leads (layout.meta.hrefs).
(function () {
  const leads = (data, figure) => {
    const point = data?.points[0];
    return figure?.layout.meta?.hrefs[point?.curveNumber]?.[point?.pointNumber];
  };

  // As any link inside the cockpit: assets/view.js takes it from there.
  function follow(href) {
    const link = document.createElement("a");
    link.href = href;
    link.dataset.goes = "";
    document.body.append(link);
    link.click();
    link.remove();
  }

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.drill = {
    go(clicks, figures) {
      const asked = window.dash_clientside.callback_context.triggered[0];
      const place = clicks.findIndex((click) => click && asked && click === asked.value);
      const href = leads(clicks[place], figures[place]);
      if (href) follow(href);
    },
  };

  // A drawing of our own is one picture to a screen reader, so its marks are no links; a table beside it has them.
  document.addEventListener("click", (event) => {
    const mark = event.target.closest("svg [data-leads]");
    if (mark) follow(mark.dataset.leads);
  });

  // The pointer is a hand on marks that lead somewhere, and only there.
  document.addEventListener("mouseover", (event) => {
    const chart = event.target.closest?.(".goes .js-plotly-plot");
    if (!chart?.on || "watched" in chart.dataset) return;
    chart.dataset.watched = "";
    chart.on("plotly_hover", (data) => chart.classList.toggle("on-a-way-down", Boolean(leads(data, chart))));
    chart.on("plotly_unhover", () => chart.classList.remove("on-a-way-down"));
  });
})();

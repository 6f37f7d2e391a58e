// Both pages alike: ten tiles with a value, and charts that plotly has drawn; looked at before each frame.
window.figures = () => {
  const tiles = [...document.querySelectorAll('.tile-value')].map((tile) => tile.textContent);
  const plots = [...document.querySelectorAll('.js-plotly-plot')];
  const drawn = plots.every((plot) => plot.querySelector('.main-svg')) && plots.at(-1)?.querySelector('.trace');
  if (tiles.length < 10 || !drawn) return null;
  const flow = plots[plots.length - 1].data.map((trace) => trace.y);
  return { tiles: JSON.stringify(tiles), flow: JSON.stringify(flow) };
};
(function first() {
  if (window.figures()) window.drawnAt = performance.now();
  else requestAnimationFrame(first);
})();

// Milliseconds from a change until the last figure that followed from it; nothing may move for a while after.
window.changed = async (change, quiet) => {
  const before = window.figures();
  const start = performance.now();
  new Function(change)();
  let last = start, seen = before, changed = false;
  while (performance.now() - start < 30000) {
    await new Promise(requestAnimationFrame);
    const now = window.figures();
    if (now && JSON.stringify(now) !== JSON.stringify(seen)) { last = performance.now(); seen = now; }
    changed = now && now.flow !== before.flow;
    if (changed && performance.now() - last > quiet) return last - start;
  }
  throw new Error('the figures did not change: ' + change);
};

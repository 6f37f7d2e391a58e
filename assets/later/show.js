// The show of fact sheets: the keys turn over, the address says which sheet is seen, the mouse wakes the buttons.
(function () {
  const sheets = [...document.querySelectorAll("main > section")];
  const AWAKE = 2500; // milliseconds
  const place = document.querySelector(".show-place");
  const back = document.querySelector(".show-back");
  let at = sheets.findIndex((sheet) => !sheet.hidden);
  let asleep;

  function turn(to) {
    at = Math.min(Math.max(to, 0), sheets.length - 1);
    sheets.forEach((sheet, number) => (sheet.hidden = number !== at));
    place.textContent = `${at + 1} / ${sheets.length}`;
    // So that back from a figure leads to the sheet that it stands on.
    history.replaceState(null, "", `?nr=${at + 1}`);
  }
  const fill = () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());

  const STEPS = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // Space presses the button that has the focus.
    if (event.key === " " && event.target.closest("button, a")) return;
    const step = event.key === " " && event.shiftKey ? -1 : STEPS[event.key];
    if (step) turn(at + step);
    else if (event.key === "Home") turn(0);
    else if (event.key === "End") turn(sheets.length - 1);
    else if (event.key === "Escape") return document.fullscreenElement || location.assign(back.href);
    else return;
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.steps) turn(at + Number(button.dataset.steps));
    else if (button && "fills" in button.dataset) fill();
  });
  function wake() {
    document.body.classList.add("awake");
    clearTimeout(asleep);
    asleep = setTimeout(() => document.body.classList.remove("awake"), AWAKE);
  }
  document.addEventListener("mousemove", wake);
  wake();
})();

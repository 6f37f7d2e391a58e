// The show of fact sheets: keys and swipes turn over, the address says which sheet is seen, a touch or the mouse
// wakes the buttons.
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
    window.scrollTo(0, 0);
    // So that back from a figure leads to the sheet that it stands on.
    history.replaceState(null, "", `?nr=${at + 1}`);
  }
  const fill = () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());

  const isTall = () => document.documentElement.scrollHeight > window.innerHeight + 1;
  const SCROLLS = ["ArrowDown", "ArrowUp", "PageDown", "PageUp", " "];
  const STEPS = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // Space presses the button that has the focus.
    if (event.key === " " && event.target.closest("button, a")) return;
    // On a narrow screen a sheet is taller than the screen, and is read down.
    if (SCROLLS.includes(event.key) && isTall()) return;
    const step = event.key === " " && event.shiftKey ? -1 : STEPS[event.key];
    if (step) turn(at + step);
    else if (event.key === "Home") turn(0);
    else if (event.key === "End") turn(sheets.length - 1);
    else if (event.key === "Enter" && event.target === document.body) sheets[at].querySelector(".chart a")?.click();
    else if (event.key === "Escape") return document.fullscreenElement || location.assign(back.href);
    else return;
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.steps) turn(at + Number(button.dataset.steps));
    else if (button && "fills" in button.dataset) fill();
  });
  const FAR = 50; // pixels
  let touched = null;
  document.addEventListener("touchstart", ({ touches }) => {
    wake();
    touched = touches.length === 1 && !(window.visualViewport?.scale > 1.01) ? touches[0] : null;
  }, { passive: true });
  document.addEventListener("touchend", ({ changedTouches: [end] }) => {
    if (!touched) return;
    const across = end.clientX - touched.clientX;
    const down = end.clientY - touched.clientY;
    touched = null;
    if (Math.abs(across) > FAR && Math.abs(across) > 2 * Math.abs(down)) turn(at - Math.sign(across));
  });
  function wake() {
    document.body.classList.add("awake");
    clearTimeout(asleep);
    asleep = setTimeout(() => document.body.classList.remove("awake"), AWAKE);
  }
  document.addEventListener("mousemove", wake);
  wake();
})();

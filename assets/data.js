// Data: what is searched for among the rejected rows goes into the address, and the field keeps the focus.
(function () {
  const FIELD = "rejected-text";

  // The card is drawn anew when the address changes, and the field with it.
  function keepFocus(until) {
    const field = document.getElementById(FIELD);
    if (field && document.activeElement === document.body) field.focus({ preventScroll: true });
    if (performance.now() < until) setTimeout(keepFocus, 60, until);
  }

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.data = {
    search(presses, submits, text, search) {
      if (!presses && !submits) return window.dash_clientside.no_update;
      if (document.activeElement?.id === FIELD) keepFocus(performance.now() + 3000);
      const query = new URLSearchParams(search);
      text ? query.set("soeg", text) : query.delete("soeg");
      query.delete("side");
      const words = query.toString().replaceAll("+", "%20").replaceAll("%3A", ":").replaceAll("%2C", ",");
      return words ? `?${words}` : "";
    },
  };
})();

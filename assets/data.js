// Data: what is searched for among the rejected rows goes into the address, and the field keeps the focus.
(function () {
  const FIELD = "rejected-text";

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.data = {
    search(presses, submits, told, search) {
      if (!presses && !submits) return window.dash_clientside.no_update;
      const field = document.getElementById(FIELD);
      // What stands in the field: Dash is told of the last letters a moment later than the field itself.
      const text = field ? field.value : told;
      if (document.activeElement === field) window.cockpit.stay(field);
      const query = new URLSearchParams(search);
      text ? query.set("soeg", text) : query.delete("soeg");
      query.delete("side");
      const words = query.toString().replaceAll("+", "%20").replaceAll("%3A", ":").replaceAll("%2C", ",");
      return words ? `?${words}` : "";
    },
  };
})();

// Data and its log: what is searched for goes into the address, and the field keeps the focus.
(function () {
  window.dash_clientside = window.dash_clientside || {};

  // What stands in the field: Dash is told of the last letters a moment later than the field itself.
  function typed(id, told) {
    const field = document.getElementById(id);
    if (document.activeElement === field) window.cockpit.stay(field);
    return field ? field.value : told;
  }

  function withValues(search, values) {
    const query = new URLSearchParams(search);
    Object.entries(values).forEach(([name, value]) => (value ? query.set(name, value) : query.delete(name)));
    const words = query.toString().replaceAll("+", "%20").replaceAll("%3A", ":").replaceAll("%2C", ",");
    return words ? `?${words}` : "";
  }

  window.dash_clientside.data = {
    search(presses, submits, told, search) {
      if (!presses && !submits) return window.dash_clientside.no_update;
      return withValues(search, { soeg: typed("rejected-text", told), side: null });
    },
    log(presses, submits, told, first, last, search) {
      if (!presses && !submits) return window.dash_clientside.no_update;
      return withValues(search, { bruger: typed("log-user", told), fra_dag: first, til_dag: last });
    },
  };
})();

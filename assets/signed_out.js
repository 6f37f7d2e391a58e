// A session that has ended is told where the reader is, with the way back in; what stands on the page stays.
(function () {
  const ask = window.fetch;
  window.fetch = async (address, how) => {
    const answer = await ask(address, how);
    if (answer.status === 401) tell();
    return answer;
  };

  function tell() {
    if (document.getElementById("signed-out")) return;
    const told = Object.assign(document.createElement("p"), { id: "signed-out", className: "banner" });
    const back = encodeURIComponent(location.pathname + location.search);
    const again = Object.assign(document.createElement("a"), { href: `/log-ind?til=${back}`, textContent: "Log ind igen" });
    told.setAttribute("role", "alert");
    told.append("Du er logget ud. Det sker efter 30 minutter uden brug og efter 8 timer. ", again);
    document.getElementById("banner").prepend(told);
  }
})();

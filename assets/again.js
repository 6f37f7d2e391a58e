// A server process that dies under an answer closes the connection; another is ready at once. Most questions
// change nothing, and the few that do name what they change (a saved view, the version that waits), so that it
// is done once: they may be asked again, and the reader only waits a moment longer.
(function () {
  const QUESTIONS = "/_dash-update-component";
  const WAITS = [100, 400, 1500]; // milliseconds
  const ask = window.fetch;
  const isQuestion = (address) => String(address.url || address).includes(QUESTIONS);
  const wait = (time) => new Promise((done) => setTimeout(done, time));

  async function asked(address, how, waits) {
    try {
      return await ask(address, how);
    } catch (problem) {
      if (!waits.length || how?.signal?.aborted) throw problem;
      await wait(waits[0]);
      return asked(address, how, waits.slice(1));
    }
  }
  window.fetch = (address, how) => asked(address, how, isQuestion(address) ? WAITS : []);
})();

// Danish for plotly and for the date fields. Both are looked up by name when their component starts.
// The stock Danish files will not do: plotly's lacks separators, dayjs's throws outside a module.
(function () {
  const months = ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"];
  const shortMonths = ["jan.", "feb.", "mar.", "apr.", "maj", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "dec."];
  const days = ["søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"];
  const shortDays = ["søn.", "man.", "tir.", "ons.", "tor.", "fre.", "lør."];

  window.PlotlyLocales = window.PlotlyLocales || [];
  window.PlotlyLocales.push({
    moduleType: "locale",
    name: "da",
    dictionary: {},
    format: {
      days, shortDays, months, shortMonths,
      date: "%d-%m-%Y", dateTime: "%d-%m-%Y %H.%M", decimal: ",", thousands: ".", grouping: [3], currency: ["", " kr."],
    },
  });

  window.dayjs_locale_da = {
    name: "da", weekdays: days, weekdaysShort: shortDays, weekdaysMin: ["sø", "ma", "ti", "on", "to", "fr", "lø"],
    months, monthsShort: shortMonths, weekStart: 1, yearStart: 4,
    ordinal: (day) => `${day}.`,
    formats: { LT: "HH.mm", LTS: "HH.mm.ss", L: "DD-MM-YYYY", LL: "D. MMMM YYYY", LLL: "D. MMMM YYYY HH.mm", LLLL: "dddd D. MMMM YYYY HH.mm" },
    relativeTime: { future: "om %s", past: "%s siden", s: "få sekunder", m: "et minut", mm: "%d minutter", h: "en time", hh: "%d timer", d: "en dag", dd: "%d dage", M: "en måned", MM: "%d måneder", y: "et år", yy: "%d år" },
  };
})();

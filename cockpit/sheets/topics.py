"""What a sheet can be about: each key figure that may be shown to all, and the charts made of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

from cockpit.sheets import as_of_day, over_time
from cockpit.sheets.asking import where
from cockpit.sheets.model import Chart, Place

ANYWHERE, EVERYTHING = ("", "area", "group"), ("",)


@dataclass(frozen=True)
class Topic:
    """`places` are the kinds of place it can be limited to; `{sted}` in its subject says which.

    `first` are the keys of the numbers that stand on a new sheet, as `numbers_of` names them; empty for the
    first there are. `behind` asks for the figure's own page, beside the place; `nothing` is told where there
    is nothing to count.
    """

    id: str
    name: str
    subject: str
    figure: str
    read: Callable[[Place], Chart]
    places: tuple[str, ...] = EVERYTHING
    behind: Mapping[str, str] = field(default_factory=dict)
    first: tuple[str, ...] = ()
    nothing: str = "Der er ingen borgere her i de viste år."

    def subject_of(self, place: Place) -> str:
        return " ".join(self.subject.format(sted=where(place)).split())


_ALL = (
    Topic("flow", "Bestand, til- og afgang", "Antal borgere {sted}", "stock_flow", over_time.flow,
          (*ANYWHERE, "section"), {"period": "year"},
          ("flow/closing", "unit_cost/unit_cost", "intervals/2000000+")),
    Topic("sections", "Borgere efter paragraf", "Antal borgere {sted} efter paragraf", "stock_flow",
          over_time.sections, ("group",), {"period": "year", "by": "section"}),
    Topic("groups", "Borgere efter slags indsats", "Antal borgere {sted} efter slags indsats", "stock_flow",
          as_of_day.groups, ("", "area"), {"period": "year", "by": "group"}),
    Topic("ages", "Borgernes alder", "Antal borgere {sted} efter alder", "age_intervals", over_time.ages,
          ANYWHERE, {"bands": "25,67"}, ("ages/under 25", "ages/67+", "flow/closing")),
    Topic("intervals", "Borgere efter udgift", "Antal borgere {sted} efter udgift om året", "cost_intervals",
          over_time.intervals, ANYWHERE, {"limits": "1000000,2000000"},
          ("intervals/2000000+", "intervals/1000000-2000000", "unit_cost/unit_cost")),
    Topic("unit_cost", "Pris pr. helårsperson", "Prisen pr. helårsperson {sted}", "cost",
          over_time.unit_cost, ("group",), {}, ("unit_cost/unit_cost", "intervals/2000000+", "flow/closing"),
          "Der er ingen borgere her i de viste år, og derfor ingen pris."),
    Topic("market", "Egne og købte pladser", "Antal borgere {sted} efter tilbuddets ejer", "market",
          as_of_day.market, ("group",), nothing="Der er ingen borgere her på opgørelsesdagen."),
    Topic("places", "Egne pladser", "Antal pladser i egne tilbud", "places", as_of_day.own_places,
          first=("places/places:Egne borgere", "places/places:Solgt", "places/places:Ledige"),
          nothing="Der er ingen egne pladser på opgørelsesdagen."),
    Topic("caseload", "Sagstal", "Borgere pr. årsværk", "caseload", as_of_day.caseload, EVERYTHING,
          {"by": "area"}, nothing="Der er ingen sager på opgørelsesdagen."),
    Topic("deadlines", "Sagsbehandlingsfrister", "Andel af fristerne, der bliver holdt", "deadlines_kept",
          over_time.deadlines, EVERYTHING, {"period": "year"},
          nothing="Ingen frister er udløbet i de viste år."),
    Topic("budget", "Budgettet konto for konto", "Ventet afvigelse fra budgettet", "budget",
          as_of_day.budget, nothing="Der er intet budget at følge op på i året."),
    Topic("compared_cost", "Sammenligning: pris", "Pris pr. helårsperson i kommunerne", "benchmark",
          partial(as_of_day.compared, "cost.unit_cost", "pr. helårsperson", "kroner"), EVERYTHING,
          {"figure": "cost.unit_cost"}),
    Topic("compared_count", "Sammenligning: borgere i botilbud",
          "Borgere i botilbud pr. 1.000 voksne i kommunerne", "benchmark",
          partial(as_of_day.compared, "residential_count.per_1000_adults_now",
                  "borgere i botilbud pr. 1.000 voksne", "decimal"),
          EVERYTHING, {"figure": "residential_count.per_1000_adults_now"}),
    Topic("initiatives", "Prøvehandlinger og tiltag", "Gevinst af tiltagene", "initiatives",
          as_of_day.initiatives, nothing="Ingen tiltag har en gevinst i året."),
)  # fmt: skip
TOPICS: Mapping[str, Topic] = {topic.id: topic for topic in _ALL}


def topic_of_view(figure: str, asked: Mapping[str, str]) -> Topic | None:
    """The topic that shows most of what a saved view of the figure asks for beside the filters."""
    of_figure = [topic for topic in TOPICS.values() if topic.figure == figure]
    return min(of_figure, key=lambda topic: len(set(topic.behind.items()) ^ set(asked.items())), default=None)

"""Order and chart of På vej."""

from cockpit.charts import PALETTES
from cockpit.charts.coming_columns import coming_columns
from cockpit.charts.markup import bold
from cockpit.components.arranged import BY_SECTION, DEAREST, laid_out
from cockpit.components.filters import Filters
from cockpit.components.scope import services_counted
from tests.pages.made_answers import AS_OF, OPTIONS, made

PALETTE = PALETTES["light"]


def test_owners_of_a_section_together_the_dearest_on_top() -> None:
    rows = (("SEL 85", "own", 1, 10.25), ("SEL 107", "own", 2, 8.5), ("SEL 107", "private", 3, 4.25))
    found = laid_out(made("review_due", "section owner services annual_cost", *rows), BY_SECTION, OPTIONS)
    assert found.columns == ("section", "services", "annual_cost")
    assert [tuple(row.values()) for row in found.rows] == [("SEL 107", 5, 12.75), ("SEL 85", 1, 10.25)]
    grants = made("expiring", "section citizens annual_cost", ("a", 9, 1.0), ("b", 1, 2.0), days="90")
    assert [row["section"] for row in laid_out(grants, DEAREST, OPTIONS).rows] == ["b", "a"]


def test_months_have_their_cost_above_where_there_is_room() -> None:
    labels = ["nov.\n2026", "dec.\n2026"]
    figure = coming_columns(labels, [2, 0], [4_252_250.0, 0.0], PALETTE)
    assert [note["text"] for note in figure["layout"]["annotations"]] == [bold("2") + "\n4,3"]
    assert figure["data"][0]["customdata"][0] == "nov. 2026: 2 unge, 4,25 mio. kr."
    small = coming_columns(labels, [2, 0], [4_252_250.0, 0.0], PALETTE, narrow=True)
    assert [note["text"] for note in small["layout"]["annotations"]] == [bold("2")]


def test_services_are_told_as_what_is_counted() -> None:
    usual = Filters(AS_OF, AS_OF)
    assert services_counted(usual, OPTIONS) == "Alle indsatser, som kommunen betaler for"
    own = Filters(AS_OF, AS_OF, owners=("own",), role="all")
    assert services_counted(own, OPTIONS) == "Indsatser hos egne tilbud, uanset betaler"

"""One level down from each meaning: this page narrowed to it, or the page that tells more of it."""

from cockpit.components.address import address, filters_only
from cockpit.components.figure_cards import FLOWS
from cockpit.components.filters import query_for
from cockpit.components.residential import residential_only
from cockpit.components.view import FIGURES, View

OWNERS = {
    "bought_other_municipality_now": "other_municipality",
    "bought_region_now": "region",
    "bought_private_now": "private",
}


def meaning_links(view: View) -> dict[str, str]:
    """Definition → address; places sold, and shares of the population, have no level below."""
    kept = filters_only(view.query) | {"kommune": None}
    flows = address(FLOWS, kept | {"opdeling": "aar"})
    persons = query_for(residential_only(view.filters, view.options)) | {"kommune": None, "by": "section"}
    in_year = f"{FIGURES}/full_year_persons"
    return {
        "paying_now": address(FLOWS, kept),
        "acting_now": address(FLOWS, kept | {"kommune": "acting"}),
        "own_providers_now": view.href(kommune="all", ejer="own"),
        "unique_in_year": address(in_year, persons | {"vis": "citizens"}),
        "spells_started_in_year": flows,
        "spells_ended_in_year": flows,
        "full_year_persons": address(in_year, persons),
        **{name: view.href(ejer=owner, kommune=None) for name, owner in OWNERS.items()},
        **{
            _definition(section.key): view.href(paragraf=section.key, kommune=None)
            for section in view.options.sections
        },
    }


def _definition(key: str) -> str:
    law, _, section = key.partition(" ")
    return f"section_{law}_{section}_now"

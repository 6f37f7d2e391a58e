"""The columns of tables that a card lays out itself: its file has the same in the same order, in kr."""

from dataclasses import replace

from cockpit.components.answers import Answer
from cockpit.components.budget import BASIS, JUDGED

# By figure and layout: each column with the card's own heading. What stands as several lines in a row's name
# on the screen has a column for each.
COLUMNS: dict[tuple[str, str], dict[str, str]] = {
    ("cost", "dyreste"): {
        "by_value": "",
        "total_cost": "Udgift (kr.)",
        "supplement_cost": "Heraf tillæg (kr.)",
        "citizens": "Borgere",
        "full_year_persons": "Helårspersoner",
        "unit_cost": "Pris pr. helårsperson (kr.)",
    },
    ("cost", "tilbud"): {
        "by_value": "Tilbud",
        "owner": "Ejer",
        "total_cost": "Udgift (kr.)",
        "citizens": "Borgere",
    },
    ("deadline_risk", "vaerste"): {
        "team": "Team",
        "kind": "Slags",
        "overdue": "Overskredet",
        "due_within": "Udløber (inden {days} dage)",
    },
    ("waiting_time", "laengste"): {
        "by_value": "",
        "median_days_to_decision": "Til afgørelse (halvdelen højst, dage)",
        "p90_days_to_decision": "Til afgørelse (ni ud af ti højst, dage)",
        "median_days_to_start": "Fra afgørelse til start (halvdelen højst, dage)",
        "services": "Indsatser (afgjort)",
    },
    ("places", "ledige"): {
        "provider": "Tilbud",
        "free": "Ledige",
        "occupancy_rate": "Belægning",
        "places": "Pladser",
        "own_citizens": "Egne borgere",
        "sold": "Solgt",
    },
    ("market", "grupper"): {
        "group": "Gruppe",
        "bought_amount": "Købt (kr. om året)",
        "share_own": "Selvforsyning (af vores borgere)",
        "sold_amount": "Solgt (kr. om året)",
        "own_amount": "I egne tilbud (kr. om året)",
    },
    ("residential_count", "betydninger"): {
        "Hvornår eller hvor": "Hvornår eller hvor",
        "Hvad er talt": "Hvad er talt",
        "Det betyder": "Det betyder",
        "value": "Antal",
    },
    ("budget", "konti"): {
        "account": "Konto",
        "original_budget": "Oprindeligt budget (kr.)",
        "revised_budget": "Korrigeret budget (kr.)",
        "actual": "Forbrug (kr.)",
        "share_used": "Brugt af budgettet",
        "forecast": "Forventet (kr.)",
        "variance": "Afvigelse (kr.)",
        JUDGED: JUDGED,
    },
    ("budget", "disponeret"): {
        "account": "Konto",
        "forecast": "Forventet (kr.)",
        "committed_cost": "Disponeret (kr.)",
        "difference": "Forskel (kr.)",
    },
    ("reconciliation", "konti"): {
        "account": "Konto",
        "cost_from_services": "Indsatser (kr.)",
        "ledger_actual": "Bogført (kr.)",
        "difference": "Forskel (kr.)",
        "share": "Andel (af bogført)",
    },
    ("state_refund", "grundlag"): {
        BASIS: BASIS,
        "citizens": "Borgere (over grænsen)",
        "refund": "Refusion (kr.)",
    },
    ("benchmark", "alle"): {
        "figure": "Nøgletal",
        "year": "År",
        "value": "Vi",
        "median": "Median",
        "distance": "Afstand",
        "rank": "Nummer",
        "municipalities": "Kommuner",
    },
    ("initiatives", "tiltag"): {
        "theme": "Tema",
        "initiative": "Tiltag",
        "committee": "Udvalg",
        "starts_on": "Begynder",
        "figure": "Nøgletal",
        "status": "Status",
        "year": "År",
        "investment": "Investering (kr.)",
        "expected_gain": "Ventet gevinst (kr.)",
        "realised_gain": "Nået gevinst (kr.)",
        "net": "Netto (kr.)",
    },
    ("initiatives", "status"): {"status": "Status", "initiative": "Hvilke", "initiatives": "Tiltag"},
}


def as_shown(found: Answer, layout: str) -> Answer:
    """The answer with the card's columns and headings; a layout that is not named here keeps its own."""
    shown = COLUMNS.get((found.definition.id, layout))
    if shown is None:
        return found
    headings = {name: text.format_map(found.parameters) for name, text in shown.items() if text}
    return replace(found, columns=tuple(shown), headings=headings)

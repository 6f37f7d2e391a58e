"""Danish names for what figures hold: columns, values, parameters."""

from cockpit.components.account_names import account_text
from cockpit.components.options import Options
from cockpit.keyfigures import catalogue
from cockpit.wording import EXTRACTS

COLUMNS = {
    "period_start": "Periode",
    "opening": "Bestand ved start",
    "inflow": "Tilgang",
    "outflow": "Afgang",
    "closing": "Bestand ved slut",
    "complete": "Hele perioden",
    "definition": "Hvad er talt",
    "value": "Værdi",
    "age_band": "Alder",
    "citizens": "Borgere",
    "year": "År",
    "service_days": "Dage med indsats",
    "full_year_persons": "Helårspersoner",
    "spells": "Forløb",
    "ended": "Heraf sluttet",
    "p25_days": "En fjerdedel sluttet efter (dage)",
    "median_days": "Halvdelen sluttet efter (dage)",
    "p75_days": "Tre fjerdedele sluttet efter (dage)",
    "base_cost": "Grundtakst (kr.)",
    "supplement_cost": "Tillæg (kr.)",
    "total_cost": "Udgift i alt (kr.)",
    "committed_cost": "Disponeret for hele året (kr.)",
    "unit_cost": "Pris pr. helårsperson (kr.)",
    "services_without_rate": "Indsatser uden takst",
    "interval": "Udgift pr. borger",
    "citizens_with_supplement": "Borgere med tillæg",
    "share_of_cost": "Andel af udgiften",
    "effect": "Hvad der flytter udgiften",
    "amount": "Ændring (kr.)",
    "refund": "Refusion (kr.)",
    "thresholds_from": "Beløbsgrænser fra",
    "section": "Paragraf",
    "annual_cost": "Årspris (kr.)",
    "service_id": "Indsats nr.",
    "ends_on": "Sidste dag",
    "last_seen": "Sidst set på",
    "case_id": "Sag nr.",
    "deadline_id": "Frist nr.",
    "sections": "Paragraffer",
    "since": "Siden",
    "next_due": "Næste frist",
    "due_on": "Frist",
    "days_overdue": "Dage overskredet",
    "team": "Team",
    "cases": "Sager",
    "weighted_cases": "Vægtede sager",
    "fte": "Årsværk",
    "citizens_per_fte": "Borgere pr. årsværk",
    "guideline_low": "Vejledende fra",
    "guideline_high": "Vejledende til",
    "status": "Status",
    "month": "Måned",
    "extract": "Udtræk",
    "source": "Kilde",
    "rows_read": "Læst",
    "rows_loaded": "Indlæst",
    "rows_rejected": "Afvist",
    "warnings": "Advarsler",
    "delivered": "Leveret",
    "as_of": "Opgjort pr.",
    "period_end": "Periodens slutning",
    "previous_group": "Kom fra",
    "next_group": "Gik til",
    "closed_in_time": "Afsluttet i tide",
    "closed_without_return": "Heraf uden ny indsats",
    "share": "Andel",
    "too_recent": "For nye at bedømme",
    "services": "Indsatser",
    "median_days_to_decision": "Halvdelen afgjort inden for (dage)",
    "p90_days_to_decision": "Ni ud af ti afgjort inden for (dage)",
    "median_days_to_start": "Halvdelen begyndt efter afgørelsen (dage)",
    "provider": "Tilbud",
    "owner": "Ejer",
    "group": "Gruppe",
    "direction": "Køb eller salg",
    "places": "Pladser",
    "own_citizens": "Egne borgere",
    "sold": "Solgte pladser",
    "free": "Ledige pladser",
    "occupancy_rate": "Belægning",
    "used_days": "Brugte dage",
    "available_days": "Pladsdage",
    "annual_amount": "Årsbeløb (kr.)",
    "bought_amount": "Købt (kr. om året)",
    "sold_amount": "Solgt (kr. om året)",
    "own_amount": "Egne borgere i egne tilbud (kr. om året)",
    "share_own": "Selvforsyning",
    "kind": "Slags",
    "area": "Område",
    "column": "Tal",
    "before": "Før",
    "now": "Nu",
    "change": "Ændring",
    "due": "Frister udløbet",
    "kept": "Heraf overholdt",
    "breached": "Heraf overskredet",
    "share_kept": "Andel overholdt",
    "overdue": "Overskredet",
    "due_within": "Udløber snart",
    "annual_effect": "Virkning om året (kr.)",
    "account": "Konto",
    "original_budget": "Oprindeligt budget (kr.)",
    "revised_budget": "Korrigeret budget (kr.)",
    "actual": "Forbrug (kr.)",
    "forecast": "Forventet (kr.)",
    "variance": "Afvigelse (kr.)",
    "share_used": "Forbrugt andel",
    "cost_from_services": "Indsatserne koster (kr.)",
    "ledger_actual": "Bogført (kr.)",
    "difference": "Forskel (kr.)",
    "species": "Sammenlignet med",
    "municipality": "Kommune",
    "rank": "Nummer",
    "municipalities": "Kommuner",
    "initiatives": "Antal tiltag",
    "position": "I forhold til medianen",
    "median": "Median",
    "distance": "Afstand til medianen",
    "in_group": "I sammenligningsgruppen",
    "published_on": "Udgivet",
    "per_1000_adults": "Pr. 1.000 voksne indbyggere",
    "initiative": "Tiltag",
    "theme": "Tema",
    "committee": "Udvalg",
    "investment": "Investering (kr.)",
    "expected_gain": "Ventet gevinst (kr.)",
    "realised_gain": "Nået gevinst (kr.)",
    "net": "Netto (kr.)",
    "figure": "Nøgletal",
    "starts_on": "Begynder",
    "starts_from": "Begyndt fra",
    "starts_to": "Begyndt til",
}

BY = {
    "none": "Ingen",
    "area": "Område",
    "group": "Gruppe",
    "section": "Paragraf",
    "owner": "Ejer",
    "provider_type": "Tilbudstype",
    "provider": "Tilbud",
    "target_group": "Målgruppe",
    "sex": "Køn",
    "diagnosis": "Psykiatrisk diagnose",
    "caseworker": "Rådgiver",
    "team": "Team",
}

VALUES = {
    "owner": {
        "own": "Egne tilbud",
        "other_municipality": "Andre kommuner",
        "region": "Regionen",
        "private": "Private",
    },
    "role": {"paying": "Betaler", "acting": "Handler for", "all": "Begge"},
    "period": {"month": "Måned", "quarter": "Kvartal", "year": "År"},
    "basis": {"to_date": "Til dato", "committed": "Disponeret"},
    "prices": {"current": "Løbende", "fixed": "Faste"},
    "measure": {"annualised": "Omregnet til helår", "in_year": "Faktisk i året"},
    "sex": {"k": "Kvinder", "m": "Mænd"},
    "diagnosis": {"ja": "Ja", "nej": "Nej"},
    "by": BY,
    "previous_group": {"ny": "Ny: ingen indsats før"},
    "next_group": {"død": "Død", "afsluttet": "Afsluttet: ingen indsats efter"},
    "kind": {"reassessment": "Revisitering", "rate_negotiation": "Takstforhandling"},
    "species": {"purchase": "Køb (art 4)", "all": "Alt bogført: arten mangler"},
    "position": {"above": "Over", "at": "På", "below": "Under"},
    "direction": {"bought": "Købt", "sold": "Solgt", "own": "I egne tilbud"},
    "status": {
        "under": "Under det vejledende",
        "within": "Inden for det vejledende",
        "over": "Over det vejledende",
        "no_fte": "Ingen årsværk",
        "no_guideline": "Ingen vejledende grænse",
    },
    "extract": EXTRACTS,
    "effect": {
        "volume": "Antal borgere",
        "mix": "Sammensætning",
        "index": "Pris- og lønindeks",
        "price": "Pris ud over indekset",
    },
    "source": {"canonical": "Standardformat"},
    "definition": {
        "unique_in_year": "Borgere med mindst én dag i året",
        "now": "Borgere nu",
        "spells_started_in_year": "Forløb begyndt i året",
        "spells_ended_in_year": "Forløb sluttet i året",
        "acting_now": "Borgere nu, vi er handlekommune for",
        "paying_now": "Borgere nu, vi betaler for",
        "own_providers_now": "Alle i egne tilbud nu, også solgte pladser",
        "sold_now": "Solgte pladser nu",
        "bought_other_municipality_now": "Købt i andre kommuner nu",
        "bought_region_now": "Købt i regionen nu",
        "bought_private_now": "Købt hos private nu",
        "full_year_persons": "Helårspersoner i året",
        "per_1000_adults_now": "Pr. 1.000 voksne indbyggere nu",
    },
}

FOLDERS = {
    "flow": "Til- og afgang",
    "residential": "Botilbud",
    "cost": "Udgifter",
    "places": "Pladser",
    "caseload": "Sagstal",
    "deadlines": "Frister",
    "coming": "På vej",
    "benchmark": "Sammenligning",
    "quality": "Datakvalitet",
}

UNKNOWN = "Uoplyst"
# Named by the municipality in lower case; people read them as headings.
IN_LOWER_CASE = ("area", "group", "previous_group", "next_group", "status")


def heading(column: str, by: str | None = None) -> str:
    """A column's Danish name; `by_value` is named by what the figure is divided by."""
    if column == "by_value":
        return BY.get(by or "", "Fordelt på")
    return COLUMNS.get(column, column)


def figure_name(text: str) -> str:
    """`cost.unit_cost` by the figure's title and the name of its column or definition."""
    figure, _, part = text.partition(".")
    title = catalogue()[figure].title if figure in catalogue() else figure
    if not part:
        return title
    name = VALUES["definition"].get(part) or heading(part)
    return f"{title}: {name[:1].lower()}{name[1:]}"


def section_label(key: str, options: Options) -> str:
    """`§ 107`; a section that is not on the list by its key."""
    section = options.section(key)
    return section.label if section else key


def value_name(parameter: str, value: str | None, options: Options) -> str:
    """One value of a parameter, or of `by_value` divided by that parameter, as people know it."""
    if parameter == "account" and value:
        return account_text(value, options.account_names())
    if value is None or value == "uoplyst":
        return UNKNOWN
    if parameter == "section":
        section = options.section(value)
        return f"{section.label} {section.name}" if section else value
    if parameter == "figure":
        return figure_name(value)
    if parameter == "municipality":
        return options.municipality_names().get(value) or value
    if parameter == "provider":
        return options.providers.get(value) or value
    if parameter == "kind" and value in (named := options.deadline_names()):
        return named[value]
    if parameter == "definition" and value.startswith("section_"):
        key = value.removeprefix("section_").removesuffix("_now").replace("_", " ", 1)
        return f"{value_name('section', key, options)}, nu"
    known = VALUES.get(parameter, {}).get(value)
    return known or (value[:1].upper() + value[1:] if parameter in IN_LOWER_CASE else value)

"""The same lives twice: as canonical extracts, and as the files that Sensum exports."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from tests.keyfigures.deliveries import Row, Tables, danish
from tests.keyfigures.random_deliveries import random_tables

OWNERS = {
    "own": "Egen kommune",
    "other_municipality": "Anden kommune",
    "region": "Region",
    "private": "Selvejende",
}
DEPARTMENTS = {
    "voksne": ("Handicap Voksne", "Socialpsykiatri", "Visitationen"),
    "børn og unge": ("Børn og Unge", "Familieafdelingen"),
    "specialundervisning": ("PPR",),
}
SPELLINGS = {
    "SEL 85-bl": (("SEL § 85", "Støtte i botilbudslignende tilbud"), ("§ 85 / ABL § 105", "Støtte")),
    "SEL 52.3.7": (("Serviceloven § 52, stk. 3, nr. 7", "Anbringelse"), ("SEL §52.3.7", "")),
}
USUAL = {
    "SEL": (
        ("SEL § {}", ""), ("§{}", "Indsats 3"), ("Serviceloven § {}, stk. 1", "x"),
        ("", "Lov om social service § {}"),
    ),
    "BL": (("BL § {}", ""), ("Barnets Lov §{}, stk. 2", "y")),
}  # fmt: skip
CODES = {"": "", "330": "330", "Slagelse": "330", "HOLBÆK KOMMUNE": "316", "370 Næstved": "370"}
Files = dict[str, str]


@dataclass
class Lives:
    """Files by name, and the tables that say the same; what Sensum does not export is a table only."""

    files: Files = field(default_factory=dict)
    tables: Tables = field(default_factory=dict)


def made_of(seed: int, as_of: date, *, everything: bool) -> Lives:
    """A random delivery as Sensum would hold it: all that it can export, or only what it always does."""
    random = Random(f"{seed} sensum")
    tables = random_tables(seed, as_of)
    ids = [row["citizen_id"] for row in tables["citizens"]]
    named = _cpr_numbers(tables["citizens"]) if everything else {one: f"10{one}" for one in ids}
    cases = _cases(random, tables, as_of, everything)
    services = [{**row, "applied_on": "", "decided_on": ""} for row in tables["services"]]
    lives = Lives(tables=tables)
    lives.files["Indsatser_2026"] = _indsatser(random, services)
    lives.files["Sager_2026"] = _sager(cases, everything)
    lives.files["Medarbejder_2026"] = _medarbejdere()
    lives.files["Leverandør_2026"] = _lines(
        "LeverandørNavn;LeverandørEjerskab;Aktiv",
        (f"{row['provider_id']};{OWNERS[row['owner']]};1" for row in tables["providers"]),
    )
    if everything:
        lives.files["Borger_2026"] = _lines("BorgerId;CPR", (f"{one};{named[one]}" for one in ids))
    by_citizen = {case.citizen: case for case in reversed(cases)}
    for row in services:
        case = by_citizen[row["citizen_id"]]
        row |= {"acting_municipality": CODES[case.acting], "paying_municipality": CODES[case.payer]}
    tables["services"] = [{**row, "citizen_id": named[row["citizen_id"]]} for row in services]
    tables["citizens"] = [{"citizen_id": named[one]} for one in ids]
    tables["providers"] = [
        {"provider_id": row["provider_id"], "name": row["provider_id"], "owner": row["owner"]}
        for row in tables["providers"]
    ]
    tables["case_assignments"] = [_assignment(case, named) for case in cases if case.known]
    tables["caseworkers"] = _caseworkers(cases)
    return lives


def _cpr_numbers(citizens: list[Row]) -> dict[str, str]:
    """Numbers that tell each birth date; whoever has none is born on 1 January 1980."""
    found = {}
    for place, row in enumerate(citizens):
        day, month, year = (row["birth_date"] or "01-01-1980").split("-")
        found[row["citizen_id"]] = f"{day}{month}{year[2:]}-{0 if year < '2000' else 4}{place:03}"
    return found


@dataclass
class Case:
    """`known` is false where it has ended, and nothing tells when."""

    number: str
    citizen: str
    worker: str
    area: str
    department: str
    first: str
    last: str
    known: bool = True
    acting: str = ""
    payer: str = ""


def _cases(random: Random, tables: Tables, as_of: date, everything: bool) -> list[Case]:
    """One case for each citizen, by the citizen's number; with everything exported, for some one more."""
    found = []
    for row in tables["citizens"]:
        for number in range(random.choice((1, 1, 2)) if everything else 1):
            area = random.choice(("voksne", "voksne", "børn og unge", "specialundervisning"))
            case = Case(
                f"1{number}{row['citizen_id']}", row["citizen_id"], f"R{random.randrange(6)}", area,
                random.choice(DEPARTMENTS[area]), "", "",
            )  # fmt: skip
            _dates(random, case, tables["services"], as_of, everything)
            found.append(case)
    return found


def _dates(random: Random, case: Case, services: list[Row], as_of: date, everything: bool) -> None:
    if everything:
        first = as_of - timedelta(days=random.randrange(900))
        case.first = danish(first)
        case.last = random.choice(("", "", danish(first + timedelta(days=random.randrange(300)))))
        case.acting, case.payer = random.choice(("", *CODES)), random.choice(("", "", *CODES))
        return
    own = [row for row in services if row["citizen_id"] == case.citizen]
    case.first = min((row["start_date"] for row in own), key=_day, default=danish(as_of))
    if all(row["end_date"] for row in own) and random.random() < 0.5:
        case.last = max((row["end_date"] for row in own), key=_day, default="")
        case.known = bool(case.last)


def _day(text: str) -> date:
    return datetime.strptime(text, "%d-%m-%Y").date()  # noqa: DTZ007  (a date has no time zone)


def _assignment(case: Case, named: dict[str, str]) -> Row:
    return {
        "case_id": case.number,
        "citizen_id": named[case.citizen],
        "caseworker_id": case.worker,
        "area": case.area,
        "from_date": case.first,
        "to_date": case.last,
    }


def _caseworkers(cases: list[Case]) -> list[Row]:
    teams = {
        worker: Counter(case.department for case in cases if case.worker == worker)
        for worker in sorted({case.worker for case in cases})
    }
    return [
        {
            "caseworker_id": worker,
            "name": f"Ane {worker}",
            "team": max(counts, key=lambda team: (counts[team], team)),
            "from_date": "01-01-1900",
            "fte": "1",
        }
        for worker, counts in teams.items()
    ]


def _lines(header: str, lines: Iterable[str]) -> str:
    return "\n".join([header, *lines, ""])


def _indsatser(random: Random, services: list[Row]) -> str:
    """Among them some that were never granted, and that cannot be read at all."""
    header = "IndsatsId;SagId;IndsatsStatus;Indsats;IndsatsParagraf;IndsatsStartDato;IndsatsSlutDato"
    lines = []
    for row in services:
        section = f"{row['law']} {row['section']}"
        paragraph, name = random.choice(SPELLINGS.get(section, USUAL[row["law"]]))
        told = f"{name.format(row['section'])};{paragraph.format(row['section'])}"
        status = random.choice(("Godkendt", "godkendt", " Godkendt "))
        case = f"10{row['citizen_id']}"
        dates = f"{row['start_date']};{row['end_date']}"
        lines.append(f"{row['service_id']};{case};{status};{told};{dates};{row['provider_id']}")
        if random.random() < 0.1:
            lines.append(f"{row['service_id']};{case};Afslag;{told};;;intet tilbud")
    return _lines(f"{header};LeverandørNavn", lines)


def _sager(cases: list[Case], everything: bool) -> str:
    """With a name, for which no column is; and where all is exported, the dates and whose the citizen is."""
    header = "SagId;SagNavn;SagType;AfdelingNavn;Status;PrimærAnsvarligMedarbejderId"
    lines = []
    for case in cases:
        closed = case.last or not case.known
        status = "Afsluttet" if closed else "Igangværende"
        line = f"{case.number};Navn Navnesen 010180-1234;;{case.department};{status};{case.worker}"
        more = f";{case.citizen};{case.first};{case.last};{case.acting};{case.payer}"
        lines.append(line + (more if everything else ""))
    more = ";BorgerId;HenvendelsesDato;SlutDato;HandleKommune;BetalingsKommune"
    return _lines(header + (more if everything else ""), lines)


def _medarbejdere() -> str:
    """R9 has no case."""
    return _lines(
        "MedarbejderId;Fornavn;Efternavn", (f"R{number};Ane;R{number}" for number in (*range(6), 9))
    )

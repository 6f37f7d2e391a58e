"""Fields and files made to break something: what is wrong is rejected, and nothing else is touched."""

import csv
import io
import shutil
from random import Random

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as made

from cockpit.intake import LoadReport, check
from cockpit.wording import PlainError
from tests.faults.deliveries import HEADS, NEW, cpr, delivery
from tests.faults.room import Workshop, told_badly
from tests.intake.deliveries import write

IN_A_DELIVERY = 60
NASTY = (
    "", " ", "-", "NULL", "0", "-1", "1e309", "NaN", "inf", "1.234,50", "18500.00", "31-02-2024",
    "29-02-2023", "01-01-24", "0000-00-00", "9999-12-31", "2024-13-01", "ja", "Å",
    "\ufeff", "\u200b", "\u2028", "\\", "'",
    "''; drop table x; --", "=1+1", "@SUM(1)", "<script>", "%s",
    "\u0001", "\x02", "\u202e", "𝔸", "a" * 9000,
    cpr(3), cpr(4).replace("-", ""), f"se {cpr(5)} og", '"', '"a', 'a"b', '""', "linje\nskift",
    "a;b", "a\tb", "a,b",
)  # fmt: skip
FIELD = made.one_of(
    made.sampled_from(NASTY),
    made.text(made.characters(codec="utf-8", exclude_characters="\0"), max_size=12),
    made.from_regex(r"[0-9]{1,2}[-./][0-9]{1,2}[-./][0-9]{2,4}( [0-9]{2}:[0-9]{2})?", fullmatch=True),
    made.from_regex(r"-?[0-9]{1,20}([.,][0-9]{0,20})?", fullmatch=True),
)
FIELDS = made.lists(FIELD, min_size=IN_A_DELIVERY, max_size=IN_A_DELIVERY)
KINDS = {".csv": b"", ".xlsx": b"PK\x03\x04", ".parquet": b"PAR1"}  # and how a whole one begins
FILES = made.tuples(
    made.sampled_from(sorted(HEADS)),
    made.binary(max_size=2000),
    made.booleans(),
    made.sampled_from(sorted(KINDS)),
)


def bad_fields(tries: int, workshop: Workshop, random: Random) -> list[str]:
    """`tries` fields, and a file made of noise for each delivery of them; the same ones every time."""
    wrong: list[str] = []
    today = settings(
        max_examples=max(tries // IN_A_DELIVERY, 1), database=None, deadline=None,
        phases=[Phase.generate], suppress_health_check=list(HealthCheck),
    )  # fmt: skip

    @seed(random.randrange(2**32))
    @today
    @given(FIELDS, FILES)
    def tried(fields: list[str], file: tuple[str, bytes, bool, str]) -> None:
        wrong.extend(filter(None, (_fields(workshop, fields, random), _file(workshop, *file))))

    tried()
    return wrong


def _fields(workshop: Workshop, fields: list[str], random: Random) -> str:
    """Each field in a row of its own, in any column of any extract."""
    texts = delivery(NEW)
    added: dict[str, list[list[str]]] = {}
    for field in fields:
        name = random.choice(sorted(texts))
        row = random.choice(texts[name].splitlines()[1:]).split(";")
        row[random.randrange(len(row))] = field
        added.setdefault(name, []).append(row)
    for name, rows in added.items():
        texts[name] += _as_csv(rows)
    report, told = _checked(workshop, {name: text.encode() for name, text in texts.items()})
    if wrong := told_badly(told):
        return wrong
    if report is None or report.refusals:
        return ""
    return _unaccounted(report, {name: len(rows) for name, rows in added.items()}, texts)


def _as_csv(rows: list[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\n").writerows(rows)
    return text.getvalue()


def _unaccounted(report: LoadReport, added: dict[str, int], texts: dict[str, str]) -> str:
    for extract in report.extracts:
        ends = (extract.rows_loaded, extract.rows_rejected, extract.rows_fallen, extract.rows_duplicate)
        if extract.rows_read != sum(ends):
            return f"{extract.name}: {extract.rows_read} rows became {ends}"
        good = len(delivery(NEW)[extract.name].splitlines()) - 1
        if extract.rows_read != good + added.get(extract.name, 0):
            return f"{extract.name}: {extract.rows_read} rows of {texts[extract.name][-400:]!r}"
    return ""


def _file(workshop: Workshop, name: str, content: bytes, with_head: bool, kind: str) -> str:
    files = {one: text.encode() for one, text in delivery(NEW).items() if one != name}
    head = KINDS[kind] or HEADS[name].encode() + b"\n"
    files[name + kind] = (head if with_head else b"") + content
    return told_badly(_checked(workshop, files)[1])


def _checked(workshop: Workshop, files: dict[str, bytes]) -> tuple[LoadReport | None, str]:
    folder = workshop.home / "bad"
    shutil.rmtree(folder, ignore_errors=True)
    write(folder, {})
    for name, content in files.items():
        (folder / (name if "." in name else f"{name}.csv")).write_bytes(content)
    try:
        report = check(folder, workshop.settings)
    except PlainError as problem:
        return None, str(problem)
    return report, "\n".join([*report.lines(), *map(str, report.rejected)])

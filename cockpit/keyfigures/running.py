"""The one way a key figure is run: on the version served, limited to what the one who asks may see."""

from collections.abc import Mapping
from dataclasses import replace

from cockpit.access import Sight, asking, sight_of, whole_sight
from cockpit.keyfigures.answering import EVERYTHING, Result, answered
from cockpit.keyfigures.definitions import Definition, catalogue, settled
from cockpit.keyfigures.history import compared
from cockpit.keyfigures.parameters import UNKNOWN
from cockpit.keyfigures.smallnumbers import OPEN_FIGURES, TABLES, public_answer
from cockpit.keyfigures.within import POLITICIAN, NotAllowedError, Within, not_for_politicians, within
from cockpit.warehouse import Reader, Warehouse, served
from cockpit.wording import PlainError, listed, safe_quote


def run(
    figure_id: str,
    given: Mapping[str, str],
    *,
    role: str | None = None,
    warehouse: Warehouse | None = None,
) -> Result:
    """Run one key figure on the version served; every problem is a PlainError.

    Every page, file and command comes this way, so what one may not see is held back here, by who is asking:
    other areas and owners, lists of single cases, the names of caseworkers (`conceals`). A command names a
    `role` instead, which is then limited to nothing within itself. NotAllowedError where all is held back.
    """
    sight = sight_of(asking()) if role is None else whole_sight(role)
    definition = defined(figure_id, given)
    limits = _limits(definition, sight)
    warehouse = warehouse or served()
    reader = warehouse.reader()
    if sight.role == POLITICIAN and figure_id not in OPEN_FIGURES:
        return public_answer(definition, given, reader)
    if not definition.compares:
        return _concealed(definition, answered(definition, given, reader, limits), sight, reader)
    if definition.conceals and given.get("by") == definition.conceals and sight.named is not None:
        # The numbers that stand for them do not follow a person from version to version.
        raise PlainError("Ændringer for hver rådgiver vises ikke her. Vælg by=team eller by=area.")
    return compared(definition, given, warehouse.before(reader), reader, limits)


def may_run(figure_id: str) -> bool:
    """Whether the one who asks may see anything of the figure at all."""
    try:
        _limits(catalogue()[figure_id], sight_of(asking()))
    except NotAllowedError:
        return False
    return True


def _limits(definition: Definition, sight: Sight) -> Within:
    """Of a politician none: the public tables are the same for all of them."""
    if sight.role != POLITICIAN:
        return within(definition, sight)
    if definition.id not in (*OPEN_FIGURES, *(table.figure for table in TABLES)):
        raise not_for_politicians(definition)
    return EVERYTHING


def defined(figure_id: str, given: Mapping[str, str] | None = None) -> Definition:
    """The definition, as it is for the parameters given; PlainError names the figures there are."""
    figures = catalogue()
    if figure_id not in figures:
        there_are = listed(sorted(figures), "eller")
        raise PlainError(f"Nøgletallet {safe_quote(figure_id)} findes ikke. Vælg blandt: {there_are}.")
    return settled(figures[figure_id], given or {})


def _concealed(definition: Definition, result: Result, sight: Sight, reader: Reader) -> Result:
    """Caseworkers as numbers for those who may see the marks but not the names."""
    named = sight.named
    if not definition.conceals or named is None or result.parameters.get("by") != definition.conceals:
        return result
    on = str(result.parameters["on"])
    loads = answered(catalogue()["caseload"], {"on": on, "by": definition.conceals}, reader).rows
    # Ordered by load, not by id, so that a number does not follow a person from day to day.
    ordered = sorted(loads, key=lambda row: (row["team"] or "", row["citizens_per_fte"] or 0))
    places = {row["by_value"]: place for place, row in enumerate(ordered, start=1)}
    known = {row["by_value"]: row["by_value"] for row in loads if (row["team"] or UNKNOWN) in named}
    # A count stands in the order of the numbers; a list keeps its own, which tells nothing of the worker.
    rows = result.rows if definition.lists else sorted(result.rows, key=lambda row: places[row["by_value"]])
    names = {worker: known.get(worker, f"Rådgiver {place}") for worker, place in places.items()}
    return replace(result, rows=[row | {"by_value": names[row["by_value"]]} for row in rows])

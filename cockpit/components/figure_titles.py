"""A figure's title, a finding where a rule applies, and the line that says what is counted."""

from dataclasses import replace
from datetime import date

from cockpit.components.answers import Answer
from cockpit.components.labels import VALUES, figure_name, heading
from cockpit.components.scope import counted, places
from cockpit.components.view import View
from cockpit.findings.change import rises_title
from cockpit.findings.flow import flow_title
from cockpit.keyfigures.smallnumbers import HIDDEN
from cockpit.wording import MONTHS, date_text

RISING = {"unit_cost": "Prisen", "total_cost": "Udgiften"}
# Where the months or days do not lie ahead.
AHEAD = {
    **dict.fromkeys(("review_due", "review_due_list"), "ikke gået igennem i"),
    **dict.fromkeys(("deadline_risk", "deadline_list"), "snart er inden for"),
}


def title(answer: Answer, measure: str) -> str:
    """The finding of a figure that is not divided, else the plain name of what is shown."""
    plain = answer.definition.title
    if "by_value" in answer.columns or any(row.get(HIDDEN) for row in answer.rows):
        return plain
    if answer.definition.id == "stock_flow":
        return flow_title(answer.rows, plain)
    whole = measure == "unit_cost" or answer.parameters.get("basis") == "committed"
    if measure in RISING and whole:
        return rises_title([row[measure] for row in answer.rows], RISING[measure], heading(measure))
    return plain


def subtitle(answer: Answer, view: View, note: str) -> str:
    """What is counted, unit, period and as-of date, in one line."""
    values = answer.parameters
    parts = []
    if "role" in values:
        parts.append(counted(view.filters, view.options))
    elif "group" in values and view.filters.count():
        # A figure that counts everyone, whoever pays; and some such look at one owner only.
        asked = view.filters if "owner" in values else replace(view.filters, owners=())
        parts.append(places(asked, view.options))
    if note:
        parts.append(note)
    for name in ("basis", "measure", "prices"):
        if values.get(name):
            parts.append(_worded(name, str(values[name])))
    if values.get("figure"):
        parts.append(figure_name(str(values["figure"])))
    if any(row.get("species") == "all" for row in answer.rows):
        parts.append("alt bogført er med, for arten mangler")
    parts.append(_period(answer))
    parts.append(f"opgjort pr. {date_text(answer.as_of)}")
    line = " · ".join(part for part in parts if part)
    return line[:1].upper() + line[1:]


def _worded(name: str, value: str) -> str:
    text = VALUES[name][value].lower()
    return f"{text} priser" if name == "prices" else text


def _period(answer: Answer) -> str:
    values = answer.parameters
    if values.get("from_year"):
        first, last = values["from_year"], values["to_year"]
        return f"{first}–{last}" if first != last else str(first)
    if values.get("from"):
        first_day, last_day = (date.fromisoformat(str(values[name])) for name in ("from", "to"))
        return f"{date_text(first_day)} – {date_text(last_day)}"
    if values.get("year_a"):
        return f"{values['year_a']} til {values['year_b']}{_both_to(values, answer.as_of)}"
    for name, unit in (("months", "måneder"), ("days", "dage")):
        if values.get(name):
            return f"{AHEAD.get(answer.definition.id, 'de næste')} {values[name]} {unit}"
    if values.get("month"):
        return f"til og med {MONTHS[int(str(values['month'])) - 1]} {values['year']}"
    if values.get("on"):
        return f"pr. {date_text(date.fromisoformat(str(values['on'])))}"
    return values.get("year") or ""


def _both_to(values: dict[str, str | None], as_of: date) -> str:
    """Two years that are compared run to the same day where the later one is not over."""
    under_way = values["year_b"] == str(as_of.year) and (as_of.month, as_of.day) < (12, 31)
    if values.get("basis") == "committed" or not under_way:
        return ""
    return f", begge til {as_of.day}. {MONTHS[as_of.month - 1]}"

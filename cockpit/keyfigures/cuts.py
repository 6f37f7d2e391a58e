"""Which of the spells prepared at publish answer a question as it stands."""

from collections.abc import Mapping

# A filter on any of these makes other spells than the prepared ones.
CUTS_ACROSS = ("owner", "provider_type", "provider", "target_group", "sex", "diagnosis")


def prepared_cut(values: Mapping[str, str | None]) -> str | None:
    """The cut of `spell_cuts` to read, or None where spells must be put together from the services."""
    if values.get("role") != "all":
        return None
    if any(values.get(name) for name in CUTS_ACROSS):
        return None
    area, group, section = (values.get(name) for name in ("area", "group", "section"))
    match values.get("by"):
        case "none":
            return _single({"area": area, "group": group, "section": section})
        case "area" if not (group or section):
            return "area"
        case "group" if not section:
            return "group"
        case "section":
            return "current_section" if area or group else "section"
    return None


def _single(filters: dict[str, str | None]) -> str | None:
    """Undivided, the spells within one value are those of that value; within two they may join."""
    given = {name: value for name, value in filters.items() if value}
    if not given:
        return "none"
    (name, value), *more = given.items()
    return None if more or "," in value else name

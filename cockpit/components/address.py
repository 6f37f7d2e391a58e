"""Addresses: the query string is where a page's state lives, so that a copied link shows the same view."""

from collections.abc import Mapping
from urllib.parse import parse_qsl, quote, urlencode

GROUP_MARK = "gruppe:"
FILTER_KEYS = ("omraade", "paragraf", "ejer", "fra", "til", "kommune")


# A parameter of the command line may stand in an address too; the filter it is the same as takes it over.
SAME_AS = {"area": "omraade", "group": "paragraf", "section": "paragraf", "owner": "ejer", "role": "kommune"}
# What a filter's menu takes away, because it would go on overruling the choice made there.
OVERRULES = {"fra": ("from", "from_year"), "til": ("to", "to_year", "on", "year")}


def query_of(search: str | None) -> dict[str, str]:
    """The query string as key → value; of a key given twice the last counts."""
    query: dict[str, str] = {}
    for key, value in parse_qsl((search or "").removeprefix("?"), keep_blank_values=False):
        kept = SAME_AS.get(key, key)
        if key == "group":
            value = ",".join(f"{GROUP_MARK}{name}" for name in value.split(","))
        both = key in ("group", "section") and kept in query
        query[kept] = f"{query[kept]},{value}" if both else value
    return query


def address(path: str, query: Mapping[str, str | None]) -> str:
    """The path with those values of the query that are not empty."""
    kept = [(key, value) for key, value in query.items() if value]
    return f"{path}?{urlencode(kept, safe=':,', quote_via=quote)}" if kept else path


def changed(query: Mapping[str, str], **changes: str | None) -> dict[str, str | None]:
    """The query with some values set, or taken away by None; the order of keys stays."""
    overruled = {name: None for key in changes for name in OVERRULES.get(key, ())}
    return {**query, **overruled, **changes}


def filters_only(query: Mapping[str, str]) -> dict[str, str | None]:
    """What holds across pages."""
    return {key: query[key] for key in FILTER_KEYS if key in query}

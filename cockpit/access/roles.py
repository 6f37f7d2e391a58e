"""What each role may see of the pages; the figures are held back where they are run, in keyfigures."""

EVERYONE = ("politiker", "leder", "teamleder", "datakonsulent")
EXACT = ("leder", "teamleder", "datakonsulent")
KEEPERS = ("datakonsulent",)

# By the beginning of the path; what is not named here is for those who may see exact figures.
SEEN_BY = {
    "/": EVERYONE,
    "/budget": EVERYONE,
    "/temamoede": EVERYONE,
    "/benchmark": EVERYONE,
    "/tiltag": EVERYONE,
    "/noegletal": EVERYONE,
    "/data/indlaes": KEEPERS,
    "/data/log": KEEPERS,
}


def seen_by(path: str) -> tuple[str, ...]:
    """The roles that may see the page, or what lies below it."""
    while path and path not in SEEN_BY:
        path = path.rpartition("/")[0]
    return SEEN_BY.get(path, EXACT)


def may_see(role: str, path: str) -> bool:
    return role in seen_by(path)


def builds_sheets(role: str) -> bool:
    """Whether fact sheets may be made and changed; all may show them and hand them out."""
    return role in EXACT


def keeps_data(role: str) -> bool:
    """Whether deliveries, rejected rows and versions are shown, and files may be dropped."""
    return role in KEEPERS

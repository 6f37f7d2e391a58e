"""What became of deliveries, and of the rows in the one in use."""

from collections.abc import Callable, Sequence

from cockpit.findings.rows import Row
from cockpit.wording import number


def deliveries_title(refused: Sequence[bool], plain: str = "Leverancer") -> str:
    """Of each delivery, newest first, whether it was refused."""
    return "Den seneste leverance blev afvist" if refused and refused[0] else plain


def rejected_title(quality: Sequence[Row], extract_name: Callable[[str], str], fallen: int = 0) -> str:
    """Of the rows of load_quality that belong to the delivery in use; `fallen` point to those rejected."""
    with_any = [row for row in quality if row["rows_rejected"]]
    if not with_any:
        return "Ingen rækker er afvist"
    count = sum(row["rows_rejected"] for row in with_any)
    noun = "række" if count == 1 else "rækker"
    most = max(with_any, key=lambda row: row["rows_rejected"])
    where = " i" if len(with_any) == 1 else ", flest i"
    with_them = f", og {number(fallen)} er faldet med dem" if fallen else ""
    return f"{number(count)} {noun} er afvist{where} {extract_name(most['extract']).lower()}{with_them}"

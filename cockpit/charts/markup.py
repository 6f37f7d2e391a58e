"""Text in a chart: plotly reads every text as markup, so that a name delivered as a link would be one.

The charts therefore write their own markup as signs that no name holds, and whatever else looks like markup
is shown as it is written.
"""

from html import escape
from typing import Any

BREAK = "\n"
_BOLD, _PLAIN = "\x02", "\x03"
_TAGS = str.maketrans({BREAK: "<br>", _BOLD: "<b>", _PLAIN: "</b>"})


def bold(text: str) -> str:
    return f"{_BOLD}{text}{_PLAIN}"


def marked_up(figure: Any) -> Any:
    """The same figure with its texts as plotly reads them; a template is code and stays as it is."""
    if isinstance(figure, str):
        return escape(figure, quote=False).translate(_TAGS)
    if isinstance(figure, dict):
        return {key: part if key == "hovertemplate" else marked_up(part) for key, part in figure.items()}
    if isinstance(figure, list | tuple):
        return [marked_up(part) for part in figure]
    return figure

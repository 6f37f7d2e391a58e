"""One question to each figure, as its own page asks it when nothing is chosen."""

from cockpit.components.figure_form import asked_for
from cockpit.components.view import view_of
from cockpit.keyfigures import catalogue


def every_figure() -> dict[str, dict[str, str]]:
    return {
        figure: asked_for(definition, view_of(f"/noegletal/{figure}", "", None))[0]
        for figure, definition in catalogue().items()
    }

"""Where the reader writes or chooses from a long list: Mantine's fields, in our look and with Danish dates.

The page does not wait for them: assets/fields.js stands in, and fetches them when the page is at rest. A kind
of field that is new here must be named there too.
"""

from collections.abc import Sequence

import dash_mantine_components as dmc
from dash.development.base_component import Component

THEME = {"primaryColor": "teal", "fontFamily": "var(--font)", "defaultRadius": 6}
DATES = {"locale": "da", "firstDayOfWeek": 1}


def with_fields(inside: Sequence[Component]) -> Component:
    """What a form holds, fields among it; light and dark follow the page (assets/view.js)."""
    form: Component = dmc.MantineProvider(dmc.DatesProvider(list(inside), settings=DATES), theme=THEME)
    return form

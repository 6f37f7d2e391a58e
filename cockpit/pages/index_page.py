"""The first response: Danish, drawn in the reader's colours at once, with nothing from outside."""

import re
from hashlib import sha256
from typing import Any

from dash import Dash

from cockpit.settings import PROJECT

PLOTLY = "vendor/plotly-basic-4.1.1.min.js"
# Dash's components wait in the old way; of all that its polyfill brings this alone is needed today.
WAITS = "vendor/regenerator-runtime-0.14.1.js"
FONT = "vendor/ibm-plex-sans-latin-wght-normal.woff2"
# Fetched with the first picture that is asked for (assets/take.js).
PICTURE = "later/picture.js"
FIRST_PAINT = "early/first-paint.js"
FIELDS = re.compile(r'<script src="([^"]*/dash_mantine_components\.[^"]*)"></script>')
OLD_BROWSERS = re.compile(r"<script(?= [^>]*/polyfill@)")


def marked(asset: str) -> str:
    """The asset's path with a mark of what is in it: browsers keep assets for a year."""
    content = (PROJECT / "assets" / asset).read_bytes()
    return f"{asset}?m={sha256(content).hexdigest()[:12]}"


INDEX = (
    """<!DOCTYPE html>
<html lang="da">
<head>
{%metas%}
<meta name="color-scheme" content="light dark">
<meta name="picture" content="/assets/PICTURE">
<title>{%title%}</title>
<script src="/assets/FIRST_PAINT" data-plotly="/assets/PLOTLY"></script>
<script src="/assets/WAITS"></script>
<link rel="preload" href="/assets/FONT" as="font" type="font/woff2" crossorigin>
<link rel="icon" type="image/svg+xml" href="/assets/logo.svg">
{%css%}
</head>
<body>
{%app_entry%}
<footer hidden>{%config%}{%scripts%}{%renderer%}</footer>
</body>
</html>
""".replace("PLOTLY", PLOTLY)
    .replace("FONT", FONT)
    .replace("WAITS", WAITS)
    .replace("PICTURE", marked(PICTURE))
    .replace("FIRST_PAINT", marked(FIRST_PAINT))
)

# What stands until the scripts have run: the page's shape, so that nothing jumps.
BONE = '<div class="bone" style="width:{width}px;height:{height}px;margin-top:6px"></div>'
WAITING = f"""<div id="react-entry-point"><div class="shell" aria-hidden="true">
<div class="side"></div><div class="main-column"><div class="topbar"></div>
<div class="page-head">{BONE.format(width=180, height=32)}{BONE.format(width=260, height=18)}</div>
<div class="grid tiles">{'<div class="tile"></div>' * 8}</div></div></div></div>"""


class Cockpit(Dash):
    """Dash with a first response of our own."""

    def interpolate_index(self, **parts: Any) -> str:  # type: ignore[override]
        parts["app_entry"] = WAITING
        # What a chart or a number does not wait for is fetched later (assets/fields.js).
        if fields := FIELDS.search(parts["scripts"]):
            parts["scripts"] = FIELDS.sub("", parts["scripts"])
            parts["metas"] += f'<meta name="fields" content="{fields[1]}">'
        # A sixth of the first visit went to this script, for browsers older than script modules.
        parts["scripts"] = OLD_BROWSERS.sub(r"<script nomodule", parts["scripts"])
        # Dash's own icon tag says that the icon is an .ico; ours is in the page above.
        parts["favicon"] = ""
        return str(super().interpolate_index(**parts))  # type: ignore[no-untyped-call]

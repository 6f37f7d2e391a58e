"""Our own template: what slides are made from where the municipality has none."""

from lxml import etree
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.presentation import Presentation as Opened
from pptx.util import Emu

from cockpit.reports.areas import WIDE, Area, areas_of
from cockpit.reports.fitting import HEADING_SIZE, SMALL, TITLE_SIZES
from cockpit.reports.template import CHART, LAYOUT, TITLE, emptied
from cockpit.reports.tones import FILLS, INK, LIGHT, QUIET

WIDTH, HEIGHT = Emu(12_192_000), Emu(6_858_000)
EMPTY_LAYOUT = 5  # »Title Only« of the library's own template
# A font that every machine has: ours would be put in place of by another one, and lines would run over.
FONT = "Arial"
NOTE_HEIGHT = 76  # two lines: what is counted, and what is hidden
ACCENTS = ("inflow", "outflow", "stock", "cost-up", "step-1", "part-3")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def own_template() -> Opened:
    presentation: Opened = Presentation()
    presentation.slide_width, presentation.slide_height = WIDTH, HEIGHT
    layouts = list(presentation.slide_layouts)
    for layout in layouts[:EMPTY_LAYOUT] + layouts[EMPTY_LAYOUT + 1 :]:
        presentation.slide_layouts.remove(layout)
    layout = layouts[EMPTY_LAYOUT]
    layout._element.cSld.set("name", LAYOUT)
    for shape in list(layout.placeholders):
        shape._element.getparent().remove(shape._element)
    for place, (name, area) in enumerate(_areas().items()):
        layout.shapes._spTree.append(parse_xml(_placeholder(name, area, place)))
    # Its places are those of a narrower slide, and the layout has its own.
    for shape in list(presentation.slide_master.placeholders):
        if shape.placeholder_format.idx > 1:
            shape._element.getparent().remove(shape._element)
    _dress(presentation)
    emptied(presentation)
    return presentation


def _areas() -> dict[str, Area]:
    areas = areas_of(WIDE * HEIGHT / WIDTH)
    lists, chart, half = areas.lists, areas.chart, areas.lists.height / 2
    lower = areas.subtitle.top + NOTE_HEIGHT
    return {
        TITLE: areas.title,
        "Emne": areas.kicker,
        "Tal": areas.numbers,
        "Diagramtekst": Area(chart.left, areas.subtitle.top, chart.width, NOTE_HEIGHT),
        CHART: Area(chart.left, lower, chart.width, chart.top + chart.height - lower),
        "Udfordringer": Area(lists.left, lists.top, lists.width, half),
        "Tendenser": Area(lists.left, lists.top + half, lists.width, half),
        "Kilde": areas.source,
        "Side": areas.page,
    }


def _placeholder(name: str, area: Area, place: int) -> str:
    """Its `idx` is what a slide knows it by; one and below belong to the master's own."""
    kind = {TITLE: 'type="title"', CHART: f'type="chart" idx="{place + 20}"'}
    ph = kind.get(name, f'type="body" sz="quarter" idx="{place + 20}"')
    size, bold, colour = {
        TITLE: (TITLE_SIZES[0], 1, INK),
        "Emne": (26, 1, LIGHT.brand),
        "Tal": (HEADING_SIZE, 0, INK),
    }.get(name, (SMALL, 0, QUIET))
    align = "r" if name == "Side" else "l"
    unit = WIDTH / WIDE
    return f"""
<p:sp {nsdecls("p", "a")}>
  <p:nvSpPr><p:cNvPr id="{place + 2}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>
    <p:nvPr><p:ph {ph}/></p:nvPr></p:nvSpPr>
  <p:spPr><a:xfrm><a:off x="{Emu(int(area.left * unit))}" y="{Emu(int(area.top * unit))}"/>
    <a:ext cx="{Emu(int(area.width * unit))}" cy="{Emu(int(area.height * unit))}"/></a:xfrm></p:spPr>
  <p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:normAutofit/></a:bodyPr>
    <a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="{align}">
      <a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>
      <a:defRPr sz="{round(size * 50)}" b="{bold}"><a:solidFill><a:srgbClr val="{colour[1:]}"/></a:solidFill>
      </a:defRPr></a:lvl1pPr></a:lstStyle>
    <a:p><a:r><a:rPr lang="da-DK"/><a:t>{name}</a:t></a:r></a:p></p:txBody>
</p:sp>"""


def _dress(presentation: Opened) -> None:
    """Our colours and font in its theme, so that what people add looks like the rest."""
    theme = next(
        relation.target_part
        for relation in presentation.slide_master.part.rels.values()
        if relation.reltype.endswith("/theme")
    )
    tree = parse_xml(theme.blob)
    for latin in tree.iter(f"{_DRAWING}latin"):
        latin.set("typeface", FONT)
    colours = {"dk2": INK, "lt2": LIGHT.tint}
    colours |= {f"accent{place}": FILLS[tone] for place, tone in enumerate(ACCENTS, 1)}
    for name, colour in colours.items():
        for found in tree.iter(f"{_DRAWING}{name}"):
            found.clear()
            etree.SubElement(found, f"{_DRAWING}srgbClr", val=colour[1:])
    theme._blob = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)

"""What PowerPoint is strict about: a file that breaks one of these it repairs, or will not open."""

import io
import re
import zipfile
from pathlib import Path

from lxml import etree
from openxml_audit import OpenXmlValidator

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
# Where a label may stand (ECMA-376 part 1, 21.2.3.10, as PowerPoint takes it).
BESIDE, WITHIN = {"outEnd", "inEnd", "ctr", "inBase"}, {"inEnd", "ctr", "inBase"}
AROUND = {"t", "b", "l", "r", "ctr"}


def problems(file: bytes, folder: Path) -> list[str]:
    """Of the slides, their charts and the workbooks packed in them; schema, identities and relations."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    found = [*_against_schema(file, folder / "file.pptx"), *_untyped(content)]
    for name, part in content.items():
        if name.endswith(".xlsx"):
            found += _against_schema(part, folder / "workbook.xlsx")
        if name.startswith("ppt/charts/chart"):
            found += _misplaced_labels(name, part)
    return found


def _against_schema(file: bytes, path: Path) -> list[str]:
    path.write_bytes(file)
    return [f"{error.part_uri} {error.description}" for error in OpenXmlValidator().validate(path).errors]


def _untyped(content: dict[str, bytes]) -> list[str]:
    """Every part has a type of its own or by its ending, and no part that is not there has one."""
    types = content["[Content_Types].xml"].decode()
    own = re.findall(r'<Override [^>]*?PartName="/([^"]+)"', types)
    endings = set(re.findall(r'<Default [^>]*?Extension="([^"]+)"', types))
    plain = {name for name in content if name.endswith(".xml") and name != "[Content_Types].xml"}
    others = {name for name in content if name.rpartition(".")[2] not in endings}
    missing = sorted((plain | others) - set(own) - {"[Content_Types].xml"})
    twice = sorted({name for name in own if own.count(name) > 1})
    return [f"no type: {missing}"] * bool(missing) + [f"two types: {twice}"] * bool(twice)


def _misplaced_labels(name: str, chart: bytes) -> list[str]:
    found = []
    for plot in etree.fromstring(chart).iter(f"{CHART}barChart", f"{CHART}lineChart"):
        grouping = plot.find(f"{CHART}grouping").get("val")
        allowed = AROUND if plot.tag.endswith("lineChart") else BESIDE if grouping == "clustered" else WITHIN
        places = {label.get("val") for label in plot.iter(f"{CHART}dLblPos")}
        found += [f"{name}: {place} in {grouping}" for place in sorted(places - allowed)]
    return found

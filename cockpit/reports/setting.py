"""A document set by Typst: tagged (PDF/UA), in the cockpit's own font, and nothing looked up outside."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cockpit.reports.lettering import FONTS, in_font


def set_as_pdf(template: Path, data: Mapping[str, Any]) -> bytes:
    """The template reads `sys.inputs.data`: what people have written is never read as its markup."""
    import typst  # takes memory that a server of pages has no use for until somebody asks for a file

    pdf: bytes = typst.compile(
        template,
        root=template.parent,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"data": in_font(json.dumps(data, ensure_ascii=False))},
        pdf_standards=["ua-1"],
    )
    return pdf

"""Where everything stands on a sheet: in pixels of a sheet 1920 wide, whatever its height."""

from dataclasses import dataclass

WIDE = 1920
MARGIN = 96
FOOT, FOOT_TEXT = 110, 44
BODY_TOP, HEADING = 320, 44


@dataclass(frozen=True)
class Area:
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Areas:
    """`lists` holds the challenges and below them the tendencies; `subtitle` says what the chart counts."""

    kicker: Area
    title: Area
    numbers: Area
    subtitle: Area
    chart: Area
    lists: Area
    source: Area
    page: Area


def areas_of(height: float) -> Areas:
    """Of a sheet `height` pixels tall: 1080 is 16:9, A4 is taller and gives its chart more room."""
    body = height - FOOT - BODY_TOP - 20
    foot = height - FOOT + 24
    return Areas(
        kicker=Area(MARGIN, 66, 1728, 40),
        title=Area(MARGIN, 112, 1728, 170),
        numbers=Area(MARGIN, BODY_TOP, 420, body),
        subtitle=Area(560, BODY_TOP, 790, HEADING),
        chart=Area(560, BODY_TOP + HEADING + 12, 790, body - HEADING - 12),
        lists=Area(1400, BODY_TOP, 424, body),
        source=Area(MARGIN, foot, 1560, FOOT_TEXT),
        page=Area(1684, foot, 140, FOOT_TEXT),
    )

"""What the service-based figures are asked about: every `by`, and many filters."""

from collections.abc import Iterator
from itertools import cycle

BY = (
    "none",
    "area",
    "group",
    "section",
    "owner",
    "provider_type",
    "provider",
    "target_group",
    "sex",
    "diagnosis",
)
# What residential_count takes too.
PEOPLE_AND_PROVIDERS = (
    "",
    " owner=own",
    " owner=private,region",
    " provider_type=bosted",
    " provider=T3",
    " provider=T1,T2",
    " target_group=Autisme",
    " target_group=Autisme,Sindslidelse; svær",
    " sex=k",
    " sex=k,m",
    " diagnosis=ja",
    " diagnosis=ja,nej",
    " owner=own sex=k",
    " owner=uoplyst",
    " provider=T1,uoplyst",
    " provider_type=uoplyst",
    " target_group=uoplyst,Autisme",
    " sex=uoplyst",
    " diagnosis=nej,uoplyst",
)
FILTERS = (
    *PEOPLE_AND_PROVIDERS,
    " role=acting",
    " role=all",
    " area=voksne",
    " area=børn og unge",
    " area=voksne,børn og unge",
    " group=botilbud",
    " group=botilbud,ungestøtte",
    " group=anbringelse",
    " section=SEL 107",
    " section=SEL 85",
    " section=SEL 107,SEL 108,SEL 85-bl",
    " section=SEL 52.3.7",
    " section=BL 46,SEL 52.3.7",
    " group=anbringelse section=BL 46",
    " group=anbringelse section=SEL 52.3.7",
    " area=børn og unge section=BL 46,BL 32,BL 114",
    " role=acting group=botilbud",
    " role=all area=børn og unge",
    " role=all group=botilbud diagnosis=ja",
)


def spread(by_values: tuple[str, ...], filters: tuple[str, ...]) -> Iterator[str]:
    """Every `by` without a filter, then every filter with one `by` or the other."""
    for by in by_values:
        yield f" by={by}"
    for chosen, by in zip(
        filters, cycle(("none", "section", "owner", "area", "sex", "provider")), strict=False
    ):
        yield f" by={by}{chosen}"


TEAMS = ("Voksen A", "Voksen B,Børn", "uoplyst")

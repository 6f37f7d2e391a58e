"""Rows that belong to rows which the profile leaves out."""

from pathlib import Path

from cockpit.settings import Settings
from tests.intake.deliveries import counts, write
from tests.intake.test_sensum import AS_OF, FILES, RATES, loaded


def test_a_rate_of_a_service_left_out_is_left_out_with_it(tmp_path: Path, settings: Settings) -> None:
    """I3 was refused and has two rates; of I4 one row was never granted, but another was; I7 nobody knows."""
    services = FILES["Indsatser_20261031"] + "I4;1002;Kladde;Støtte;§ 85;01-01-2025;;Birkely\n"
    rates = RATES["rates"].split("\n", 1)
    of_others = "I3;01-01-2025;;700,00;døgn;grundtakst\nI3;01-01-2024;x;7,00;døgn;grundtakst\n"
    unknown = "I7;01-01-2025;;700,00;døgn;grundtakst\n"
    texts = {"Indsatser_20261031": services, "rates": f"{rates[0]}\n{of_others}{rates[1]}{unknown}"}
    reviews = "service_id;reviewed_on;kind;daily_rate_before;daily_rate_after\n" + "".join(
        f"{service};01-06-2025;revisitering;700;600\n" for service in ("I3", "I1")
    )
    report, _ = loaded(
        write(tmp_path / "delivery", FILES | RATES | texts | {"reviews": reviews}), settings, AS_OF
    )
    assert counts(report, "rates") == (4, 3, 1, 0, 0)
    assert [(row.extract, row.line, row.rule) for row in report.rejected] == [("rates", 7, "unknown_parent")]
    assert counts(report, "reviews") == (1, 1, 0, 0, 0)
    assert {
        "rates: 2 rækker er udeladt: de hører til rækker i services, som profilen udelader.",
        "reviews: 1 række er udeladt: den hører til rækker i services, som profilen udelader.",
    } <= set(report.notes)

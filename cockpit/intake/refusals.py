"""When an extract's rows, taken together, refuse the whole delivery."""

from cockpit.intake.bench import Bench
from cockpit.intake.report import ExtractReport
from cockpit.wording import number, percent

ACCEPT = "Er det rigtigt, så indlæs med --accept-fewer-rows."


def refuse_by_counts(bench: Bench, reports: tuple[ExtractReport, ...], accept_fewer_rows: bool) -> list[str]:
    """A sentence for each extract with too many rejected rows or too few rows."""
    found = []
    for report in reports:
        share = report.rows_rejected / report.rows_read if report.rows_read else 0.0
        if share > bench.settings.max_rejected_share:
            found.append(
                f"{number(report.rows_rejected)} af {number(report.rows_read)} rækker i {report.name} er "
                f"afvist, altså {percent(share)} mod højst {percent(bench.settings.max_rejected_share)} "
                "Ret rækkerne i fagsystemet, og lav udtrækket igen."
            )
        elif not accept_fewer_rows:
            found += _too_few(bench, report)
    return found


def _too_few(bench: Bench, report: ExtractReport) -> list[str]:
    before = bench.in_use.rows.get(report.name, 0) if bench.in_use else 0
    if not report.rows_loaded:
        return [f"{report.name} har ingen rækker, der kan indlæses. {ACCEPT}"]
    if report.rows_loaded * 2 < before:
        return [
            f"{report.name} har {number(report.rows_loaded)} rækker mod {number(before)} i brug, "
            f"altså under halvdelen. {ACCEPT}"
        ]
    return []

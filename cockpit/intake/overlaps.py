"""Rules between rows of one extract that hold at the same time."""

from cockpit.intake.bench import Bench
from cockpit.intake.contract import Contract
from cockpit.intake.crowds import NEVER


def check_base_rates(bench: Bench, contract: Contract) -> None:
    """Two base rates of one service on one day: nobody knows which is right, so both are rejected."""
    bench.note(
        "overlapping_rates",
        contract,
        "from_date",
        f"""
        select row, '', '' from (
            select row, from_date, coalesce(to_date, {NEVER}) as last_day,
                max(coalesce(to_date, {NEVER})) over (
                    partition by service_id order by from_date, row
                    rows between unbounded preceding and 1 preceding) as last_before,
                lead(from_date) over (partition by service_id order by from_date, row) as next_from
            from crowd_{contract.name} where kind = 'base'
        ) where from_date <= last_before or next_from <= last_day
        """,
    )


def check_one_caseworker(bench: Bench, contract: Contract) -> None:
    """Two caseworkers on one case on one day: a warning on the later row."""
    bench.note(
        "two_caseworkers",
        contract,
        "case_id",
        f"""
        select distinct later.row, later.case_id, ''
        from crowd_{contract.name} as later join crowd_{contract.name} as earlier
            on earlier.case_id = later.case_id and earlier.caseworker_id <> later.caseworker_id
        where (earlier.from_date, earlier.row) < (later.from_date, later.row)
            and coalesce(earlier.to_date, {NEVER}) >= later.from_date
        """,
    )

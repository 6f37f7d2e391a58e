"""The few rows that may say the same as others of their service or case, or hold at the same time.

Rows that are alone in their case, or follow each other day by day, are not compared one by one.
"""

from cockpit.intake.bench import Bench
from cockpit.intake.contract import Contract
from cockpit.intake.values import literal

NEVER = "date '9999-12-31'"

# By rule: which of the rows `good` must be compared. Base rates follow each other day by day where all but
# the first begin on the day after another has ended; sums of hashes tell it at a third of what sorting costs.
CROWDED = {
    "one_caseworker": "case_id in (select case_id from good group by case_id having count(*) > 1)",
    "base_rates_apart": f"""kind <> 'base' or service_id in (
        select service_id from (
            select service_id, from_date, coalesce(to_date, {NEVER}) + 1 as next_day
            from good where kind = 'base'
        ) group by service_id
        having sum(hash(from_date)) + hash(max(next_day)) <> sum(hash(next_day)) + hash(min(from_date)))""",
}


def find_crowd(bench: Bench, contract: Contract) -> None:
    """Make `crowd_<extract>`: a view of the good rows that must be compared with each other, with `row`."""
    crowd = good = f"good_{contract.name}"
    if conditions := [CROWDED[rule] for rule in contract.rules if rule in CROWDED]:
        dropped = f"select row from dropped where extract = {literal(contract.name)}"
        # The rules read the crowd several times, so its rows are copied; what falls later is left out.
        crowd = f"crowded_{contract.name} anti join ({dropped}) as dropped using (row)"
        bench.connection.execute(
            f"create temp table crowded_{contract.name} as with good as not materialized (from {good}) "
            f"select * from good where {' and '.join(conditions)}"
        )
    bench.connection.execute(f"create temp view crowd_{contract.name} as from {crowd}")

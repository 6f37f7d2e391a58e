"""The few rows that may say the same as others of their service or case, or hold at the same time.

Rows that are alone in their case, or follow each other day by day, are not compared one by one.
"""

from cockpit.intake.bench import Bench
from cockpit.intake.contract import Contract

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
    good = f"good_{contract.name}"
    crowd = f"select * from {good}"
    for rule in set(contract.rules) & set(CROWDED):
        bench.connection.execute(
            f"create temp table crowded_{contract.name} as "
            f"with good as (from {good}) select row from good where {CROWDED[rule]}"
        )
        crowd += f" semi join crowded_{contract.name} using (row)"
    bench.connection.execute(f"create temp view crowd_{contract.name} as {crowd}")

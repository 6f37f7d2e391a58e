"""Which accounts' spending may be shown: not where a month of it is that of a few, or nearly of two."""

from collections.abc import Iterator

from cockpit.keyfigures.ledger import reported_accounts, sections_of_account
from cockpit.keyfigures.smallnumbers.dominance import is_dominated
from cockpit.warehouse import Reader

# What each citizen's services of an account come to in each month, own places too. A month is judged by
# itself, for two months of the year told apart, or two versions, give the difference. Where no month is
# dominated no longer time is.
MONTHS = """
with months as (
    select
        calendar_month.month_start as first_day,
        calendar_month.month_end as last_day,
        calendar_year.year,
        extract(day from calendar_month.month_end) as days_in_month,
        calendar_year.days as days_in_year
    from calendar_month
    inner join calendar_year
        on calendar_month.year_start = calendar_year.year_start
    cross join version
    where calendar_year.year >= cast(:from_year as integer) and calendar_month.month_start <= version.as_of
),

booked as (
    select distinct reference_account.reported_as, reference_account.section_key
    from reference_account
    where reference_account.section_key is not null
),

priced as (
    select
        booked.reported_as,
        service_facts.citizen_number,
        greatest(service_facts.start_date, coalesce(rates.from_date, service_facts.start_date)) as first_day,
        least(service_facts.last_day, coalesce(rates.to_date, service_facts.last_day)) as last_day,
        rates.unit,
        cast(rates.amount as double) as amount
    from service_facts
    inner join booked
        on service_facts.section_key = booked.section_key
    left join rates
        on service_facts.service_id = rates.service_id
    where service_facts.is_paid_by_us
),

costs as (
    select
        priced.reported_as,
        months.year,
        months.first_day,
        priced.citizen_number,
        sum(case
            when priced.unit = 'once' and priced.first_day >= months.first_day then priced.amount
            when priced.unit in ('day', 'month', 'year') then priced.amount * (days_between(
                greatest(priced.first_day, months.first_day), least(priced.last_day, months.last_day)
            ) + 1) / case priced.unit
                when 'month' then cast(months.days_in_month as double)
                when 'year' then cast(months.days_in_year as double)
                else 1
            end
            else 0
        end) as cost
    from priced
    inner join months
        on priced.first_day <= months.last_day
        and priced.last_day >= months.first_day
    group by priced.reported_as, months.year, months.first_day, priced.citizen_number
),

ranked as (
    select
        costs.*,
        row_number() over (
            partition by costs.reported_as, costs.first_day order by costs.cost desc, costs.citizen_number
        ) as place
    from costs
)

select
    ranked.reported_as as account,
    ranked.year,
    ranked.first_day,
    count(*) as citizens,
    max(case when ranked.place = 1 then ranked.cost end) as largest,
    max(case when ranked.place = 2 then ranked.cost end) as second_largest,
    sum(ranked.cost) as total_cost
from ranked
group by ranked.reported_as, ranked.year, ranked.first_day
"""


def safe_accounts(reader: Reader, from_year: int, threshold: int) -> set[tuple[int, str]]:
    """The years and accounts of which the spending may be shown.

    Accounts that share a section of law are judged together, for nothing tells their services apart. Of an
    account that is listed without sections nobody is a citizen; of one that is not listed nothing is known,
    and it is not here.
    """
    years = range(from_year, reader.version.as_of.year + 1)
    small, active = set[tuple[int, str]](), set[tuple[int, str]]()
    for row in reader.rows(MONTHS, {"from_year": from_year}):
        active.add((row["year"], row["account"]))
        if row["citizens"] < threshold or is_dominated(row):
            small.add((row["year"], row["account"]))
    return {
        (year, account)
        for account, together in _listed(reader)
        for year in years
        if not together or (year, together) in active - small
    }


def _listed(reader: Reader) -> Iterator[tuple[str, str]]:
    """Each account and the accounts it is judged with, empty where it has no sections."""
    sections = sections_of_account(reader)
    for account, together in reported_accounts(reader).items():
        yield account, together if sections[account] else ""

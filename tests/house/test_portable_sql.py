"""Each rule of the portable subset catches what it is there for, and good SQL passes."""

from pathlib import Path

import pytest

from cockpit.settings import PROJECT
from tests.house.portable_sql import problems

SCHEMA = {
    "services": {
        "id": "varchar", "citizen": "varchar", "start_date": "date", "end_date": "date", "days": "bigint",
    },
    "rates": {"id": "varchar", "amount": "double"},
}  # fmt: skip

FRAME = "rows between unbounded preceding and current row"

GOOD = """
-- Comments may hold anything: SELECT *, median(x), date - date.
with running as (
    select
        services.citizen as citizen,
        max(services.end_date) over (
            partition by services.citizen
            order by services.start_date nulls last, services.id nulls last
            rows between unbounded preceding and 1 preceding
        ) as end_before,
        row_number() over (
            partition by services.citizen
            order by cast(services.end_date + interval '1' day as date) nulls last
        ) as place
    from services
    where
        services.start_date <= cast(:on as date)
        and (cast(:area as varchar(4000)) is null
            or position(',' || services.id || ',' in ',' || cast(:area as varchar(4000)) || ',') > 0)
        and exists (select 1 from rates where rates.id = services.id)
)
select
    case :by when 'Section' then running.citizen else '' end as by_value,
    cast(date_trunc('month', running.end_before) as date) as month,
    count(*) filter (where running.place > 1) as later,
    count(distinct running.citizen) as citizens,
    percentile_cont(0.5) within group (order by running.place) as median,
    cast(sum(days_between(running.end_before, cast(:on as date))) as double)
        / nullif(count(*), 0) as mean_days,
    extract(year from running.end_before) as year
from running
cross join (values (1), (2)) as listed (place)
group by
    case :by when 'Section' then running.citizen else '' end,
    cast(date_trunc('month', running.end_before) as date),
    rollup (extract(year from running.end_before))
order by
    by_value nulls last,
    count(*) desc nulls last
"""

# SQL outside the subset, and a piece of the sentence that must tell it.
BAD = (
    ("select rates.id from services asof join rates on services.start_date >= rates.id", "no asof"),
    ("pivot services on citizen using sum(days)", "no pivot"),
    ("select services.id, count(*) as n from services group by all", "no group by all"),
    ("select services.id, count(*) as n from services group by 1", "group by a number"),
    ("select services.id as key, count(*) as n from services group by key", "key without its table"),
    ("select * from services", "no select *"),
    ("select services.* from services", "no select *"),
    ("select services.* exclude (days) from services", "no exclude"),
    ("select services.days + 1 as one, one + 1 as two from services", "one without its table"),
    ("select services.days + 1 as one from services where one > 2", "one without its table"),
    (f"select services.id as i, sum(1) over (order by i nulls last {FRAME}) as n from services", "i without"),
    ("select try_cast(services.id as integer) as n from services", "try_cast()"),
    ("select ifnull(services.days, 0) as n from services", "ifnull()"),
    (f"select last_value(services.id ignore nulls) over ({FRAME}) as n from services", "no ignore"),
    ("select arg_max(services.id, services.days) as n from services", "arg_max()"),
    ("select quantile_cont(services.days, 0.5) as n from services", "quantile_cont()"),
    ("select median(services.days) as n from services", "median()"),
    ("select make_date(2020, 1, 1) as d from services", "make_date()"),
    ("select date_diff('day', services.start_date, services.end_date) as n from services", "date_diff()"),
    ("select datediff('day', services.start_date, services.end_date) as n from services", "datediff()"),
    ("select extract(isodow from services.start_date) as n from services", "no isodow"),
    ("select services.start_date + interval '1' day as n from services", "interval only"),
    ("select cast(services.start_date + interval '1' month as date) as n from services", "interval only"),
    ("select strftime(services.start_date, '%Y') as n from services", "strftime()"),
    ("select string_agg(services.id, ',') as n from services", "string_agg()"),
    ("select services.days // 2 as n from services", "does not parse"),
    ("select count(*) / nullif(count(services.id), 0) as n from services", "integer division"),
    ("select services.days / nullif(services.days, 0) as n from services", "integer division"),
    ("select days_between(services.start_date, :on) / 7 as n from services", "integer division"),
    ("with s as (select count(*) as n from services) select s.n / 2 as half from s", "integer division"),
    (
        "with s as (select sum(days_between(services.start_date, :on) + 1) as days from services) "
        "select s.days / nullif(s.days, 0) as half from s",
        "integer division",
    ),
    ("select services.end_date - services.start_date as n from services", "no date - date"),
    ("select cast(:a as date) - services.start_date as n from services", "no date - date"),
    (
        "with s as (select max(services.end_date) as last from services) "
        "select s.last - services.start_date as n from s cross join services",
        "no date - date",
    ),
    ("select days.day from generate_series(1, 3) as days (day)", "generate_series()"),
    ("select days.day from range(3) as days (day)", "range()"),
    ("select unnest([1, 2]) as n", "unnest()"),
    ("select sum(services.days) over (order by services.id nulls last) as n from services", "rows frame"),
    ("select sum(services.days) over (partition by services.id) as n from services", "rows frame"),
    (
        "select sum(services.days) over (order by services.id nulls last "
        "range between unbounded preceding and current row) as n from services",
        "rows frame",
    ),
    ("select services.id from services order by services.id", "say nulls last"),
    ("select services.id from services order by services.id desc", "say nulls last"),
    ("select row_number() over (order by services.id) as n from services", "say nulls last"),
    ("select rates.amount / sum(rates.amount) as n from rates", "nullif(…, 0) before"),
    ("select rates.amount / 0 as n from rates", "nullif(…, 0) before"),
    (
        "select (select max(rates.amount) from rates where rates.id = services.id) as n from services",
        "no correlated",
    ),
    ("select services.days n from services", "n: write as"),
    ("select s.days from services s", "s: write as"),
    ("select s.days from (select services.days from services) s", "s: write as"),
    ("SELECT services.id from services", "SELECT is written"),
    ("select services.id from services Group By services.id", "Group By is written"),
    ("select COUNT(*) as n from services", "COUNT is written"),
    ("select services.id::date as d from services", "no ::"),
    ("select cast(services.days as varchar) as n from services", "not a type"),
    ("select cast(services.days as text) as n from services", "not a type"),
    ("select services.id from services qualify count(*) > 1", "no qualify"),
    ("select id from services", "id without its table"),
    ("select 1 as n; select 2 as n", "one statement"),
    ("select from where", "does not parse"),
)


def test_good_sql_passes() -> None:
    assert problems(GOOD, SCHEMA) == []


@pytest.mark.parametrize(("sql", "told"), BAD)
def test_bad_sql_is_caught(sql: str, told: str) -> None:
    assert told in "\n".join(problems(sql, SCHEMA))


# A figure that compares another in two versions has a header only.
QUERIES = sorted({*(PROJECT / "queries").rglob("*.sql")} - {PROJECT / "queries/quality/history_change.sql"})


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: str(path.relative_to(PROJECT)))
def test_every_query_file_is_portable(path: Path) -> None:
    assert problems(path.read_text(encoding="utf-8")) == []

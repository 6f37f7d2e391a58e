-- title:       Overholdte frister
-- question:    Overholder vi fristerne?
-- unit:        fristsager
-- good:        higher
-- counts:      people
-- numerator:   Fristsager, der er afsluttet senest, da fristen udløb.
-- denominator: Fristsager, hvis frist udløber i perioden og senest på opgørelsesdagen.
-- why:         Fristerne er borgernes retssikkerhed. Nogle af dem står i loven.
-- ask:         Er det en bestemt slags frist eller et bestemt tidspunkt, det går galt?
-- caveat:      Er der et klokkeslæt på både fristen og afslutningen, gælder det; ellers er fristen
--              overholdt, når sagen er afsluttet samme dag. En fristsag, der ikke er afsluttet på
--              opgørelsesdagen, er overskredet. Dagene går fra start til afslutning og er kun talt for
--              fristsager, der er afsluttet på opgørelsesdagen, så de nyeste tal kan stige.
-- source:      deadlines
-- owner:       Myndighed
-- parameters:  from, to, period, kind
-- needs:       periods

with due_deadlines as (
    select
        periods.period_start,
        deadlines.kind,
        -- What is completed after the as-of date was not completed on it.
        case when deadlines.completed_on <= version.as_of and deadlines.completed_at <= deadlines.due_at
            then 1 else 0 end as is_kept,
        case when deadlines.completed_on <= version.as_of
            then days_between(deadlines.started_on, deadlines.completed_on) end as days_taken
    from deadlines
    cross join version
    inner join periods
        on periods.period_start = cast(
            date_trunc(
                case :period when 'month' then 'month' when 'quarter' then 'quarter' else 'year' end,
                deadlines.due_on
            ) as date
        )
        and deadlines.due_on <= periods.last_day
    where
        cast(:kind as varchar(4000)) is null
        or position(',' || deadlines.kind || ',' in ',' || cast(:kind as varchar(4000)) || ',') > 0
),

counted as (
    select
        due_deadlines.period_start,
        due_deadlines.kind,
        count(*) as due,
        sum(due_deadlines.is_kept) as kept,
        -- Between two whole days lies half a day.
        round(percentile_cont(0.5) within group (order by due_deadlines.days_taken), 1) as median_days
    from due_deadlines
    group by
        due_deadlines.period_start,
        due_deadlines.kind
)

select
    periods.period_start,
    kinds.kind,
    coalesce(counted.due, 0) as due,
    cast(coalesce(counted.kept, 0) as bigint) as kept,
    cast(coalesce(counted.due - counted.kept, 0) as bigint) as breached,
    -- A period in which nothing fell due has no share: a zero would read as "none were kept".
    round(cast(counted.kept as double) / nullif(counted.due, 0), 6) as share_kept,
    counted.median_days
from periods
-- Each kind in each period, so that a line over time has no hole.
cross join (select distinct counted.kind from counted) as kinds
left join counted
    on periods.period_start = counted.period_start
    and kinds.kind = counted.kind
order by
    periods.period_start nulls last,
    kinds.kind nulls last

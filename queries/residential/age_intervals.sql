-- title:       Borgere efter alder
-- question:    Hvor gamle er borgerne?
-- unit:        borgere
-- good:        neutral
-- counts:      people
-- numerator:   Borgere med en indsats på dagen, efter alder i hele år.
-- why:         Unge, der kommer ind nu, er med i mange år. Ældre får brug for andet end det, tilbuddet
--              blev valgt til.
-- ask:         Hvilke aldre vokser, og har vi tilbud til dem?
-- caveat:      En borger uden kendt fødselsdato står som uoplyst.
-- source:      services, citizens
-- columns:     citizens.birth_date
-- owner:       Myndighed
-- parameters:  on, bands, services
-- fixed:       basis=to_date
-- needs:       filtered, positions

with present as (
    select distinct
        filtered.by_value,
        filtered.citizen_number,
        filtered.birth_date
    from filtered
    where
        filtered.start_date <= cast(:on as date)
        and filtered.last_day >= cast(:on as date)
),

aged as (
    select
        present.by_value,
        present.citizen_number,
        extract(year from cast(:on as date)) - extract(year from present.birth_date)
            - case
                when extract(month from cast(:on as date)) * 100 + extract(day from cast(:on as date))
                    < extract(month from present.birth_date) * 100 + extract(day from present.birth_date)
                    then 1
                else 0
            end as age
    from present
),

limits as (
    select
        positions.position_number,
        case
            when positions.position_number = 0 then null
            else cast(split_part(:bands, ',', positions.position_number) as integer)
        end as lower_limit,
        cast(nullif(split_part(:bands, ',', positions.position_number + 1), '') as integer) as upper_limit
    from positions
    where
        positions.position_number = 0
        or split_part(:bands, ',', positions.position_number) <> ''
),

bands as (
    select
        limits.position_number,
        limits.lower_limit,
        limits.upper_limit,
        case
            when limits.lower_limit is null then 'under ' || cast(limits.upper_limit as varchar(20))
            when limits.upper_limit is null then cast(limits.lower_limit as varchar(20)) || '+'
            else cast(limits.lower_limit as varchar(20)) || '-' || cast(limits.upper_limit - 1 as varchar(20))
        end as age_band
    from limits
    -- Where the first band begins at birth, nobody can be under it.
    where limits.lower_limit is not null or limits.upper_limit > 0
),

by_values as (
    select distinct aged.by_value
    from aged
    union
    select '' as by_value
    where :by = 'none'
),

counted as (
    select
        bands.position_number,
        bands.age_band,
        by_values.by_value,
        count(aged.citizen_number) as citizens
    from bands
    cross join by_values
    left join aged
        on by_values.by_value = aged.by_value
        and (bands.lower_limit is null or aged.age >= bands.lower_limit)
        and (bands.upper_limit is null or aged.age < bands.upper_limit)
        and aged.age is not null
    group by
        bands.position_number,
        bands.age_band,
        by_values.by_value
    union all
    select
        99 as position_number,
        'uoplyst' as age_band,
        aged.by_value,
        count(*) as citizens
    from aged
    where aged.age is null
    group by aged.by_value
)

select
    counted.age_band,
    nullif(counted.by_value, '') as by_value,
    counted.citizens
from counted
order by
    counted.position_number nulls last,
    counted.by_value nulls last

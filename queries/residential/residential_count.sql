-- title:       Borgere i botilbud
-- question:    Hvor mange borgere er i botilbud?
-- unit:        borgere
-- good:        neutral
-- counts:      people
-- numerator:   Det samme spørgsmål talt på hver af de måder, det kan betyde.
-- why:         Et tal for botilbud er kun rigtigt sammen med det, der er talt: i år eller nu, begyndt,
--              betalt af os eller med os som handlekommune, egne pladser eller købte.
-- ask:         Hvilket af tallene er det, der spørges til?
-- caveat:      Hvor intet andet står, tælles det, kommunen betaler for. En borger i to slags botilbud
--              tæller én gang i alt og én gang i hver.
-- source:      services, citizens
-- owner:       Myndighed
-- parameters:  on, year, area, owner, provider_type, provider, target_group, sex, diagnosis
-- fixed:       role=paying, by=none, group=botilbud, section=, basis=to_date, from_year=:year, to_year=:year
-- needs:       spells, citizen_years

with residents_now as (
    select
        scoped.citizen_number,
        scoped.section,
        scoped.owner,
        scoped.is_paid_by_us,
        scoped.is_acted_for_by_us
    from scoped
    where
        scoped.section_group = 'botilbud'
        and scoped.start_date <= cast(:on as date)
        and scoped.last_day >= cast(:on as date)
),

counts_now as (
    select
        count(distinct residents_now.citizen_number) filter (where residents_now.is_paid_by_us) as paying,
        count(distinct residents_now.citizen_number) filter (where residents_now.is_acted_for_by_us) as acting,
        count(distinct residents_now.citizen_number)
            filter (where residents_now.owner = 'own') as own_providers,
        count(distinct residents_now.citizen_number)
            filter (where residents_now.owner = 'own' and not residents_now.is_paid_by_us) as sold,
        count(distinct residents_now.citizen_number)
            filter (where residents_now.owner = 'other_municipality' and residents_now.is_paid_by_us)
            as bought_other_municipality,
        count(distinct residents_now.citizen_number)
            filter (where residents_now.owner = 'region' and residents_now.is_paid_by_us) as bought_region,
        count(distinct residents_now.citizen_number)
            filter (where residents_now.owner = 'private' and residents_now.is_paid_by_us) as bought_private
    from residents_now
),

spells_of_year as (
    select
        count(*) filter (
            where spells.first_day between year_windows.first_day and year_windows.last_day
        ) as started,
        count(*) filter (
            where cast(spells.last_day + interval '1' day as date)
                between year_windows.first_day and year_windows.last_day
        ) as ended
    from spells
    cross join year_windows
),

days_of_year as (
    select
        count(*) as citizens,
        coalesce(sum(citizen_years.service_days), 0) as service_days
    from citizen_years
),

sections_now as (
    select
        sections.law,
        sections.section,
        count(distinct residents_now.citizen_number) as citizens
    from reference_section as sections
    left join residents_now
        on sections.section_key = residents_now.section
        and residents_now.is_paid_by_us
    where sections.section_group = 'botilbud'
    group by
        sections.law,
        sections.section
),

adults as (
    select
        population.year,
        sum(population.persons) as persons
    from population
    cross join version
    where
        population.municipality = version.municipality
        and population.age >= 18
        and population.year <= extract(year from cast(:on as date))
    group by population.year
),

adults_now as (
    select adults.persons
    from adults
    inner join (select max(adults.year) as year from adults) as latest
        on adults.year = latest.year
    where adults.persons > 0
),

definitions as (
    select 1 as place, 'unique_in_year' as definition, cast(days_of_year.citizens as double) as value
    from days_of_year
    union all
    select 2 as place, 'now' as definition, cast(counts_now.paying as double) as value
    from counts_now
    union all
    select 3 as place, 'spells_started_in_year' as definition, cast(spells_of_year.started as double) as value
    from spells_of_year
    union all
    select 4 as place, 'spells_ended_in_year' as definition, cast(spells_of_year.ended as double) as value
    from spells_of_year
    union all
    select 5 as place, 'acting_now' as definition, cast(counts_now.acting as double) as value
    from counts_now
    union all
    select 6 as place, 'paying_now' as definition, cast(counts_now.paying as double) as value
    from counts_now
    union all
    select 7 as place, 'own_providers_now' as definition, cast(counts_now.own_providers as double) as value
    from counts_now
    union all
    select 8 as place, 'sold_now' as definition, cast(counts_now.sold as double) as value
    from counts_now
    union all
    select
        9 as place,
        'bought_other_municipality_now' as definition,
        cast(counts_now.bought_other_municipality as double) as value
    from counts_now
    union all
    select 10 as place, 'bought_region_now' as definition, cast(counts_now.bought_region as double) as value
    from counts_now
    union all
    select 11 as place, 'bought_private_now' as definition, cast(counts_now.bought_private as double) as value
    from counts_now
    union all
    select
        12 as place,
        'section_' || sections_now.law || '_' || sections_now.section || '_now' as definition,
        cast(sections_now.citizens as double) as value
    from sections_now
    union all
    select
        13 as place,
        'full_year_persons' as definition,
        round(cast(days_of_year.service_days as double) / nullif(year_windows.days, 0), 6) as value
    from days_of_year
    cross join year_windows
    union all
    -- Without population the row is left out: a rate per no inhabitants means nothing.
    select
        14 as place,
        'per_1000_adults_now' as definition,
        round(cast(counts_now.paying as double) * 1000 / nullif(adults_now.persons, 0), 6) as value
    from counts_now
    cross join adults_now
)

select
    definitions.definition,
    definitions.value
from definitions
order by
    definitions.place nulls last,
    definitions.definition nulls last

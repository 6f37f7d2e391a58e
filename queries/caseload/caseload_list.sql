-- title:       Liste over sager
-- question:    Hvilke sager er det, og hvad haster mest?
-- unit:        sager
-- good:        neutral
-- counts:      people
-- numerator:   En linje for hver sag bag nøgletallet Sagstal på dagen, for hver rådgiver, hvert team eller
--              hvert område, der har den. Siden er den første dag i de tilknytninger, der gælder på dagen.
--              Næste frist er den af sagens åbne frister, der udløber først; de overskredne står øverst.
-- why:         Et tal kan man først handle på, når man ved, hvilke sager det er.
-- ask:         Hvilke af de overskredne kan afsluttes først, og hvem tager dem?
-- caveat:      Borgeren står ikke på listen; sagens nummer er fagsystemets eget. Paragrafferne er dem,
--              borgeren har en indsats efter på dagen, også uden for sagens område; højst fem nævnes. En
--              frist uden sagsnummer står ved alle borgerens sager. Udløber fristen på selve dagen, er den
--              overskredet med nul dage. Er indsatser eller frister ikke leveret, er felterne tomme.
-- source:      case_assignments, caseworkers
-- owner:       Myndighed
-- parameters:  on, by=caseworker|team|area, team
-- needs:       divided_cases
-- conceals:    caseworker
-- lists:       cases

with cases as (
    select
        divided_cases.by_value,
        divided_cases.case_id,
        min(divided_cases.from_date) as since
    from divided_cases
    left join worker_teams
        on divided_cases.caseworker_id = worker_teams.caseworker_id
    where
        cast(:team as varchar(4000)) is null
        or position(',' || coalesce(worker_teams.team, 'uoplyst') || ','
            in ',' || cast(:team as varchar(4000)) || ',') > 0
    group by
        divided_cases.by_value,
        divided_cases.case_id
),

-- Of a case that a team shares with others all is told, not only what that team does.
people as (
    select distinct
        divided_cases.case_id,
        divided_cases.citizen_id
    from divided_cases
    inner join (select distinct cases.case_id from cases) as listed
        on divided_cases.case_id = listed.case_id
),

sections_running as (
    select distinct
        people.case_id,
        services.law || ' ' || services.section as section
    from people
    inner join services
        on people.citizen_id = services.citizen_id
    where
        services.start_date <= cast(:on as date)
        and (services.end_date is null or services.end_date >= cast(:on as date))
),

sections_in_order as (
    select
        sections_running.case_id,
        sections_running.section,
        row_number() over (
            partition by sections_running.case_id
            order by sections_running.section nulls last
        ) as place
    from sections_running
),

sections_named as (
    select
        sections_in_order.case_id,
        -- Text is not added up alike on every engine, so the first few are put side by side.
        max(case when sections_in_order.place = 1 then sections_in_order.section end)
            || coalesce(', ' || max(case when sections_in_order.place = 2 then sections_in_order.section end), '')
            || coalesce(', ' || max(case when sections_in_order.place = 3 then sections_in_order.section end), '')
            || coalesce(', ' || max(case when sections_in_order.place = 4 then sections_in_order.section end), '')
            || coalesce(', ' || max(case when sections_in_order.place = 5 then sections_in_order.section end), '')
            as sections
    from sections_in_order
    group by sections_in_order.case_id
),

open_deadlines as (
    select
        deadlines.case_id,
        deadlines.citizen_id,
        deadlines.kind,
        deadlines.due_on
    from deadlines
    where
        deadlines.started_on <= cast(:on as date)
        and (deadlines.completed_on is null or deadlines.completed_on > cast(:on as date))
),

deadlines_of_cases as (
    select
        open_deadlines.case_id,
        open_deadlines.kind,
        open_deadlines.due_on
    from open_deadlines
    inner join (select distinct cases.case_id from cases) as listed
        on open_deadlines.case_id = listed.case_id
    union all
    select
        people.case_id,
        open_deadlines.kind,
        open_deadlines.due_on
    from open_deadlines
    inner join people
        on open_deadlines.citizen_id = people.citizen_id
    where open_deadlines.case_id is null
),

deadlines_in_order as (
    select
        deadlines_of_cases.case_id,
        deadlines_of_cases.kind,
        deadlines_of_cases.due_on,
        row_number() over (
            partition by deadlines_of_cases.case_id
            order by deadlines_of_cases.due_on nulls last, deadlines_of_cases.kind nulls last
        ) as place
    from deadlines_of_cases
)

select
    cases.by_value,
    cases.case_id,
    deadlines_in_order.due_on as next_due,
    case when deadlines_in_order.due_on <= cast(:on as date)
        then days_between(deadlines_in_order.due_on, cast(:on as date)) end as days_overdue,
    deadlines_in_order.kind,
    sections_named.sections,
    cases.since
from cases
left join sections_named
    on cases.case_id = sections_named.case_id
left join deadlines_in_order
    on cases.case_id = deadlines_in_order.case_id
    and deadlines_in_order.place = 1
order by
    next_due nulls last,
    cases.case_id nulls last,
    cases.by_value nulls last

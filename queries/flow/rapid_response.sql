-- title:       Hurtig indsats
-- question:    Hvor mange forløb bliver afsluttet hurtigt, uden at borgeren kommer igen?
-- unit:        forløb
-- good:        higher
-- counts:      people
-- numerator:   Forløb begyndt i perioden, der varede højst det valgte antal uger (7 dage for hver), og hvor
--              borgeren ikke begyndte på en ny indsats på samme område i de 26 uger efter sidste dag.
-- denominator: Forløb begyndt i perioden, som kan bedømmes.
-- why:         En kort indsats, der slår til, er bedre for borgeren og billigere end en, der bliver varig.
-- ask:         Hvad kendetegner de forløb, der lykkes hurtigt, og kan flere gribes an på den måde?
-- caveat:      Et forløb kan bedømmes, når både ugerne og de 26 uger er gået på opgørelsesdagen. De nyeste
--              tælles for sig, for ellers ville de hurtige veje for lidt. En ny indsats på området tæller,
--              også uden for det udsnit, der er valgt, men ikke en, der løb i forvejen. Et forløb, der
--              slutter med dødsfald, tæller som afsluttet.
-- source:      services, citizens
-- owner:       Myndighed
-- parameters:  from, to, weeks, period=month|quarter*|year, filters
-- fixed:       by=none, basis=to_date
-- needs:       spells, periods, role_services

with begun as (
    select
        periods.period_start,
        spells.citizen_number,
        spells.first_day,
        spells.last_day,
        -- One line for all: judged as soon as they fail, the slow ones would be known before the fast ones.
        case
            when days_between(spells.first_day, version.as_of) >= 7 * (cast(:weeks as integer) + 26) - 1 then 1
            else 0
        end as is_judged,
        case
            when days_between(spells.first_day, spells.last_day) + 1 <= 7 * cast(:weeks as integer) then 1
            else 0
        end as is_closed_in_time
    from spells
    cross join version
    inner join periods
        on spells.first_day between periods.period_start and periods.last_day
),

returned as (
    select distinct
        begun.citizen_number,
        begun.first_day
    from begun
    -- The areas of the spell: those of the services that it is made of.
    inner join filtered
        on begun.citizen_number = filtered.citizen_number
        and filtered.start_date between begun.first_day and begun.last_day
    inner join role_services
        on begun.citizen_number = role_services.citizen_number
        and filtered.area = role_services.area
        and role_services.start_date > begun.last_day
        and role_services.start_date <= cast(begun.last_day + interval '182' day as date)
    where
        begun.is_judged = 1
        and begun.is_closed_in_time = 1
),

counted as (
    select
        begun.period_start,
        sum(begun.is_judged) as spells,
        sum(begun.is_judged * begun.is_closed_in_time) as closed_in_time,
        count(returned.citizen_number) as closed_with_return,
        sum(1 - begun.is_judged) as too_recent
    from begun
    left join returned
        on begun.citizen_number = returned.citizen_number
        and begun.first_day = returned.first_day
    group by begun.period_start
)

select
    periods.period_start,
    cast(coalesce(counted.spells, 0) as bigint) as spells,
    cast(coalesce(counted.closed_in_time, 0) as bigint) as closed_in_time,
    cast(coalesce(counted.closed_in_time - counted.closed_with_return, 0) as bigint) as closed_without_return,
    round(
        cast(counted.closed_in_time - counted.closed_with_return as double) / nullif(counted.spells, 0), 6
    ) as share,
    cast(coalesce(counted.too_recent, 0) as bigint) as too_recent
from periods
left join counted
    on periods.period_start = counted.period_start
order by periods.period_start nulls last

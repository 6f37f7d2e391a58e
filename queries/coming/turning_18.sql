-- title:       Unge, der fylder 18
-- question:    Hvor mange unge med en indsats bliver snart voksne, og hvad koster de i dag?
-- unit:        borgere
-- good:        neutral
-- counts:      people
-- numerator:   Borgere, der på opgørelsesdagen har en indsats på børne- og ungeområdet og fylder 18 i en
--              af de kommende måneder. Årsprisen er taksterne på opgørelsesdagen regnet til et helt år:
--              døgntakst gange 365, månedstakst gange 12, årstakst som den er; engangsbeløb regnes ikke med.
-- why:         Overgangen til voksenlivet skal begynde, længe før den unge fylder 18. Sker det for sent,
--              fortsætter den dyre indsats, mens der visiteres.
-- ask:         Er der lagt en plan for hver af dem, og findes tilbuddet?
-- caveat:      Ligger opgørelsesdagen inde i en måned, er resten af den den første af månederne. Den, der
--              er født 29. februar, fylder 18 den 1. marts. Uden fødselsdato tæller ingen med. En indsats
--              uden takst koster nul her.
-- source:      services, citizens, rates
-- columns:     citizens.birth_date
-- owner:       Myndighed
-- parameters:  months, filters
-- fixed:       by=none
-- needs:       filtered

with months_ahead as (
    select
        calendar_month.month_start,
        calendar_month.month_end,
        row_number() over (order by calendar_month.month_start nulls last) as month_number
    from calendar_month
    cross join version
    where calendar_month.month_end > version.as_of
),

children as (
    select
        filtered.citizen_number,
        filtered.birth_date,
        sum(running_services.annual_cost) as annual_cost
    from filtered
    inner join running_services
        on filtered.service_number = running_services.service_number
    where filtered.area = 'børn og unge'
    group by
        filtered.citizen_number,
        filtered.birth_date
),

birthdays as (
    select
        children.annual_cost,
        calendar_day.day
    from children
    cross join version
    inner join calendar_day
        on extract(year from calendar_day.day) = extract(year from children.birth_date) + 18
        and extract(month from calendar_day.day) * 100 + extract(day from calendar_day.day)
            -- Eighteen years after a leap year there is no 29 February.
            = case extract(month from children.birth_date) * 100 + extract(day from children.birth_date)
                when 229 then 301
                else extract(month from children.birth_date) * 100 + extract(day from children.birth_date)
            end
    where calendar_day.day > version.as_of
)

select
    months_ahead.month_end as month,
    count(birthdays.day) as citizens,
    round(coalesce(sum(birthdays.annual_cost), 0), 2) as annual_cost
from months_ahead
left join birthdays
    on birthdays.day between months_ahead.month_start and months_ahead.month_end
where months_ahead.month_number <= cast(:months as integer)
group by months_ahead.month_end
order by months_ahead.month_end nulls last

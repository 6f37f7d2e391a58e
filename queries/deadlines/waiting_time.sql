-- title:       Ventetid
-- question:    Hvor længe venter borgerne på en afgørelse, og derefter på hjælpen?
-- unit:        dage
-- good:        lower
-- counts:      people
-- numerator:   Indsatser afgjort i perioden: dage fra ansøgning til afgørelse, og dage fra afgørelse til
--              første dag med indsatsen.
-- why:         Ventetid rammer borgeren, og den kan gøre behovet større, inden hjælpen kommer.
-- ask:         Venter borgerne på os eller på en ledig plads, og hvem venter længst?
-- caveat:      Halvdelen venter højst så længe som det første tal, ni ud af ti højst så længe som det
--              andet. En indsats uden ansøgningsdato tæller ikke i dagene til afgørelse. Begynder indsatsen
--              før afgørelsen, er dagene negative. Planlagte indsatser er ikke med, så ventetiden på
--              indsatser efter de nyeste afgørelser er vist for kort.
-- source:      services, citizens
-- columns:     services.decided_on
-- owner:       Myndighed
-- parameters:  from, to, services
-- needs:       filtered

with decided as (
    select
        filtered.by_value,
        days_between(service_facts.applied_on, service_facts.decided_on) as days_to_decision,
        days_between(service_facts.decided_on, service_facts.start_date) as days_to_start
    from filtered
    cross join version
    inner join service_facts
        on filtered.service_number = service_facts.service_number
    where
        service_facts.decided_on between cast(:from as date) and cast(:to as date)
        and filtered.start_date <= version.as_of
)

select
    nullif(decided.by_value, '') as by_value,
    count(*) as services,
    -- Between two whole days lies at most a tenth of a day.
    round(percentile_cont(0.5) within group (order by decided.days_to_decision), 1) as median_days_to_decision,
    round(percentile_cont(0.9) within group (order by decided.days_to_decision), 1) as p90_days_to_decision,
    round(percentile_cont(0.5) within group (order by decided.days_to_start), 1) as median_days_to_start
from decided
group by decided.by_value
order by decided.by_value nulls last

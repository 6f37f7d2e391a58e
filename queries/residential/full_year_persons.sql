-- title:       Helårspersoner
-- question:    Hvor mange hele år med hjælp svarer det til?
-- unit:        helårspersoner
-- good:        neutral
-- counts:      people
-- numerator:   Dage, hvor borgeren har mindst én indsats. Hver dag tælles én gang.
-- denominator: Alle årets dage, også i det år, der ikke er slut.
-- why:         En borger, der flyttede ind i november, koster ikke som en, der boede der hele året.
--              Helårspersoner kan lægges sammen og ganges med en pris.
-- ask:         Følger helårspersonerne budgettets forudsætning?
-- caveat:      Det indeværende år er opgjort til og med opgørelsesdagen og er derfor lavere end et helt
--              år.
-- source:      services, citizens
-- owner:       Økonomi
-- parameters:  from_year, to_year, services
-- fixed:       basis=to_date
-- needs:       citizen_years

select
    citizen_years.year,
    nullif(citizen_years.by_value, '') as by_value,
    count(*) as citizens,
    cast(sum(citizen_years.service_days) as bigint) as service_days,
    round(cast(sum(citizen_years.service_days) as double) / nullif(citizen_years.days, 0), 6)
        as full_year_persons
from citizen_years
group by
    citizen_years.year,
    citizen_years.by_value,
    citizen_years.days
order by
    citizen_years.year nulls last,
    citizen_years.by_value nulls last

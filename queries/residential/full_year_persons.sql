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
-- needs:       days_by_year

select
    days_by_year.year,
    nullif(days_by_year.by_value, '') as by_value,
    days_by_year.citizens,
    cast(days_by_year.service_days as bigint) as service_days,
    round(cast(days_by_year.service_days as double) / nullif(days_by_year.days, 0), 6) as full_year_persons
from days_by_year
order by
    days_by_year.year nulls last,
    days_by_year.by_value nulls last

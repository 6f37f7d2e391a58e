-- needs: citizen_years, years_along_cut
-- Citizens and their service days in each year, each day counted once.
select
    citizen_years.year,
    citizen_years.days,
    citizen_years.by_value,
    count(*) as citizens,
    sum(citizen_years.service_days) as service_days
from citizen_years
group by
    citizen_years.year,
    citizen_years.days,
    citizen_years.by_value
union all
select
    years_along_cut.year,
    years_along_cut.days,
    years_along_cut.by_value,
    years_along_cut.citizens,
    years_along_cut.service_days
from years_along_cut

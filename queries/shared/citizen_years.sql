-- needs: spells, year_windows
-- Each citizen's distinct service days in each year.
select
    year_windows.year,
    year_windows.days,
    spells.by_value,
    spells.citizen_number,
    sum(
        days_between(
            greatest(spells.first_day, year_windows.first_day),
            least(spells.last_day, year_windows.last_day)
        ) + 1
    ) as service_days
from spells
inner join year_windows
    on spells.first_day <= year_windows.last_day
    and spells.last_day >= year_windows.first_day
where cast(:cut as varchar(20)) is null
group by
    year_windows.year,
    year_windows.days,
    spells.by_value,
    spells.citizen_number
union all
select
    year_windows.year,
    year_windows.days,
    case when :by = 'none' then '' else citizen_year_cuts.cut_value end as by_value,
    citizen_year_cuts.citizen_number,
    citizen_year_cuts.service_days
from citizen_year_cuts
inner join year_windows
    on citizen_year_cuts.year = year_windows.year
    and citizen_year_cuts.basis = year_windows.basis
where
    citizen_year_cuts.cut = cast(:cut as varchar(20))
    and (cast(:area as varchar(4000)) is null
        or position(',' || citizen_year_cuts.area || ',' in ',' || cast(:area as varchar(4000)) || ',') > 0)
    and (cast(:group as varchar(4000)) is null
        or position(',' || citizen_year_cuts.section_group || ','
            in ',' || cast(:group as varchar(4000)) || ',') > 0)
    and (cast(:section as varchar(4000)) is null
        or position(',' || citizen_year_cuts.cut_value || ','
            in ',' || cast(:section as varchar(4000)) || ',') > 0)

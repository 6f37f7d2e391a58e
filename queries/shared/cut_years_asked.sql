-- What lies along the prepared cut within the filters; nothing where there is no such cut.
select
    cut_years.year,
    cut_years.basis,
    cut_years.cut_value,
    cut_years.citizens,
    cut_years.service_days,
    cut_years.base_cost,
    cut_years.supplement_cost,
    cut_years.citizens_with_supplement,
    cut_years.services_without_rate
from cut_years
where
    cut_years.cut = cast(:cut as varchar(20))
    and (cast(:area as varchar(4000)) is null
        or position(',' || cut_years.area || ',' in ',' || cast(:area as varchar(4000)) || ',') > 0)
    and (cast(:group as varchar(4000)) is null
        or position(',' || cut_years.section_group || ','
            in ',' || cast(:group as varchar(4000)) || ',') > 0)
    and (cast(:section as varchar(4000)) is null
        or position(',' || cut_years.cut_value || ',' in ',' || cast(:section as varchar(4000)) || ',') > 0)

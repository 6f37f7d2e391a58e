-- needs: costed
-- Each citizen's cost in each year, kr.; nothing where a prepared cut has it.
select
    costed.year,
    costed.by_value,
    costed.citizen_number,
    sum(costed.base_cost) as base_cost,
    sum(costed.supplement_cost) as supplement_cost,
    sum(costed.base_cost + costed.supplement_cost) as total_cost,
    count(*) filter (where not costed.has_base_rate) as services_without_rate
from costed
group by
    costed.year,
    costed.by_value,
    costed.citizen_number

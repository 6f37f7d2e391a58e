-- needs: charges
-- Each citizen's cost in each year, kr.
select
    charges.year,
    charges.by_value,
    charges.citizen_id,
    coalesce(sum(charges.amount) filter (where charges.kind = 'base'), 0) as base_cost,
    coalesce(sum(charges.amount) filter (where charges.kind = 'supplement'), 0) as supplement_cost,
    sum(charges.amount) as total_cost
from charges
group by
    charges.year,
    charges.by_value,
    charges.citizen_id

-- What the figures read of the extract case_assignments; columns keep their canonical names.
select
    delivered.case_id,
    delivered.citizen_id,
    delivered.caseworker_id,
    delivered.area,
    delivered.from_date,
    delivered.to_date,
    delivered.weight,
    delivered.case_type
from extract_case_assignments as delivered

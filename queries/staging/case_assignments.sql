-- What the figures read of the extract case_assignments; columns keep their canonical names.
select
    extract.case_id,
    extract.citizen_id,
    extract.caseworker_id,
    extract.area,
    extract.from_date,
    extract.to_date,
    extract.weight,
    extract.case_type
from extract_case_assignments as extract

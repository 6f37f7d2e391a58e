-- What the figures read of the extract citizens; columns keep their canonical names.
select
    extract.citizen_id,
    extract.birth_date,
    extract.sex,
    extract.target_group,
    extract.psychiatric_diagnosis,
    extract.died_on
from extract_citizens as extract

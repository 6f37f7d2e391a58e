-- What the figures read of the extract citizens; columns keep their canonical names.
select
    delivered.citizen_id,
    delivered.birth_date,
    delivered.sex,
    delivered.target_group,
    delivered.psychiatric_diagnosis,
    delivered.died_on
from extract_citizens as delivered

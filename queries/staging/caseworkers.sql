-- What the figures read of the extract caseworkers; columns keep their canonical names.
select
    delivered.caseworker_id,
    delivered.name,
    delivered.team,
    delivered.from_date,
    delivered.to_date,
    delivered.fte
from extract_caseworkers as delivered

-- What the figures read of the extract caseworkers; columns keep their canonical names.
select
    extract.caseworker_id,
    extract.name,
    extract.team,
    extract.from_date,
    extract.to_date,
    extract.fte
from extract_caseworkers as extract

-- What the figures read of the extract capacity; columns keep their canonical names.
select
    extract.provider_id,
    extract.from_date,
    extract.to_date,
    extract.places
from extract_capacity as extract

-- What the figures read of the extract capacity; columns keep their canonical names.
select
    delivered.provider_id,
    delivered.from_date,
    delivered.to_date,
    delivered.places
from extract_capacity as delivered

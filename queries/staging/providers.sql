-- What the figures read of the extract providers; columns keep their canonical names.
select
    delivered.provider_id,
    delivered.name,
    delivered.owner,
    delivered.municipality,
    delivered.provider_type
from extract_providers as delivered

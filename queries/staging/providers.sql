-- What the figures read of the extract providers; columns keep their canonical names.
select
    extract.provider_id,
    extract.name,
    extract.owner,
    extract.municipality,
    extract.provider_type
from extract_providers as extract

-- What the figures read of the extract rates; columns keep their canonical names.
select
    extract.service_id,
    extract.from_date,
    extract.to_date,
    extract.amount,
    extract.unit,
    extract.kind
from extract_rates as extract

-- What the figures read of the extract rates; columns keep their canonical names.
select
    delivered.service_id,
    delivered.from_date,
    delivered.to_date,
    delivered.amount,
    delivered.unit,
    delivered.kind
from extract_rates as delivered

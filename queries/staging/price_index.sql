-- What the figures read of the extract price_index; columns keep their canonical names.
-- One row a year at most; index is above zero, its base any.
select
    delivered.year,
    delivered.index
from extract_price_index as delivered

-- What the figures read of the extract benchmarks; columns keep their canonical names.
-- figure is a key figure's id, a dot and which of its values is meant, as data/contracts/benchmarks.toml tells:
-- `cost.unit_cost`. A value that was published again stands twice: the row with the latest published_on holds.
select
    delivered.municipality,
    delivered.year,
    delivered.figure,
    delivered.value,
    delivered.source,
    delivered.published_on
from extract_benchmarks as delivered

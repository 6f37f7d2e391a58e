-- What the figures read of the extract population; columns keep their canonical names.
select
    delivered.municipality,
    delivered.year,
    delivered.age,
    delivered.persons
from extract_population as delivered

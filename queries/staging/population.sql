-- What the figures read of the extract population; columns keep their canonical names.
select
    extract.municipality,
    extract.year,
    extract.age,
    extract.persons
from extract_population as extract

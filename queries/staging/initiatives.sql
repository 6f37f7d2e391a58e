-- What the figures read of the extract initiatives; columns keep their canonical names.
-- One row per initiative and year; year may be null. figure is the id of the key figure that it should move.
select
    delivered.initiative_id,
    delivered.title,
    delivered.theme,
    delivered.committee,
    delivered.owner,
    delivered.purpose,
    delivered.figure,
    delivered.status,
    delivered.starts_on,
    delivered.ends_on,
    delivered.year,
    delivered.investment,
    delivered.expected_gain,
    delivered.realised_gain,
    delivered.difficulty
from extract_initiatives as delivered

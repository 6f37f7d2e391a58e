-- 0, 1, 2 …: the places of a list of limits; a list holds at most twenty.
select listed.position_number
from (
    values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10),
        (11), (12), (13), (14), (15), (16), (17), (18), (19), (20)
) as listed (position_number)

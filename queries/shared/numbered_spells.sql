-- needs: spell_starts
-- The services, each with the number of its spell within citizen and by_value.
select
    spell_starts.citizen_number,
    spell_starts.by_value,
    spell_starts.start_date,
    spell_starts.last_day,
    sum(spell_starts.is_new_spell) over (
        partition by spell_starts.citizen_number, spell_starts.by_value
        order by spell_starts.start_date nulls last, spell_starts.service_number nulls last
        rows between unbounded preceding and current row
    ) as spell_number
from spell_starts

-- needs: numbered_spells
-- Spells (forløb): the longest runs of days with at least one active service, per citizen and by_value.
select
    numbered_spells.citizen_number,
    numbered_spells.by_value,
    min(numbered_spells.start_date) as first_day,
    max(numbered_spells.last_day) as last_day
from numbered_spells
group by
    numbered_spells.citizen_number,
    numbered_spells.by_value,
    numbered_spells.spell_number

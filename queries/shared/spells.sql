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
union all
select
    spell_cuts.citizen_number,
    case when :by = 'none' then '' else spell_cuts.cut_value end as by_value,
    spell_cuts.first_day,
    spell_cuts.last_day
from spell_cuts
where
    spell_cuts.basis = 'to_date'
    and spell_cuts.cut = cast(:cut as varchar(20))
    -- Undivided, one value is asked for: an equality leaves the rest of the table unread.
    and (:by <> 'none' or spell_cuts.cut_value = coalesce(
        cast(:section as varchar(4000)), cast(:group as varchar(4000)), cast(:area as varchar(4000)), ''
    ))
    and (:by = 'none' or cast(:area as varchar(4000)) is null
        or position(',' || spell_cuts.area || ',' in ',' || cast(:area as varchar(4000)) || ',') > 0)
    and (:by = 'none' or cast(:group as varchar(4000)) is null
        or position(',' || spell_cuts.section_group || ','
            in ',' || cast(:group as varchar(4000)) || ',') > 0)
    and (:by = 'none' or cast(:section as varchar(4000)) is null
        or position(',' || spell_cuts.cut_value || ','
            in ',' || cast(:section as varchar(4000)) || ',') > 0)

-- What the figures read of the extract services; columns keep their canonical names.
select
    extract.service_id,
    extract.citizen_id,
    extract.law,
    extract.section,
    extract.provider_id,
    extract.start_date,
    extract.end_date,
    extract.acting_municipality,
    extract.paying_municipality,
    extract.applied_on,
    extract.decided_on,
    extract.end_reason,
    extract.hours_per_week,
    extract.support_level
from extract_services as extract

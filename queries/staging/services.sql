-- What the figures read of the extract services; columns keep their canonical names.
select
    delivered.service_id,
    delivered.citizen_id,
    delivered.law,
    delivered.section,
    delivered.provider_id,
    delivered.start_date,
    delivered.end_date,
    delivered.acting_municipality,
    delivered.paying_municipality,
    delivered.applied_on,
    delivered.decided_on,
    delivered.end_reason,
    delivered.hours_per_week,
    delivered.support_level
from extract_services as delivered

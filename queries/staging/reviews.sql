-- What the figures read of the extract reviews; columns keep their canonical names.
-- kind is reassessment or rate_negotiation; the day rates are kr., a saving has after below before.
select
    delivered.service_id,
    delivered.reviewed_on,
    delivered.kind,
    delivered.daily_rate_before,
    delivered.daily_rate_after
from extract_reviews as delivered

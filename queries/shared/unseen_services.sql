-- needs: filtered, annual_costs
-- The running services within the filters that were neither begun nor reviewed in the last :months.
select
    seen.service_number,
    seen.section,
    seen.owner,
    seen.provider,
    seen.last_seen,
    coalesce(annual_costs.annual_cost, 0) as annual_cost
from (
    select
        filtered.service_number,
        filtered.by_value as section,
        filtered.owner,
        filtered.provider,
        version.as_of,
        greatest(filtered.start_date, coalesce(last_reviews.reviewed_on, filtered.start_date)) as last_seen
    from filtered
    cross join version
    inner join service_facts
        on filtered.service_number = service_facts.service_number
    left join (
        select
            reviews.service_id,
            max(reviews.reviewed_on) as reviewed_on
        from reviews
        cross join version
        where reviews.reviewed_on <= version.as_of
        group by reviews.service_id
    ) as last_reviews
        on service_facts.service_id = last_reviews.service_id
    where
        filtered.start_date <= version.as_of
        and filtered.last_day >= version.as_of
) as seen
left join annual_costs
    on seen.service_number = annual_costs.service_number
where
    12 * (extract(year from seen.as_of) - extract(year from seen.last_seen))
        + extract(month from seen.as_of) - extract(month from seen.last_seen)
        -- The last month has passed on the same day of the month, or on its last day where it has no such.
        - case
            when extract(day from seen.last_seen) > extract(day from seen.as_of)
                and extract(day from cast(seen.as_of + interval '1' day as date)) > 1
                then 1
            else 0
        end
        >= cast(:months as integer)

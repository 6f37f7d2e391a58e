-- needs: capacity_spans, filtered
-- How many places each of our own providers has, day by day. Days that no row covers are not there.
select
    covered.provider,
    covered.owner,
    covered.first_day,
    covered.last_day,
    covered.places
from (
    select
        providers.provider_id as provider,
        providers.owner,
        capacity_spans.first_day,
        capacity_spans.last_day,
        capacity.places,
        -- Where rows overlap, the one that begins last tells the number: the earlier was not closed.
        row_number() over (
            partition by capacity_spans.provider_id, capacity_spans.first_day
            order by capacity.from_date desc nulls last
        ) as place
    from capacity_spans
    inner join capacity
        on capacity_spans.provider_id = capacity.provider_id
        and capacity.from_date <= capacity_spans.first_day
        and (capacity.to_date is null or capacity.to_date >= capacity_spans.first_day)
    inner join providers
        on capacity_spans.provider_id = providers.provider_id
    where
        providers.owner = 'own'
        and (cast(:provider as varchar(4000)) is null
            or position(',' || providers.provider_id || ','
                in ',' || cast(:provider as varchar(4000)) || ',') > 0)
        and (cast(:provider_type as varchar(4000)) is null
            or position(',' || coalesce(providers.provider_type, 'uoplyst') || ','
                in ',' || cast(:provider_type as varchar(4000)) || ',') > 0)
) as covered
-- A children's home has no part in residential care: it is left out there, not shown as empty.
left join (select distinct filtered.provider from filtered) as serving
    on covered.provider = serving.provider
where
    covered.place = 1
    and (serving.provider is not null
        or (cast(:area as varchar(4000)) is null
            and cast(:group as varchar(4000)) is null
            and cast(:section as varchar(4000)) is null))

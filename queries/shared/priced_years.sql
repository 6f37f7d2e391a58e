-- needs: year_windows
-- The years asked for, each with what its kroner are multiplied by: 1, or to the price level of the last year asked for.
select
    year_windows.year,
    year_windows.basis,
    case
        when :prices = 'fixed'
            then cast(last_index.index as double) / nullif(cast(price_index.index as double), 0)
        else 1
    end as price_factor
from year_windows
left join price_index
    on year_windows.year = price_index.year
left join price_index as last_index
    on last_index.year = cast(:to_year as integer)

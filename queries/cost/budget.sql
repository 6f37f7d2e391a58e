-- title:       Budgetopfølgning
-- question:    Holder vi budgettet på hver konto?
-- unit:        kr.
-- good:        lower
-- counts:      accounts
-- numerator:   For hver konto: det oprindelige og det korrigerede budget for hele året, forbruget til og med
--              måneden, og hvad året forventes at ende på. Afvigelsen er det forventede minus det korrigerede
--              budget; et merforbrug er positivt.
-- denominator: Forbrugsandelen er forbruget delt med årets korrigerede budget.
-- why:         Et merforbrug, der ses i april, kan der handles på. Ses det i december, kan det kun forklares.
-- ask:         Skyldes afvigelsen flere borgere, dyrere pladser eller penge, der bare falder på andre tider?
-- caveat:      Et budget kan stå som ét beløb for året eller pr. måned; det lægges sammen, så det må ikke
--              leveres på begge måder. Det forventede er summen af årets forventede beløb måned for måned,
--              også de måneder, der er gået; mangler de, er det for lavt. Er budgettet ikke korrigeret, er
--              det oprindelige det korrigerede. Har en konto intet budget, men andre har, er dens budget 0
--              kr. Det forventede er tomt, hvor det ikke er leveret, og så er afvigelsen det også. Forbruget
--              falder ikke jævnt over året: i juni er halvdelen ikke altid rigtigt.
-- source:      ledger
-- owner:       Økonomi
-- parameters:  year, month

with year_amounts as (
    select
        ledger.account,
        ledger.kind,
        ledger.amount,
        -- A budget for the whole year has no month.
        extract(month from ledger.month_start) as month_number
    from ledger
    where ledger.year = cast(:year as integer)
),

year_budgets as (
    select count(*) filter (where year_amounts.kind in ('original_budget', 'revised_budget')) > 0 as is_delivered
    from year_amounts
),

accounts as (
    select
        year_amounts.account,
        sum(year_amounts.amount) filter (where year_amounts.kind = 'original_budget') as original_budget,
        sum(year_amounts.amount) filter (where year_amounts.kind = 'revised_budget') as revised_budget,
        sum(year_amounts.amount) filter (
            where year_amounts.kind = 'actual' and year_amounts.month_number <= cast(:month as integer)
        ) as actual,
        sum(year_amounts.amount) filter (where year_amounts.kind = 'forecast') as forecast
    from year_amounts
    group by year_amounts.account
),

followed as (
    select
        accounts.account,
        -- In a year that has a budget an account left out of it has nothing to spend; else nothing is known.
        coalesce(accounts.original_budget, case when year_budgets.is_delivered then 0 end) as original_budget,
        coalesce(
            accounts.revised_budget, accounts.original_budget, case when year_budgets.is_delivered then 0 end
        ) as revised_budget,
        coalesce(accounts.actual, 0) as actual,
        accounts.forecast
    from accounts
    cross join year_budgets
)

select
    followed.account,
    round(cast(followed.original_budget as double), 2) as original_budget,
    round(cast(followed.revised_budget as double), 2) as revised_budget,
    round(cast(followed.actual as double), 2) as actual,
    round(cast(followed.forecast as double), 2) as forecast,
    round(cast(followed.forecast - followed.revised_budget as double), 2) as variance,
    round(cast(followed.actual as double) / nullif(cast(followed.revised_budget as double), 0), 6) as share_used
from followed
order by followed.account nulls last

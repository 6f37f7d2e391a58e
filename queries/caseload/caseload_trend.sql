-- title:       Sagstal over tid
-- question:    Stiger antallet af borgere pr. rådgiver?
-- unit:        borgere pr. fuldtidsrådgiver
-- good:        lower
-- counts:      people
-- numerator:   Borgere med mindst én sag hos teamet eller i området på månedens sidste dag.
-- denominator: Årsværk på samme dag.
-- why:         Et højt sagstal i én måned kan være en ubesat stilling. Et, der stiger år for år, er
--              noget andet.
-- ask:         Hvornår begyndte stigningen, og hvad skete der da?
-- caveat:      Den sidste måned er opgjort på opgørelsesdagen, når måneden ikke er slut. Fravær kendes
--              ikke.
-- source:      case_assignments, caseworkers
-- owner:       Myndighed
-- parameters:  from, to, by=team|area

select
    caseload_months.month_end as month,
    caseload_months.by_value,
    caseload_months.cases,
    caseload_months.citizens,
    round(caseload_months.fte, 4) as fte,
    round(caseload_months.citizens / nullif(caseload_months.fte, 0), 4) as citizens_per_fte
from caseload_months
where
    caseload_months.divided_by = :by
    and cast(date_trunc('month', caseload_months.month_end) as date) <= cast(:to as date)
    and caseload_months.month_end >= cast(:from as date)
order by
    caseload_months.month_end nulls last,
    caseload_months.by_value nulls last

-- title:       Datakvalitet
-- question:    Kan vi regne med udtrækkene?
-- unit:        rækker
-- good:        neutral
-- counts:      rows
-- numerator:   Rækker læst, indlæst og afvist i hvert udtræk, som versionen bygger på.
-- why:         En afvist række mangler i alle nøgletal, til den er rettet i fagsystemet.
-- ask:         Er de afviste rækker rettet, før næste udtræk trækkes?
-- caveat:      Et udtræk, der ikke var med i seneste leverance, er videreført og har sin egen dato.
-- source:
-- owner:       Datakonsulent

select
    load_report.extract,
    load_report.source,
    load_report.rows_read,
    load_report.rows_loaded,
    load_report.rows_rejected,
    load_report.warnings,
    load_report.delivered,
    load_report.as_of
from load_report
order by load_report.extract nulls last

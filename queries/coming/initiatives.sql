-- title:       Prøvehandlinger og tiltag
-- question:    Virker vores tiltag, og tjener de sig hjem?
-- unit:        kr.
-- good:        higher
-- counts:      initiatives
-- numerator:   For hvert tiltag og år: investeringen, den gevinst, der var ventet, den, der er nået, og netto:
--              den nåede gevinst minus investeringen. Et tab er negativt.
-- why:         En investering er et løfte om en gevinst. Her står, om løftet holder.
-- ask:         Hvilke tiltag skal have mere tid, og hvilke skal stoppe?
-- caveat:      Tallene er dem, tiltagets ejer har oplyst. Er gevinsten ikke gjort op endnu, er netto tom: en
--              ventet gevinst tæller aldrig som nået. En investering, der ikke er oplyst, regnes som 0 kr. Et
--              tiltag over flere år har en række for hvert år; gevinster gentager sig, investeringer sjældent.
-- source:      initiatives
-- owner:       Ledelsen af det specialiserede område

select
    initiatives.title as initiative,
    initiatives.theme,
    initiatives.committee,
    initiatives.status,
    initiatives.year,
    cast(initiatives.investment as double) as investment,
    cast(initiatives.expected_gain as double) as expected_gain,
    cast(initiatives.realised_gain as double) as realised_gain,
    cast(initiatives.realised_gain - coalesce(initiatives.investment, 0) as double) as net,
    initiatives.figure,
    initiatives.starts_on
from initiatives
order by
    initiatives.theme nulls last,
    initiatives.title nulls last,
    initiatives.initiative_id nulls last,
    initiatives.year nulls last

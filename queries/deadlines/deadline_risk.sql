-- title:       Frister i fare
-- question:    Hvilke frister er overskredet, og hvilke udløber snart?
-- unit:        fristsager
-- good:        lower
-- counts:      people
-- numerator:   Fristsager, der er begyndt, men ikke afsluttet på opgørelsesdagen, og hvis frist er udløbet
--              senest den dag (overskredet) eller udløber i de dage, der følger (udløber snart).
-- why:         En frist, der udløber snart, kan endnu nås.
-- ask:         Hvem tager de overskredne, og hvad skal til, for at de næste bliver nået?
-- caveat:      En frist, der udløber på selve opgørelsesdagen, tæller som overskredet, når sagen ikke er
--              afsluttet den dag. Hvad der er sket efter opgørelsesdagen, er ikke regnet med. Et team uden
--              sager i fare vises ikke.
-- source:      deadlines
-- owner:       Myndighed
-- parameters:  days
-- needs:       open_deadlines

select
    open_deadlines.kind,
    open_deadlines.team,
    count(open_deadlines.days_overdue) as overdue,
    count(*) - count(open_deadlines.days_overdue) as due_within
from open_deadlines
group by
    open_deadlines.kind,
    open_deadlines.team
order by
    open_deadlines.kind nulls last,
    open_deadlines.team nulls last

-- title:       Liste over frister i fare
-- question:    Hvilke frister er overskredet, og hvilke udløber først?
-- unit:        fristsager
-- good:        lower
-- counts:      people
-- numerator:   En linje for hver fristsag bag nøgletallet Frister i fare, den frist, der er udløbet først,
--              øverst: ikke afsluttet på opgørelsesdagen, og fristen er udløbet senest den dag eller udløber
--              i de dage, der følger.
-- why:         Et tal kan man først handle på, når man ved, hvilke sager det er.
-- ask:         Hvem tager de overskredne, og hvilke af de næste kan nås?
-- caveat:      Borgeren står ikke på listen; numrene er fagsystemets egne. Udløber fristen på selve
--              opgørelsesdagen, er den overskredet med nul dage. Hvad der er sket efter opgørelsesdagen, er
--              ikke regnet med.
-- source:      deadlines
-- owner:       Myndighed
-- parameters:  days, team
-- needs:       open_deadlines
-- lists:       deadlines

select
    open_deadlines.case_id,
    open_deadlines.due_on,
    open_deadlines.days_overdue,
    open_deadlines.kind,
    open_deadlines.team,
    open_deadlines.deadline_id
from open_deadlines
where
    cast(:team as varchar(4000)) is null
    or position(',' || open_deadlines.team || ',' in ',' || cast(:team as varchar(4000)) || ',') > 0
order by
    open_deadlines.due_on nulls last,
    open_deadlines.deadline_id nulls last

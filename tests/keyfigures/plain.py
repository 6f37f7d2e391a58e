"""Every key figure computed a second time: plain Python, one day at a time, nothing shared with `cockpit`."""

from collections.abc import Callable, Mapping

from tests.keyfigures.plain_budget import budget, reconciliation
from tests.keyfigures.plain_case_list import caseload_list
from tests.keyfigures.plain_caseload import caseload, caseload_trend
from tests.keyfigures.plain_coming import expiring, expiring_list, turning_18
from tests.keyfigures.plain_comparison import benchmark, initiatives
from tests.keyfigures.plain_cost import cost, cost_intervals
from tests.keyfigures.plain_deadlines import deadline_list, deadline_risk, deadlines_kept
from tests.keyfigures.plain_effects import cost_bridge, state_refund, supplements
from tests.keyfigures.plain_flow import length_of_stay, stock_flow
from tests.keyfigures.plain_pathways import pathways_in, pathways_out, rapid_response
from tests.keyfigures.plain_people import age_intervals, full_year_persons, residential_count
from tests.keyfigures.plain_places import market, occupancy, places
from tests.keyfigures.plain_presence import Answer
from tests.keyfigures.plain_reviews import review_due, review_due_list, reviews
from tests.keyfigures.plain_rows import Delivery
from tests.keyfigures.plain_waiting import waiting_time

FIGURES: dict[str, Callable[[Delivery, Mapping[str, str]], Answer]] = {
    "stock_flow": stock_flow,
    "residential_count": residential_count,
    "age_intervals": age_intervals,
    "full_year_persons": full_year_persons,
    "length_of_stay": length_of_stay,
    "pathways_in": pathways_in,
    "pathways_out": pathways_out,
    "rapid_response": rapid_response,
    "cost": cost,
    "cost_intervals": cost_intervals,
    "places": places,
    "occupancy": occupancy,
    "market": market,
    "supplements": supplements,
    "cost_bridge": cost_bridge,
    "state_refund": state_refund,
    "turning_18": turning_18,
    "expiring": expiring,
    "expiring_list": expiring_list,
    "caseload": caseload,
    "caseload_list": caseload_list,
    "caseload_trend": caseload_trend,
    "deadlines_kept": deadlines_kept,
    "deadline_risk": deadline_risk,
    "deadline_list": deadline_list,
    "waiting_time": waiting_time,
    "reviews": reviews,
    "budget": budget,
    "reconciliation": reconciliation,
    "benchmark": benchmark,
    "initiatives": initiatives,
    "review_due": review_due,
    "review_due_list": review_due_list,
}


def answer(figure: str, delivery: Delivery, given: Mapping[str, str]) -> Answer:
    """The rows of a figure; `given` as the command line takes it: everything text, defaults left out."""
    return FIGURES[figure](delivery, given)

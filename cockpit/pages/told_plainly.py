"""What the server itself refuses or fails at, told in a sentence instead of its own English."""

from flask import Flask, Response
from werkzeug.exceptions import HTTPException

from cockpit.components.states import WENT_WRONG
from cockpit.pages.plain_page import plain_page

TOLD = {
    400: ("Det kan ikke læses", "Cockpittet forstår ikke, hvad det skal. Gå tilbage, og prøv igen."),
    403: ("Det har du ikke adgang til", "Spørg datakonsulenten, hvis du skal bruge det i dit arbejde."),
    404: ("Siden findes ikke", "Adressen fører ikke til noget her. Se efter, om den er skrevet rigtigt."),
    413: ("Det fylder for meget", "Der blev sendt mere, end cockpittet tager imod."),
    429: ("Vent et øjeblik", "Der er spurgt for mange gange på kort tid. Prøv igen om et minut."),
}
OTHER = ("Det kan ikke lade sig gøre", "Gå tilbage, og prøv igen.")
ACCIDENT = ("Noget gik galt", WENT_WRONG)


def tell_plainly(server: Flask) -> None:
    @server.errorhandler(HTTPException)
    def told(problem: HTTPException) -> Response:
        """What the exception carries along, such as when to try again, is kept."""
        status = problem.code or 500
        title, message = TOLD.get(status, ACCIDENT if status >= 500 else OTHER)
        answer = plain_page(title, message, status)
        answer.headers.extend([one for one in problem.get_headers() if one[0] != "Content-Type"])
        return answer

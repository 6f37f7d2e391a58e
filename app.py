"""The cockpit as a WSGI application: `gunicorn app:server`, or `cockpit serve`."""

import sys

from cockpit import pages
from cockpit.access import AT_THIS_MACHINE
from cockpit.components.shell import shell
from cockpit.pages.asked_of_callback import refuse_made_up
from cockpit.pages.audited import audit
from cockpit.pages.headers import add_headers
from cockpit.pages.how_often import limit
from cockpit.pages.index_page import INDEX, Cockpit
from cockpit.pages.kept_answers import LONGEST_QUESTION, keep_answers
from cockpit.pages.kept_assets import keep_assets
from cockpit.pages.log_ind import add_sign_in
from cockpit.pages.one_version import hold_one_version
from cockpit.pages.same_site import refuse_other_sites
from cockpit.pages.start import check_start
from cockpit.pages.told_plainly import tell_plainly
from cockpit.pages.vis_som import add_role_switch
from cockpit.pages.who_asks import client_of, know_who_asks
from cockpit.settings import PROJECT, read_settings
from cockpit.wording import PlainError

A_YEAR = 31_536_000
# Of any other status gunicorn starts the process again, for ever.
CANNOT_BE_LOADED = 4

try:
    check_start()
except PlainError as problem:
    print(problem, file=sys.stderr)
    sys.exit(CANNOT_BE_LOADED)

app = Cockpit(
    __name__,
    title="Styringscockpit",
    update_title="",
    assets_folder=str(PROJECT / "assets"),
    # Fetched when they are needed, not with every page.
    assets_path_ignore=["early", "later", "vendor"],
    serve_locally=True,
    compress=True,
    suppress_callback_exceptions=True,
    index_string=INDEX,
)
app.layout = shell
server = app.server
server.config["SEND_FILE_MAX_AGE_DEFAULT"] = A_YEAR
server.config["MAX_CONTENT_LENGTH"] = LONGEST_QUESTION
add_headers(server, app.csp_hashes())
tell_plainly(server)
refuse_other_sites(server)
refuse_made_up(server, app.callback_map)
pages.add_routes(server)
settings = read_settings()
if settings.signs_in:
    add_sign_in(server, settings)
if settings.knows_people:
    limit(server, settings)
else:
    add_role_switch(server)
keep_answers(server)
audit(server, pages.named(), app.callback_map)
hold_one_version(server)
know_who_asks(server, settings)
keep_assets(server)
# Dash ends its set-up with the first request; a second one beside it would find half of it.
client_of(server, AT_THIS_MACHINE).get("/_dash-dependencies")

"""A page of another site cannot make the reader's browser ask our server to change anything."""

import pytest
from flask import Flask

from cockpit.pages.same_site import refuse_other_sites


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "https://cockpit.kommune.dk"}, 200),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "http://localhost"}, 200),
        ({"Origin": "http://localhost:8051"}, 403),
        ({"Origin": "http://ondsindet.dk"}, 403),
        ({"Origin": "null"}, 403),
    ],
)
def test_who_may_post(headers: dict[str, str], status: int) -> None:
    server = Flask("site")
    refuse_other_sites(server)

    @server.route("/", methods=["GET", "POST"])
    def done() -> str:
        return "gjort"

    client = server.test_client()
    assert client.post("/", headers=headers).status_code == status
    assert client.get("/", headers=headers).status_code == 200

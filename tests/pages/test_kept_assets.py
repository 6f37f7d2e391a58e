"""A kept file is the file, in the form that was asked for."""

from flask import Flask, request

from cockpit.pages.kept_assets import MOST_KEPT, keep_assets


def counting() -> Flask:
    server = Flask("counting", static_folder=None)
    count = iter(range(1000))

    @server.route("/<path:path>")
    def answer(path: str) -> tuple[str, int]:
        status = 404 if "missing" in path else 200
        return f"{next(count)} {request.headers.get('Accept-Encoding', '')}", status

    keep_assets(server)
    return server


def test_a_file_is_sent_as_it_was_the_first_time() -> None:
    client = counting().test_client()
    first = client.get("/assets/a.js")
    again = client.get("/assets/a.js")
    assert (again.data, again.headers) == (first.data, first.headers)


def test_other_files_and_other_forms_are_others() -> None:
    client = counting().test_client()
    asked: list[tuple[str, dict[str, str]]] = [
        ("/assets/a.js", {}),
        ("/assets/a.js?m=2", {}),
        ("/_dash-component-suites/a.js", {}),
        ("/assets/a.js", {"Accept-Encoding": "br"}),
        ("/assets/a.js", {"Range": "bytes=0-1"}),
        ("/assets/a.js", {"If-None-Match": "x"}),
    ]
    answers = [client.get(path, headers=headers).data for path, headers in asked]
    assert len(set(answers)) == len(asked)


def test_what_is_no_file_is_not_kept() -> None:
    client = counting().test_client()
    for path in ("/x", "/_dash-layout", "/hent/cost.csv", "/assets/missing.js"):
        assert client.get(path).data != client.get(path).data


def test_made_up_addresses_do_not_fill_the_memory() -> None:
    client = counting().test_client()
    for number in range(MOST_KEPT):
        client.get(f"/assets/a.js?x={number}")
    assert client.get("/assets/b.js").data != client.get("/assets/b.js").data

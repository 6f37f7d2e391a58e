"""Finished pieces of a page say the same as the components they are made of."""

import dash_mantine_components as dmc
from dash import dcc, html

from cockpit.components.markup import also
from cockpit.components.ready import Ready, ready


def test_what_only_shows_becomes_one_component() -> None:
    list_of_links = html.Ul(
        [html.Li(html.A("§ 107 & <b>", href='/?a="1"', className="option", **also(data_goes="")))],
        className="menu-list",
    )
    done = ready(list_of_links)
    assert isinstance(done, Ready)
    assert (done.tag, done.attributes) == ("ul", {"className": "menu-list"})
    for part in (
        'href="/?a=&quot;1&quot;"',
        'class="option"',
        'data-goes=""',
        ">§ 107 &amp; &lt;b&gt;</a></li>",
    ):
        assert part in done.inside


def test_attributes_are_written_as_react_writes_them() -> None:
    box = html.Div(
        [
            html.Div(style={"width": "60%", "height": 32, "marginTop": 0, "lineHeight": 2}),
            html.Div(hidden=True, tabIndex=-1, **also(aria_hidden="true")),
            html.Img(src="data:,", alt=""),
            html.Td(5, hidden=False),
        ]
    )
    inside = ready(box).inside
    assert 'style="width:60%;height:32px;margin-top:0;line-height:2"' in inside
    assert all(part in inside for part in ('hidden=""', 'tabindex="-1"', 'aria-hidden="true"', 'alt=""'))
    assert "<td>5</td>" in inside
    assert "</img>" not in inside


def test_what_callbacks_listen_to_stays() -> None:
    graph, button, field = dcc.Graph(), html.Button("Vis", id="show"), dmc.Select(id="from")
    for kept in (graph, button, field):
        around = html.Div([html.P(html.B("ved siden af")), html.Div(kept)], id="around")
        done = ready(around)
        assert done.id == "around"
        assert isinstance(done.children[0], Ready)
        assert done.children[1].children is kept
        assert not isinstance(around.children[0], Ready), "what was given is left as it was"


def test_a_button_that_only_opens_something_is_finished() -> None:
    assert isinstance(ready(html.Div(html.Button("Vis som tabel"))), Ready)

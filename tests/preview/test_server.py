import socket

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from reportgen.errors import UsageError
from reportgen.preview.hub import Hub
from reportgen.preview.server import free_socket, make_app

PORT = 8000
HERE = f"http://127.0.0.1:{PORT}"


@pytest.fixture
def client(desk):
    """Asks without the work in the background: the tests save and step themselves."""
    return TestClient(make_app(Hub(desk.session, desk.first), PORT), base_url=HERE)


def test_the_page_is_served_and_brings_nothing_from_elsewhere(client):
    answer = client.get("/")
    assert answer.status_code == 200 and 'data-place="20-outlook.md:7"' in answer.text
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert "url(/fonts/NotoSerifSC-Regular.ttf)" in answer.text
    assert client.get("/fonts/NotoSerifSC-Regular.ttf").content[:4] == b"\0\1\0\0"


@pytest.mark.parametrize("host", [f"localhost:{PORT}", f"127.0.0.1:{PORT}"])
def test_both_names_of_this_computer_are_admitted(client, host):
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"host": "evil.example"},
        {"host": f"evil.example:{PORT}"},
        {"host": "127.0.0.1"},
        {"host": f"127.0.0.1:{PORT + 1}"},
        {"host": f"127.0.0.1:{PORT}.evil.example"},
        {"host": ""},
        {"origin": "http://evil.example"},
        {"origin": f"https://127.0.0.1:{PORT}"},
        {"origin": "null"},
    ],
)
def test_foreign_hosts_and_origins_are_refused(client, headers):
    for path in ("/", "/facts?q=增加值", "/fonts/NotoSerifSC-Regular.ttf"):
        answer = client.get(path, headers=headers)
        assert answer.status_code == 403 and answer.text == "预览只供本机使用"


@pytest.mark.parametrize(
    "path",
    [
        "/content/names.csv",
        "/build/2022/report.html",
        "/fonts/OFL.txt",
        "/fonts/..%2f..%2fcontent%2fnames.csv",
        "/fonts/%2e%2e/%2e%2e/content/names.csv",
        "/fonts//etc/passwd",
        "/fonts/%2fetc%2fpasswd",
        "/..%2f..%2f..%2fetc%2fpasswd",
    ],
)
def test_other_paths_are_refused(client, path):
    answer = client.get(path)
    assert answer.status_code == 404 and answer.text == "预览中没有这一页"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_sent(client, method):
    assert client.request(method, "/").status_code == 404


@pytest.mark.parametrize("headers", [{"origin": "http://evil.example"}, {"host": "evil.example"}])
def test_a_foreign_page_cannot_open_the_socket(client, headers):
    with (
        pytest.raises(WebSocketDisconnect),
        client.websocket_connect(f"ws://127.0.0.1:{PORT}/changes", headers=headers),
    ):
        pass


def test_the_socket_tells_the_state_and_an_old_page_to_load_again(client):
    with client.websocket_connect(f"ws://127.0.0.1:{PORT}/changes", headers={"origin": HERE}) as browser:
        browser.send_json({"version": 1})
        assert browser.receive_json() == {
            "version": 1,
            "changes": {},
            "faults": [],
            "more": False,
            "held": False,
        }
        browser.send_json({"view": ["c2", "figure-1", "nothing"]})
    with client.websocket_connect(f"ws://127.0.0.1:{PORT}/changes") as browser:
        browser.send_json({"version": 0})
        assert browser.receive_json()["changes"] == {"reload": True}


@pytest.mark.parametrize("message", ["no json", "[]", '{"version": 1}x', "{}"])
def test_a_message_of_another_shape_ends_the_conversation(client, message):
    with client.websocket_connect(f"ws://127.0.0.1:{PORT}/changes") as browser:
        browser.send_text(message)
        with pytest.raises(WebSocketDisconnect):
            browser.receive_json()


def test_the_search_finds_what_the_command_finds(client):
    found = client.get("/facts", params={"q": "制造业 增加值 2021"}).json()
    first = found["facts"][0]
    assert found["count"] >= 1 and first["address"] == "增加值.制造业[2021]"
    assert first["paste"].startswith('{{ 数["增加值.制造业[本年]"] | 亿元')
    assert client.get("/facts", params={"q": "  "}).json()["facts"] == []


def test_a_number_is_told_by_its_address(client):
    told = client.get("/facts", params={"address": "增加值.全国[2021]"}).json()
    assert [fact["address"] for fact in told["facts"]] == ["增加值.全国[2021]"]
    assert client.get("/facts", params={"address": "增加值.火星[2021]"}).json()["facts"] == []


def test_a_taken_port_is_passed_over_and_the_loopback_alone_is_used():
    with free_socket(8300) as first:
        taken = first.getsockname()[1]
        with free_socket(taken) as second:
            assert second.getsockname() == ("127.0.0.1", second.getsockname()[1])
            assert second.getsockname()[1] > taken


def test_no_free_port_is_said_in_plain_words(monkeypatch):
    def taken(self, address):
        raise OSError

    monkeypatch.setattr(socket.socket, "bind", taken, raising=False)
    with pytest.raises(UsageError, match="端口 9000 至 9019 都不能用"):
        free_socket(9000)

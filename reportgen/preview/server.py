"""The preview as a web server for this computer alone."""

from __future__ import annotations

import asyncio
import contextlib
import html
import json
import socket
from collections.abc import AsyncIterator, Callable

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from reportgen.errors import UsageError
from reportgen.preview.guard import Guard
from reportgen.preview.hub import Hub
from reportgen.preview.paper import bare_page, font_files
from reportgen.preview.search import found, named

ADDRESS = "127.0.0.1"
_TRIED = 20  # ports, one after the other
_LONGEST = 200  # characters of a query
_NOT_UNDERSTOOD = 1003  # the code with which a socket is closed


def free_socket(port: int) -> socket.socket:
    """A listening socket of the loopback at the first free port from this one on.

    It listens at once: a port that is only bound can be bound by a second preview started at the same time.

    Raises:
        UsageError: none of the next ports is free.
    """
    for number in range(port, min(port + _TRIED, 65536)):
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((ADDRESS, number))
            listener.listen()
        except OSError:
            listener.close()
        else:
            return listener
    raise UsageError(
        f"端口 {port} 至 {port + _TRIED - 1} 都不能用", remedy="用 --port 换一个，如 --port 9000"
    )


def serve(hub: Hub, listener: socket.socket, editor: str, ready: Callable[[str], None]) -> None:
    """Answer browsers until Ctrl-C.

    Args:
        hub: what they are shown.
        listener: where they ask.
        editor: how a link opens a line in an editor, with ``{file}`` and ``{line}``; may be empty.
        ready: told the address of the page once Ctrl-C ends the server as it should.
    """
    import uvicorn

    port = listener.getsockname()[1]
    app = make_app(hub, port, editor, lambda: ready(f"http://{ADDRESS}:{port}/"))
    settings = uvicorn.Config(
        app, log_level="warning", access_log=False, ws="websockets-sansio", timeout_graceful_shutdown=1,
        server_header=False,
    )  # fmt: skip
    uvicorn.Server(settings).run(sockets=[listener])


def make_app(hub: Hub, port: int, editor: str = "", started: Callable[[], None] = lambda: None) -> Guard:
    """The page, its fonts, the search and the socket; every other path is refused."""
    fonts = font_files(hub.session.project.templates)

    async def page(request: Request) -> Response:
        root = str(hub.session.project.root) if editor else ""
        settings = json.dumps({"version": hub.version, "root": root, "editor": editor})
        told = f'<meta name="preview" content="{html.escape(settings)}">\n<link rel="icon" href="data:,">\n</head>'
        text = await asyncio.to_thread(hub.page)
        return HTMLResponse((text or bare_page(hub.session.project.templates)).replace("</head>", told, 1))

    async def font(request: Request) -> Response:
        path = fonts.get(request.path_params["name"])
        return FileResponse(path) if path else await _nothing(request, None)

    async def facts(request: Request) -> Response:
        prepared = hub.session.prepared
        asked = {name: value[:_LONGEST] for name, value in request.query_params.items()}
        if "address" in asked:
            return JSONResponse(named(prepared.facts, prepared.calendar, asked["address"]))
        query = asked.get("q", "")
        return JSONResponse(await asyncio.to_thread(found, prepared.facts, prepared.calendar, query))

    async def talk(browser: WebSocket) -> None:
        await _talk(hub, browser)

    routes = [
        Route("/", page),
        Route("/fonts/{name}", font),
        Route("/facts", facts),
        WebSocketRoute("/changes", talk),
    ]
    refusals = {404: _nothing, 405: _nothing}
    application = Starlette(
        routes=routes, exception_handlers=refusals, lifespan=lambda _: _running(hub, started)
    )
    return Guard(application, port)


async def _nothing(request: Request, problem: Exception | None) -> Response:
    return PlainTextResponse("预览中没有这一页", status_code=404)


@contextlib.asynccontextmanager
async def _running(hub: Hub, started: Callable[[], None]) -> AsyncIterator[None]:
    """The work of the hub, for as long as the server answers."""
    work = asyncio.create_task(hub.run())
    started()
    yield
    work.cancel()
    with contextlib.suppress(asyncio.CancelledError, Exception):  # what fails now was cut short by the end
        await work


async def _talk(hub: Hub, browser: WebSocket) -> None:
    """Tell one browser of every change, and hear what it shows."""
    await browser.accept()
    queue = None
    try:
        queue = hub.join((await browser.receive_json())["version"])
        telling = asyncio.create_task(_tell(queue, browser))
        try:
            while True:
                hub.look((await browser.receive_json())["view"])
        finally:
            telling.cancel()
    except WebSocketDisconnect:
        return
    except (ValueError, KeyError, TypeError):
        await browser.close(_NOT_UNDERSTOOD)
    finally:
        if queue is not None:
            hub.leave(queue)


async def _tell(queue: asyncio.Queue, browser: WebSocket) -> None:
    with contextlib.suppress(WebSocketDisconnect):
        while True:
            await browser.send_json(await queue.get())

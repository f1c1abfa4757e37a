"""Lets in only who asks from this computer for this page."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_HOSTS = ("127.0.0.1", "localhost")
_HEADERS = [
    (b"cache-control", b"no-cache"),
    (b"content-security-policy", b"default-src 'self' data:; script-src 'self' 'unsafe-inline'; "
     b"style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
]  # fmt: skip


class Guard:
    """Refuses a foreign name of the host, so that no page of another site can read the preview by a name that
    leads here, and a foreign origin, so that none can open the socket or send requests.

    Args:
        app: who answers the others.
        port: where the preview listens.
    """

    def __init__(self, app: ASGIApp, port: int) -> None:
        self._app = app
        self._hosts = {f"{host}:{port}" for host in _HOSTS}
        self._origins = {f"http://{host}" for host in self._hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request or socket."""
        if scope["type"] == "lifespan":
            return await self._app(scope, receive, send)
        if not self._admitted(Headers(scope=scope)):
            if scope["type"] == "websocket":
                return await send({"type": "websocket.close", "code": 1008})
            refused = PlainTextResponse("预览只供本机使用", status_code=403)
            return await refused(scope, receive, send)

        async def sending(message):
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message.get("headers", []), *_HEADERS]}
            await send(message)

        await self._app(scope, receive, sending)

    def _admitted(self, headers: Headers) -> bool:
        hosts, origins = headers.getlist("host"), headers.getlist("origin")
        return len(hosts) == 1 and hosts[0] in self._hosts and set(origins) <= self._origins

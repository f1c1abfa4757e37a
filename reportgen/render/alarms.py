"""What the typesetter and its libraries complain of while they work becomes an error."""

from __future__ import annotations

import ctypes
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from reportgen.errors import RenderError

LOGGERS = ("weasyprint", "fontTools")
GLIB = "libglib-2.0.so.0"  # the library through which Pango speaks
_SERIOUS = 0b11100  # error, critical and warning, as GLib counts them
_Handler = ctypes.CFUNCTYPE(None, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_void_p)


@contextmanager
def warnings_raise() -> Iterator[None]:
    """Raise RenderError after the work if WeasyPrint, fontTools or Pango warned of anything."""
    messages: list[str] = []
    with _from_loggers(messages), _from_glib(messages):
        yield
    if messages:
        listed = "\n".join(f"  · {message}" for message in dict.fromkeys(messages))
        raise RenderError(f"排版程序有警告：\n{listed}", remedy="按提示改正样式、字体或图后重试")


class _Collector(logging.Handler):
    def __init__(self, messages: list[str]) -> None:
        super().__init__(logging.WARNING)
        self.messages = messages

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _from_loggers(messages: list[str]) -> Iterator[None]:
    loggers = [logging.getLogger(name) for name in LOGGERS]
    before = [logger.handlers for logger in loggers]
    for logger in loggers:
        logger.handlers = [_Collector(messages)]
    try:
        yield
    finally:
        for logger, handlers in zip(loggers, before, strict=True):
            logger.handlers = handlers


@contextmanager
def _from_glib(messages: list[str]) -> Iterator[None]:
    """GLib prints by itself unless another handler is set."""

    def collect(domain: bytes | None, level: int, message: bytes, _: Any) -> None:
        if level & _SERIOUS:
            messages.append(f"{(domain or b'GLib').decode()}: {message.decode(errors='replace')}")

    handler = _Handler(collect)
    replace = ctypes.CDLL(GLIB).g_log_set_default_handler
    replace.argtypes, replace.restype = [ctypes.c_void_p, ctypes.c_void_p], ctypes.c_void_p
    before = replace(ctypes.cast(handler, ctypes.c_void_p), None)
    try:
        yield
    finally:
        replace(before, None)

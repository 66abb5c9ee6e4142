"""libtotalise for Python: a scenario (dict or JSON text) in, its result (dict) out.

    import totalise
    law = totalise.Law()                      # or Law(folder), Law(reform={...})
    result = law.evaluate(scenario, as_of="2026-11-21")

A law is immutable: threads may share it, and calls run at the same time. The shared library is found by its
name, or at the path in TOTALISE_LIBRARY.
"""
# SPDX-License-Identifier: GPL-3.0-or-later
import ctypes
import json
import os


class _Arena(ctypes.Structure):
    _fields_ = [("blocks", ctypes.c_void_p), ("failed", ctypes.c_bool)]


class _Item(ctypes.Structure):
    pass


_Item._fields_ = [("severity", ctypes.c_int), ("code", ctypes.c_char_p), ("file", ctypes.c_char_p),
                  ("place", ctypes.c_char_p), ("text", ctypes.c_char_p), ("next", ctypes.POINTER(_Item))]


class _Diag(ctypes.Structure):
    _fields_ = [("arena", _Arena), ("first", ctypes.POINTER(_Item)), ("last", ctypes.POINTER(_Item)),
                ("errors", ctypes.c_size_t), ("warnings", ctypes.c_size_t)]


class _Text(ctypes.Structure):
    _fields_ = [("bytes", ctypes.c_void_p), ("size", ctypes.c_size_t), ("capacity", ctypes.c_size_t),
                ("failed", ctypes.c_bool)]


class _Date(ctypes.Structure):
    _fields_ = [("year", ctypes.c_int), ("month", ctypes.c_int), ("day", ctypes.c_int)]


class _Reform(ctypes.Structure):
    _fields_ = [("text", ctypes.c_char_p), ("size", ctypes.c_size_t), ("file", ctypes.c_char_p)]


class Fault(ValueError):
    """A scenario, a law folder or a reform is faulty; `faults` is a list of (pointer, message)."""

    def __init__(self, name, faults):
        super().__init__("; ".join(f"{place}: {text}" if place else text for place, text in faults) or name)
        self.faults = faults


def _load():
    library = ctypes.CDLL(os.environ.get("TOTALISE_LIBRARY", "libtotalise.so.0"))
    library.tot_status_name.restype = ctypes.c_char_p
    library.tot_law_digest.restype = ctypes.c_char_p
    library.tot_law_digest.argtypes = [ctypes.c_void_p]
    library.tot_law_free.argtypes = [ctypes.c_void_p]
    library.tot_law_free.restype = None
    library.tot_text_free.argtypes = [ctypes.POINTER(_Text)]
    library.tot_text_free.restype = None
    library.tot_diag_free.argtypes = [ctypes.POINTER(_Diag)]
    library.tot_diag_free.restype = None
    library.tot_law_open.argtypes = [ctypes.POINTER(ctypes.c_void_p), ctypes.c_char_p, ctypes.POINTER(_Diag)]
    library.tot_law_open_reform.argtypes = [ctypes.POINTER(ctypes.c_void_p), ctypes.c_char_p,
                                            ctypes.POINTER(_Reform), ctypes.POINTER(_Diag)]
    library.tot_evaluate_text.argtypes = [ctypes.POINTER(_Text), ctypes.c_char_p, ctypes.c_size_t, _Date,
                                          ctypes.c_void_p, ctypes.POINTER(_Diag)]
    return library


_library = _load()


def _json(value):
    if isinstance(value, bytes):
        return value
    return (value if isinstance(value, str) else json.dumps(value)).encode()


def _check(status, diag):
    """Raise what an error status stands for; the diagnostics are freed in any case."""
    faults, item = [], diag.first
    while item:
        if item.contents.severity == 2:
            faults.append((item.contents.place.decode(), item.contents.text.decode()))
        item = item.contents.next
    _library.tot_diag_free(ctypes.byref(diag))
    if status < 0:
        raise Fault(_library.tot_status_name(status).decode(), faults)


class Law:
    """The built-in law, that of a folder, or either changed by a reform (a dict or JSON text)."""

    def __init__(self, folder=None, reform=None):
        self._law = ctypes.c_void_p()
        diag, path = _Diag(), os.fsencode(folder) if folder else None
        if reform is None:
            status = _library.tot_law_open(ctypes.byref(self._law), path, ctypes.byref(diag))
        else:
            text = _json(reform)
            patch = _Reform(text, len(text), b"reform")
            status = _library.tot_law_open_reform(ctypes.byref(self._law), path, ctypes.byref(patch),
                                                  ctypes.byref(diag))
        _check(status, diag)

    @property
    def digest(self):
        """The fingerprint of the law data."""
        return _library.tot_law_digest(self._law).decode()

    def evaluate(self, scenario, as_of=None):
        """The result of a scenario as a dict; as_of ("2026-11-21") replaces that of the scenario."""
        text, out, diag = _json(scenario), _Text(), _Diag()
        day = _Date(*map(int, as_of.split("-"))) if as_of else _Date()
        status = _library.tot_evaluate_text(ctypes.byref(out), text, len(text), day, self._law,
                                            ctypes.byref(diag))
        try:
            _check(status, diag)
            return json.loads(ctypes.string_at(out.bytes, out.size))
        finally:
            _library.tot_text_free(ctypes.byref(out))

    def __del__(self):
        if self._law:
            _library.tot_law_free(self._law)

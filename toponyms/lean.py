"""What a first answer cannot wait for: dataclasses made in microseconds, patterns compiled when they are first used,
and a collector that is off while much is loaded.

The standard module `dataclasses` imports `inspect`, `ast` and `dis`, which takes longer than a first answer from the
index. Classes made here with `dataclass` and `field` are dataclasses with slots to everybody else:
`dataclasses.fields`, `asdict` and `replace` take them, and load the standard module only then. A `Pattern` is one of
`re`, compiled when it is first used: compiling takes as long as looking up a hundred names.
"""

from __future__ import annotations

import gc
from operator import attrgetter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any

__all__ = ["CollectorOff", "Pattern", "dataclass", "field"]

_MISSING = object()


class _Field:
    """What is said of a field besides its name."""

    def __init__(self, default: Any, factory: Any, compare: bool) -> None:
        self.default, self.factory, self.compare = default, factory, compare


def field(*, default: Any = _MISSING, default_factory: Any = _MISSING, compare: bool = True) -> Any:
    """A field with a default, or one made for each object, or one that is not compared.

    Example:
        >>> @dataclass(slots=True)
        ... class Bag:
        ...     things: list = field(default_factory=list)
        >>> Bag()
        Bag(things=[])
    """
    return _Field(default, default_factory, compare)


def dataclass(*, frozen: bool = False, slots: bool = True, repr: bool = True) -> Callable[[type], type]:  # noqa: A002
    """Make a dataclass of a class.

    Parameters:
        frozen: whether its objects are hashable and cannot be changed.
        slots: always true; written where it is used so that readers and type checkers see it.
        repr: whether it gets a ``repr`` unless it has one.

    Example:
        >>> @dataclass(frozen=True, slots=True)
        ... class Point:
        ...     x: int
        ...     y: int = 0
        >>> Point(1), Point(1) == Point(1, 0), len({Point(1), Point(1)})
        (Point(x=1, y=0), True, 1)
    """
    if not slots:
        raise TypeError("dataclass() of toponyms.lean makes classes with slots: leave slots=True")
    return lambda plain: _make(plain, frozen, repr)


def _make(plain: type, frozen: bool, with_repr: bool) -> type:
    names = tuple(plain.__annotations__)
    body = {name: value for name, value in plain.__dict__.items() if name not in {"__dict__", "__weakref__"}}
    fields = {name: _as_field(body.pop(name, _MISSING)) for name in names}
    compared = [name for name in names if fields[name].compare]
    space: dict[str, Any] = {"_set": object.__setattr__, "_missing": _MISSING}
    for name, about in fields.items():
        space[f"_{name}"] = about.default if about.factory is _MISSING else about.factory
    exec(_source(fields, frozen), space)  # noqa: S102 (as the standard library does)
    body["__init__"] = space["__init__"]
    body["__eq__"], hashed = _comparing(compared)
    body["__hash__"] = hashed if frozen else None
    if with_repr:
        body.setdefault("__repr__", _repr)
    if frozen:
        body |= {"__setattr__": _refuse, "__delattr__": _refuse}
    body |= {"__slots__": names, "__match_args__": names, "__dataclass_fields__": _Fields(fields)}
    body.setdefault("__getstate__", _getstate)
    body.setdefault("__setstate__", _setstate)
    return type(plain)(plain.__name__, plain.__bases__, body)


def _as_field(given: Any) -> _Field:
    return given if isinstance(given, _Field) else _Field(given, _MISSING, True)


def _comparing(names: Sequence[str]) -> tuple[Callable[[Any, object], bool], Callable[[Any], int]]:
    """Equality and hash by some fields."""
    values: Callable[[Any], object] = attrgetter(*names) if names else type

    def equal(self: Any, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(values(self))

    return equal, hashed


def _source(fields: dict[str, _Field], frozen: bool) -> str:
    """The method that makes an object, as text; ``_name`` stands for the default of a field or what makes it."""
    parameters, lines = [], []
    for name, about in fields.items():
        value = name
        if about.factory is not _MISSING:
            parameters.append(f"{name}=_missing")
            value = f"_{name}() if {name} is _missing else {name}"
        else:
            parameters.append(name if about.default is _MISSING else f"{name}=_{name}")
        lines.append(f"    _set(self, {name!r}, {value})" if frozen else f"    self.{name} = {value}")
    return f"def __init__(self, {', '.join(parameters)}):\n" + "\n".join(lines or ["    pass"])


def _repr(self: Any) -> str:
    return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in self.__slots__)})"


def _refuse(self: object, name: str, _value: object = None) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot change {name!r}: {type(self).__name__} objects are frozen")


def _getstate(self: Any) -> list[object]:
    return [getattr(self, name) for name in self.__slots__]


def _setstate(self: Any, state: Iterable[object]) -> None:
    for name, value in zip(self.__slots__, state, strict=True):
        object.__setattr__(self, name, value)


class _Fields:
    """Stands for a class's ``__dataclass_fields__`` until somebody asks for them."""

    def __init__(self, fields: dict[str, _Field]) -> None:
        self.fields = fields

    def __get__(self, _instance: object, owner: type) -> dict[str, Any]:
        import dataclasses

        given = []
        for name, about in self.fields.items():
            default = {} if about.default is _MISSING else {"default": about.default}
            made = {} if about.factory is _MISSING else {"default_factory": about.factory}
            one: Any = dataclasses.field(**default, **made, compare=about.compare)
            given.append((name, owner.__annotations__[name], one))
        twin: Any = dataclasses.make_dataclass(owner.__name__, given)
        found: dict[str, Any] = twin.__dataclass_fields__
        of_class: Any = owner
        of_class.__dataclass_fields__ = found
        return found


class Pattern:
    """A regular expression that is compiled when it is first used; has the methods of ``re.Pattern``.

    Parameters:
        text: the expression.

    Example:
        >>> Pattern("a+").sub("b", "caat")
        'cbt'
    """

    def __init__(self, text: str) -> None:
        self.text = text

    def __getattr__(self, name: str) -> Any:
        import re

        method = getattr(re.compile(self.text), name)
        setattr(self, name, method)  # found without this function the next time
        return method


class CollectorOff:
    """Keeps the garbage collector off while many objects without cycles are made, which it would look at in vain.

    It is on again afterwards, unless it was off before; threads that use this at once do not disturb one another.

    Example:
        >>> with CollectorOff():
        ...     loaded = [{"id": number} for number in range(1000)]
    """

    def __enter__(self) -> None:
        self._was_on = gc.isenabled()
        gc.disable()

    def __exit__(self, *_raised: object) -> None:
        if self._was_on:
            gc.enable()

"""The base of all values."""

import msgspec


class Value(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True, gc=False
):
    """An immutable value; replaced with `msgspec.structs.replace`, never changed.

    What never changes is never part of a circle: the garbage collector, which halts the window, need not look at values.

    Every subclass repeats `frozen=True, kw_only=True`: msgspec applies kw_only to a class's own fields only,
    and type checkers read both from the class line.
    """

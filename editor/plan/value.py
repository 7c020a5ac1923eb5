"""The base of all values."""

import msgspec


class Value(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """An immutable value; replaced with `msgspec.structs.replace`, never changed.

    Every subclass repeats `frozen=True, kw_only=True`: msgspec applies kw_only to a class's own fields only,
    and type checkers read both from the class line.
    """

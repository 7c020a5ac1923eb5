"""The fixed words by which values tell what became of something, as people read them."""

from editor.wording import N_

WORDS = {
    "verbatim": N_("taken word for word"),
    "adapted": N_("adapted"),
    "localized": N_("localized"),
    "new": N_("new"),
    "not_adopted": N_("not adopted"),
    "undecided": N_("undecided"),
    "kept": N_("kept"),
    "reworded": N_("reworded"),
    "changed": N_("changed"),
    "dropped": N_("dropped"),
    "added": N_("added"),
    "moved": N_("moved"),
    "split": N_("split"),
    "merged": N_("merged"),
}
"""Relations, dispositions, links, fates of sentences and of figures; look them up with `_` when they are shown."""

"""Chengqi (承启): drafts a county's implementation plan from the superior plan it must carry out."""

__version__ = "0.1.0"

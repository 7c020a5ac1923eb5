"""What changed: the difference of two wordings, the alignment of plans, what became of every sentence and figure."""

from editor.comparing.difference import Op, Span, diff
from editor.comparing.sentences import split_sentences

__all__ = ["Op", "Span", "diff", "split_sentences"]

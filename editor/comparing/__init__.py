"""What changed: the difference of two wordings, the alignment of plans, what became of every sentence and figure."""

from editor.comparing.alignment import Pair, align
from editor.comparing.changes import Changes, DetailChange, changes_between
from editor.comparing.comparison import Comparison, Difference, Summary, UnmatchedParent, compare_plans
from editor.comparing.difference import Op, Span, diff
from editor.comparing.figure_pieces import figure_pieces
from editor.comparing.figures import FigureFate, figure_changes, figure_fates, figures
from editor.comparing.sentences import SentenceFate, sentence_fates, split_sentences
from editor.comparing.severity import Concern, concerns
from editor.comparing.shadow import is_punctuation_only, is_width_only
from editor.comparing.tokens import Grain

__all__ = [
    "Changes",
    "Comparison",
    "Concern",
    "DetailChange",
    "Difference",
    "FigureFate",
    "Grain",
    "Op",
    "Pair",
    "SentenceFate",
    "Span",
    "Summary",
    "UnmatchedParent",
    "align",
    "changes_between",
    "compare_plans",
    "concerns",
    "diff",
    "figure_changes",
    "figure_fates",
    "figure_pieces",
    "figures",
    "is_punctuation_only",
    "is_width_only",
    "sentence_fates",
    "split_sentences",
]

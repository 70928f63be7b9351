"""What the library of agreement says, as texts that can be translated: titles, definitions, reasons.

The library has no Qt and is read by the command line too, so its sentences stand there; a test compares.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP


def _(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("", text))


TEXTS: tuple[str, ...] = (
    _("Tokens"),
    _(
        "Each token (a run of word characters, or one other character that is not white space) is labelled as cue, source, content or nothing by its first character, in this order of precedence."
    ),
    _("Claims found"),
    _(
        "Claims of two annotators are matched one to one so that the text they share is as much as possible; a claim that overlaps none of the other’s is missing there."
    ),
    _("Boundaries"),
    _("How far the annotators mark the same stretches of text as claims, token by token."),
    _("Speakers"),
    _("Of claims that two annotators or more have found: the set of speakers that each was ascribed to."),
    _("Topics"),
    _("Of claims that two annotators or more have found: the set of topics of each."),
    _("Stance"),
    _(
        "Of claims that two annotators or more have found and given the same topic: the stance on it; a stance that was left open is a value of its own."
    ),
    _("Quotation"),
    _("Of claims that two annotators or more have found: the kind of quotation; left open is a value."),
    _("End to end"),
    _(
        "Claims that two annotators have found and given the same speakers with the same roles, the same topics with the same stances, and the same kind of quotation; the boundaries need only overlap."
    ),
    _("Krippendorff’s α, nominal"),
    _("One minus the observed over the expected disagreement; two different values disagree wholly."),
    _("Krippendorff’s α, ordinal"),
    _(
        "One minus the observed over the expected disagreement of stances in the order opposes, neutral, supports: two of them disagree by the square of how many values lie between them. Unclear and open stances are left out."
    ),
    _("Krippendorff’s α, sets by Jaccard"),
    _(
        "One minus the observed over the expected disagreement; two sets disagree by the share of their members that they do not have in common."
    ),
    _("Krippendorff’s α, sets by MASI"),
    _(
        "One minus the observed over the expected disagreement; what two sets have in common counts wholly where they are equal, two thirds where one holds the other, one third where they only overlap."
    ),
    _("Krippendorff’s |u-α, unitizing"),
    _(
        "One minus the observed over the expected length of text that one annotator marks and another does not. By chance, any claim, and any token between claims, may meet any other; the unit of length is the token."
    ),
    _("Krippendorff’s α-U of 1995"),
    _(
        "The older coefficient: one minus the observed over the expected disagreement, which is the squared distances of the ends of overlapping claims, and the squared length of a claim that overlaps none."
    ),
    _("Krippendorff’s α over tokens"),
    _("One minus the observed over the expected disagreement on whether each token lies in a claim or not."),
    _("Cohen’s κ"),
    _(
        "One minus the observed over the expected share of different values; what is expected is what each annotator’s own shares of the values would give by chance."
    ),
    _("Fleiss’ κ"),
    _(
        "One minus the observed over the expected share of pairs of different values; what is expected is what all annotators’ shares of the values together would give by chance. Each unit needs the same number of values."
    ),
    _("Percent"),
    _("The share of pairs of values that are the same, with no allowance for chance."),
    _("F1"),
    _("Twice the matched pairs over all claims of both annotators, over all pairs of annotators."),
    _("F1, end to end"),
    _(
        "Twice the matched pairs that are the same in everything but their boundaries over all claims of both annotators, over all pairs of annotators."
    ),
    _("Mean overlap"),
    _("Of matched claims: the text that both cover over the text that either covers, in characters."),
    _("Exact boundaries"),
    _("The share of matched claims with the very same boundaries."),
    _("γ"),
    _(
        "One minus the disorder of the best alignment of all annotators’ claims over that of chance texts; positions only."
    ),
    _(
        "Intervals hold 95 % of 1,000 resamples of whole articles, drawn with replacement (percentile bootstrap, fixed seed). They need at least two articles."
    ),
    _("It cannot be computed, because no two of these annotators have worked on the same article."),
    _("It cannot be computed, because nobody has marked anything there."),
    _("It cannot be computed, because no claim was found by two of these annotators."),
    _("It cannot be computed, because no two of these annotators gave the same topic to the same claim."),
    _("It cannot be computed, because there is one category only: every value is the same."),
    _("It cannot be computed, because no two annotators gave a value to the same unit."),
    _("It cannot be computed, because Fleiss’ kappa needs as many values of each unit, and some are missing."),
    _("It cannot be computed, because nobody has marked a claim there."),
    _("It cannot be computed, because the claims cover all of the text."),
    _("It cannot be computed, because the solver is not installed; install Annotator with the extra “gamma”."),
    _("It cannot be computed, because an article has too many overlapping claims to align them all."),
    _("boundary"),
    _("missing"),
    _("speaker"),
    _("role"),
    _("cue"),
    _("topic"),
    _("stance"),
    _("quotation"),
    _("field"),
)

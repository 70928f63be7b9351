"""What each layer and each measure of agreement is, in words: for the methods section and for hints.

Used by the command line and by the window's page and tables.
"""

from __future__ import annotations

from msgspec import Struct


class Definition(Struct, frozen=True):
    """title: short, for a heading. says: one or two sentences. source: the paper, empty where there is none."""

    title: str
    says: str
    source: str = ""


LAYERS: dict[str, Definition] = {
    "tokens": Definition(
        "Tokens",
        "Each token (a run of word characters, or one other character that is not white space) is labelled as cue, "
        "source, content or nothing by its first character, in this order of precedence.",
    ),
    "claims": Definition(
        "Claims found",
        "Claims of two annotators are matched one to one so that the text they share is as much as possible; a "
        "claim that overlaps none of the other’s is missing there.",
    ),
    "boundaries": Definition(
        "Boundaries", "How far the annotators mark the same stretches of text as claims, token by token."
    ),
    "speakers": Definition(
        "Speakers", "Of claims that two annotators or more have found: the set of speakers that each was ascribed to."
    ),
    "topics": Definition("Topics", "Of claims that two annotators or more have found: the set of topics of each."),
    "stance": Definition(
        "Stance",
        "Of claims that two annotators or more have found and given the same topic: the stance on it; a stance "
        "that was left open is a value of its own.",
    ),
    "quotation": Definition(
        "Quotation", "Of claims that two annotators or more have found: the kind of quotation; left open is a value."
    ),
    "end_to_end": Definition(
        "End to end",
        "Claims that two annotators have found and given the same speakers with the same roles, the same topics "
        "with the same stances, and the same kind of quotation; the boundaries need only overlap.",
    ),
}

_ALPHA = (
    "Krippendorff 2011, Computing Krippendorff's alpha-reliability; Krippendorff 2004, Content Analysis, chapter 11"
)
_F1 = "Hripcsak and Rothschild 2005, Agreement, the F-measure, and reliability in information retrieval"

MEASURES: dict[str, Definition] = {
    "krippendorff_alpha_nominal": Definition(
        "Krippendorff’s α, nominal",
        "One minus the observed over the expected disagreement; two different values disagree wholly.",
        _ALPHA,
    ),
    "krippendorff_alpha_ordinal": Definition(
        "Krippendorff’s α, ordinal",
        "One minus the observed over the expected disagreement of stances in the order opposes, neutral,"
        " supports: two of them disagree by the square of how many values lie between them. Unclear and "
        "open stances are left out.",
        _ALPHA,
    ),
    "krippendorff_alpha_jaccard": Definition(
        "Krippendorff’s α, sets by Jaccard",
        "One minus the observed over the expected disagreement; two sets disagree by the share of their "
        "members that they do not have in common.",
        _ALPHA,
    ),
    "krippendorff_alpha_masi": Definition(
        "Krippendorff’s α, sets by MASI",
        "One minus the observed over the expected disagreement; what two sets have in common counts "
        "wholly where they are equal, two thirds where one holds the other, one third where they only "
        "overlap.",
        "Passonneau 2006, Measuring agreement on set-valued items (MASI) for semantic and pragmatic annotation",
    ),
    "krippendorff_alpha_unitizing": Definition(
        "Krippendorff’s |u-α, unitizing",
        "One minus the observed over the expected length of text that one annotator marks and another "
        "does not. By chance, any claim, and any token between claims, may meet any other; the unit of "
        "length is the token.",
        "Krippendorff, Mathet, Bouvry and Widlöcher 2016, On the reliability of unitizing textual continua",
    ),
    "krippendorff_alpha_unitizing_1995": Definition(
        "Krippendorff’s α-U of 1995",
        "The older coefficient: one minus the observed over the expected disagreement, which is the "
        "squared distances of the ends of overlapping claims, and the squared length of a claim that "
        "overlaps none.",
        "Krippendorff 1995, On the reliability of unitizing continuous data",
    ),
    "krippendorff_alpha_tokens": Definition(
        "Krippendorff’s α over tokens",
        "One minus the observed over the expected disagreement on whether each token lies in a claim or not.",
        _ALPHA,
    ),
    "cohen_kappa": Definition(
        "Cohen’s κ",
        "One minus the observed over the expected share of different values; what is expected is what "
        "each annotator’s own shares of the values would give by chance.",
        "Cohen 1960, A coefficient of agreement for nominal scales",
    ),
    "fleiss_kappa": Definition(
        "Fleiss’ κ",
        "One minus the observed over the expected share of pairs of different values; what is expected "
        "is what all annotators’ shares of the values together would give by chance. Each unit needs the"
        " same number of values.",
        "Fleiss 1971, Measuring nominal scale agreement among many raters",
    ),
    "percent": Definition("Percent", "The share of pairs of values that are the same, with no allowance for chance."),
    "f1": Definition(
        "F1", "Twice the matched pairs over all claims of both annotators, over all pairs of annotators.", _F1
    ),
    "f1_end_to_end": Definition(
        "F1, end to end",
        "Twice the matched pairs that are the same in everything but their boundaries over all claims of"
        " both annotators, over all pairs of annotators.",
        _F1,
    ),
    "mean_overlap": Definition(
        "Mean overlap", "Of matched claims: the text that both cover over the text that either covers, in characters."
    ),
    "exact_boundaries": Definition("Exact boundaries", "The share of matched claims with the very same boundaries."),
    "gamma": Definition(
        "γ",
        "One minus the disorder of the best alignment of all annotators’ claims over that of chance texts; "
        "positions only.",
        "Mathet, Widlöcher and Métivier 2015, The unified and holistic method gamma (γ)",
    ),
}

INTERVALS = (
    "Intervals hold 95 % of 1,000 resamples of whole articles, drawn with replacement (percentile bootstrap, "
    "fixed seed). They need at least two articles."
)

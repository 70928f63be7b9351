"""All commands as data: menus, toolbar, shortcuts, the sheet of keys and the help page are made from it.

Nothing here runs anything: the window connects each id to what it does. `where` says when a key acts:
anywhere in the window, or in the text only, so that single letters never act while typing in a field.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from annotator.gui.keymap import keys_of
from annotator.gui.labels import key_text
from annotator.gui.language import filled, tr

Place = Literal["window", "text", "review", "amending", "codebook"]
"""Where a key acts; see `Screen.keyed`. amending: also on the card whose version is changed."""
Group = Literal["Project", "Articles", "Reading", "Tagging", "Claim", "Marks", "Review", "View", "Help"]
GROUPS: tuple[Group, ...] = ("Project", "Articles", "Reading", "Tagging", "Claim", "Marks", "Review", "View", "Help")


@dataclass(frozen=True, slots=True)
class Command:
    """id: what the window connects. usual_keys: until the user chooses others. needs: what must be there.

    needs: "" always, project, writable, article, taggable (an article that may be changed), claim, mark,
    selection, or what one screen alone knows (`Screen.missing`); see `WHY_NOT`.
    number: what stands in the text for {number}.
    may: what the role in a team must allow, as `roles.py` names it; "" for what everybody may.
    where: "window", or the place in which the key acts, as the screen's `keyed` names it.
    """

    id: str
    group: Group
    text: str
    help: str
    usual_keys: tuple[str, ...] = ()
    where: Place = "window"
    icon: str = ""
    needs: str = ""
    may: str = ""
    number: int = 0

    @property
    def keys(self) -> tuple[str, ...]:
        """Its keys now, the first is shown."""
        return keys_of(self)

    @property
    def label(self) -> str:
        """The text as menus show it, translated."""
        return filled(tr(self.text), number=self.number) if self.number else tr(self.text)

    @property
    def explanation(self) -> str:
        """One sentence on what it does, translated."""
        return tr(self.help)


def _(text: str) -> str:
    """Marks a text to be taken out for translation; what shows it asks `tr` then."""
    return text


WHY_NOT: dict[str, str] = {
    "project": _("Open a project first."),
    "writable": _("This project is open for reading only."),
    "annotate": _("Go to the Annotate screen first: {annotate}."),
    "article": _("Open an article first."),
    "claim": _("Make or choose a claim first: {claim} makes one of the sentence."),
    "mark": _("Choose a mark first: click it, or step to it ({next_mark})."),
    "selection": _("Select some words first: Shift with the arrow keys, or drag over them."),
    "topic": _("The claim has no topic yet: {topic} adds one."),
    "speaker": _("The claim has no speaker yet: {speaker} adds one."),
    "review": _("Go to the Review screen first: {review}."),
    "queue": _("The queue is empty: there is no disagreement to look at."),
    "disagreement": _("Choose a disagreement in the queue first: {next_disagreement} goes to the next."),
    "unanimous": _("There is nothing here that all agree on and that still waits for the consensus."),
    "versions": _("The versions are on their way; press again when they are there."),
    "amending": _("Amend a version first: {amend}."),
    "decide": _("Your role in this team does not allow it: reviewers and managers decide."),
    "manage": _("Your role in this team does not allow it: managers keep the codebook, the articles and the plan."),
}


def why_not(need: str) -> str:
    """The sentence that a command shows while what it needs is not there, translated."""
    return with_keys(tr(WHY_NOT[need]))


def key_of(command_id: str) -> str:
    """The key of a command as it is now, as people read it; its name where it has none."""
    command = BY_ID[command_id]
    return key_text(command.keys[0]) if command.keys else f"“{command.label}”"


def with_keys(text: str) -> str:
    """A translated sentence with the keys of the commands that it names in braces; other braces stay."""
    return re.sub(r"\{(\w+)\}", lambda found: key_of(found[1]) if found[1] in BY_ID else found[0], text)


COMMANDS: tuple[Command, ...] = (
    Command("new", "Project", _("New project…"), _("Start an empty project in a file of your choice."), ("Ctrl+N",), icon="new"),
    Command("open", "Project", _("Open project…"), _("Open a project file."), ("Ctrl+O",), icon="open"),
    Command("connect", "Project", _("Connect to the team’s database…"), _("Open a project that your team shares on a server."), icon="connect"),
    Command("sample", "Project", _("Open the sample"), _("Open a project in which two colleagues tagged invented articles, and disagree."), icon="sample"),
    Command("add", "Articles", _("Add articles…"), _("Add article files to the project. Files and folders can also be dropped on the window."), ("Ctrl+Shift+A",), icon="add", needs="writable", may="manage"),
    Command("add_folder", "Articles", _("Add a folder of articles…"), _("Add all article files in a folder and the folders in it."), icon="folder", needs="writable", may="manage"),
    Command("import", "Project", _("Import an annotation set…"), _("Take in the tags of a colleague or of another copy of the project."), ("Ctrl+I",), icon="import", needs="writable"),
    Command("merge", "Project", _("Merge a copy…"), _("Take in another copy of this project, after a look at what was changed on both sides."), icon="merge", needs="writable"),
    Command("export", "Project", _("Export the annotation set…"), _("Write all articles and tags to a file that others can read."), ("Ctrl+E",), icon="export", needs="project"),
    Command("backup", "Project", _("Save a backup…"), _("Write a verified copy of the project to a file."), icon="backup", needs="project"),
    Command("history", "Project", _("History…"), _("See every step of everybody, latest first."), ("Ctrl+H",), icon="history", needs="project"),
    Command("close", "Project", _("Close project"), _("Go back to the welcome screen. Everything is saved already."), ("Ctrl+W",), icon="close", needs="project"),
    Command("settings", "Project", _("Settings…"), _("Your name, the theme, the font and its size."), ("Ctrl+,",), icon="settings"),
    Command("quit", "Project", _("Quit"), _("Close the window. Everything is saved already."), ("Ctrl+Q",)),
    Command("undo", "Marks", _("Undo"), _("Take back your last step, also one of yesterday."), ("Ctrl+Z",), icon="undo", needs="writable"),
    Command("redo", "Marks", _("Redo"), _("Do again what was undone last."), ("Ctrl+Shift+Z", "Ctrl+Y"), icon="redo", needs="writable"),
    Command("finish", "Articles", _("Finish, open the next"), _("Mark this article as finished and open the next one that is not."), ("Ctrl+Return", "Ctrl+Enter"), icon="check", needs="taggable"),
    Command("nothing_article", "Articles", _("Nothing to tag, open the next"), _("Say that you looked through this article and found nothing to tag; again takes it back."), ("Shift+W",), "text", needs="taggable"),
    Command("next_article", "Articles", _("Next article"), _("Open the next article of the list."), ("Alt+Down",), needs="article"),
    Command("previous_article", "Articles", _("Previous article"), _("Open the previous article of the list."), ("Alt+Up",), needs="article"),
    Command("article_details", "Articles", _("Details of the article…"), _("See title, byline, date, outlet and address, and put them right; answer what the codebook asks of articles."), ("Alt+Return", "Alt+Enter"), icon="info", needs="article"),
    Command("remove_article", "Articles", _("Remove article…"), _("Take the article out of the project with your marks in it. It can be undone."), icon="delete", needs="taggable", may="manage"),
    Command("next_sentence", "Reading", _("Next sentence"), _("Put the cursor on the next sentence; the claim stays current."), ("Down", "J"), "text", needs="article"),
    Command("previous_sentence", "Reading", _("Previous sentence"), _("Put the cursor on the previous sentence; the claim stays current."), ("Up", "K"), "text", needs="article"),
    Command("caret_right", "Reading", _("Cursor a character on"), _("Move the cursor inside the sentence: a selection begins there, and S takes the word there."), ("Right",), "text", needs="article"),
    Command("caret_left", "Reading", _("Cursor a character back"), _("Move the cursor a character back."), ("Left",), "text", needs="article"),
    Command("caret_word_right", "Reading", _("Cursor a word on"), _("Move the cursor to the next word."), ("Ctrl+Right",), "text", needs="article"),
    Command("caret_word_left", "Reading", _("Cursor a word back"), _("Move the cursor to the word before."), ("Ctrl+Left",), "text", needs="article"),
    Command("select_right", "Reading", _("Select a character more"), _("Make the hand selection a character longer; with Shift+Left shorter."), ("Shift+Right",), "text", needs="article"),
    Command("select_left", "Reading", _("Select a character less"), _("Move the end of the hand selection a character back."), ("Shift+Left",), "text", needs="article"),
    Command("select_word_right", "Reading", _("Select a word more"), _("Make the hand selection a word longer."), ("Ctrl+Shift+Right",), "text", needs="article"),
    Command("select_word_left", "Reading", _("Select a word less"), _("Move the end of the hand selection a word back."), ("Ctrl+Shift+Left",), "text", needs="article"),
    Command("select_sentence_down", "Reading", _("Select a sentence more"), _("Make the hand selection longer, to the end of the sentence, then of the next one; also over paragraphs."), ("Shift+Down",), "text", needs="article"),
    Command("select_sentence_up", "Reading", _("Select a sentence less"), _("Move the end of the hand selection a sentence back."), ("Shift+Up",), "text", needs="article"),
    Command("find", "Reading", _("Find in this article"), _("Find words or a regular expression in the text; Enter goes from hit to hit."), ("Ctrl+F",), icon="search", needs="article"),
    Command("find_next", "Reading", _("Next hit"), _("Go to the next place that was found."), ("F3",), needs="article"),
    Command("find_previous", "Reading", _("Previous hit"), _("Go to the place before that was found."), ("Shift+F3",), needs="article"),
    Command("highlight", "Reading", _("Highlight these words"), _("Paint the words selected, else the word at the cursor, wherever they stand; once more takes the colour away. Nothing is tagged."), ("H",), "text", needs="article"),
    Command("highlighters", "Reading", _("Highlighters…"), _("See and change the words that are painted wherever they stand."), icon="annotate"),
    Command("copy", "Reading", _("Copy"), _("Copy the hand selection, else the sentence."), ("Ctrl+C",), "text", icon="copy", needs="article"),
    Command("copy_source", "Reading", _("Copy with its source"), _("Copy the hand selection, else the current mark with its speakers, else the sentence; with author, title, outlet, date and address."), ("Ctrl+Shift+C",), "text", needs="article"),
    Command("claim", "Tagging", _("Claim"), _("Make a claim of the hand selection, else of the sentence."), ("C",), "text", icon="claim", needs="taggable"),
    Command("part", "Tagging", _("Another part of the claim"), _("Add the hand selection to the current claim as another part."), ("Shift+C",), "text", needs="claim"),
    Command("speaker", "Tagging", _("Speaker or mention"), _("With a current claim: choose its speaker; the hand selection becomes the mention. Without: make a mention."), ("S",), "text", icon="speaker", needs="taggable"),
    Command("other_speaker", "Marks", _("Another speaker…"), _("Replace the claim’s speaker last set, or whom the current mention names; the role stays, and claims follow their mention."), ("Shift+S",), "text", needs="mark"),
    Command("other_topic", "Marks", _("Another topic…"), _("Replace the claim’s topic last set, or that of the current passage; the stance stays."), ("Shift+T",), "text", needs="mark"),
    Command("cue", "Tagging", _("Cue"), _("Make the hand selection the cue of the current claim, such as “said”."), ("U",), "text", needs="claim"),
    Command("topic", "Tagging", _("Topic or passage"), _("With a current claim: add a topic. Without: tag the selection or sentence as a passage."), ("T",), "text", icon="topic", needs="taggable"),
    Command("role", "Claim", _("Role of the speaker"), _("The role of the speaker last set, in turn: says, on behalf of, reported by, addressed."), ("R",), "text", needs="claim"),
    Command("supports", "Claim", _("Stance: supports"), _("The claim supports the topic last set."), ("1",), "text", needs="claim"),
    Command("opposes", "Claim", _("Stance: opposes"), _("The claim opposes the topic last set."), ("2",), "text", needs="claim"),
    Command("neutral", "Claim", _("Stance: neutral"), _("The claim is neutral on the topic last set."), ("3",), "text", needs="claim"),
    Command("unclear", "Claim", _("Stance: unclear"), _("It is unclear which side the claim takes on the topic last set."), ("4",), "text", needs="claim"),
    Command("no_stance", "Claim", _("Stance: none"), _("No stance on the topic last set."), ("0",), "text", needs="claim"),
    Command("direct", "Claim", _("Quotation: direct"), _("The claim is quoted word for word."), ("D",), "text", needs="claim"),
    Command("indirect", "Claim", _("Quotation: indirect"), _("The claim is reported in the writer’s words, close to the speaker’s."), ("I",), "text", needs="claim"),
    Command("mixed", "Claim", _("Quotation: mixed"), _("The claim is reported with some quoted words in it."), ("M",), "text", needs="claim"),
    Command("paraphrase", "Claim", _("Quotation: paraphrase"), _("The claim is summed up freely."), ("P",), "text", needs="claim"),
    Command("certainty", "Claim", _("Certainty"), _("How sure you are of this tag, in turn: high, medium, low, none."), ("Y",), "text", needs="claim"),
    Command("proposition", "Claim", _("Link to a proposition"), _("Say what the claim asserts in common with others; type some of its words, or new ones."), ("L",), "text", icon="proposition", needs="claim"),
    Command("propositions", "Claim", _("Propositions…"), _("See all propositions, change their words, make one of two, and list where each appears."), icon="proposition", needs="project"),
    Command("appearances", "Claim", _("Where the proposition appears…"), _("List all claims that assert the same as this one, in the order of time."), needs="article"),
    Command("resolve", "Tagging", _("As before: who is meant"), _("The words selected (“he”, “the minister”) or the current mark get the speaker that this article named before."), ("A",), "text", needs="taggable"),
    Command("occurrences", "Marks", _("Apply to all occurrences…"), _("Tag the words of the current mention or passage elsewhere too, in this article or the project, after ticking them in a list."), ("Ctrl+Shift+O",), "text", icon="search", needs="taggable"),
    Command("same_tags", "Claim", _("Same tags again"), _("The claim gets the tags that were copied, else those of your claim changed last: speakers, topics with stances, quotation, certainty. What it has stays."), ("V",), "text", needs="claim"),
    Command("copy_tags", "Claim", _("Copy the tags"), _("Keep the tags of this claim, to give them to one other claim or to several."), ("Shift+V",), "text", needs="claim"),
    Command("note", "Claim", _("Note"), _("Write a note on the current mark."), ("N",), "text", icon="note", needs="mark"),
    Command("edit", "Claim", _("Fields of the mark"), _("Go to the fields of the claim’s card, or of a mention or passage below the text; Esc comes back to the text."), ("E", "F2"), "text", needs="mark"),
    Command("done", "Tagging", _("Done with this claim"), _("Leave the claim and go on to the next sentence."), ("Return", "Enter"), "text", needs="article"),
    Command("leave", "Tagging", _("Leave"), _("Leave list, field, hand selection, current claim, in this order."), ("Esc",), "text", needs="article"),
    Command("next_mark", "Marks", _("Next mark"), _("Go to the next mark in the text."), (".",), "text", needs="article"),
    Command("previous_mark", "Marks", _("Previous mark"), _("Go to the previous mark in the text."), (",",), "text", needs="article"),
    Command("overlap", "Marks", _("Overlapping marks"), _("Go through the marks that overlap here, smallest first."), ("O",), "text", needs="article"),
    Command("end_right", "Marks", _("Move the end a word on"), _("Move the end of the current mark a word on."), ("Alt+Right",), "text", needs="mark"),
    Command("end_left", "Marks", _("Move the end a word back"), _("Move the end of the current mark a word back."), ("Alt+Left",), "text", needs="mark"),
    Command("start_right", "Marks", _("Move the start a word on"), _("Move the start of the current mark a word on."), ("Alt+Shift+Right",), "text", needs="mark"),
    Command("start_left", "Marks", _("Move the start a word back"), _("Move the start of the current mark a word back."), ("Alt+Shift+Left",), "text", needs="mark"),
    Command("end_right_character", "Marks", _("Move the end a character on"), _("Move the end of the current mark a character on."), ("Ctrl+Alt+Right",), "text", needs="mark"),
    Command("end_left_character", "Marks", _("Move the end a character back"), _("Move the end of the current mark a character back."), ("Ctrl+Alt+Left",), "text", needs="mark"),
    Command("start_right_character", "Marks", _("Move the start a character on"), _("Move the start of the current mark a character on."), ("Ctrl+Alt+Shift+Right",), "text", needs="mark"),
    Command("start_left_character", "Marks", _("Move the start a character back"), _("Move the start of the current mark a character back."), ("Ctrl+Alt+Shift+Left",), "text", needs="mark"),
    Command("take_out", "Marks", _("Take the selection out of the mark"), _("The words selected belong to the current mark no longer; what is left stays, also in several parts."), ("Shift+Del",), "text", needs="mark"),
    Command("delete", "Marks", _("Delete mark"), _("Delete the current mark. It can be undone."), ("Del", "Backspace"), "text", icon="delete", needs="mark"),
    Command("nothing", "Marks", _("Nothing to tag in this paragraph"), _("Say that you looked and found nothing to tag in this paragraph; again takes it back."), ("W",), "text", needs="taggable"),
    Command("next_disagreement", "Review", _("Next disagreement"), _("Go to the next disagreement of the queue."), ("J",), "review", needs="queue"),
    Command("previous_disagreement", "Review", _("Previous disagreement"), _("Go to the previous disagreement of the queue."), ("K",), "review", needs="queue"),
    Command("accept", "Review", _("Accept this version"), _("Take the chosen version into the consensus, then go on to the next disagreement."), ("A",), "review", icon="accept", needs="disagreement", may="decide"),
    Command("amend", "Review", _("Amend this version"), _("Take the chosen version into the consensus and change it there; Esc goes on to the next."), ("E",), "review", icon="rename", needs="disagreement", may="decide"),
    Command("reject", "Review", _("Reject all versions"), _("Keep all versions out of the consensus, then go on to the next disagreement."), ("R",), "review", icon="reject", needs="disagreement", may="decide"),
    Command("accept_why", "Review", _("Accept, and say why"), _("The same as accepting, but cause and reason are asked first."), ("Shift+A",), "review", needs="disagreement", may="decide"),
    Command("amend_why", "Review", _("Amend, and say why"), _("The same as amending, but cause and reason are asked first."), ("Shift+E",), "review", needs="disagreement", may="decide"),
    Command("reject_why", "Review", _("Reject, and say why"), _("The same as rejecting, but cause and reason are asked first."), ("Shift+R",), "review", needs="disagreement", may="decide"),
    Command("skip", "Review", _("Skip"), _("Leave it open and go on to the next disagreement that is open."), ("Space",), "review", needs="queue"),
    Command("comment", "Review", _("Comment"), _("Write a comment on the chosen version."), ("N",), "review", icon="comment", needs="disagreement"),
    Command("codebook_question", "Review", _("The codebook should say"), _("Flag the case for the Codebook screen."), ("Q",), "review", icon="codebook", needs="disagreement", may="decide"),
    Command("hide_names", "Review", _("Hide or show names"), _("Hide or show who made which version."), ("H",), "review", needs="queue"),
    *(Command(f"version_{number}", "Review", _("Choose version {number}"), _("Choose the version that has this number."), (f"{number}",), "review", needs="queue", number=number) for number in range(1, 10)),
    Command("amended_end_right", "Review", _("Amend: the end a word on"), _("Move the end of the amended version a word on; with Ctrl a character."), ("Alt+Right",), "amending", needs="amending"),
    Command("amended_end_left", "Review", _("Amend: the end a word back"), _("Move the end of the amended version a word back; with Ctrl a character."), ("Alt+Left",), "amending", needs="amending"),
    Command("amended_start_right", "Review", _("Amend: the start a word on"), _("Move the start of the amended version a word on; with Ctrl a character."), ("Alt+Shift+Right",), "amending", needs="amending"),
    Command("amended_start_left", "Review", _("Amend: the start a word back"), _("Move the start of the amended version a word back; with Ctrl a character."), ("Alt+Shift+Left",), "amending", needs="amending"),
    Command("amended_end_right_character", "Review", _("Amend: the end a character on"), _("Move the end of the amended version a character on."), ("Ctrl+Alt+Right",), "amending", needs="amending"),
    Command("amended_end_left_character", "Review", _("Amend: the end a character back"), _("Move the end of the amended version a character back."), ("Ctrl+Alt+Left",), "amending", needs="amending"),
    Command("amended_start_right_character", "Review", _("Amend: the start a character on"), _("Move the start of the amended version a character on."), ("Ctrl+Alt+Shift+Right",), "amending", needs="amending"),
    Command("amended_start_left_character", "Review", _("Amend: the start a character back"), _("Move the start of the amended version a character back."), ("Ctrl+Alt+Shift+Left",), "amending", needs="amending"),
    Command("accept_all", "Review", _("Accept what all agree on…"), _("See the unanimous claims and take them into the consensus in one step."), needs="unanimous", may="decide"),
    Command("review_overview", "Review", _("Overview of articles…"), _("See who has read what and how much is decided, article by annotator."), needs="review"),
    Command("decided_differently", "Review", _("Decided differently from me…"), _("See your tags that reviewers rejected or amended, with the consensus’ version."), icon="review", needs="project"),
    Command("third_opinion", "Review", _("Ask for a third opinion…"), _("Give the article to somebody who made none of the versions."), needs="disagreement", may="decide"),
    Command("larger", "View", _("Larger text"), _("Make the text larger."), ("Ctrl++", "Ctrl+=")),
    Command("smaller", "View", _("Smaller text"), _("Make the text smaller."), ("Ctrl+-",)),
    Command("normal_size", "View", _("Normal text size"), _("Give the text its usual size."), ("Ctrl+0",)),
    Command("articles_pane", "View", _("Articles pane"), _("Show or fold the list of articles."), ("Ctrl+1",)),
    Command("panel_pane", "View", _("Claims pane"), _("Show or fold claims, speakers and topics."), ("Ctrl+2",)),
    Command("colleagues", "View", _("Show colleagues’ marks"), _("Show or hide the marks of other annotators in the text."), ("Ctrl+3",), icon="group", needs="article"),
    Command("annotate", "View", _("Annotate"), _("Go to the text of the article."), ("F5",), needs="project"),
    Command("review", "View", _("Review"), _("Go to the colleagues’ versions and decide where they differ."), ("F6",), needs="project"),
    Command("codebook", "View", _("Codebook"), _("Topics, fields, versions and speakers of the project."), ("F7",), icon="codebook", needs="project"),
    Command("codebook_fields", "View", _("Codebook: fields"), _("The questions of your own that marks and articles are asked."), needs="project"),
    Command("codebook_versions", "View", _("Codebook: versions"), _("What each version of the codebook changed, and the marks to look at again."), needs="project"),
    Command("registry", "View", _("Codebook: speakers"), _("The registry of speakers: other names, affiliations, identifiers, and who is likely the same."), needs="project"),
    Command("import_codebook", "Project", _("Import a codebook…"), _("Take in topics and fields from a TOML, .qdc or .csv file."), needs="writable", may="manage"),
    Command("export_codebook", "Project", _("Export the codebook…"), _("Write topics and fields alone to a TOML, .qdc or .csv file."), needs="project"),
    Command("plan", "Articles", _("Plan who reads what…"), _("Assign articles to readers, some of them to two, and see what is planned."), icon="calendar", needs="writable", may="manage"),
    Command("agreement", "View", _("Agreement…"), _("How far the annotators agree, layer by layer, with the cases behind each number."), icon="agreement", needs="project"),
    Command("palette", "View", _("Search or run a command"), _("Find a command, an article, a speaker or a topic by a few letters of its name."), ("Ctrl+K",), icon="search"),
    Command("help", "Help", _("Help"), _("How to work with Annotator."), ("F1",), icon="help"),
    Command("tour", "Help", _("Tour"), _("Five short steps that show how tagging goes; Esc ends it."), icon="sample", needs="taggable"),
    Command("keys", "Help", _("All keys"), _("The sheet of all keys."), ("?",), icon="keys"),
    Command("log", "Help", _("Open the log"), _("Show the file in which the program notes what went wrong. It holds no article text."), icon="log"),
    Command("about", "Help", _("About Annotator"), _("Version, licence and where your data lies."), icon="info"),
)  # fmt: skip

BY_ID: dict[str, Command] = {command.id: command for command in COMMANDS}

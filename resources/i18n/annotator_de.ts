<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Annotators</source>
        <translation>Annotatoren</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Im Lauf der Zeit</translation>
    </message>
    <message>
        <source>Other measures</source>
        <translation>Weitere Maße</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} bis {high}</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>α, given or not</source>
        <translation>α, vergeben oder nicht</translation>
    </message>
    <message>
        <source>Tagging ended in</source>
        <translation>Markiert bis</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation>1 Einheit</translation>
    </message>
    <message>
        <source>{count} units</source>
        <translation>{count} Einheiten</translation>
    </message>
    <message>
        <source>{one} and {other}: {units} units</source>
        <translation>{one} und {other}: {units} Einheiten</translation>
    </message>
    <message>
        <source>Comparing the annotators</source>
        <translation>Die Annotatoren werden verglichen</translation>
    </message>
    <message>
        <source>Computing γ</source>
        <translation>γ wird berechnet</translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation>{one} und {other}</translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Pages (*.md)</source>
        <translation>Seiten (*.md)</translation>
    </message>
    <message>
        <source>Save the figures</source>
        <translation>Zahlen speichern</translation>
    </message>
    <message>
        <source>Saving the figures</source>
        <translation>Die Zahlen werden gespeichert</translation>
    </message>
    <message>
        <source>Saved to {path}.</source>
        <translation>Gespeichert in {path}.</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Als CSV exportieren…</translation>
    </message>
    <message>
        <source>Page for the methods section…</source>
        <translation>Seite für den Methodenteil…</translation>
    </message>
    <message>
        <source>Compute γ too</source>
        <translation>Auch γ berechnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>95 %</source>
        <translation>95 %</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Figures of the layer</source>
        <translation>Zahlen der Ebene</translation>
    </message>
    <message>
        <source>Cases, worst first</source>
        <translation>Fälle, die schwersten zuerst</translation>
    </message>
    <message>
        <source>Articles that you read blind are left out until you have finished them: {count}.</source>
        <translation>Artikel, die Sie blind lesen, bleiben weg, bis Sie sie abgeschlossen haben: {count}.</translation>
    </message>
    <message>
        <source>No two persons worked on the same article yet, so there is nothing to compare.</source>
        <translation>Noch haben keine zwei Personen am selben Artikel gearbeitet; es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>{names}; 1 article that two or more of them worked on.</source>
        <translation>{names}; 1 Artikel, an dem zwei oder mehr von ihnen gearbeitet haben.</translation>
    </message>
    <message>
        <source>{names}; {count} articles that two or more of them worked on.</source>
        <translation>{names}; {count} Artikel, an denen zwei oder mehr von ihnen gearbeitet haben.</translation>
    </message>
    <message>
        <source>1 is missing: an annotator of the article does not have it.</source>
        <translation>1 fehlt: ein Annotator des Artikels hat sie nicht.</translation>
    </message>
    <message>
        <source>{count} are missing: an annotator of the article does not have them.</source>
        <translation>{count} fehlen: ein Annotator des Artikels hat sie nicht.</translation>
    </message>
    <message>
        <source>1 case; press it to review it.</source>
        <translation>1 Fall; drücken Sie darauf, um ihn zu prüfen.</translation>
    </message>
    <message>
        <source>{count} cases, worst first; press one to review it.</source>
        <translation>{count} Fälle, die schwersten zuerst; drücken Sie auf einen, um ihn zu prüfen.</translation>
    </message>
    <message>
        <source>missing: {names}</source>
        <translation>fehlt bei {names}</translation>
    </message>
    <message>
        <source>This layer has no figures of that kind.</source>
        <translation>Diese Ebene hat keine Zahlen dieser Art.</translation>
    </message>
    <message>
        <source>Press a number to see the cases behind it.</source>
        <translation>Drücken Sie auf eine Zahl, um die Fälle dahinter zu sehen.</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Differs in</source>
        <translation>Weicht ab in</translation>
    </message>
    <message>
        <source>They differ nowhere in this layer there.</source>
        <translation>In dieser Ebene weichen sie dort nirgends ab.</translation>
    </message>
    <message>
        <source>Choose a layer or a page to go back to the figures.</source>
        <translation>Wählen Sie eine Ebene oder eine Seite, um zu den Zahlen zurückzukehren.</translation>
    </message>
    <message>
        <source>Add articles</source>
        <translation>Artikel hinzufügen</translation>
    </message>
    <message>
        <source>Add {count} articles</source>
        <translation>{count} Artikel hinzufügen</translation>
    </message>
    <message>
        <source>Add article</source>
        <translation>Artikel hinzufügen</translation>
    </message>
    <message>
        <source>The same text is in the project as {names}.</source>
        <translation>Derselbe Text ist schon im Projekt, als {names}.</translation>
    </message>
    <message>
        <source>Finish article</source>
        <translation>Artikel abschließen</translation>
    </message>
    <message>
        <source>Reopen article</source>
        <translation>Artikel wieder öffnen</translation>
    </message>
    <message>
        <source>Nothing to tag here</source>
        <translation>Hier nichts zu markieren</translation>
    </message>
    <message>
        <source>Nothing to tag in this article</source>
        <translation>In diesem Artikel nichts zu markieren</translation>
    </message>
    <message>
        <source>You have {count} marks in this article; finish it, or delete them first.</source>
        <translation>Sie haben {count} Markierungen in diesem Artikel; schließen Sie ihn ab, oder löschen Sie sie zuerst.</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Remove article</source>
        <translation>Artikel entfernen</translation>
    </message>
    <message>
        <source>Remove {count} articles</source>
        <translation>{count} Artikel entfernen</translation>
    </message>
    <message>
        <source>“{article}” holds marks of {names}; it stays, so that their work does.</source>
        <translation>„{article}“ enthält Markierungen von {names}; der Artikel bleibt, damit diese Arbeit bleibt.</translation>
    </message>
    <message>
        <source>Add a folder of articles</source>
        <translation>Ordner mit Artikeln hinzufügen</translation>
    </message>
    <message>
        <source>{count} articles added.</source>
        <translation>{count} Artikel hinzugefügt.</translation>
    </message>
    <message>
        <source>1 article added.</source>
        <translation>1 Artikel hinzugefügt.</translation>
    </message>
    <message>
        <source>Adding articles</source>
        <translation>Artikel werden hinzugefügt</translation>
    </message>
    <message>
        <source>This article is open again.</source>
        <translation>Dieser Artikel ist wieder offen.</translation>
    </message>
    <message>
        <source>You have 1 mark in this article: finish it instead.</source>
        <translation>Sie haben 1 Markierung in diesem Artikel: Schließen Sie ihn stattdessen ab.</translation>
    </message>
    <message>
        <source>You have {count} marks in this article: finish it instead.</source>
        <translation>Sie haben {count} Markierungen in diesem Artikel: schließen Sie ihn stattdessen ab.</translation>
    </message>
    <message>
        <source>Mark as finished</source>
        <translation>Als abgeschlossen kennzeichnen</translation>
    </message>
    <message>
        <source>Mark as in progress</source>
        <translation>Als in Arbeit kennzeichnen</translation>
    </message>
    <message>
        <source>Mark as new</source>
        <translation>Als neu kennzeichnen</translation>
    </message>
    <message>
        <source>No unfinished article is left in this list; the filter hides 1 more.</source>
        <translation>In dieser Liste sind alle Artikel abgeschlossen; der Filter verbirgt noch 1 weiteren.</translation>
    </message>
    <message>
        <source>No unfinished article is left in this list; the filter hides {count} more.</source>
        <translation>In dieser Liste sind alle Artikel abgeschlossen; der Filter verbirgt noch {count} weitere.</translation>
    </message>
    <message>
        <source>All articles are finished.</source>
        <translation>Alle Artikel sind abgeschlossen.</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Angaben…</translation>
    </message>
    <message>
        <source>Export these…</source>
        <translation>Diese exportieren…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Remove this article?</source>
        <translation>Diesen Artikel entfernen?</translation>
    </message>
    <message>
        <source>Remove {n} articles?</source>
        <translation>{n} Artikel entfernen?</translation>
    </message>
    <message>
        <source>Your marks in it go with it. Undo brings everything back.</source>
        <translation>Ihre Markierungen darin gehen mit. Rückgängig bringt alles zurück.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Marks here</source>
        <translation>Markierungen hier</translation>
    </message>
    <message>
        <source>Open the link…</source>
        <translation>Den Link öffnen…</translation>
    </message>
    <message>
        <source>Copy the address of the link</source>
        <translation>Die Adresse des Links kopieren</translation>
    </message>
    <message>
        <source>Only links to pages of the web are opened; this one can be copied.</source>
        <translation>Nur Links zu Seiten im Web werden geöffnet; diesen kann man kopieren.</translation>
    </message>
    <message>
        <source>{url} will be opened in your browser.</source>
        <translation>{url} wird in Ihrem Browser geöffnet.</translation>
    </message>
    <message>
        <source>Follow the link?</source>
        <translation>Dem Link folgen?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Select one word or a few first.</source>
        <translation>Wählen Sie erst ein Wort oder wenige aus.</translation>
    </message>
    <message>
        <source>“{words}” is highlighted wherever it stands; the same key takes it away.</source>
        <translation>„{words}“ ist hervorgehoben, wo immer es steht; dieselbe Taste nimmt es weg.</translation>
    </message>
    <message>
        <source>“{words}” is highlighted no longer.</source>
        <translation>„{words}“ ist nicht mehr hervorgehoben.</translation>
    </message>
    <message>
        <source>Copied with its source.</source>
        <translation>Mit Quelle kopiert.</translation>
    </message>
    <message>
        <source>{name}: {mark}</source>
        <translation>{name}: {mark}</translation>
    </message>
    <message>
        <source>You read this article blind: colleagues’ marks are shown when you have finished it.</source>
        <translation>Sie lesen diesen Artikel blind: die Markierungen der anderen erscheinen, wenn Sie ihn abgeschlossen haben.</translation>
    </message>
    <message>
        <source>Colleagues’ marks are shown.</source>
        <translation>Die Markierungen der anderen sind sichtbar.</translation>
    </message>
    <message>
        <source>Colleagues’ marks are hidden.</source>
        <translation>Die Markierungen der anderen sind verborgen.</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Open a project first.</source>
        <translation>Öffnen Sie zuerst ein Projekt.</translation>
    </message>
    <message>
        <source>This project is open for reading only.</source>
        <translation>Dieses Projekt ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>Open an article first.</source>
        <translation>Öffnen Sie zuerst einen Artikel.</translation>
    </message>
    <message>
        <source>Choose a mark first: click it, or step to it ({next_mark}).</source>
        <translation>Wählen Sie zuerst eine Markierung: klicken Sie darauf, oder gehen Sie hin ({next_mark}).</translation>
    </message>
    <message>
        <source>Select some words first: Shift with the arrow keys, or drag over them.</source>
        <translation>Wählen Sie zuerst Wörter aus: Umschalt mit den Pfeiltasten, oder ziehen Sie darüber.</translation>
    </message>
    <message>
        <source>The queue is empty: there is no disagreement to look at.</source>
        <translation>Die Liste ist leer: Es gibt keine Abweichung anzusehen.</translation>
    </message>
    <message>
        <source>Choose a disagreement in the queue first: {next_disagreement} goes to the next.</source>
        <translation>Wählen Sie zuerst eine Abweichung in der Liste: {next_disagreement} geht zur nächsten.</translation>
    </message>
    <message>
        <source>There is nothing here that all agree on and that still waits for the consensus.</source>
        <translation>Hier wartet nichts mehr auf den Konsens, worin alle übereinstimmen.</translation>
    </message>
    <message>
        <source>The versions are on their way; press again when they are there.</source>
        <translation>Die Fassungen sind unterwegs; drücken Sie noch einmal, wenn sie da sind.</translation>
    </message>
    <message>
        <source>Your role in this team does not allow it: reviewers and managers decide.</source>
        <translation>Ihre Rolle in diesem Team erlaubt das nicht: Prüfer und Leitung entscheiden.</translation>
    </message>
    <message>
        <source>Your role in this team does not allow it: managers keep the codebook, the articles and the plan.</source>
        <translation>Ihre Rolle in diesem Team erlaubt das nicht: Codebuch, Artikel und Plan pflegt die Leitung.</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Neues Projekt…</translation>
    </message>
    <message>
        <source>Start an empty project in a file of your choice.</source>
        <translation>Ein leeres Projekt in einer Datei Ihrer Wahl beginnen.</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Projekt öffnen…</translation>
    </message>
    <message>
        <source>Open a project file.</source>
        <translation>Eine Projektdatei öffnen.</translation>
    </message>
    <message>
        <source>Connect to the team’s database…</source>
        <translation>Mit der Datenbank des Teams verbinden…</translation>
    </message>
    <message>
        <source>Open a project that your team shares on a server.</source>
        <translation>Ein Projekt öffnen, das Ihr Team auf einem Server teilt.</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Das Beispiel öffnen</translation>
    </message>
    <message>
        <source>It cannot be read ({reason}).</source>
        <translation>Es kann nicht gelesen werden ({reason}).</translation>
    </message>
    <message>
        <source>It is no valid TOML: {error}.</source>
        <translation>Es ist kein gültiges TOML: {error}.</translation>
    </message>
    <message>
        <source>It does not fit: {error}.</source>
        <translation>Es passt nicht: {error}.</translation>
    </message>
    <message>
        <source>Go to the Annotate screen first: {annotate}.</source>
        <translation>Gehen Sie zuerst zum Bildschirm Annotieren: {annotate}.</translation>
    </message>
    <message>
        <source>Make or choose a claim first: {claim} makes one of the sentence.</source>
        <translation>Machen oder wählen Sie zuerst eine Behauptung: {claim} macht eine aus dem Satz.</translation>
    </message>
    <message>
        <source>The claim has no topic yet: {topic} adds one.</source>
        <translation>Die Behauptung hat noch kein Thema: {topic} fügt eines hinzu.</translation>
    </message>
    <message>
        <source>The claim has no speaker yet: {speaker} adds one.</source>
        <translation>Die Behauptung hat noch keinen Sprecher: {speaker} fügt einen hinzu.</translation>
    </message>
    <message>
        <source>Go to the Review screen first: {review}.</source>
        <translation>Gehen Sie zuerst zum Bildschirm Prüfen: {review}.</translation>
    </message>
    <message>
        <source>Amend a version first: {amend}.</source>
        <translation>Ändern Sie zuerst eine Fassung: {amend}.</translation>
    </message>
    <message>
        <source>Open a project in which two colleagues tagged invented articles, and disagree.</source>
        <translation>Ein Projekt öffnen, in dem zwei Kolleginnen und Kollegen erfundene Artikel markiert haben und sich nicht einig sind.</translation>
    </message>
    <message>
        <source>Add articles…</source>
        <translation>Artikel hinzufügen…</translation>
    </message>
    <message>
        <source>Add article files to the project. Files and folders can also be dropped on the window.</source>
        <translation>Artikeldateien zum Projekt hinzufügen. Dateien und Ordner können auch auf das Fenster gezogen werden.</translation>
    </message>
    <message>
        <source>Add a folder of articles…</source>
        <translation>Ordner mit Artikeln hinzufügen…</translation>
    </message>
    <message>
        <source>Add all article files in a folder and the folders in it.</source>
        <translation>Alle Artikeldateien eines Ordners und der Ordner darin hinzufügen.</translation>
    </message>
    <message>
        <source>Import an annotation set…</source>
        <translation>Annotationssatz importieren…</translation>
    </message>
    <message>
        <source>Take in the tags of a colleague or of another copy of the project.</source>
        <translation>Die Markierungen anderer oder einer anderen Kopie des Projekts übernehmen.</translation>
    </message>
    <message>
        <source>Merge a copy…</source>
        <translation>Kopie zusammenführen…</translation>
    </message>
    <message>
        <source>Take in another copy of this project, after a look at what was changed on both sides.</source>
        <translation>Eine andere Kopie dieses Projekts übernehmen, nach einem Blick darauf, was auf beiden Seiten geändert wurde.</translation>
    </message>
    <message>
        <source>Export the annotation set…</source>
        <translation>Annotationssatz exportieren…</translation>
    </message>
    <message>
        <source>Write all articles and tags to a file that others can read.</source>
        <translation>Alle Artikel und Markierungen in eine Datei schreiben, die andere lesen können.</translation>
    </message>
    <message>
        <source>Save a backup…</source>
        <translation>Sicherung speichern…</translation>
    </message>
    <message>
        <source>Write a verified copy of the project to a file.</source>
        <translation>Eine geprüfte Kopie des Projekts in eine Datei schreiben.</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>Verlauf…</translation>
    </message>
    <message>
        <source>See every step of everybody, latest first.</source>
        <translation>Alle Schritte aller sehen, die letzten zuerst.</translation>
    </message>
    <message>
        <source>Close project</source>
        <translation>Projekt schließen</translation>
    </message>
    <message>
        <source>Go back to the welcome screen. Everything is saved already.</source>
        <translation>Zurück zum Begrüßungsbildschirm. Alles ist schon gespeichert.</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Your name, the theme, the font and its size.</source>
        <translation>Ihr Name, das Farbschema, die Schrift und ihre Größe.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Close the window. Everything is saved already.</source>
        <translation>Das Fenster schließen. Alles ist schon gespeichert.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take back your last step, also one of yesterday.</source>
        <translation>Ihren letzten Schritt zurücknehmen, auch einen von gestern.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Do again what was undone last.</source>
        <translation>Noch einmal tun, was zuletzt rückgängig gemacht wurde.</translation>
    </message>
    <message>
        <source>Finish, open the next</source>
        <translation>Abschließen, nächsten öffnen</translation>
    </message>
    <message>
        <source>Mark this article as finished and open the next one that is not.</source>
        <translation>Diesen Artikel als abgeschlossen kennzeichnen und den nächsten öffnen, der es nicht ist.</translation>
    </message>
    <message>
        <source>Nothing to tag, open the next</source>
        <translation>Nichts zu markieren, nächsten öffnen</translation>
    </message>
    <message>
        <source>Say that you looked through this article and found nothing to tag; again takes it back.</source>
        <translation>Festhalten, dass Sie diesen Artikel durchgesehen und nichts zu markieren gefunden haben; noch einmal nimmt es zurück.</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>Nächster Artikel</translation>
    </message>
    <message>
        <source>Open the next article of the list.</source>
        <translation>Den nächsten Artikel der Liste öffnen.</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>Vorheriger Artikel</translation>
    </message>
    <message>
        <source>Open the previous article of the list.</source>
        <translation>Den vorherigen Artikel der Liste öffnen.</translation>
    </message>
    <message>
        <source>Details of the article…</source>
        <translation>Angaben zum Artikel…</translation>
    </message>
    <message>
        <source>See title, byline, date, outlet and address, and put them right; answer what the codebook asks of articles.</source>
        <translation>Titel, Autorenzeile, Datum, Medium und Adresse ansehen und berichtigen; beantworten, was das Codebuch von Artikeln wissen will.</translation>
    </message>
    <message>
        <source>Remove article…</source>
        <translation>Artikel entfernen…</translation>
    </message>
    <message>
        <source>Take the article out of the project with your marks in it. It can be undone.</source>
        <translation>Den Artikel mit Ihren Markierungen aus dem Projekt nehmen. Es kann rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Next sentence</source>
        <translation>Nächster Satz</translation>
    </message>
    <message>
        <source>Put the cursor on the next sentence; the claim stays current.</source>
        <translation>Die Schreibmarke auf den nächsten Satz setzen; die Behauptung bleibt gewählt.</translation>
    </message>
    <message>
        <source>Previous sentence</source>
        <translation>Vorheriger Satz</translation>
    </message>
    <message>
        <source>Put the cursor on the previous sentence; the claim stays current.</source>
        <translation>Die Schreibmarke auf den vorherigen Satz setzen; die Behauptung bleibt gewählt.</translation>
    </message>
    <message>
        <source>Cursor a character on</source>
        <translation>Ein Zeichen vor</translation>
    </message>
    <message>
        <source>Move the cursor inside the sentence: a selection begins there, and S takes the word there.</source>
        <translation>Die Schreibmarke im Satz bewegen: eine Auswahl beginnt dort, und S nimmt das Wort dort.</translation>
    </message>
    <message>
        <source>Cursor a character back</source>
        <translation>Ein Zeichen zurück</translation>
    </message>
    <message>
        <source>Move the cursor a character back.</source>
        <translation>Die Schreibmarke ein Zeichen zurücksetzen.</translation>
    </message>
    <message>
        <source>Cursor a word on</source>
        <translation>Ein Wort vor</translation>
    </message>
    <message>
        <source>Move the cursor to the next word.</source>
        <translation>Die Schreibmarke auf das nächste Wort setzen.</translation>
    </message>
    <message>
        <source>Cursor a word back</source>
        <translation>Ein Wort zurück</translation>
    </message>
    <message>
        <source>Move the cursor to the word before.</source>
        <translation>Die Schreibmarke auf das Wort davor setzen.</translation>
    </message>
    <message>
        <source>Select a character more</source>
        <translation>Ein Zeichen mehr auswählen</translation>
    </message>
    <message>
        <source>Make the hand selection a character longer; with Shift+Left shorter.</source>
        <translation>Die Auswahl um ein Zeichen verlängern; mit Umschalt+Links verkürzen.</translation>
    </message>
    <message>
        <source>Select a character less</source>
        <translation>Ein Zeichen weniger auswählen</translation>
    </message>
    <message>
        <source>Move the end of the hand selection a character back.</source>
        <translation>Das Ende der Auswahl ein Zeichen zurücksetzen.</translation>
    </message>
    <message>
        <source>Select a word more</source>
        <translation>Ein Wort mehr auswählen</translation>
    </message>
    <message>
        <source>Make the hand selection a word longer.</source>
        <translation>Die Auswahl um ein Wort verlängern.</translation>
    </message>
    <message>
        <source>Select a word less</source>
        <translation>Ein Wort weniger auswählen</translation>
    </message>
    <message>
        <source>Move the end of the hand selection a word back.</source>
        <translation>Das Ende der Auswahl ein Wort zurücksetzen.</translation>
    </message>
    <message>
        <source>Select a sentence more</source>
        <translation>Auswahl um einen Satz länger</translation>
    </message>
    <message>
        <source>Make the hand selection longer, to the end of the sentence, then of the next one; also over paragraphs.</source>
        <translation>Verlängert die Auswahl bis zum Ende des Satzes, dann des nächsten; auch über Absätze hinweg.</translation>
    </message>
    <message>
        <source>Select a sentence less</source>
        <translation>Auswahl um einen Satz kürzer</translation>
    </message>
    <message>
        <source>Move the end of the hand selection a sentence back.</source>
        <translation>Bewegt das Ende der Auswahl um einen Satz zurück.</translation>
    </message>
    <message>
        <source>Find in this article</source>
        <translation>In diesem Artikel suchen</translation>
    </message>
    <message>
        <source>Find words or a regular expression in the text; Enter goes from hit to hit.</source>
        <translation>Wörter oder einen regulären Ausdruck im Text suchen; Enter geht von Treffer zu Treffer.</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Go to the next place that was found.</source>
        <translation>Zur nächsten Fundstelle gehen.</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Vorheriger Treffer</translation>
    </message>
    <message>
        <source>Go to the place before that was found.</source>
        <translation>Zur vorherigen Fundstelle gehen.</translation>
    </message>
    <message>
        <source>Highlight these words</source>
        <translation>Diese Wörter hervorheben</translation>
    </message>
    <message>
        <source>Paint the words selected, else the word at the cursor, wherever they stand; once more takes the colour away. Nothing is tagged.</source>
        <translation>Färbt die ausgewählten Wörter, sonst das Wort an der Schreibmarke, wo immer sie stehen; noch einmal nimmt die Farbe weg. Markiert wird nichts.</translation>
    </message>
    <message>
        <source>Highlighters…</source>
        <translation>Hervorhebungen…</translation>
    </message>
    <message>
        <source>See and change the words that are painted wherever they stand.</source>
        <translation>Die Wörter ansehen und ändern, die gefärbt werden, wo immer sie stehen.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the hand selection, else the sentence.</source>
        <translation>Die Auswahl kopieren, sonst den Satz.</translation>
    </message>
    <message>
        <source>Copy with its source</source>
        <translation>Mit Quelle kopieren</translation>
    </message>
    <message>
        <source>Copy the hand selection, else the current mark with its speakers, else the sentence; with author, title, outlet, date and address.</source>
        <translation>Kopiert die Auswahl, sonst die gewählte Markierung mit ihren Sprechern, sonst den Satz; mit Autor, Titel, Medium, Datum und Adresse.</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Behauptung</translation>
    </message>
    <message>
        <source>Make a claim of the hand selection, else of the sentence.</source>
        <translation>Aus der Auswahl eine Behauptung machen, sonst aus dem Satz.</translation>
    </message>
    <message>
        <source>Another part of the claim</source>
        <translation>Weiterer Teil der Behauptung</translation>
    </message>
    <message>
        <source>Add the hand selection to the current claim as another part.</source>
        <translation>Die Auswahl als weiteren Teil zur gewählten Behauptung nehmen.</translation>
    </message>
    <message>
        <source>Speaker or mention</source>
        <translation>Sprecher oder Nennung</translation>
    </message>
    <message>
        <source>With a current claim: choose its speaker; the hand selection becomes the mention. Without: make a mention.</source>
        <translation>Mit gewählter Behauptung: ihren Sprecher wählen; die Auswahl wird die Nennung. Ohne: eine Nennung machen.</translation>
    </message>
    <message>
        <source>Another speaker…</source>
        <translation>Anderer Sprecher…</translation>
    </message>
    <message>
        <source>Replace the claim’s speaker last set, or whom the current mention names; the role stays, and claims follow their mention.</source>
        <translation>Ersetzt den zuletzt gesetzten Sprecher der Behauptung, oder wen die gewählte Nennung nennt; die Rolle bleibt, und Behauptungen folgen ihrer Nennung.</translation>
    </message>
    <message>
        <source>Another topic…</source>
        <translation>Anderes Thema…</translation>
    </message>
    <message>
        <source>Replace the claim’s topic last set, or that of the current passage; the stance stays.</source>
        <translation>Ersetzt das zuletzt gesetzte Thema der Behauptung, oder das der gewählten Passage; die Haltung bleibt.</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>Signalwort</translation>
    </message>
    <message>
        <source>Make the hand selection the cue of the current claim, such as “said”.</source>
        <translation>Die Auswahl zum Signalwort der gewählten Behauptung machen, etwa „sagte“.</translation>
    </message>
    <message>
        <source>Topic or passage</source>
        <translation>Thema oder Passage</translation>
    </message>
    <message>
        <source>With a current claim: add a topic. Without: tag the selection or sentence as a passage.</source>
        <translation>Mit gewählter Behauptung: ein Thema hinzufügen. Ohne: Auswahl oder Satz als Passage markieren.</translation>
    </message>
    <message>
        <source>Role of the speaker</source>
        <translation>Rolle des Sprechers</translation>
    </message>
    <message>
        <source>The role of the speaker last set, in turn: says, on behalf of, reported by, addressed.</source>
        <translation>Die Rolle des zuletzt gesetzten Sprechers, der Reihe nach: sagt, im Namen von, berichtet von, angesprochen.</translation>
    </message>
    <message>
        <source>Stance: supports</source>
        <translation>Haltung: dafür</translation>
    </message>
    <message>
        <source>The claim supports the topic last set.</source>
        <translation>Die Behauptung ist für das zuletzt gesetzte Thema.</translation>
    </message>
    <message>
        <source>Stance: opposes</source>
        <translation>Haltung: dagegen</translation>
    </message>
    <message>
        <source>The claim opposes the topic last set.</source>
        <translation>Die Behauptung ist gegen das zuletzt gesetzte Thema.</translation>
    </message>
    <message>
        <source>Stance: neutral</source>
        <translation>Haltung: neutral</translation>
    </message>
    <message>
        <source>The claim is neutral on the topic last set.</source>
        <translation>Die Behauptung ist neutral zum zuletzt gesetzten Thema.</translation>
    </message>
    <message>
        <source>Stance: unclear</source>
        <translation>Haltung: unklar</translation>
    </message>
    <message>
        <source>It is unclear which side the claim takes on the topic last set.</source>
        <translation>Es ist unklar, wie die Behauptung zum zuletzt gesetzten Thema steht.</translation>
    </message>
    <message>
        <source>Stance: none</source>
        <translation>Haltung: keine</translation>
    </message>
    <message>
        <source>No stance on the topic last set.</source>
        <translation>Keine Haltung zum zuletzt gesetzten Thema.</translation>
    </message>
    <message>
        <source>Quotation: direct</source>
        <translation>Wiedergabe: direkt</translation>
    </message>
    <message>
        <source>The claim is quoted word for word.</source>
        <translation>Die Behauptung ist Wort für Wort zitiert.</translation>
    </message>
    <message>
        <source>Quotation: indirect</source>
        <translation>Wiedergabe: indirekt</translation>
    </message>
    <message>
        <source>The claim is reported in the writer’s words, close to the speaker’s.</source>
        <translation>Die Behauptung ist in den Worten des Schreibenden wiedergegeben, nah an denen des Sprechers.</translation>
    </message>
    <message>
        <source>Quotation: mixed</source>
        <translation>Wiedergabe: gemischt</translation>
    </message>
    <message>
        <source>The claim is reported with some quoted words in it.</source>
        <translation>Die Behauptung ist mit einigen zitierten Wörtern wiedergegeben.</translation>
    </message>
    <message>
        <source>Quotation: paraphrase</source>
        <translation>Wiedergabe: Paraphrase</translation>
    </message>
    <message>
        <source>The claim is summed up freely.</source>
        <translation>Die Behauptung ist frei zusammengefasst.</translation>
    </message>
    <message>
        <source>They get the topic “{name}”.</source>
        <translation>Sie erhalten das Thema „{name}“.</translation>
    </message>
    <message>
        <source>They lose the topic “{name}”.</source>
        <translation>Sie verlieren das Thema „{name}“.</translation>
    </message>
    <message>
        <source>They get the speaker “{name}”.</source>
        <translation>Sie erhalten den Sprecher „{name}“.</translation>
    </message>
    <message>
        <source>They lose the speaker “{name}”.</source>
        <translation>Sie verlieren den Sprecher „{name}“.</translation>
    </message>
    <message>
        <source>“{before}” becomes “{name}”.</source>
        <translation>Aus „{before}“ wird „{name}“.</translation>
    </message>
    <message>
        <source>They get the tags of “{name}”.</source>
        <translation>Sie erhalten die Angaben von „{name}“.</translation>
    </message>
    <message>
        <source>Stance on “{name}”</source>
        <translation>Haltung zu „{name}“</translation>
    </message>
    <message>
        <source>Kind of quotation</source>
        <translation>Art der Wiedergabe</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Proposition</source>
        <translation>Aussage</translation>
    </message>
    <message>
        <source>{what}: taken away.</source>
        <translation>{what}: wird entfernt.</translation>
    </message>
    <message>
        <source>{what} becomes “{value}”.</source>
        <translation>{what} wird „{value}“.</translation>
    </message>
    <message>
        <source>How sure you are of this tag, in turn: high, medium, low, none.</source>
        <translation>Wie sicher Sie dieser Markierung sind, der Reihe nach: hoch, mittel, gering, keine Angabe.</translation>
    </message>
    <message>
        <source>Link to a proposition</source>
        <translation>Mit einer Aussage verknüpfen</translation>
    </message>
    <message>
        <source>Say what the claim asserts in common with others; type some of its words, or new ones.</source>
        <translation>Sagen, was die Behauptung mit anderen gemeinsam behauptet; tippen Sie einige ihrer Wörter oder neue.</translation>
    </message>
    <message>
        <source>Propositions…</source>
        <translation>Aussagen…</translation>
    </message>
    <message>
        <source>See all propositions, change their words, make one of two, and list where each appears.</source>
        <translation>Alle Aussagen ansehen, ihre Wörter ändern, aus zweien eine machen und aufführen, wo jede vorkommt.</translation>
    </message>
    <message>
        <source>Where the proposition appears…</source>
        <translation>Wo die Aussage vorkommt…</translation>
    </message>
    <message>
        <source>List all claims that assert the same as this one, in the order of time.</source>
        <translation>Alle Behauptungen aufführen, die dasselbe aussagen wie diese, in zeitlicher Folge.</translation>
    </message>
    <message>
        <source>As before: who is meant</source>
        <translation>Wie zuvor: wer gemeint ist</translation>
    </message>
    <message>
        <source>The words selected (“he”, “the minister”) or the current mark get the speaker that this article named before.</source>
        <translation>Die ausgewählten Wörter („er“, „die Ministerin“) oder die gewählte Markierung erhalten den Sprecher, den dieser Artikel zuvor genannt hat.</translation>
    </message>
    <message>
        <source>Apply to all occurrences…</source>
        <translation>Auf alle Vorkommen anwenden…</translation>
    </message>
    <message>
        <source>Tag the words of the current mention or passage elsewhere too, in this article or the project, after ticking them in a list.</source>
        <translation>Die Wörter der gewählten Nennung oder Passage auch anderswo markieren, in diesem Artikel oder im Projekt, nach dem Abhaken in einer Liste.</translation>
    </message>
    <message>
        <source>Same tags again</source>
        <translation>Gleich auszeichnen</translation>
    </message>
    <message>
        <source>The claim gets the tags that were copied, else those of your claim changed last: speakers, topics with stances, quotation, certainty. What it has stays.</source>
        <translation>Die Behauptung bekommt, was kopiert wurde, sonst das Ihrer zuletzt geänderten Behauptung: Sprecher, Themen mit Haltung, Wiedergabe, Sicherheit. Was sie hat, bleibt.</translation>
    </message>
    <message>
        <source>Copy the tags</source>
        <translation>Auszeichnung kopieren</translation>
    </message>
    <message>
        <source>Keep the tags of this claim, to give them to one other claim or to several.</source>
        <translation>Merkt sich die Auszeichnung dieser Behauptung, um sie einer anderen oder mehreren zu geben.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Write a note on the current mark.</source>
        <translation>Eine Notiz zur gewählten Markierung schreiben.</translation>
    </message>
    <message>
        <source>Fields of the mark</source>
        <translation>Felder der Markierung</translation>
    </message>
    <message>
        <source>Go to the fields of the claim’s card, or of a mention or passage below the text; Esc comes back to the text.</source>
        <translation>Zu den Feldern der Karte gehen, bei Nennungen und Passagen zu denen unter dem Text; Esc führt zum Text zurück.</translation>
    </message>
    <message>
        <source>Done with this claim</source>
        <translation>Fertig mit dieser Behauptung</translation>
    </message>
    <message>
        <source>Leave the claim and go on to the next sentence.</source>
        <translation>Die Behauptung verlassen und zum nächsten Satz gehen.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Leave list, field, hand selection, current claim, in this order.</source>
        <translation>Liste, Feld, Auswahl, gewählte Behauptung verlassen, in dieser Reihenfolge.</translation>
    </message>
    <message>
        <source>Next mark</source>
        <translation>Nächste Markierung</translation>
    </message>
    <message>
        <source>Go to the next mark in the text.</source>
        <translation>Zur nächsten Markierung im Text gehen.</translation>
    </message>
    <message>
        <source>Previous mark</source>
        <translation>Vorherige Markierung</translation>
    </message>
    <message>
        <source>Go to the previous mark in the text.</source>
        <translation>Zur vorherigen Markierung im Text gehen.</translation>
    </message>
    <message>
        <source>Overlapping marks</source>
        <translation>Überlappende Markierungen</translation>
    </message>
    <message>
        <source>Go through the marks that overlap here, smallest first.</source>
        <translation>Die Markierungen durchgehen, die sich hier überlappen, die kleinste zuerst.</translation>
    </message>
    <message>
        <source>Move the end a word on</source>
        <translation>Ende ein Wort vor</translation>
    </message>
    <message>
        <source>Move the end of the current mark a word on.</source>
        <translation>Das Ende der gewählten Markierung ein Wort vorsetzen.</translation>
    </message>
    <message>
        <source>Move the end a word back</source>
        <translation>Ende ein Wort zurück</translation>
    </message>
    <message>
        <source>Move the end of the current mark a word back.</source>
        <translation>Das Ende der gewählten Markierung ein Wort zurücksetzen.</translation>
    </message>
    <message>
        <source>Move the start a word on</source>
        <translation>Anfang ein Wort vor</translation>
    </message>
    <message>
        <source>Move the start of the current mark a word on.</source>
        <translation>Den Anfang der gewählten Markierung ein Wort vorsetzen.</translation>
    </message>
    <message>
        <source>Move the start a word back</source>
        <translation>Anfang ein Wort zurück</translation>
    </message>
    <message>
        <source>Move the start of the current mark a word back.</source>
        <translation>Den Anfang der gewählten Markierung ein Wort zurücksetzen.</translation>
    </message>
    <message>
        <source>Move the end a character on</source>
        <translation>Ende ein Zeichen vor</translation>
    </message>
    <message>
        <source>Move the end of the current mark a character on.</source>
        <translation>Das Ende der gewählten Markierung ein Zeichen vorsetzen.</translation>
    </message>
    <message>
        <source>Move the end a character back</source>
        <translation>Ende ein Zeichen zurück</translation>
    </message>
    <message>
        <source>Move the end of the current mark a character back.</source>
        <translation>Das Ende der gewählten Markierung ein Zeichen zurücksetzen.</translation>
    </message>
    <message>
        <source>Move the start a character on</source>
        <translation>Anfang ein Zeichen vor</translation>
    </message>
    <message>
        <source>Move the start of the current mark a character on.</source>
        <translation>Den Anfang der gewählten Markierung ein Zeichen vorsetzen.</translation>
    </message>
    <message>
        <source>Move the start a character back</source>
        <translation>Anfang ein Zeichen zurück</translation>
    </message>
    <message>
        <source>Move the start of the current mark a character back.</source>
        <translation>Den Anfang der gewählten Markierung ein Zeichen zurücksetzen.</translation>
    </message>
    <message>
        <source>Take the selection out of the mark</source>
        <translation>Die Auswahl aus der Markierung nehmen</translation>
    </message>
    <message>
        <source>The words selected belong to the current mark no longer; what is left stays, also in several parts.</source>
        <translation>Die ausgewählten Wörter gehören nicht mehr zur gewählten Markierung; was übrig ist, bleibt, auch in mehreren Teilen.</translation>
    </message>
    <message>
        <source>Codebook: fields</source>
        <translation>Codebuch: Felder</translation>
    </message>
    <message>
        <source>The questions of your own that marks and articles are asked.</source>
        <translation>Die eigenen Fragen an Markierungen und Artikel.</translation>
    </message>
    <message>
        <source>Codebook: versions</source>
        <translation>Codebuch: Versionen</translation>
    </message>
    <message>
        <source>What each version of the codebook changed, and the marks to look at again.</source>
        <translation>Was jede Version des Codebuchs geändert hat, und die Markierungen zum Ansehen.</translation>
    </message>
    <message>
        <source>Codebook: speakers</source>
        <translation>Codebuch: Sprecher</translation>
    </message>
    <message>
        <source>The registry of speakers: other names, affiliations, identifiers, and who is likely the same.</source>
        <translation>Das Verzeichnis der Sprecher: weitere Namen, Zugehörigkeiten, Kennungen, und wer wohl derselbe ist.</translation>
    </message>
    <message>
        <source>Import a codebook…</source>
        <translation>Codebuch importieren…</translation>
    </message>
    <message>
        <source>Export the codebook…</source>
        <translation>Codebuch exportieren…</translation>
    </message>
    <message>
        <source>Assign articles to readers, some of them to two, and see what is planned.</source>
        <translation>Artikel Lesenden zuteilen, manche zweien, und sehen, was geplant ist.</translation>
    </message>
    <message>
        <source>Tag claim</source>
        <translation>Behauptung markieren</translation>
    </message>
    <message>
        <source>Tag mention</source>
        <translation>Nennung markieren</translation>
    </message>
    <message>
        <source>Tag passage</source>
        <translation>Passage markieren</translation>
    </message>
    <message>
        <source>Move boundary</source>
        <translation>Grenze verschieben</translation>
    </message>
    <message>
        <source>Add part</source>
        <translation>Teil hinzufügen</translation>
    </message>
    <message>
        <source>Remove part</source>
        <translation>Teil entfernen</translation>
    </message>
    <message>
        <source>A mark needs one part at least; delete the mark instead.</source>
        <translation>Eine Markierung braucht mindestens einen Teil; löschen Sie stattdessen die Markierung.</translation>
    </message>
    <message>
        <source>Tag cue</source>
        <translation>Signalwort markieren</translation>
    </message>
    <message>
        <source>Remove cue</source>
        <translation>Signalwort entfernen</translation>
    </message>
    <message>
        <source>A claim’s speaker needs a name, or words in the text that stand for one.</source>
        <translation>Der Sprecher einer Behauptung braucht einen Namen oder Wörter im Text, die für ihn stehen.</translation>
    </message>
    <message>
        <source>Set role</source>
        <translation>Rolle setzen</translation>
    </message>
    <message>
        <source>A {kind} has no {name}.</source>
        <translation>Das gibt es hier nicht: {kind} mit {name}.</translation>
    </message>
    <message>
        <source>Delete mark</source>
        <translation>Markierung löschen</translation>
    </message>
    <message>
        <source>The claim has no such {what} (any more).</source>
        <translation>Die Behauptung hat das nicht (mehr): {what}.</translation>
    </message>
    <message>
        <source>Delete the current mark. It can be undone.</source>
        <translation>Die gewählte Markierung löschen. Es kann rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Nothing to tag in this paragraph</source>
        <translation>In diesem Absatz nichts zu markieren</translation>
    </message>
    <message>
        <source>Say that you looked and found nothing to tag in this paragraph; again takes it back.</source>
        <translation>Festhalten, dass Sie in diesem Absatz nichts zu markieren gefunden haben; noch einmal nimmt es zurück.</translation>
    </message>
    <message>
        <source>Next disagreement</source>
        <translation>Nächste Abweichung</translation>
    </message>
    <message>
        <source>Go to the next disagreement of the queue.</source>
        <translation>Zur nächsten Abweichung der Liste gehen.</translation>
    </message>
    <message>
        <source>Previous disagreement</source>
        <translation>Vorherige Abweichung</translation>
    </message>
    <message>
        <source>Go to the previous disagreement of the queue.</source>
        <translation>Zur vorherigen Abweichung der Liste gehen.</translation>
    </message>
    <message>
        <source>Accept this version</source>
        <translation>Diese Fassung annehmen</translation>
    </message>
    <message>
        <source>Take the chosen version into the consensus, then go on to the next disagreement.</source>
        <translation>Die gewählte Fassung in den Konsens übernehmen, dann zur nächsten Abweichung gehen.</translation>
    </message>
    <message>
        <source>Amend this version</source>
        <translation>Diese Fassung ändern</translation>
    </message>
    <message>
        <source>Take the chosen version into the consensus and change it there; Esc goes on to the next.</source>
        <translation>Die gewählte Fassung in den Konsens übernehmen und dort ändern; Esc geht zur nächsten.</translation>
    </message>
    <message>
        <source>Reject all versions</source>
        <translation>Alle Fassungen ablehnen</translation>
    </message>
    <message>
        <source>Keep all versions out of the consensus, then go on to the next disagreement.</source>
        <translation>Alle Fassungen aus dem Konsens heraushalten, dann zur nächsten Abweichung gehen.</translation>
    </message>
    <message>
        <source>Accept, and say why</source>
        <translation>Annehmen und begründen</translation>
    </message>
    <message>
        <source>The same as accepting, but cause and reason are asked first.</source>
        <translation>Wie Annehmen, aber zuerst werden Ursache und Grund erfragt.</translation>
    </message>
    <message>
        <source>Amend, and say why</source>
        <translation>Ändern und begründen</translation>
    </message>
    <message>
        <source>The same as amending, but cause and reason are asked first.</source>
        <translation>Wie Ändern, aber zuerst werden Ursache und Grund erfragt.</translation>
    </message>
    <message>
        <source>Reject, and say why</source>
        <translation>Ablehnen und begründen</translation>
    </message>
    <message>
        <source>The same as rejecting, but cause and reason are asked first.</source>
        <translation>Wie Ablehnen, aber zuerst werden Ursache und Grund erfragt.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Leave it open and go on to the next disagreement that is open.</source>
        <translation>Offen lassen und zur nächsten offenen Abweichung gehen.</translation>
    </message>
    <message>
        <source>Accept version</source>
        <translation>Fassung annehmen</translation>
    </message>
    <message>
        <source>Amend version</source>
        <translation>Fassung ändern</translation>
    </message>
    <message>
        <source>Reject versions</source>
        <translation>Fassungen ablehnen</translation>
    </message>
    <message>
        <source>{name} deleted this claim since you saw it; nothing was decided.</source>
        <translation>{name} hat diese Behauptung gelöscht, seit Sie sie gesehen haben; nichts wurde entschieden.</translation>
    </message>
    <message>
        <source>{name} changed this claim since you saw it; nothing was decided.</source>
        <translation>{name} hat diese Behauptung geändert, seit Sie sie gesehen haben; nichts wurde entschieden.</translation>
    </message>
    <message>
        <source>Flag for the codebook</source>
        <translation>Für das Codebuch vormerken</translation>
    </message>
    <message>
        <source>Settle a question to the codebook</source>
        <translation>Frage an das Codebuch klären</translation>
    </message>
    <message>
        <source>A comment needs some words.</source>
        <translation>Ein Kommentar braucht ein paar Wörter.</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>An answer belongs to the same mark as the comment that it answers.</source>
        <translation>Eine Antwort gehört zur selben Markierung wie der Kommentar, auf den sie antwortet.</translation>
    </message>
    <message>
        <source>Delete comment</source>
        <translation>Kommentar löschen</translation>
    </message>
    <message>
        <source>This comment is {name}’s; only they may delete it.</source>
        <translation>Dieser Kommentar ist von {name} und kann nur so gelöscht werden.</translation>
    </message>
    <message>
        <source>This comment was answered; it stays, so that the answer can be understood.</source>
        <translation>Auf diesen Kommentar wurde geantwortet; er bleibt, damit die Antwort verständlich ist.</translation>
    </message>
    <message>
        <source>Ask for a third opinion</source>
        <translation>Dritte Meinung einholen</translation>
    </message>
    <message>
        <source>{reader} reads no articles; choose a person.</source>
        <translation>{reader} liest keine Artikel; wählen Sie eine Person.</translation>
    </message>
    <message>
        <source>{reader} made one of the versions; choose somebody who made none.</source>
        <translation>Von {reader} stammt eine der Fassungen; wählen Sie jemanden, von dem keine stammt.</translation>
    </message>
    <message>
        <source>{reader} was asked already.</source>
        <translation>{reader} wurde schon gefragt.</translation>
    </message>
    <message>
        <source>Mark as reviewed</source>
        <translation>Als geprüft kennzeichnen</translation>
    </message>
    <message>
        <source>Reopen the review</source>
        <translation>Prüfung wieder öffnen</translation>
    </message>
    <message>
        <source>Write a comment on the chosen version.</source>
        <translation>Einen Kommentar zur gewählten Fassung schreiben.</translation>
    </message>
    <message>
        <source>The codebook should say</source>
        <translation>Das Codebuch soll es sagen</translation>
    </message>
    <message>
        <source>Flag the case for the Codebook screen.</source>
        <translation>Den Fall für den Bildschirm Codebuch vormerken.</translation>
    </message>
    <message>
        <source>Hide or show names</source>
        <translation>Namen verbergen oder zeigen</translation>
    </message>
    <message>
        <source>Hide or show who made which version.</source>
        <translation>Verbergen oder zeigen, von wem welche Fassung stammt.</translation>
    </message>
    <message>
        <source>Choose version {number}</source>
        <translation>Fassung {number} wählen</translation>
    </message>
    <message>
        <source>Choose the version that has this number.</source>
        <translation>Die Fassung mit dieser Nummer wählen.</translation>
    </message>
    <message>
        <source>Amend: the end a word on</source>
        <translation>Ändern: Ende ein Wort vor</translation>
    </message>
    <message>
        <source>Move the end of the amended version a word on; with Ctrl a character.</source>
        <translation>Das Ende der geänderten Fassung ein Wort vorsetzen; mit Strg ein Zeichen.</translation>
    </message>
    <message>
        <source>Amend: the end a word back</source>
        <translation>Ändern: Ende ein Wort zurück</translation>
    </message>
    <message>
        <source>Move the end of the amended version a word back; with Ctrl a character.</source>
        <translation>Das Ende der geänderten Fassung ein Wort zurücksetzen; mit Strg ein Zeichen.</translation>
    </message>
    <message>
        <source>Amend: the start a word on</source>
        <translation>Ändern: Anfang ein Wort vor</translation>
    </message>
    <message>
        <source>Move the start of the amended version a word on; with Ctrl a character.</source>
        <translation>Den Anfang der geänderten Fassung ein Wort vorsetzen; mit Strg ein Zeichen.</translation>
    </message>
    <message>
        <source>Amend: the start a word back</source>
        <translation>Ändern: Anfang ein Wort zurück</translation>
    </message>
    <message>
        <source>Move the start of the amended version a word back; with Ctrl a character.</source>
        <translation>Den Anfang der geänderten Fassung ein Wort zurücksetzen; mit Strg ein Zeichen.</translation>
    </message>
    <message>
        <source>Amend: the end a character on</source>
        <translation>Ändern: Ende ein Zeichen vor</translation>
    </message>
    <message>
        <source>Move the end of the amended version a character on.</source>
        <translation>Das Ende der geänderten Fassung ein Zeichen vorsetzen.</translation>
    </message>
    <message>
        <source>Amend: the end a character back</source>
        <translation>Ändern: Ende ein Zeichen zurück</translation>
    </message>
    <message>
        <source>Move the end of the amended version a character back.</source>
        <translation>Das Ende der geänderten Fassung ein Zeichen zurücksetzen.</translation>
    </message>
    <message>
        <source>Amend: the start a character on</source>
        <translation>Ändern: Anfang ein Zeichen vor</translation>
    </message>
    <message>
        <source>Move the start of the amended version a character on.</source>
        <translation>Den Anfang der geänderten Fassung ein Zeichen vorsetzen.</translation>
    </message>
    <message>
        <source>Amend: the start a character back</source>
        <translation>Ändern: Anfang ein Zeichen zurück</translation>
    </message>
    <message>
        <source>Move the start of the amended version a character back.</source>
        <translation>Den Anfang der geänderten Fassung ein Zeichen zurücksetzen.</translation>
    </message>
    <message>
        <source>Accept what all agree on…</source>
        <translation>Annehmen, worin alle einig sind…</translation>
    </message>
    <message>
        <source>See the unanimous claims and take them into the consensus in one step.</source>
        <translation>Die einstimmigen Behauptungen ansehen und in einem Schritt in den Konsens übernehmen.</translation>
    </message>
    <message>
        <source>Overview of articles…</source>
        <translation>Übersicht der Artikel…</translation>
    </message>
    <message>
        <source>See who has read what and how much is decided, article by annotator.</source>
        <translation>Sehen, wer was gelesen hat und wie viel entschieden ist, Artikel nach Annotator.</translation>
    </message>
    <message>
        <source>Decided differently from me…</source>
        <translation>Anders entschieden als von mir…</translation>
    </message>
    <message>
        <source>See your tags that reviewers rejected or amended, with the consensus’ version.</source>
        <translation>Ihre Markierungen sehen, die abgelehnt oder geändert wurden, mit der Fassung des Konsenses.</translation>
    </message>
    <message>
        <source>Ask for a third opinion…</source>
        <translation>Dritte Meinung einholen…</translation>
    </message>
    <message>
        <source>Give the article to somebody who made none of the versions.</source>
        <translation>Den Artikel jemandem geben, von dem keine der Fassungen stammt.</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Make the text larger.</source>
        <translation>Den Text größer machen.</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Make the text smaller.</source>
        <translation>Den Text kleiner machen.</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Übliche Textgröße</translation>
    </message>
    <message>
        <source>Give the text its usual size.</source>
        <translation>Dem Text seine übliche Größe geben.</translation>
    </message>
    <message>
        <source>Articles pane</source>
        <translation>Artikelliste</translation>
    </message>
    <message>
        <source>Show or fold the list of articles.</source>
        <translation>Die Liste der Artikel zeigen oder einklappen.</translation>
    </message>
    <message>
        <source>Claims pane</source>
        <translation>Behauptungen</translation>
    </message>
    <message>
        <source>Show or fold claims, speakers and topics.</source>
        <translation>Behauptungen, Sprecher und Themen zeigen oder einklappen.</translation>
    </message>
    <message>
        <source>Show colleagues’ marks</source>
        <translation>Markierungen der anderen zeigen</translation>
    </message>
    <message>
        <source>Show or hide the marks of other annotators in the text.</source>
        <translation>Die Markierungen anderer Annotatoren im Text zeigen oder verbergen.</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>Annotieren</translation>
    </message>
    <message>
        <source>Go to the text of the article.</source>
        <translation>Zum Text des Artikels gehen.</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Go to the colleagues’ versions and decide where they differ.</source>
        <translation>Zu den Fassungen der anderen gehen und entscheiden, worin sie abweichen.</translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation>Codebuch</translation>
    </message>
    <message>
        <source>Topics, fields, versions and speakers of the project.</source>
        <translation>Themen, Felder, Versionen und Sprecher des Projekts.</translation>
    </message>
    <message>
        <source>Take in topics and fields from a TOML, .qdc or .csv file.</source>
        <translation>Themen und Felder aus einer TOML-, .qdc- oder .csv-Datei übernehmen.</translation>
    </message>
    <message>
        <source>Write topics and fields alone to a TOML, .qdc or .csv file.</source>
        <translation>Nur Themen und Felder in eine TOML-, .qdc- oder .csv-Datei schreiben.</translation>
    </message>
    <message>
        <source>Plan who reads what…</source>
        <translation>Planen, wer was liest…</translation>
    </message>
    <message>
        <source>Agreement…</source>
        <translation>Übereinstimmung…</translation>
    </message>
    <message>
        <source>How far the annotators agree, layer by layer, with the cases behind each number.</source>
        <translation>Wie weit die Annotatoren übereinstimmen, Ebene für Ebene, mit den Fällen hinter jeder Zahl.</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Suchen oder Befehl ausführen</translation>
    </message>
    <message>
        <source>Find a command, an article, a speaker or a topic by a few letters of its name.</source>
        <translation>Einen Befehl, einen Artikel, einen Sprecher oder ein Thema mit einigen Buchstaben des Namens finden.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>How to work with Annotator.</source>
        <translation>Wie man mit Annotator arbeitet.</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Rundgang</translation>
    </message>
    <message>
        <source>Five short steps that show how tagging goes; Esc ends it.</source>
        <translation>Fünf kurze Schritte, die zeigen, wie das Markieren geht; Esc beendet ihn.</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>The sheet of all keys.</source>
        <translation>Das Blatt mit allen Tasten.</translation>
    </message>
    <message>
        <source>Open the log</source>
        <translation>Protokoll öffnen</translation>
    </message>
    <message>
        <source>Show the file in which the program notes what went wrong. It holds no article text.</source>
        <translation>Die Datei zeigen, in der das Programm festhält, was schiefging. Sie enthält keinen Artikeltext.</translation>
    </message>
    <message>
        <source>About Annotator</source>
        <translation>Über Annotator</translation>
    </message>
    <message>
        <source>Version, licence and where your data lies.</source>
        <translation>Version, Lizenz und wo Ihre Daten liegen.</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindung wird aufgebaut</translation>
    </message>
    <message>
        <source>All is well: the project “{name}” is there.</source>
        <translation>Alles in Ordnung: das Projekt „{name}“ ist da.</translation>
    </message>
    <message>
        <source>You are {who}, a {role}.</source>
        <translation>Sie sind {who}, {role}.</translation>
    </message>
    <message>
        <source>coder</source>
        <translation>Kodierer</translation>
    </message>
    <message>
        <source>reviewer</source>
        <translation>Prüfer</translation>
    </message>
    <message>
        <source>manager</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>The connection is back.</source>
        <translation>Die Verbindung ist wieder da.</translation>
    </message>
    <message>
        <source>Merge another copy of this project</source>
        <translation>Eine andere Kopie dieses Projekts zusammenführen</translation>
    </message>
    <message>
        <source>Annotator projects (*.annotator)</source>
        <translation>Annotator-Projekte (*.annotator)</translation>
    </message>
    <message>
        <source>Import its tags…</source>
        <translation>Seine Markierungen importieren…</translation>
    </message>
    <message>
        <source>Looking at the copy</source>
        <translation>Die Kopie wird angesehen</translation>
    </message>
    <message>
        <source>Reading the other project</source>
        <translation>Das andere Projekt wird gelesen</translation>
    </message>
    <message>
        <source>Merged: {taken} taken in or brought up to date, {removed} removed. Undo takes it back.</source>
        <translation>Zusammengeführt: {taken} übernommen oder auf den neuen Stand gebracht, {removed} entfernt. Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>Merging the copy</source>
        <translation>Die Kopie wird zusammengeführt</translation>
    </message>
    <message>
        <source>This project is open for reading only; nothing can be changed in it.</source>
        <translation>Dieses Projekt ist nur zum Lesen geöffnet; darin kann nichts geändert werden.</translation>
    </message>
    <message>
        <source>Annotation sets</source>
        <translation>Annotationssätze</translation>
    </message>
    <message>
        <source>Import annotation sets</source>
        <translation>Annotationssätze importieren</translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation>Die Dateien werden angesehen</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Wird importiert</translation>
    </message>
    <message>
        <source>Counting what gets lost</source>
        <translation>Es wird gezählt, was verloren geht</translation>
    </message>
    <message>
        <source>Looking at what is chosen</source>
        <translation>Die Auswahl wird angesehen</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Wird exportiert</translation>
    </message>
    <message>
        <source>Exported to {path}.</source>
        <translation>Exportiert nach {path}.</translation>
    </message>
    <message>
        <source>Exported to {path}; read back, all {n} lines are the same.</source>
        <translation>Exportiert nach {path}; zurückgelesen, alle {n} Zeilen sind gleich.</translation>
    </message>
    <message>
        <source>Exported to {path}, but {n} lines came back otherwise; if a tag was made meanwhile, export again.</source>
        <translation>Exportiert nach {path}, aber {n} Zeilen kamen anders zurück; wurde inzwischen markiert, exportieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>Save a backup</source>
        <translation>Sicherung speichern</translation>
    </message>
    <message>
        <source>A backup cannot take the place of the open project; choose another name.</source>
        <translation>Eine Sicherung kann nicht an die Stelle des offenen Projekts treten; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Saving a backup</source>
        <translation>Die Sicherung wird gespeichert</translation>
    </message>
    <message>
        <source>{names} · blind</source>
        <translation>{names} · blind</translation>
    </message>
    <message>
        <source>alone</source>
        <translation>allein</translation>
    </message>
    <message>
        <source>with another</source>
        <translation>mit jemand anderem</translation>
    </message>
    <message>
        <source>again</source>
        <translation>noch einmal</translation>
    </message>
    <message>
        <source>review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>third opinion</source>
        <translation>dritte Meinung</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>blind</source>
        <translation>blind</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>Preparing the sample</source>
        <translation>Das Beispiel wird vorbereitet</translation>
    </message>
    <message>
        <source>Making the project</source>
        <translation>Das Projekt wird angelegt</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Wird geöffnet</translation>
    </message>
    <message>
        <source>A note that was being typed when the program ended was kept; undo takes it back.</source>
        <translation>Eine Notiz, die gerade getippt wurde, als das Programm endete, wurde behalten; Rückgängig nimmt sie zurück.</translation>
    </message>
    <message>
        <source>A part of {path} cannot be read any more, so nothing more is written into it.</source>
        <translation>Ein Teil von {path} ist nicht mehr lesbar, darum wird nichts mehr hineingeschrieben.</translation>
    </message>
    <message>
        <source>Go on in the saved file</source>
        <translation>In der gespeicherten Datei weiterarbeiten</translation>
    </message>
    <message>
        <source>Save it elsewhere…</source>
        <translation>Anderswo speichern…</translation>
    </message>
    <message>
        <source>Save what is known</source>
        <translation>Speichern, was bekannt ist</translation>
    </message>
    <message>
        <source>A rescued copy of {date} lies beside it.</source>
        <translation>Eine gerettete Kopie vom {date} liegt daneben.</translation>
    </message>
    <message>
        <source>Open the rescued copy</source>
        <translation>Gerettete Kopie öffnen</translation>
    </message>
    <message>
        <source>The last backup is of {date}.</source>
        <translation>Die letzte Sicherung ist vom {date}.</translation>
    </message>
    <message>
        <source>Restore the last backup</source>
        <translation>Letzte Sicherung wiederherstellen</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Wird wiederhergestellt</translation>
    </message>
    <message>
        <source>What can be read was saved to {path}; go on in it.</source>
        <translation>Was lesbar ist, wurde in {path} gespeichert; arbeiten Sie darin weiter.</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Wird gespeichert</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>This project</source>
        <translation>Dieses Projekt</translation>
    </message>
    <message>
        <source>Its backups</source>
        <translation>Seine Sicherungen</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>You work as {name}. Choose the name that colleagues will see.</source>
        <translation>Sie arbeiten als {name}. Wählen Sie den Namen, den Kolleginnen und Kollegen sehen.</translation>
    </message>
    <message>
        <source>Choose the name…</source>
        <translation>Namen wählen…</translation>
    </message>
    <message>
        <source>Annotator {version}, under the MIT licence. Claims, speakers and topics in articles.

Your data: {data}</source>
        <translation>Annotator {version}, unter der MIT-Lizenz. Behauptungen, Sprecher und Themen in Artikeln.

Ihre Daten: {data}</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>All of it was saved to {path}.</source>
        <translation>Alles wurde in {path} gespeichert.</translation>
    </message>
    <message>
        <source>Missing: {lost}.</source>
        <translation>Es fehlt: {lost}.</translation>
    </message>
    <message>
        <source>The last backup is {path}.</source>
        <translation>Die letzte Sicherung ist {path}.</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>Es gibt nichts zu wiederholen.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Do “{label}” again?</source>
        <translation>„{label}“ wiederholen?</translation>
    </message>
    <message>
        <source>Undo “{label}”?</source>
        <translation>„{label}“ rückgängig machen?</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Done again: {label}</source>
        <translation>Wiederholt: {label}</translation>
    </message>
    <message>
        <source>Undone: {label}</source>
        <translation>Rückgängig gemacht: {label}</translation>
    </message>
    <message>
        <source>This step is in conflict</source>
        <translation>Dieser Schritt steht im Konflikt</translation>
    </message>
    <message>
        <source>Pass it over</source>
        <translation>Übergehen</translation>
    </message>
    <message>
        <source>This step changed {rows} entries at once.</source>
        <translation>Dieser Schritt hat {rows} Einträge auf einmal geändert.</translation>
    </message>
    <message>
        <source>This step was done on {day}.</source>
        <translation>Dieser Schritt wurde am {day} getan.</translation>
    </message>
    <message>
        <source>This step lies in another article.</source>
        <translation>Dieser Schritt liegt in einem anderen Artikel.</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Each token (a run of word characters, or one other character that is not white space) is labelled as cue, source, content or nothing by its first character, in this order of precedence.</source>
        <translation>Jedes Token (eine Folge von Wortzeichen oder ein anderes Zeichen, das kein Leerraum ist) gilt nach seinem ersten Zeichen als Signalwort, Quelle, Inhalt oder nichts, in dieser Rangfolge.</translation>
    </message>
    <message>
        <source>Claims found</source>
        <translation>Gefundene Behauptungen</translation>
    </message>
    <message>
        <source>Claims of two annotators are matched one to one so that the text they share is as much as possible; a claim that overlaps none of the other’s is missing there.</source>
        <translation>Behauptungen zweier Annotatoren werden eins zu eins so zugeordnet, dass sie möglichst viel Text gemeinsam haben; eine Behauptung, die keine der anderen überlappt, fehlt dort.</translation>
    </message>
    <message>
        <source>Boundaries</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>How far the annotators mark the same stretches of text as claims, token by token.</source>
        <translation>Wie weit die Annotatoren dieselben Textstücke als Behauptungen markieren, Token für Token.</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>Of claims that two annotators or more have found: the set of speakers that each was ascribed to.</source>
        <translation>Von Behauptungen, die mindestens zwei Annotatoren gefunden haben: die Menge der Sprecher, denen jede zugeschrieben ist.</translation>
    </message>
    <message>
        <source>Of claims that two annotators or more have found: the set of topics of each.</source>
        <translation>Von Behauptungen, die mindestens zwei Annotatoren gefunden haben: die Menge der Themen jeder.</translation>
    </message>
    <message>
        <source>Stance</source>
        <translation>Haltung</translation>
    </message>
    <message>
        <source>Of claims that two annotators or more have found and given the same topic: the stance on it; a stance that was left open is a value of its own.</source>
        <translation>Von Behauptungen, die mindestens zwei Annotatoren gefunden und mit demselben Thema versehen haben: die Haltung dazu; eine offen gelassene Haltung ist ein eigener Wert.</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Of claims that two annotators or more have found: the kind of quotation; left open is a value.</source>
        <translation>Von Behauptungen, die mindestens zwei Annotatoren gefunden haben: die Art der Wiedergabe; offen gelassen ist ein Wert.</translation>
    </message>
    <message>
        <source>End to end</source>
        <translation>Von Anfang bis Ende</translation>
    </message>
    <message>
        <source>Claims that two annotators have found and given the same speakers with the same roles, the same topics with the same stances, and the same kind of quotation; the boundaries need only overlap.</source>
        <translation>Behauptungen, die zwei Annotatoren gefunden und mit denselben Sprechern in denselben Rollen, denselben Themen mit denselben Haltungen und derselben Art der Wiedergabe versehen haben; die Grenzen müssen sich nur überlappen.</translation>
    </message>
    <message>
        <source>Krippendorff’s α, nominal</source>
        <translation>Krippendorffs α, nominal</translation>
    </message>
    <message>
        <source>One minus the observed over the expected disagreement; two different values disagree wholly.</source>
        <translation>Eins minus beobachtete durch erwartete Abweichung; zwei verschiedene Werte weichen ganz voneinander ab.</translation>
    </message>
    <message>
        <source>Krippendorff’s α, ordinal</source>
        <translation>Krippendorffs α, ordinal</translation>
    </message>
    <message>
        <source>Krippendorff’s α, sets by Jaccard</source>
        <translation>Krippendorffs α, Mengen nach Jaccard</translation>
    </message>
    <message>
        <source>Krippendorff’s α, sets by MASI</source>
        <translation>Krippendorffs α, Mengen nach MASI</translation>
    </message>
    <message>
        <source>Krippendorff’s |u-α, unitizing</source>
        <translation>Krippendorffs |u-α, Unitizing</translation>
    </message>
    <message>
        <source>Krippendorff’s α-U of 1995</source>
        <translation>Krippendorffs α-U von 1995</translation>
    </message>
    <message>
        <source>Krippendorff’s α over tokens</source>
        <translation>Krippendorffs α über Tokens</translation>
    </message>
    <message>
        <source>Cohen’s κ</source>
        <translation>Cohens κ</translation>
    </message>
    <message>
        <source>Fleiss’ κ</source>
        <translation>Fleiss’ κ</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>The share of pairs of values that are the same, with no allowance for chance.</source>
        <translation>Der Anteil gleicher Wertepaare, ohne Abzug für den Zufall.</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Twice the matched pairs over all claims of both annotators, over all pairs of annotators.</source>
        <translation>Zweimal die zugeordneten Paare durch alle Behauptungen beider Annotatoren, über alle Paare von Annotatoren.</translation>
    </message>
    <message>
        <source>F1, end to end</source>
        <translation>F1, von Anfang bis Ende</translation>
    </message>
    <message>
        <source>One minus the observed over the expected disagreement of stances in the order opposes, neutral, supports: two of them disagree by the square of how many values lie between them. Unclear and open stances are left out.</source>
        <translation>Eins minus beobachtete durch erwartete Abweichung der Haltungen in der Reihenfolge dagegen, neutral, dafür: Zwei weichen um das Quadrat dessen ab, wie viele Werte zwischen ihnen liegen. Unklare und offene Haltungen bleiben außer Betracht.</translation>
    </message>
    <message>
        <source>One minus the observed over the expected disagreement; two sets disagree by the share of their members that they do not have in common.</source>
        <translation>Eins minus beobachtete durch erwartete Abweichung; zwei Mengen weichen um den Anteil der Elemente ab, die sie nicht gemeinsam haben.</translation>
    </message>
    <message>
        <source>One minus the observed over the expected disagreement; what two sets have in common counts wholly where they are equal, two thirds where one holds the other, one third where they only overlap.</source>
        <translation>Eins minus beobachtete durch erwartete Abweichung; was zwei Mengen gemeinsam haben, zählt ganz, wenn sie gleich sind, zu zwei Dritteln, wenn eine die andere enthält, zu einem Drittel, wenn sie sich nur überschneiden.</translation>
    </message>
    <message>
        <source>One minus the observed over the expected length of text that one annotator marks and another does not. By chance, any claim, and any token between claims, may meet any other; the unit of length is the token.</source>
        <translation>Eins minus beobachtete durch erwartete Länge des Textes, den eine Person markiert und eine andere nicht. Nach Zufall kann jede Behauptung und jedes Token dazwischen auf jedes andere treffen; die Einheit der Länge ist das Token.</translation>
    </message>
    <message>
        <source>The older coefficient: one minus the observed over the expected disagreement, which is the squared distances of the ends of overlapping claims, and the squared length of a claim that overlaps none.</source>
        <translation>Der ältere Koeffizient: eins minus beobachtete durch erwartete Abweichung; sie ist das Quadrat der Abstände zwischen den Enden überlappender Behauptungen und das Quadrat der Länge einer Behauptung, die keine überlappt.</translation>
    </message>
    <message>
        <source>One minus the observed over the expected disagreement on whether each token lies in a claim or not.</source>
        <translation>Eins minus beobachtete durch erwartete Abweichung darüber, ob jedes Token in einer Behauptung liegt oder nicht.</translation>
    </message>
    <message>
        <source>One minus the observed over the expected share of different values; what is expected is what each annotator’s own shares of the values would give by chance.</source>
        <translation>Eins minus beobachteter durch erwarteten Anteil verschiedener Werte; erwartet wird, was die eigenen Anteile der Werte jeder der beiden Personen nach Zufall ergäben.</translation>
    </message>
    <message>
        <source>One minus the observed over the expected share of pairs of different values; what is expected is what all annotators’ shares of the values together would give by chance. Each unit needs the same number of values.</source>
        <translation>Eins minus beobachteter durch erwarteten Anteil von Paaren verschiedener Werte; erwartet wird, was die Anteile der Werte bei allen zusammen nach Zufall ergäben. Jede Einheit braucht gleich viele Werte.</translation>
    </message>
    <message>
        <source>Twice the matched pairs that are the same in everything but their boundaries over all claims of both annotators, over all pairs of annotators.</source>
        <translation>Das Doppelte der zugeordneten Paare, die in allem außer ihren Grenzen gleich sind, durch alle Behauptungen beider Personen, über alle Paare von Personen.</translation>
    </message>
    <message>
        <source>Mean overlap</source>
        <translation>Mittlere Überlappung</translation>
    </message>
    <message>
        <source>Of matched claims: the text that both cover over the text that either covers, in characters.</source>
        <translation>Von zugeordneten Behauptungen: der Text, den beide abdecken, durch den Text, den eine von beiden abdeckt, in Zeichen.</translation>
    </message>
    <message>
        <source>Exact boundaries</source>
        <translation>Genaue Grenzen</translation>
    </message>
    <message>
        <source>The share of matched claims with the very same boundaries.</source>
        <translation>Der Anteil zugeordneter Behauptungen mit genau denselben Grenzen.</translation>
    </message>
    <message>
        <source>γ</source>
        <translation>γ</translation>
    </message>
    <message>
        <source>One minus the disorder of the best alignment of all annotators’ claims over that of chance texts; positions only.</source>
        <translation>Eins minus Unordnung der besten Zuordnung aller Behauptungen durch die von Zufallstexten; nur Positionen.</translation>
    </message>
    <message>
        <source>Intervals hold 95 % of 1,000 resamples of whole articles, drawn with replacement (percentile bootstrap, fixed seed). They need at least two articles.</source>
        <translation>Die Intervalle enthalten 95 % von 1.000 Stichproben ganzer Artikel, gezogen mit Zurücklegen (Perzentil-Bootstrap, fester Startwert). Sie brauchen mindestens zwei Artikel.</translation>
    </message>
    <message>
        <source>It cannot be computed, because no two of these annotators have worked on the same article.</source>
        <translation>Nicht berechenbar, weil keine zwei dieser Annotatoren denselben Artikel bearbeitet haben.</translation>
    </message>
    <message>
        <source>It cannot be computed, because nobody has marked anything there.</source>
        <translation>Nicht berechenbar, weil dort niemand etwas markiert hat.</translation>
    </message>
    <message>
        <source>It cannot be computed, because no claim was found by two of these annotators.</source>
        <translation>Nicht berechenbar, weil keine Behauptung von zwei dieser Annotatoren gefunden wurde.</translation>
    </message>
    <message>
        <source>It cannot be computed, because no two of these annotators gave the same topic to the same claim.</source>
        <translation>Nicht berechenbar, weil keine zwei dieser Annotatoren derselben Behauptung dasselbe Thema gegeben haben.</translation>
    </message>
    <message>
        <source>It cannot be computed, because there is one category only: every value is the same.</source>
        <translation>Nicht berechenbar, weil es nur eine Kategorie gibt: Alle Werte sind gleich.</translation>
    </message>
    <message>
        <source>It cannot be computed, because no two annotators gave a value to the same unit.</source>
        <translation>Nicht berechenbar, weil keine zwei Annotatoren derselben Einheit einen Wert gegeben haben.</translation>
    </message>
    <message>
        <source>It cannot be computed, because Fleiss’ kappa needs as many values of each unit, and some are missing.</source>
        <translation>Nicht berechenbar, weil Fleiss’ κ von jeder Einheit gleich viele Werte braucht und einige fehlen.</translation>
    </message>
    <message>
        <source>It cannot be computed, because nobody has marked a claim there.</source>
        <translation>Nicht berechenbar, weil dort niemand eine Behauptung markiert hat.</translation>
    </message>
    <message>
        <source>It cannot be computed, because the claims cover all of the text.</source>
        <translation>Nicht berechenbar, weil die Behauptungen den ganzen Text abdecken.</translation>
    </message>
    <message>
        <source>It cannot be computed, because the solver is not installed; install Annotator with the extra “gamma”.</source>
        <translation>Nicht berechenbar, weil der Löser nicht installiert ist; installieren Sie Annotator mit dem Zusatz „gamma“.</translation>
    </message>
    <message>
        <source>It cannot be computed, because an article has too many overlapping claims to align them all.</source>
        <translation>Nicht berechenbar, weil ein Artikel zu viele überlappende Behauptungen hat, um alle zuzuordnen.</translation>
    </message>
    <message>
        <source>boundary</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlend</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>cue</source>
        <translation>Signalwort</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>stance</source>
        <translation>Haltung</translation>
    </message>
    <message>
        <source>quotation</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>1 assignment made; undo takes it back.</source>
        <translation>1 Zuteilung gemacht; Rückgängig nimmt sie zurück.</translation>
    </message>
    <message>
        <source>{count} assignments made; undo takes them back.</source>
        <translation>{count} Zuteilungen gemacht; Rückgängig nimmt sie zurück.</translation>
    </message>
    <message>
        <source>1 assignment taken back.</source>
        <translation>1 Zuteilung zurückgenommen.</translation>
    </message>
    <message>
        <source>{count} assignments taken back.</source>
        <translation>{count} Zuteilungen zurückgenommen.</translation>
    </message>
    <message>
        <source>Agreement from month to month</source>
        <translation>Übereinstimmung von Monat zu Monat</translation>
    </message>
    <message>
        <source>An annotator needs a name; give one in Settings.</source>
        <translation>Ein Annotator braucht einen Namen; geben Sie ihn in den Einstellungen an.</translation>
    </message>
    <message>
        <source>This {what} is not in the project (any more).</source>
        <translation>Nicht (mehr) im Projekt: {what}.</translation>
    </message>
    <message>
        <source>This is a {kind}, not a {wanted}.</source>
        <translation>Das ist {kind}, nicht {wanted}.</translation>
    </message>
    <message>
        <source>This {kind} is {name}’s; only {name} may change it.</source>
        <translation>{kind} von {name}: nur {name} darf das ändern.</translation>
    </message>
    <message>
        <source>A {what} needs a name.</source>
        <translation>Ein Name fehlt: {what}.</translation>
    </message>
    <message>
        <source>Define topic</source>
        <translation>Thema definieren</translation>
    </message>
    <message>
        <source>“{topic}”: {fields} changed</source>
        <translation>„{topic}“: {fields} geändert</translation>
    </message>
    <message>
        <source>Take examples</source>
        <translation>Beispiele übernehmen</translation>
    </message>
    <message>
        <source>Change note</source>
        <translation>Notiz ändern</translation>
    </message>
    <message>
        <source>The note of a version needs words.</source>
        <translation>Die Notiz einer Version braucht Wörter.</translation>
    </message>
    <message>
        <source>Retire topic</source>
        <translation>Thema stilllegen</translation>
    </message>
    <message>
        <source>Retire topics</source>
        <translation>Themen stilllegen</translation>
    </message>
    <message>
        <source>Bring topic back</source>
        <translation>Thema zurückholen</translation>
    </message>
    <message>
        <source>Bring topics back</source>
        <translation>Themen zurückholen</translation>
    </message>
    <message>
        <source>“{topic}” retired</source>
        <translation>„{topic}“ stillgelegt</translation>
    </message>
    <message>
        <source>“{topic}” brought back</source>
        <translation>„{topic}“ zurückgeholt</translation>
    </message>
    <message>
        <source>Merge topics</source>
        <translation>Themen zusammenführen</translation>
    </message>
    <message>
        <source>“{loser}” is this topic already; choose two different ones.</source>
        <translation>„{loser}“ ist schon dieses Thema; wählen Sie zwei verschiedene.</translation>
    </message>
    <message>
        <source>“{winner}” lies below “{loser}”; move it out first.</source>
        <translation>„{winner}“ liegt unter „{loser}“; verschieben Sie es zuerst.</translation>
    </message>
    <message>
        <source>“{loser}” merged into “{winner}”</source>
        <translation>„{loser}“ in „{winner}“ aufgegangen</translation>
    </message>
    <message>
        <source>Part topics</source>
        <translation>Themen trennen</translation>
    </message>
    <message>
        <source>“{topic}” was not merged into another topic.</source>
        <translation>„{topic}“ wurde mit keinem anderen Thema zusammengeführt.</translation>
    </message>
    <message>
        <source>“{loser}” parted from “{winner}”</source>
        <translation>„{loser}“ von „{winner}“ getrennt</translation>
    </message>
    <message>
        <source>Split topic</source>
        <translation>Thema teilen</translation>
    </message>
    <message>
        <source>“{topic}” was merged into another topic; split that one.</source>
        <translation>„{topic}“ ist in einem anderen Thema aufgegangen; teilen Sie jenes.</translation>
    </message>
    <message>
        <source>“{made}” split from “{topic}”</source>
        <translation>„{made}“ von „{topic}“ abgeteilt</translation>
    </message>
    <message>
        <source>“{made}” has been a topic of its own since version {number}.</source>
        <translation>„{made}“ ist seit Version {number} ein eigenes Thema.</translation>
    </message>
    <message>
        <source>One of the marks is not about “{name}” (any more); choose the marks again.</source>
        <translation>Eine der Markierungen handelt nicht (mehr) von „{name}“; wählen Sie die Markierungen neu.</translation>
    </message>
    <message>
        <source>Look at marks again</source>
        <translation>Markierungen noch einmal ansehen</translation>
    </message>
    <message>
        <source>First version</source>
        <translation>Erste Version</translation>
    </message>
    <message>
        <source>There are no topics and no fields in it; choose another file.</source>
        <translation>Es sind keine Themen und keine Felder darin; wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Take codebook</source>
        <translation>Codebuch übernehmen</translation>
    </message>
    <message>
        <source>Codebook taken from {file}</source>
        <translation>Codebuch übernommen aus {file}</translation>
    </message>
    <message>
        <source>Topics that were merged into others have no place in a codebook alone: {merged}.</source>
        <translation>Themen, die in andere zusammengelegt wurden, haben in einem Codebuch allein keinen Platz: {merged}.</translation>
    </message>
    <message>
        <source>“{topic}” was merged into “{winner}” here, and stays so.</source>
        <translation>„{topic}“ wurde hier mit „{winner}“ zusammengeführt und bleibt es.</translation>
    </message>
    <message>
        <source>The key “{key}” is that of “{owner}”; “{record}” has none now.</source>
        <translation>Die Taste „{key}“ gehört „{owner}“; „{record}“ hat jetzt keine.</translation>
    </message>
    <message>
        <source>“{topic}” is “{name}” in the file; here it keeps its name and place, which others stand in the way of.</source>
        <translation>„{topic}“ ist in der Datei „{name}“; hier behält es Namen und Platz, weil andere im Weg stehen.</translation>
    </message>
    <message>
        <source>“{old}” is called “{new}” now.</source>
        <translation>„{old}“ heißt jetzt „{new}“.</translation>
    </message>
    <message>
        <source>“{topic}” lies at the top now.</source>
        <translation>„{topic}“ liegt jetzt ganz oben.</translation>
    </message>
    <message>
        <source>“{topic}” lies under “{above}” now.</source>
        <translation>„{topic}“ liegt jetzt unter „{above}“.</translation>
    </message>
    <message>
        <source>The field “{field}” asks for another kind of answer here; it stays as it is.</source>
        <translation>Das Feld „{field}“ fragt hier nach einer anderen Art von Antwort; es bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>{chosen} can be written but not read; choose another format.</source>
        <translation>{chosen} kann geschrieben, aber nicht gelesen werden; wählen Sie ein anderes Format.</translation>
    </message>
    <message>
        <source>Reading it takes more memory than there is; split it, or import it on a larger computer.</source>
        <translation>Es zu lesen braucht mehr Speicher, als da ist; teilen Sie es, oder importieren Sie es auf einem größeren Rechner.</translation>
    </message>
    <message>
        <source>There is no annotation set in this folder; choose another one, or the files of the set.</source>
        <translation>In diesem Ordner ist kein Annotationssatz; wählen Sie einen anderen, oder die Dateien des Satzes.</translation>
    </message>
    <message>
        <source>The file is empty; export the set again.</source>
        <translation>Die Datei ist leer; exportieren Sie den Satz neu.</translation>
    </message>
    <message>
        <source>The archive is empty; pack it again.</source>
        <translation>Das Archiv ist leer; packen Sie es neu.</translation>
    </message>
    <message>
        <source>This is no annotation set that can be read; known are: {known}. An article is not imported but added.</source>
        <translation>Das ist kein Annotationssatz, der gelesen werden kann; bekannt sind: {known}. Ein Artikel wird nicht importiert, sondern hinzugefügt.</translation>
    </message>
    <message>
        <source>Import {name}</source>
        <translation>{name} importieren</translation>
    </message>
    <message>
        <source>{fmt} can be read but not written; choose another format.</source>
        <translation>{fmt} kann gelesen, aber nicht geschrieben werden; wählen Sie ein anderes Format.</translation>
    </message>
    <message>
        <source>A set cannot take the place of a project; choose another name, or make a backup.</source>
        <translation>Ein Satz kann nicht an die Stelle eines Projekts treten; wählen Sie einen anderen Namen, oder speichern Sie eine Sicherung.</translation>
    </message>
    <message>
        <source>Article “{title}” ({id}) is written as it stands, but its text is not the one that was stored: the project is damaged. Take the article from a backup.</source>
        <translation>Der Artikel „{title}“ ({id}) ist so geschrieben, wie er dasteht, aber sein Text ist nicht der, der gespeichert wurde: Das Projekt ist beschädigt. Nehmen Sie den Artikel aus einer Sicherung.</translation>
    </message>
    <message>
        <source>{fmt} can be written but not read, so it cannot be compared; leave out --verify.</source>
        <translation>{fmt} kann geschrieben, aber nicht gelesen und darum nicht verglichen werden; lassen Sie den Vergleich (--verify) weg.</translation>
    </message>
    <message>
        <source>New field</source>
        <translation>Neues Feld</translation>
    </message>
    <message>
        <source>Change field</source>
        <translation>Feld ändern</translation>
    </message>
    <message>
        <source>A field has no {unknown}.</source>
        <translation>Ein Feld hat das nicht: {unknown}.</translation>
    </message>
    <message>
        <source>“{field}” is answered on {answered} marks; make a new field for another kind of answer.</source>
        <translation>„{field}“ ist an {answered} Markierungen beantwortet; legen Sie für eine andere Art von Antwort ein neues Feld an.</translation>
    </message>
    <message>
        <source>Field “{field}” changed</source>
        <translation>Feld „{field}“ geändert</translation>
    </message>
    <message>
        <source>Move field</source>
        <translation>Feld verschieben</translation>
    </message>
    <message>
        <source>Delete field</source>
        <translation>Feld löschen</translation>
    </message>
    <message>
        <source>Set field</source>
        <translation>Feld setzen</translation>
    </message>
    <message>
        <source>“{field}” is not asked of a {kind}.</source>
        <translation>„{field}“ wird hier nicht gefragt: {kind}.</translation>
    </message>
    <message>
        <source>“{value}” is no answer to “{field}”; it asks for {asked}.</source>
        <translation>„{value}“ ist keine Antwort auf „{field}“; gefragt ist {asked}.</translation>
    </message>
    <message>
        <source>one of {some}</source>
        <translation>eines von {some}</translation>
    </message>
    <message>
        <source>some of {some}</source>
        <translation>einige von {some}</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>ja oder nein</translation>
    </message>
    <message>
        <source>A field cannot be of the kind “{kind}”; choose one of {kinds}.</source>
        <translation>Ein Feld kann nicht von der Art „{kind}“ sein; wählen Sie eine von {kinds}.</translation>
    </message>
    <message>
        <source>Say what “{field}” is asked of: {targets}.</source>
        <translation>Sagen Sie, woran „{field}“ gefragt wird: {targets}.</translation>
    </message>
    <message>
        <source>Rename choice</source>
        <translation>Antwort umbenennen</translation>
    </message>
    <message>
        <source>“{choice}” is no choice of “{field}”.</source>
        <translation>„{choice}“ ist keine Antwort von „{field}“.</translation>
    </message>
    <message>
        <source>“{doubled}” stands twice among the choices of “{field}”; each is named once.</source>
        <translation>„{doubled}“ steht zweimal unter den Antworten von „{field}“; jede wird einmal genannt.</translation>
    </message>
    <message>
        <source>Colleagues answered with this choice, and the server lets nobody but them change their marks; add the new choice beside the old one, or ask the owner of the project.</source>
        <translation>Kolleginnen und Kollegen haben mit dieser Auswahl geantwortet, und der Server lässt nur sie ihre Markierungen ändern; fügen Sie die neue Auswahl neben der alten hinzu, oder bitten Sie die Person, der das Projekt gehört.</translation>
    </message>
    <message>
        <source>“{field}” needs at least one choice.</source>
        <translation>„{field}“ braucht mindestens eine Antwort zur Wahl.</translation>
    </message>
    <message>
        <source>There is a field “{other}” already; choose another title.</source>
        <translation>Ein Feld „{other}“ gibt es schon; wählen Sie einen anderen Titel.</translation>
    </message>
    <message>
        <source>Article “{record}” ({id}): its text here is another one; the marks were anchored again by their words.</source>
        <translation>Artikel „{record}“ ({id}): sein Text ist hier ein anderer; die Markierungen wurden anhand ihrer Wörter neu verankert.</translation>
    </message>
    <message>
        <source>Its words “{words}” are not found for sure in the article’s text here.</source>
        <translation>Die Wörter „{words}“ sind im Text des Artikels hier nicht sicher zu finden.</translation>
    </message>
    <message>
        <source>What it is about was left out.</source>
        <translation>Wovon es handelt, wurde ausgelassen.</translation>
    </message>
    <message>
        <source>It holds the marks of several annotators, which cannot all become {as_name}’s; import it under their own names.</source>
        <translation>Es enthält die Markierungen mehrerer Annotatoren, die nicht alle unter {as_name} kommen können; importieren Sie es unter ihren eigenen Namen.</translation>
    </message>
    <message>
        <source>{count} of its marks and remarks are in the project already as tags of {names} and stay so; to have them under another name, undo the import that brought them, then import again.</source>
        <translation>{count} der Markierungen und Bemerkungen darin sind schon im Projekt, als solche von {names}, und bleiben es; um sie unter einem anderen Namen zu haben, machen Sie den Import rückgängig, der sie brachte, und importieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>{called} is in the project with other content; the project’s was kept.</source>
        <translation>{called} ist mit anderem Inhalt im Projekt; der des Projekts bleibt.</translation>
    </message>
    <message>
        <source>Add topic</source>
        <translation>Thema hinzufügen</translation>
    </message>
    <message>
        <source>Remove topic</source>
        <translation>Thema entfernen</translation>
    </message>
    <message>
        <source>Set stance</source>
        <translation>Haltung setzen</translation>
    </message>
    <message>
        <source>Add speaker</source>
        <translation>Sprecher hinzufügen</translation>
    </message>
    <message>
        <source>Remove speaker</source>
        <translation>Sprecher entfernen</translation>
    </message>
    <message>
        <source>Set quotation</source>
        <translation>Wiedergabe setzen</translation>
    </message>
    <message>
        <source>Set certainty</source>
        <translation>Sicherheit setzen</translation>
    </message>
    <message>
        <source>Link proposition</source>
        <translation>Mit Aussage verknüpfen</translation>
    </message>
    <message>
        <source>Give the same tags</source>
        <translation>Gleich auszeichnen</translation>
    </message>
    <message>
        <source>Delete marks</source>
        <translation>Markierungen löschen</translation>
    </message>
    <message>
        <source>“{value}” is no {what}.</source>
        <translation>„{value}“ geht hier nicht: {what}.</translation>
    </message>
    <message>
        <source>“{words}” in “{article}”</source>
        <translation>„{words}“ in „{article}“</translation>
    </message>
    <message>
        <source>of {who} in “{article}”</source>
        <translation>von {who} in „{article}“</translation>
    </message>
    <message>
        <source>of {who}</source>
        <translation>von {who}</translation>
    </message>
    <message>
        <source>Mark {id} is not what the copy’s own text says there, so nothing was taken in; look at it with annotator check.</source>
        <translation>Die Markierung {id} ist nicht, was der Text der Kopie dort sagt, darum wurde nichts übernommen; sehen Sie sie mit annotator check an.</translation>
    </message>
    <message>
        <source>Merge the copy {name}</source>
        <translation>Kopie {name} zusammenführen</translation>
    </message>
    <message>
        <source>{reason} Or have its tags exported there as an annotation set, and import that here.</source>
        <translation>{reason} Oder lassen Sie die Markierungen dort als Annotationssatz exportieren, und importieren Sie diesen hier.</translation>
    </message>
    <message>
        <source>{place} is no copy of this project but another one, “{there}”. To take its tags in, export them from there as an annotation set and import that here.</source>
        <translation>{place} ist keine Kopie dieses Projekts, sondern ein anderes, „{there}“. Um seine Markierungen zu übernehmen, exportieren Sie sie dort als Annotationssatz, und importieren Sie diesen hier.</translation>
    </message>
    <message>
        <source>{path} is this very project; choose another copy of it.</source>
        <translation>{path} ist genau dieses Projekt; wählen Sie eine andere Kopie davon.</translation>
    </message>
    <message>
        <source>There is no project at {path}; check the name.</source>
        <translation>Unter {path} ist kein Projekt; prüfen Sie den Namen.</translation>
    </message>
    <message>
        <source>{called} was deleted in the copy but is used here; it was kept.</source>
        <translation>{called} wurde in der Kopie gelöscht, wird hier aber gebraucht und bleibt.</translation>
    </message>
    <message>
        <source>{called} was deleted here and changed in the copy; it stays deleted.</source>
        <translation>{called} wurde hier gelöscht und in der Kopie geändert; es bleibt gelöscht.</translation>
    </message>
    <message>
        <source>{called} was changed here and deleted in the copy; it was kept.</source>
        <translation>{called} wurde hier geändert und in der Kopie gelöscht; es bleibt.</translation>
    </message>
    <message>
        <source>{called} was changed here and in the copy; what is here was kept.</source>
        <translation>{called} wurde hier und in der Kopie geändert; was hier ist, bleibt.</translation>
    </message>
    <message>
        <source>Tag mentions</source>
        <translation>Nennungen markieren</translation>
    </message>
    <message>
        <source>Tag passages</source>
        <translation>Passagen markieren</translation>
    </message>
    <message>
        <source>Choose at least one person who is to read.</source>
        <translation>Wählen Sie mindestens eine Person, die lesen soll.</translation>
    </message>
    <message>
        <source>The share for double reading lies between 0 and 100 per cent.</source>
        <translation>Der Anteil für doppeltes Lesen liegt zwischen 0 und 100 Prozent.</translation>
    </message>
    <message>
        <source>Double reading takes two persons at least; choose another one, or a share of 0.</source>
        <translation>Doppeltes Lesen braucht mindestens zwei Personen; wählen Sie noch eine, oder einen Anteil von 0.</translation>
    </message>
    <message>
        <source>The share to read again lies above 0 and is at most 100 per cent.</source>
        <translation>Der Anteil, der noch einmal gelesen wird, liegt über 0 und ist höchstens 100 Prozent.</translation>
    </message>
    <message>
        <source>Assign articles</source>
        <translation>Artikel zuteilen</translation>
    </message>
    <message>
        <source>One of these articles is not in the project any more; make the plan again.</source>
        <translation>Einer dieser Artikel ist nicht mehr im Projekt; machen Sie den Plan neu.</translation>
    </message>
    <message>
        <source>Withdraw assignments</source>
        <translation>Zuteilungen zurücknehmen</translation>
    </message>
    <message>
        <source>Unlink proposition</source>
        <translation>Verknüpfung mit Aussage lösen</translation>
    </message>
    <message>
        <source>New proposition</source>
        <translation>Neue Aussage</translation>
    </message>
    <message>
        <source>Change proposition</source>
        <translation>Aussage ändern</translation>
    </message>
    <message>
        <source>A proposition has no {name}.</source>
        <translation>Eine Aussage hat das nicht: {name}.</translation>
    </message>
    <message>
        <source>Merge propositions</source>
        <translation>Aussagen zusammenlegen</translation>
    </message>
    <message>
        <source>A proposition cannot be merged with itself.</source>
        <translation>Eine Aussage kann nicht mit sich selbst zusammengelegt werden.</translation>
    </message>
    <message>
        <source>Delete proposition</source>
        <translation>Aussage löschen</translation>
    </message>
    <message>
        <source>“{proposition}” is asserted by {used} claims; unlink them first.</source>
        <translation>„{proposition}“ wird von {used} Behauptungen ausgesagt; lösen Sie zuerst deren Verknüpfung.</translation>
    </message>
    <message>
        <source>A proposition needs words.</source>
        <translation>Eine Aussage braucht Wörter.</translation>
    </message>
    <message>
        <source>Resolve mention</source>
        <translation>Nennung auflösen</translation>
    </message>
    <message>
        <source>This mention has its speaker already.</source>
        <translation>Diese Nennung hat schon ihren Sprecher.</translation>
    </message>
    <message>
        <source>A passage has no speaker to resolve.</source>
        <translation>Eine Passage hat keinen Sprecher aufzulösen.</translation>
    </message>
    <message>
        <source>The speakers of this claim are known already.</source>
        <translation>Die Sprecher dieser Behauptung sind schon bekannt.</translation>
    </message>
    <message>
        <source>“{words}” stands for</source>
        <translation>mit „{words}“ gemeint ist</translation>
    </message>
    <message>
        <source>is meant</source>
        <translation>gemeint ist</translation>
    </message>
    <message>
        <source>Nobody was named before in this article, so it cannot be told who {said}; name the speaker first.</source>
        <translation>In diesem Artikel wurde zuvor niemand genannt, darum ist nicht zu sagen, wer {said}; nennen Sie zuerst den Sprecher.</translation>
    </message>
    <message>
        <source>{path} holds {count} articles; a revision takes one.</source>
        <translation>{path} enthält {count} Artikel; eine Überarbeitung nimmt einen.</translation>
    </message>
    <message>
        <source>Revise article</source>
        <translation>Artikel überarbeiten</translation>
    </message>
    <message>
        <source>“{article}” has this very text already; nothing was changed.</source>
        <translation>„{article}“ hat genau diesen Text schon; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>There is no consensus in this project yet; review tags first.</source>
        <translation>In diesem Projekt gibt es noch keinen Konsens; prüfen Sie zuerst Markierungen.</translation>
    </message>
    <message>
        <source>No article that is asked for is {stated}; see annotator articles.</source>
        <translation>Kein gefragter Artikel ist in diesem Zustand: {stated}; siehe annotator articles.</translation>
    </message>
    <message>
        <source>A mark needs some text; select a few words first.</source>
        <translation>Eine Markierung braucht Text; wählen Sie zuerst ein paar Wörter aus.</translation>
    </message>
    <message>
        <source>The span {start} to {end} is empty or lies outside the text (0 to {length}).</source>
        <translation>Die Stelle {start} bis {end} ist leer oder liegt außerhalb des Textes (0 bis {length}).</translation>
    </message>
    <message>
        <source>The parts of one mark must not overlap; choose words that are not in it yet.</source>
        <translation>Die Teile einer Markierung dürfen sich nicht überlappen; wählen Sie Wörter, die noch nicht dazugehören.</translation>
    </message>
    <message>
        <source>The words of a cue cannot be blank; select those that attribute the claim.</source>
        <translation>Ein Signalwort kann nicht leer sein; wählen Sie die Wörter, die die Aussage zuschreiben.</translation>
    </message>
    <message>
        <source>cue: white space alone, left out ({claims})</source>
        <translation>Signalwort: nur Leerraum, weggelassen ({claims})</translation>
    </message>
    <message>
        <source>New speaker</source>
        <translation>Neuer Sprecher</translation>
    </message>
    <message>
        <source>Rename speaker</source>
        <translation>Sprecher umbenennen</translation>
    </message>
    <message>
        <source>Change speaker</source>
        <translation>Sprecher ändern</translation>
    </message>
    <message>
        <source>A speaker has no {name}.</source>
        <translation>Ein Sprecher hat das nicht: {name}.</translation>
    </message>
    <message>
        <source>A speaker cannot be a “{value}”; choose one of {kinds}.</source>
        <translation>Ein Sprecher kann nicht „{value}“ sein; wählen Sie eines von {kinds}.</translation>
    </message>
    <message>
        <source>There is an identifier in “{scheme}” already: {kept}. Change it, or say where “{id_}” is from.</source>
        <translation>In „{scheme}“ gibt es schon eine Kennung: {kept}. Ändern Sie sie, oder sagen Sie, woher „{id_}“ ist.</translation>
    </message>
    <message>
        <source>An affiliation needs the name of an organisation.</source>
        <translation>Eine Zugehörigkeit braucht den Namen einer Organisation.</translation>
    </message>
    <message>
        <source>“{date}” is no date; write a year, a month or a day: 2024, 2024-05 or 2024-05-01.</source>
        <translation>„{date}“ ist kein Datum; schreiben Sie ein Jahr, einen Monat oder einen Tag: 2024, 2024-05 oder 2024-05-01.</translation>
    </message>
    <message>
        <source>The time at “{organisation}” ends ({until}) before it begins ({since}).</source>
        <translation>Die Zeit bei „{organisation}“ endet ({until}), bevor sie beginnt ({since}).</translation>
    </message>
    <message>
        <source>Merge speakers</source>
        <translation>Sprecher zusammenführen</translation>
    </message>
    <message>
        <source>“{loser}” is this speaker already; choose two different ones.</source>
        <translation>„{loser}“ ist schon dieser Sprecher; wählen Sie zwei verschiedene.</translation>
    </message>
    <message>
        <source>Part speakers</source>
        <translation>Sprecher trennen</translation>
    </message>
    <message>
        <source>“{speaker}” was not merged into anybody.</source>
        <translation>„{speaker}“ wurde mit niemandem zusammengeführt.</translation>
    </message>
    <message>
        <source>Delete speaker</source>
        <translation>Sprecher löschen</translation>
    </message>
    <message>
        <source>Delete speakers</source>
        <translation>Sprecher löschen</translation>
    </message>
    <message>
        <source>“{speaker}” is named by {used} tags; merge it into another speaker instead.</source>
        <translation>„{speaker}“ wird an {used} Stellen genannt; führen Sie ihn stattdessen mit einem anderen Sprecher zusammen.</translation>
    </message>
    <message>
        <source>Add member</source>
        <translation>Mitglied hinzufügen</translation>
    </message>
    <message>
        <source>The copy in {address} is not what the project holds; it was not kept.</source>
        <translation>Die Kopie in {address} ist nicht, was das Projekt enthält; sie wurde nicht behalten.</translation>
    </message>
    <message>
        <source>New topic</source>
        <translation>Neues Thema</translation>
    </message>
    <message>
        <source>Rename topic</source>
        <translation>Thema umbenennen</translation>
    </message>
    <message>
        <source>Change topic</source>
        <translation>Thema ändern</translation>
    </message>
    <message>
        <source>A topic has no {name}.</source>
        <translation>Ein Thema hat das nicht: {name}.</translation>
    </message>
    <message>
        <source>“{value}” is no colour; write it as #rrggbb.</source>
        <translation>„{value}“ ist keine Farbe; schreiben Sie sie als #rrggbb.</translation>
    </message>
    <message>
        <source>Move topic</source>
        <translation>Thema verschieben</translation>
    </message>
    <message>
        <source>Move topics</source>
        <translation>Themen verschieben</translation>
    </message>
    <message>
        <source>“{topic}” cannot lie below itself.</source>
        <translation>„{topic}“ kann nicht unter sich selbst liegen.</translation>
    </message>
    <message>
        <source>Delete topic</source>
        <translation>Thema löschen</translation>
    </message>
    <message>
        <source>Delete topics</source>
        <translation>Themen löschen</translation>
    </message>
    <message>
        <source>“{topic}” is used once; merge it into another or retire it instead.</source>
        <translation>„{topic}“ wird einmal verwendet; führen Sie es stattdessen mit einem anderen zusammen, oder legen Sie es still.</translation>
    </message>
    <message>
        <source>“{topic}” is used by {used} tags or topics; merge it into another or retire it instead.</source>
        <translation>„{topic}“ wird von {used} Markierungen oder Themen gebraucht; führen Sie es mit einem anderen zusammen, oder legen Sie es still.</translation>
    </message>
    <message>
        <source>There is a topic “{other}” at this place already; choose another name.</source>
        <translation>Ein Thema „{other}“ gibt es an dieser Stelle schon; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>“{key}” cannot be a topic’s key: one letter or digit it must be.</source>
        <translation>„{key}“ kann keine Taste eines Themas sein: es muss ein Buchstabe oder eine Ziffer sein.</translation>
    </message>
    <message>
        <source>The key “{key}” belongs to “{name}”; choose another one.</source>
        <translation>Die Taste „{key}“ gehört zu „{name}“; wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>Accept unanimous claims</source>
        <translation>Einstimmige Behauptungen annehmen</translation>
    </message>
    <message>
        <source>Accept 1 unanimous claim</source>
        <translation>1 einstimmige Behauptung annehmen</translation>
    </message>
    <message>
        <source>Accept {count} unanimous claims</source>
        <translation>{count} einstimmige Behauptungen annehmen</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Keine Berechtigung</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>Vorgang nicht erlaubt</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Ordner nicht gefunden</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>Die Datei gibt es schon</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>Kein Ordner</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>Das ist ein Ordner</translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <translation>Der Ordner ist nicht leer</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>Kein Platz mehr auf dem Datenträger</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>Der zugeteilte Speicherplatz ist voll</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>Die Datei ist zu groß</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Das Dateisystem kann nur gelesen werden</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>Zu viele offene Dateien</translation>
    </message>
    <message>
        <source>Too many open files in system</source>
        <translation>Zu viele offene Dateien im System</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>Der Dateiname ist zu lang</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>Zu viele symbolische Verknüpfungen hintereinander</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>Ungültige Angabe</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Fehler beim Lesen oder Schreiben</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>Das Gerät ist belegt</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>Die Verbindung hat zu lange gebraucht</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>Die Verbindung wurde abgelehnt</translation>
    </message>
    <message>
        <source>No route to host</source>
        <translation>Kein Weg zu diesem Rechner</translation>
    </message>
    <message>
        <source>Stopped. What was done before stays.</source>
        <translation>Angehalten. Was vorher getan wurde, bleibt.</translation>
    </message>
    <message>
        <source>{where}: {reason}</source>
        <translation>{where}: {reason}</translation>
    </message>
    <message>
        <source>The extension “{point}” ({value}) cannot be loaded: {name}: {error}. Update or uninstall the package that brings it.</source>
        <translation>Die Erweiterung „{point}“ ({value}) kann nicht geladen werden: {name}: {error}. Aktualisieren oder entfernen Sie das Paket, das sie mitbringt.</translation>
    </message>
    <message>
        <source>There is no format “{name}”; choose one of: {names}.</source>
        <translation>Ein Format „{name}“ gibt es nicht; wählen Sie eines von: {names}.</translation>
    </message>
    <message>
        <source>The codebook is written as TOML in the window: Codebook › Export…; from here it goes out as “.qdc”, or inside an annotation set.</source>
        <translation>Als TOML wird das Codebuch im Fenster geschrieben: Codebuch › Exportieren…; von hier aus geht es als „.qdc“ hinaus oder in einem Annotationssatz.</translation>
    </message>
    <message>
        <source>No format goes by the suffix “{suffix}”; use one of {known}, or name the format.</source>
        <translation>Zur Endung „{suffix}“ gehört kein Format; nehmen Sie eine von {known}, oder nennen Sie das Format.</translation>
    </message>
    <message>
        <source>This is neither a file nor a folder; choose one of them.</source>
        <translation>Das ist weder eine Datei noch ein Ordner; wählen Sie eines davon.</translation>
    </message>
    <message>
        <source>There is nothing at this place; check the name.</source>
        <translation>An dieser Stelle ist nichts; prüfen Sie den Namen.</translation>
    </message>
    <message>
        <source>You have no permission to read this; change its permissions or copy it elsewhere.</source>
        <translation>Sie dürfen das nicht lesen; ändern Sie die Rechte, oder kopieren Sie es an einen anderen Ort.</translation>
    </message>
    <message>
        <source>This is a folder; choose the file in it.</source>
        <translation>Das ist ein Ordner; wählen Sie die Datei darin.</translation>
    </message>
    <message>
        <source>unknown error</source>
        <translation>unbekannter Fehler</translation>
    </message>
    <message>
        <source>The system could not read this ({reason}); check the disk and the name.</source>
        <translation>Das System konnte das nicht lesen ({reason}); prüfen Sie den Datenträger und den Namen.</translation>
    </message>
    <message>
        <source>Its text {path}.txt is not beside it; name the folder of the texts (--texts).</source>
        <translation>Der Text {path}.txt liegt nicht daneben; nennen Sie den Ordner der Texte (--texts).</translation>
    </message>
    <message>
        <source>brat stand-off (texts with .ann files)</source>
        <translation>brat stand-off (Texte mit .ann-Dateien)</translation>
    </message>
    <message>
        <source>There is no folder of this name; name that of the texts.</source>
        <translation>Einen Ordner dieses Namens gibt es nicht; nennen Sie den der Texte.</translation>
    </message>
    <message>
        <source>The file is larger than {megabytes} MB; split it.</source>
        <translation>Die Datei ist größer als {megabytes} MB; teilen Sie sie.</translation>
    </message>
    <message>
        <source>This is no record of brat; correct or remove the line.</source>
        <translation>Das ist kein Eintrag von brat; berichtigen oder entfernen Sie die Zeile.</translation>
    </message>
    <message>
        <source>This is no span of brat (id, tab, label, offsets, tab, text); correct or remove the line.</source>
        <translation>Das ist keine Stelle von brat (Kennung, Tabulator, Label, Positionen, Tabulator, Text); berichtigen oder entfernen Sie die Zeile.</translation>
    </message>
    <message>
        <source>The id {found} stands in an earlier line; give this one its own.</source>
        <translation>Die Kennung {found} steht in einer früheren Zeile; geben Sie dieser eine eigene.</translation>
    </message>
    <message>
        <source>The span ends before it begins; correct its offsets.</source>
        <translation>Die Stelle endet, bevor sie beginnt; berichtigen Sie ihre Positionen.</translation>
    </message>
    <message>
        <source>This is no event of brat (id, tab, type:trigger, roles); correct or remove the line.</source>
        <translation>Das ist kein Ereignis von brat (Kennung, Tabulator, Typ:Auslöser, Rollen); berichtigen oder entfernen Sie die Zeile.</translation>
    </message>
    <message>
        <source>This is no relation of brat (id, tab, type, two arguments); correct or remove the line.</source>
        <translation>Das ist keine Beziehung von brat (Kennung, Tabulator, Typ, zwei Argumente); berichtigen oder entfernen Sie die Zeile.</translation>
    </message>
    <message>
        <source>This is no equivalence of brat (star, tab, type, ids); correct or remove the line.</source>
        <translation>Das ist keine Gleichsetzung von brat (Stern, Tabulator, Typ, Kennungen); berichtigen oder entfernen Sie die Zeile.</translation>
    </message>
    <message>
        <source>The id {key} stands in an earlier line; give this one its own.</source>
        <translation>Die Kennung {key} steht in einer früheren Zeile; geben Sie dieser eine eigene.</translation>
    </message>
    <message>
        <source>An attribute or entry belongs to {key}, which is not there; correct or remove it.</source>
        <translation>Ein Attribut oder Eintrag gehört zu {key}, das nicht da ist; berichtigen oder entfernen Sie ihn.</translation>
    </message>
    <message>
        <source>This format is several files; name a folder, or one file that ends in .zip.</source>
        <translation>Dieses Format besteht aus mehreren Dateien; nennen Sie einen Ordner, oder eine Datei mit der Endung .zip.</translation>
    </message>
    <message>
        <source>This is the older JSON of UIMA</source>
        <translation>Das ist das ältere JSON von UIMA</translation>
    </message>
    <message>
        <source>This is no JSON of a UIMA CAS</source>
        <translation>Das ist kein JSON eines UIMA CAS</translation>
    </message>
    <message>
        <source>{what}; export it as UIMA CAS JSON 0.4 or XMI.</source>
        <translation>{what}; exportieren Sie es als UIMA CAS JSON 0.4 oder XMI.</translation>
    </message>
    <message>
        <source>UIMA CAS JSON (INCEpTION)</source>
        <translation>UIMA CAS JSON (INCEpTION)</translation>
    </message>
    <message>
        <source>It holds no text; export it again with its text.</source>
        <translation>Es enthält keinen Text; exportieren Sie es neu, mit dem Text.</translation>
    </message>
    <message>
        <source>It holds no text, so that its annotations have no place; export it again with its text.</source>
        <translation>Es enthält keinen Text, darum haben die Annotationen keine Stelle; exportieren Sie es neu, mit dem Text.</translation>
    </message>
    <message>
        <source>Propositions as schema.org ClaimReview (JSON-LD)</source>
        <translation>Aussagen als ClaimReview nach schema.org (JSON-LD)</translation>
    </message>
    <message>
        <source>It is larger than 32 MB, which no codebook is; choose another file.</source>
        <translation>Es ist größer als 32 MB, was kein Codebuch ist; wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>The name of “{topic}” was cut; it stands whole in the definition.</source>
        <translation>Der Name von „{topic}“ wurde gekürzt; er steht ganz in der Definition.</translation>
    </message>
    <message>
        <source>“{colour}” is no colour; “{topic}” gets another one.</source>
        <translation>„{colour}“ ist keine Farbe; „{topic}“ bekommt eine andere.</translation>
    </message>
    <message>
        <source>“{key}” cannot be a key; “{topic}” has none now.</source>
        <translation>„{key}“ kann keine Taste sein; „{topic}“ hat jetzt keine.</translation>
    </message>
    <message>
        <source>The key “{key}” is that of “{other}”; “{topic}” has none now.</source>
        <translation>Die Taste „{key}“ gehört „{other}“; „{topic}“ hat jetzt keine.</translation>
    </message>
    <message>
        <source>It is no valid XML: {error}.</source>
        <translation>Es ist kein gültiges XML: {error}.</translation>
    </message>
    <message>
        <source>It is XML, but no codebook of REFI-QDA.</source>
        <translation>Es ist XML, aber kein Codebuch nach REFI-QDA.</translation>
    </message>
    <message>
        <source>Sets of codes are not known here; they were left out.</source>
        <translation>Gruppen von Codes gibt es hier nicht; sie wurden ausgelassen.</translation>
    </message>
    <message>
        <source>There are no codes in it.</source>
        <translation>Es enthält keine Codes.</translation>
    </message>
    <message>
        <source>A code has no name; it is called “{name}” now.</source>
        <translation>Ein Code hat keinen Namen; er heißt jetzt „{name}“.</translation>
    </message>
    <message>
        <source>“{name}” stands twice at the same place; the second is called “{free}” now.</source>
        <translation>„{name}“ steht zweimal an derselben Stelle; das zweite heißt jetzt „{free}“.</translation>
    </message>
    <message>
        <source>It has no column of names; call one of its columns “name”, in the first row.</source>
        <translation>Es hat keine Spalte mit Namen; nennen Sie eine Spalte in der ersten Zeile „name“.</translation>
    </message>
    <message>
        <source>It is no table: {error}.</source>
        <translation>Es ist keine Tabelle: {error}.</translation>
    </message>
    <message>
        <source>The column “{name}” means nothing here; it was left out.</source>
        <translation>Die Spalte „{name}“ bedeutet hier nichts; sie wurde weggelassen.</translation>
    </message>
    <message>
        <source>Fields have no place in this format; {count} were left out.</source>
        <translation>Felder haben in diesem Format keinen Platz; ausgelassen: {count}.</translation>
    </message>
    <message>
        <source>Keys have no place in this format; {keys} were left out.</source>
        <translation>Tasten haben in diesem Format keinen Platz; ausgelassen: {keys}.</translation>
    </message>
    <message>
        <source>{parents} retired topics have others below them, and come back as topics in use.</source>
        <translation>Unter {parents} stillgelegten Themen liegen andere; sie kommen als Themen in Gebrauch zurück.</translation>
    </message>
    <message>
        <source>There are two fields with the key “{doubled}”; give each its own.</source>
        <translation>Zwei Felder haben den Schlüssel „{doubled}“; geben Sie jedem einen eigenen.</translation>
    </message>
    <message>
        <source>The field “{key}” is called “{title}” now.</source>
        <translation>Das Feld „{key}“ heißt jetzt „{title}“.</translation>
    </message>
    <message>
        <source>“{field}” says not what it is asked of; it is asked of claims now.</source>
        <translation>„{field}“ sagt nicht, wonach es fragt; es wird jetzt bei Behauptungen gefragt.</translation>
    </message>
    <message>
        <source>Choices of “{field}” that are empty or named twice were left out.</source>
        <translation>Antworten von „{field}“, die leer oder doppelt sind, wurden weggelassen.</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>eine Liste von Texten</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>A {kind} begins with a line [[{kind}]].</source>
        <translation>Jeder Eintrag dieser Art beginnt mit einer Zeile [[{kind}]] ({kind}).</translation>
    </message>
    <message>
        <source>“{name}” of a {kind} means nothing here; it was left out.</source>
        <translation>„{name}“ bei {kind} bedeutet hier nichts; es wurde ausgelassen.</translation>
    </message>
    <message>
        <source>It says nothing of “{name}”; add a line for it.</source>
        <translation>Es sagt nichts zu „{name}“; fügen Sie eine Zeile dafür hinzu.</translation>
    </message>
    <message>
        <source>“{value}” is nothing that “{name}” can be.</source>
        <translation>„{value}“ ist nichts, was „{name}“ sein kann.</translation>
    </message>
    <message>
        <source>“{name}” is not {wanted}.</source>
        <translation>„{name}“ ist nicht {wanted}.</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>Every topic needs a name.</source>
        <translation>Jedes Thema braucht einen Namen.</translation>
    </message>
    <message>
        <source>“{name}” stands twice at the same place; give each topic a name of its own.</source>
        <translation>„{name}“ steht zweimal an derselben Stelle; geben Sie jedem Thema einen eigenen Namen.</translation>
    </message>
    <message>
        <source>there are several of that name; name its id instead</source>
        <translation>davon gibt es mehrere; nennen Sie stattdessen die Kennung</translation>
    </message>
    <message>
        <source>there is no such topic</source>
        <translation>dieses Thema gibt es nicht</translation>
    </message>
    <message>
        <source>“{each}” lies under “{wanted}”, but {what}.</source>
        <translation>„{each}“ liegt unter „{wanted}“, aber {what}.</translation>
    </message>
    <message>
        <source>“{by_id}” lies below itself ({way}).</source>
        <translation>„{by_id}“ liegt unter sich selbst ({way}).</translation>
    </message>
    <message>
        <source>“{each}” stands twice at the same place; give each topic a name of its own.</source>
        <translation>„{each}“ steht zweimal an derselben Stelle; geben Sie jedem Thema einen eigenen Namen.</translation>
    </message>
    <message>
        <source>This is no text; choose a file with a token and its tag on each line.</source>
        <translation>Das ist kein Text; wählen Sie eine Datei mit einem Token und seinem Tag in jeder Zeile.</translation>
    </message>
    <message>
        <source>The line does not end in a tag such as O or B-PER; its token was taken without one.</source>
        <translation>Die Zeile endet nicht mit einem Tag wie O oder B-PER; ihr Token wurde ohne Tag übernommen.</translation>
    </message>
    <message>
        <source>A document has more than {most_spans:,} spans; part the documents with lines {document}.</source>
        <translation>Ein Dokument hat mehr als {most_spans:,} Stellen; trennen Sie die Dokumente mit Zeilen {document}.</translation>
    </message>
    <message>
        <source>{count:,} more lines do not end in a tag; their tokens were taken without one.</source>
        <translation>{count:,} weitere Zeilen enden nicht mit einem Tag; ihre Token wurden ohne Tag übernommen.</translation>
    </message>
    <message>
        <source>CoNLL and BIO</source>
        <translation>CoNLL und BIO</translation>
    </message>
    <message>
        <source>A text holds half a character (a lone surrogate), which no file carries; type it again.</source>
        <translation>Ein Text enthält ein halbes Zeichen (ein einzelnes Surrogat), das keine Datei fasst; tippen Sie ihn neu.</translation>
    </message>
    <message>
        <source>The table has more than {megabytes} MB; split the set.</source>
        <translation>Die Tabelle hat mehr als {megabytes} MB; teilen Sie den Satz.</translation>
    </message>
    <message>
        <source>The table cannot be read from here on ({error}); save it anew.</source>
        <translation>Die Tabelle kann ab hier nicht gelesen werden ({error}); speichern Sie sie neu.</translation>
    </message>
    <message>
        <source>Tables for spreadsheets (CSV)</source>
        <translation>Tabellen für Tabellenprogramme (CSV)</translation>
    </message>
    <message>
        <source>Discourse Network Analyzer database</source>
        <translation>Datenbank des Discourse Network Analyzer</translation>
    </message>
    <message>
        <source>The database has more than {megabytes} MB.</source>
        <translation>Die Datenbank hat mehr als {megabytes} MB.</translation>
    </message>
    <message>
        <source>It cannot be read as a database of DNA ({error}); choose another file.</source>
        <translation>Es kann nicht als Datenbank von DNA gelesen werden ({error}); wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>It is a database, but none of the Discourse Network Analyzer.</source>
        <translation>Es ist eine Datenbank, aber keine des Discourse Network Analyzer.</translation>
    </message>
    <message>
        <source>It has no text; add one, or remove it.</source>
        <translation>Es hat keinen Text; fügen Sie einen hinzu, oder entfernen Sie es.</translation>
    </message>
    <message>
        <source>{label} is no label of doccano; correct or remove it.</source>
        <translation>{label} ist kein Label von doccano; berichtigen oder entfernen Sie es.</translation>
    </message>
    <message>
        <source>doccano (JSON Lines)</source>
        <translation>doccano (JSON Lines)</translation>
    </message>
    <message>
        <source>This format needs a library that is not installed; install it with: pip install &apos;annotator[{extra}]&apos;.</source>
        <translation>Dieses Format braucht eine Bibliothek, die nicht installiert ist; installieren Sie sie mit: pip install &apos;annotator[{extra}]&apos;.</translation>
    </message>
    <message>
        <source>it stands behind the end line.</source>
        <translation>sie steht hinter der Endzeile.</translation>
    </message>
    <message>
        <source>The file is empty; choose an annotation set.</source>
        <translation>Die Datei ist leer; wählen Sie einen Annotationssatz.</translation>
    </message>
    <message>
        <source>{problem} Nothing was taken; export the set again, or ask for what can be read of it.</source>
        <translation>{problem} Nichts wurde übernommen; exportieren Sie den Satz neu, oder verlangen Sie, was davon lesbar ist.</translation>
    </message>
    <message>
        <source>{problem} What could be read was taken.</source>
        <translation>{problem} Was lesbar war, wurde übernommen.</translation>
    </message>
    <message>
        <source>The set is not whole: its end line is missing.</source>
        <translation>Der Satz ist nicht vollständig: seine Endzeile fehlt.</translation>
    </message>
    <message>
        <source>The set goes on behind its end line, in line {line}.</source>
        <translation>Der Satz geht hinter seiner Endzeile weiter, in Zeile {line}.</translation>
    </message>
    <message>
        <source>The set is not as it was written: its bytes do not match its end line.</source>
        <translation>Der Satz ist nicht mehr, wie er geschrieben wurde: seine Bytes passen nicht zur Endzeile.</translation>
    </message>
    <message>
        <source>The end line counts {count} {kind} lines, and there are {there}.</source>
        <translation>Die Endzeile zählt {count} Zeilen der Art {kind}, und es sind {there}.</translation>
    </message>
    <message>
        <source>This is no annotation set: it does not begin with a set line; choose another file.</source>
        <translation>Das ist kein Annotationssatz: er beginnt nicht mit einer Satzzeile (set); wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>The set is of version {version}, and this program reads up to version {newest}; install a newer one.</source>
        <translation>Der Satz ist von Version {version}, und dieses Programm liest bis Version {newest}; installieren Sie ein neueres.</translation>
    </message>
    <message>
        <source>The set line cannot be read: {error}.</source>
        <translation>Die Satzzeile (set) kann nicht gelesen werden: {error}.</translation>
    </message>
    <message>
        <source>There is no version {version} of the format; export it again.</source>
        <translation>Eine Version {version} des Formats gibt es nicht; exportieren Sie es neu.</translation>
    </message>
    <message>
        <source>it is a second set line; a file holds one set.</source>
        <translation>das ist eine zweite Satzzeile (set); eine Datei enthält einen Satz.</translation>
    </message>
    <message>
        <source>the {kind} cannot be read: {reason}.</source>
        <translation>nicht lesbar ({kind}): {reason}.</translation>
    </message>
    <message>
        <source>line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>The line is longer than {megabytes} MB; no set has such lines.</source>
        <translation>Die Zeile ist länger als {megabytes} MB; solche Zeilen hat kein Satz.</translation>
    </message>
    <message>
        <source>it is not UTF-8</source>
        <translation>es ist kein UTF-8</translation>
    </message>
    <message>
        <source>it is nested too deep</source>
        <translation>es ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>It holds the marks of several annotators, {name} among them, which cannot all become {wish}’s; import it under their own names.</source>
        <translation>Es enthält die Markierungen mehrerer Annotatoren, darunter {name}, die nicht alle unter {wish} kommen können; importieren Sie es unter ihren eigenen Namen.</translation>
    </message>
    <message>
        <source>Its text is neither in the set nor in the project; add the article first, or name its folder.</source>
        <translation>Der Text ist weder im Satz noch im Projekt; fügen Sie zuerst den Artikel hinzu, oder nennen Sie seinen Ordner.</translation>
    </message>
    <message>
        <source>{reason} Left out with it: {left}.</source>
        <translation>{reason} Damit ausgelassen: {left}.</translation>
    </message>
    <message>
        <source>It refers to {key}, which is not there.</source>
        <translation>Es verweist auf {key}, das nicht da ist.</translation>
    </message>
    <message>
        <source>No column is known to hold the words or the places of annotations and what they are; there are: {told}. Name them with --column quote=HEADING and --column label=HEADING.</source>
        <translation>Von keiner Spalte ist bekannt, dass sie Wörter oder Stellen von Annotationen enthält und was sie sind; es gibt: {told}. Nennen Sie sie mit --column quote=HEADING und --column label=HEADING.</translation>
    </message>
    <message>
        <source>There is no table in this file.</source>
        <translation>In dieser Datei ist keine Tabelle.</translation>
    </message>
    <message>
        <source>The row has neither words nor a place in the text; add one.</source>
        <translation>Die Zeile hat weder Wörter noch eine Stelle im Text; fügen Sie eines hinzu.</translation>
    </message>
    <message>
        <source>Table of annotations of another program (CSV, Excel)</source>
        <translation>Tabelle mit Annotationen eines anderen Programms (CSV, Excel)</translation>
    </message>
    <message>
        <source>Network of speakers and topics (GraphML)</source>
        <translation>Netz aus Sprechern und Themen (GraphML)</translation>
    </message>
    <message>
        <source>Network of speakers and topics (GEXF)</source>
        <translation>Netz aus Sprechern und Themen (GEXF)</translation>
    </message>
    <message>
        <source>This is no JSON: {reason}; correct or remove the line.</source>
        <translation>Das ist kein JSON: {reason}; berichtigen oder entfernen Sie die Zeile.</translation>
    </message>
    <message>
        <source>One object takes more than {megabytes} MB; write one object for each text, or split it.</source>
        <translation>Ein Objekt hat mehr als {megabytes} MB; schreiben Sie ein Objekt je Text, oder teilen Sie es.</translation>
    </message>
    <message>
        <source>This is no whole JSON: {reason}; export it again.</source>
        <translation>Das ist kein vollständiges JSON: {reason}; exportieren Sie es neu.</translation>
    </message>
    <message>
        <source>This is no whole JSON: it is not UTF-8; export it again.</source>
        <translation>Das ist kein vollständiges JSON: es ist kein UTF-8; exportieren Sie es neu.</translation>
    </message>
    <message>
        <source>it breaks off or is damaged</source>
        <translation>es bricht ab oder ist beschädigt</translation>
    </message>
    <message>
        <source>More than {most_refused:,} pieces of the file are nothing that this format knows; choose another format.</source>
        <translation>Mehr als {most_refused:,} Stücke der Datei sind nichts, was dieses Format kennt; wählen Sie ein anderes Format.</translation>
    </message>
    <message>
        <source>This is no JSON object; each text of a set is one.</source>
        <translation>Das ist kein JSON-Objekt; jeder Text eines Satzes ist eines.</translation>
    </message>
    <message>
        <source>The task holds no text that can be told; put it under “text”.</source>
        <translation>Die Aufgabe enthält keinen erkennbaren Text; setzen Sie ihn unter „text“.</translation>
    </message>
    <message>
        <source>Label Studio (JSON)</source>
        <translation>Label Studio (JSON)</translation>
    </message>
    <message>
        <source>The document has neither a text nor annotations; add its text.</source>
        <translation>Das Dokument hat weder Text noch Annotationen; fügen Sie den Text hinzu.</translation>
    </message>
    <message>
        <source>It needs a label and two places; correct or remove it.</source>
        <translation>Es braucht ein Label und zwei Positionen; berichtigen oder entfernen Sie es.</translation>
    </message>
    <message>
        <source>labelbuddy (JSON)</source>
        <translation>labelbuddy (JSON)</translation>
    </message>
    <message>
        <source>A matrix of {people:,} speakers is too large for any program; export GraphML, or fewer articles.</source>
        <translation>Eine Matrix aus {people:,} Sprechern ist für jedes Programm zu groß; exportieren Sie GraphML, oder weniger Artikel.</translation>
    </message>
    <message>
        <source>Matrices of speakers and topics (CSV)</source>
        <translation>Matrizen aus Sprechern und Themen (CSV)</translation>
    </message>
    <message>
        <source>The {kind} {name} holds half a character (a lone surrogate), which no file can carry; type that text again.</source>
        <translation>{kind} {name} enthält ein halbes Zeichen (ein einzelnes Surrogat), das keine Datei fasst; tippen Sie diesen Text neu.</translation>
    </message>
    <message>
        <source>The file was changed while it was being read; import it again.</source>
        <translation>Die Datei wurde geändert, während sie gelesen wurde; importieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>Annotation set (everything)</source>
        <translation>Annotationssatz (alles)</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>ein Ordner</translation>
    </message>
    <message>
        <source>not an ordinary file</source>
        <translation>keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>This is {what}; choose the name of a file.</source>
        <translation>Das ist {what}; wählen Sie den Namen einer Datei.</translation>
    </message>
    <message>
        <source>There is a file of this name; choose the name of a folder.</source>
        <translation>Eine Datei dieses Namens gibt es schon; wählen Sie den Namen eines Ordners.</translation>
    </message>
    <message>
        <source>This folder holds other things (“{others}”); choose a new or an empty folder.</source>
        <translation>Dieser Ordner enthält anderes („{others}“); wählen Sie einen neuen oder leeren Ordner.</translation>
    </message>
    <message>
        <source>There was no room to write “{out}”; what stood there before is untouched. Free some space, or choose another disk.</source>
        <translation>Für „{out}“ war kein Platz; was vorher dort stand, ist unberührt. Schaffen Sie Platz, oder wählen Sie einen anderen Datenträger.</translation>
    </message>
    <message>
        <source>The folder of this file is not there; make it first, or choose another.</source>
        <translation>Den Ordner dieser Datei gibt es nicht; legen Sie ihn zuerst an, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>This cannot be written: you have no permission, or another program has it open; close it there, or choose another place.</source>
        <translation>Das kann nicht geschrieben werden: Sie haben das Recht nicht, oder ein anderes Programm hat es geöffnet; schließen Sie es dort, oder wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>The system could not write this ({reason}); choose another place.</source>
        <translation>Das System konnte das nicht schreiben ({reason}); wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>Tables for R, Python and DuckDB (Parquet)</source>
        <translation>Tabellen für R, Python und DuckDB (Parquet)</translation>
    </message>
    <message>
        <source>The task has no text; add one, or remove it.</source>
        <translation>Die Aufgabe hat keinen Text; fügen Sie einen hinzu, oder entfernen Sie sie.</translation>
    </message>
    <message>
        <source>Its {key} are no list, and were left out; export the task again.</source>
        <translation>Was unter {key} steht, ist keine Liste und wurde ausgelassen; exportieren Sie die Aufgabe erneut.</translation>
    </message>
    <message>
        <source>Prodigy (JSON Lines)</source>
        <translation>Prodigy (JSON Lines)</translation>
    </message>
    <message>
        <source>the {space} {name} is already in line {line}; ids must differ.</source>
        <translation>{space} {name} steht schon in Zeile {line}; Kennungen müssen verschieden sein.</translation>
    </message>
    <message>
        <source>the {kind} {name}: {reason}</source>
        <translation>{kind} {name}: {reason}</translation>
    </message>
    <message>
        <source>revision {revision} of article {article} is in neither the set nor the project.</source>
        <translation>Revision {revision} des Artikels {article} ist weder im Satz noch im Projekt.</translation>
    </message>
    <message>
        <source>the {what} {name}</source>
        <translation>{what} {name}</translation>
    </message>
    <message>
        <source>{what} comes back to itself when one follows what a {pointer}.</source>
        <translation>{what} führt zu sich selbst zurück, wenn man diesem Verweis folgt: {pointer}.</translation>
    </message>
    <message>
        <source>the mention {name} that it points to is another kind of mark.</source>
        <translation>die Nennung {name}, auf die es verweist, ist eine Markierung anderer Art.</translation>
    </message>
    <message>
        <source>the mention {name} that it points to is in another article.</source>
        <translation>die Nennung {name}, auf die es verweist, steht in einem anderen Artikel.</translation>
    </message>
    <message>
        <source>the {word} {name} is in neither the set nor the project.</source>
        <translation>{word} {name} ist weder im Satz noch im Projekt.</translation>
    </message>
    <message>
        <source>the {what} {name} that it needs was refused.</source>
        <translation>{what} {name}, das dafür nötig ist, wurde abgelehnt.</translation>
    </message>
    <message>
        <source>There are no topics, and a codebook without codes is not valid; make one first.</source>
        <translation>Es gibt keine Themen, und ein Codebuch ohne Codes ist nicht gültig; legen Sie zuerst eines an.</translation>
    </message>
    <message>
        <source>REFI-QDA codebook</source>
        <translation>Codebuch nach REFI-QDA</translation>
    </message>
    <message>
        <source>A project is written as an archive; name it with the ending .qdpx.</source>
        <translation>Ein Projekt wird als Archiv geschrieben; geben Sie ihm die Endung .qdpx.</translation>
    </message>
    <message>
        <source>REFI-QDA project (ATLAS.ti, MAXQDA, NVivo)</source>
        <translation>Projekt nach REFI-QDA (ATLAS.ti, MAXQDA, NVivo)</translation>
    </message>
    <message>
        <source>There is no project (.qde) in this archive.</source>
        <translation>In diesem Archiv ist kein Projekt (.qde).</translation>
    </message>
    <message>
        <source>Its project defines document types or entities, which none does.</source>
        <translation>Sein Projekt definiert Dokumenttypen oder Entitäten, was keines tut.</translation>
    </message>
    <message>
        <source>Its project is no valid XML: {error}.</source>
        <translation>Sein Projekt ist kein gültiges XML: {error}.</translation>
    </message>
    <message>
        <source>It is a {kind} without a plain text, which cannot be read.</source>
        <translation>Es ist {kind} ohne reinen Text und kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Its text is not in the archive; export it with its documents.</source>
        <translation>Der Text ist nicht im Archiv; exportieren Sie es mit seinen Dokumenten.</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Es ist leer.</translation>
    </message>
    <message>
        <source>Neither a plain text nor {file} is in the archive; export the project with its documents.</source>
        <translation>Weder ein reiner Text noch {file} ist im Archiv; exportieren Sie das Projekt mit seinen Dokumenten.</translation>
    </message>
    <message>
        <source>It has no plain text beside {file}; add that file as an article.</source>
        <translation>Neben {file} liegt kein reiner Text; fügen Sie diese Datei als Artikel hinzu.</translation>
    </message>
    <message>
        <source>{reason} ({selections} selections were left out).</source>
        <translation>{reason} (Ausgelassene Stellen: {selections}.)</translation>
    </message>
    <message>
        <source>The selection {identity} has no positions.</source>
        <translation>Die Stelle {identity} hat keine Positionen.</translation>
    </message>
    <message>
        <source>The code {code} of a selection is not in the codebook.</source>
        <translation>Der Code {code} einer Stelle ist nicht im Codebuch.</translation>
    </message>
    <message>
        <source>Report to read, with a legend (HTML)</source>
        <translation>Bericht zum Lesen, mit Legende (HTML)</translation>
    </message>
    <message>
        <source>The articles are too long for one PDF; choose some of them, or write the report as HTML.</source>
        <translation>Die Artikel sind zu lang für ein PDF; wählen Sie einige davon, oder schreiben Sie den Bericht als HTML.</translation>
    </message>
    <message>
        <source>The report could not be set: {error}.</source>
        <translation>Der Bericht konnte nicht gesetzt werden: {error}.</translation>
    </message>
    <message>
        <source>Report to read, with a legend (PDF)</source>
        <translation>Bericht zum Lesen, mit Legende (PDF)</translation>
    </message>
    <message>
        <source>a number is larger than {largest_number}, which cannot be stored; correct it.</source>
        <translation>eine Zahl ist größer als {largest_number} und kann nicht gespeichert werden; berichtigen Sie sie.</translation>
    </message>
    <message>
        <source>its own fields are nested more than {deepest_nesting} deep; make them flatter.</source>
        <translation>die eigenen Felder sind mehr als {deepest_nesting} Ebenen tief verschachtelt; machen Sie sie flacher.</translation>
    </message>
    <message>
        <source>two of its texts have the same revision number; give each its own.</source>
        <translation>zwei Texte haben dieselbe Revisionsnummer; geben Sie jedem eine eigene.</translation>
    </message>
    <message>
        <source>the text of revision {revision} is not the one that its sha256 was made from.</source>
        <translation>der Text der Revision {revision} ist nicht der, aus dem sein sha256 gemacht wurde.</translation>
    </message>
    <message>
        <source>the text of revision {revision} holds line breaks or control characters that article texts do not have; normalise it first.</source>
        <translation>der Text der Revision {revision} enthält Zeilenumbrüche oder Steuerzeichen, die Artikeltexte nicht haben; normalisieren Sie ihn zuerst.</translation>
    </message>
    <message>
        <source>the block {start} to {end} lies outside its text (0 to {length}).</source>
        <translation>der Block {start} bis {end} liegt außerhalb seines Textes (0 bis {length}).</translation>
    </message>
    <message>
        <source>the block {start} to {end} overlaps the one before it.</source>
        <translation>der Block {start} bis {end} überlappt den vor ihm.</translation>
    </message>
    <message>
        <source>the link {start} to {end} lies outside its text (0 to {length}).</source>
        <translation>der Link {start} bis {end} liegt außerhalb seines Textes (0 bis {length}).</translation>
    </message>
    <message>
        <source>its parts overlap at {start} to {end}; the parts of a mark must not.</source>
        <translation>die Teile überlappen sich bei {start} bis {end}; Teile einer Markierung dürfen das nicht.</translation>
    </message>
    <message>
        <source>the part {start} to {end} is empty; a mark needs some text.</source>
        <translation>der Teil {start} bis {end} ist leer; eine Markierung braucht Text.</translation>
    </message>
    <message>
        <source>the part {start} to {end} lies outside the text (0 to {length}).</source>
        <translation>der Teil {start} bis {end} liegt außerhalb des Textes (0 bis {length}).</translation>
    </message>
    <message>
        <source>the text at {start} to {end} is “{found!s}”, not “{quote!s}”; offsets count code points.</source>
        <translation>der Text von {start} bis {end} ist „{found!s}“, nicht „{quote!s}“; Positionen zählen Codepunkte.</translation>
    </message>
    <message>
        <source>Training data for spaCy (DocBin)</source>
        <translation>Trainingsdaten für spaCy (DocBin)</translation>
    </message>
    <message>
        <source>“{field}” is nothing that a column could hold; use one of {fields}.</source>
        <translation>„{field}“ ist nichts, was eine Spalte enthalten könnte; nehmen Sie eines von {fields}.</translation>
    </message>
    <message>
        <source>The table has no column “{wanted}”; its columns are {headings}.</source>
        <translation>Die Tabelle hat keine Spalte „{wanted}“; ihre Spalten sind {headings}.</translation>
    </message>
    <message>
        <source>The tables are {found} {version}, not {format} up to {newest}.</source>
        <translation>Die Tabellen sind {found} {version}, nicht {format} bis {newest}.</translation>
    </message>
    <message>
        <source>{reason} Install a newer program, or export them again.</source>
        <translation>{reason} Installieren Sie ein neueres Programm, oder exportieren Sie sie neu.</translation>
    </message>
    <message>
        <source>The row cannot be read: {error}.</source>
        <translation>Die Zeile kann nicht gelesen werden: {error}</translation>
    </message>
    <message>
        <source>There is no mark {owner} that this row could belong to.</source>
        <translation>Es gibt keine Markierung {owner}, zu der diese Zeile gehören könnte.</translation>
    </message>
    <message>
        <source>The column {column} wants a whole number, not “{text}”.</source>
        <translation>Die Spalte {column} verlangt eine ganze Zahl, nicht „{text}“.</translation>
    </message>
    <message>
        <source>The column {column} wants yes or no, not “{text}”.</source>
        <translation>Die Spalte {column} verlangt ja oder nein, nicht „{text}“.</translation>
    </message>
    <message>
        <source>The column {column} wants JSON, which “{text}” is not.</source>
        <translation>Die Spalte {column} verlangt JSON, und „{text}“ ist keines.</translation>
    </message>
    <message>
        <source>The zips in this zip hold too much together; unpack it first.</source>
        <translation>Die Zips in diesem Zip enthalten zusammen zu viel; entpacken Sie es zuerst.</translation>
    </message>
    <message>
        <source>The {kind} {id} holds half a character (a lone surrogate), which no file can carry; type that text again.</source>
        <translation>{kind} {id} enthält ein halbes Zeichen (ein einzelnes Surrogat), das keine Datei fasst; tippen Sie diesen Text neu.</translation>
    </message>
    <message>
        <source>The file has more than {megabytes} MB; split the set.</source>
        <translation>Die Datei hat mehr als {megabytes} MB; teilen Sie den Satz.</translation>
    </message>
    <message>
        <source>The file cannot be read as JSON of this profile: {error}.</source>
        <translation>Die Datei kann nicht als JSON dieses Profils gelesen werden: {error}.</translation>
    </message>
    <message>
        <source>It cannot be read: {error}.</source>
        <translation>Es kann nicht gelesen werden: {error}.</translation>
    </message>
    <message>
        <source>W3C Web Annotations (JSON-LD)</source>
        <translation>W3C Web Annotations (JSON-LD)</translation>
    </message>
    <message>
        <source>This is no annotation.</source>
        <translation>Das ist keine Annotation.</translation>
    </message>
    <message>
        <source>It has no target.</source>
        <translation>Es hat kein Ziel.</translation>
    </message>
    <message>
        <source>an id is missing</source>
        <translation>eine Kennung fehlt</translation>
    </message>
    <message>
        <source>it is no object</source>
        <translation>es ist kein Objekt</translation>
    </message>
    <message>
        <source>annotations of the kind “{kind}” are not known</source>
        <translation>Annotationen der Art „{kind}“ sind nicht bekannt</translation>
    </message>
    <message>
        <source>its parts do not lie in one article</source>
        <translation>die Teile liegen nicht in einem Artikel</translation>
    </message>
    <message>
        <source>a part has no position or no quote</source>
        <translation>ein Teil hat keine Position oder kein Zitat</translation>
    </message>
    <message>
        <source>The places of this sentence do not follow those before it; export it again.</source>
        <translation>Die Positionen dieses Satzes schließen nicht an die vorigen an; exportieren Sie es neu.</translation>
    </message>
    <message>
        <source>This is no row of a token; correct or remove the line.</source>
        <translation>Das ist keine Zeile eines Tokens; berichtigen oder entfernen Sie sie.</translation>
    </message>
    <message>
        <source>“{word}” does not stand there in its sentence.</source>
        <translation>„{word}“ steht dort nicht im Satz.</translation>
    </message>
    <message>
        <source>The row has no cells for {type}.</source>
        <translation>Die Zeile hat keine Zellen für {type}.</translation>
    </message>
    <message>
        <source>{kind} points at {unit}, where nothing is that it could mean.</source>
        <translation>{kind} verweist auf {unit}, wo nichts ist, was gemeint sein könnte.</translation>
    </message>
    <message>
        <source>This is no WebAnno TSV; choose another file.</source>
        <translation>Das ist kein WebAnno-TSV; wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>WebAnno TSV 3</source>
        <translation>WebAnno TSV 3</translation>
    </message>
    <message>
        <source>This piece of {megabytes} MB says more than {most_bytes} MB of memory hold; split it into several texts or files.</source>
        <translation>Dieses Stück von {megabytes} MB braucht mehr als {most_bytes} MB Speicher; teilen Sie es in mehrere Texte oder Dateien.</translation>
    </message>
    <message>
        <source>All texts of this set together say more than {most_bytes} MB of memory hold; import it in parts.</source>
        <translation>Alle Texte dieses Satzes zusammen sagen mehr, als {most_bytes} MB Speicher fassen; importieren Sie ihn in Teilen.</translation>
    </message>
    <message>
        <source>The workbook has more than {most_cells:,} cells, which is too much for one; bring the set as CSV tables.</source>
        <translation>Die Arbeitsmappe hat mehr als {most_cells:,} Zellen, zu viele für eine; bringen Sie den Satz als CSV-Tabellen.</translation>
    </message>
    <message>
        <source>The workbook is damaged, protected, or not as a spreadsheet writes it; save it anew.</source>
        <translation>Die Arbeitsmappe ist beschädigt, geschützt oder nicht, wie ein Tabellenprogramm sie schreibt; speichern Sie sie neu.</translation>
    </message>
    <message>
        <source>The sheet {long} is not as it was written; export the set again.</source>
        <translation>Das Blatt {long} ist nicht mehr, wie es geschrieben wurde; exportieren Sie den Satz neu.</translation>
    </message>
    <message>
        <source>Tables in a workbook (Excel)</source>
        <translation>Tabellen in einer Arbeitsmappe (Excel)</translation>
    </message>
    <message>
        <source>This is no whole XMI: {reason}; export it again.</source>
        <translation>Das ist kein vollständiges XMI: {reason}; exportieren Sie es neu.</translation>
    </message>
    <message>
        <source>This is XML, but no XMI of UIMA; choose another file.</source>
        <translation>Das ist XML, aber kein XMI von UIMA; wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>It has a document type of its own, which no XMI needs; it was not read.</source>
        <translation>Es hat einen eigenen Dokumenttyp, den kein XMI braucht; es wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>UIMA CAS XMI (INCEpTION, WebAnno)</source>
        <translation>UIMA CAS XMI (INCEpTION, WebAnno)</translation>
    </message>
    <message>
        <source>This entry is damaged; get the file anew.</source>
        <translation>Dieser Eintrag ist beschädigt; beschaffen Sie die Datei neu.</translation>
    </message>
    <message>
        <source>The archive is damaged or incomplete; get the file anew.</source>
        <translation>Das Archiv ist beschädigt oder unvollständig; beschaffen Sie die Datei neu.</translation>
    </message>
    <message>
        <source>it claims more than {entry_limit:,} entries</source>
        <translation>es mehr als {entry_limit:,} Einträge behauptet</translation>
    </message>
    <message>
        <source>one of its entries has more than {megabytes} MB</source>
        <translation>einer seiner Einträge mehr als {megabytes} MB hat</translation>
    </message>
    <message>
        <source>it is packed so tightly that it looks made to fill the memory</source>
        <translation>sie so dicht gepackt ist, als solle sie den Speicher füllen</translation>
    </message>
    <message>
        <source>unpacked it has more than {megabytes} MB</source>
        <translation>sie entpackt mehr als {megabytes} MB hat</translation>
    </message>
    <message>
        <source>The name leads out of the archive, as in files made to do harm; the entry was not read.</source>
        <translation>Der Name führt aus dem Archiv hinaus, wie in Dateien, die schaden sollen; der Eintrag wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>The entry is a link to another file; links are not followed.</source>
        <translation>Der Eintrag ist ein Verweis auf eine andere Datei; Verweisen wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>The entry is protected by a password; pack it without one.</source>
        <translation>Der Eintrag ist mit einem Kennwort geschützt; packen Sie ihn ohne.</translation>
    </message>
    <message>
        <source>The archive was not read because {reason}.</source>
        <translation>Die Archivdatei wurde nicht gelesen, weil {reason}.</translation>
    </message>
    <message>
        <source>“{missing}” is no annotator of this project; there are: {there}.</source>
        <translation>„{missing}“ ist kein Annotator dieses Projekts; es gibt: {there}.</translation>
    </message>
    <message>
        <source>There is no article {missing} in this project; see annotator articles.</source>
        <translation>Einen Artikel {missing} gibt es in diesem Projekt nicht; siehe annotator articles.</translation>
    </message>
    <message>
        <source>This article is not in the project (any more).</source>
        <translation>Dieser Artikel ist nicht (mehr) im Projekt.</translation>
    </message>
    <message>
        <source>One of the two speakers is not in the project (any more).</source>
        <translation>Einer der beiden Sprecher ist nicht (mehr) im Projekt.</translation>
    </message>
    <message>
        <source>One is called “{one}”, the other “{other}”.</source>
        <translation>Der eine gilt als „{one}“, der andere als „{other}“.</translation>
    </message>
    <message>
        <source>They have different identifiers in {scheme}: {one}, {other}.</source>
        <translation>Sie haben verschiedene Kennungen in {scheme}: {one}, {other}.</translation>
    </message>
    <message>
        <source>This is not a file; choose an article file, or a folder of them.</source>
        <translation>Das ist keine Datei; wählen Sie eine Artikeldatei, oder einen Ordner davon.</translation>
    </message>
    <message>
        <source>This is a project of Annotator; open it, or merge a copy of this project.</source>
        <translation>Das ist ein Projekt von Annotator; öffnen Sie es, oder führen Sie eine Kopie dieses Projekts zusammen.</translation>
    </message>
    <message>
        <source>The file is empty; choose one with text in it.</source>
        <translation>Die Datei ist leer; wählen Sie eine mit Text.</translation>
    </message>
    <message>
        <source>too little memory</source>
        <translation>zu wenig Speicher</translation>
    </message>
    <message>
        <source>The reader for {reader} failed on this file ({why}); save the article in another format and add that.</source>
        <translation>Das Lesen als {reader} ist an dieser Datei gescheitert ({why}); speichern Sie den Artikel in einem anderen Format, und fügen Sie diese Datei hinzu.</translation>
    </message>
    <message>
        <source>There is no article in the file; choose one with text in it.</source>
        <translation>In der Datei ist kein Artikel; wählen Sie eine mit Text.</translation>
    </message>
    <message>
        <source>No reader knows this kind of file; save the article as one of {known}.</source>
        <translation>Diese Art von Datei ist nicht bekannt; speichern Sie den Artikel als eine von {known}.</translation>
    </message>
    <message>
        <source>The file has {size:,.0f} MB and the limit for {reader} is {limit_bytes:,.0f} MB; split it into single articles.</source>
        <translation>Die Datei hat {size:,.0f} MB, und die Grenze für {reader} ist {limit_bytes:,.0f} MB; teilen Sie sie in einzelne Artikel.</translation>
    </message>
    <message>
        <source>Reading this file takes longer than {seconds} seconds; copy the article into a text file and add that.</source>
        <translation>Diese Datei zu lesen dauert länger als {seconds} Sekunden; kopieren Sie den Artikel in eine Textdatei, und fügen Sie diese hinzu.</translation>
    </message>
    <message>
        <source>This file brought its reader to a stop; copy the article into a text file and add that.</source>
        <translation>An dieser Datei ist das Lesen stehen geblieben; kopieren Sie den Artikel in eine Textdatei, und fügen Sie diese hinzu.</translation>
    </message>
    <message>
        <source>leads out of the archive, as files made to do harm do; it was not read.</source>
        <translation>führt aus dem Archiv hinaus, wie bei Dateien, die schaden sollen; er wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>The archive holds more than {entry_limit:,} files; split it.</source>
        <translation>Das Archiv enthält mehr als {entry_limit:,} Dateien; teilen Sie es.</translation>
    </message>
    <message>
        <source>The archive expands to more than {megabytes:,} MB; split it, or unpack it yourself if you trust it.</source>
        <translation>Das Archiv entpackt sich auf mehr als {megabytes:,} MB; teilen Sie es, oder entpacken Sie es selbst, wenn Sie ihm trauen.</translation>
    </message>
    <message>
        <source>The entry “{entry}” {trouble}</source>
        <translation>Der Eintrag „{entry}“ {trouble}</translation>
    </message>
    <message>
        <source>The archive holds no file of a kind that is read; pack article files into it.</source>
        <translation>Das Archiv enthält keine Datei, die gelesen werden kann; packen Sie Artikeldateien hinein.</translation>
    </message>
    <message>
        <source>The entry is damaged or packed in an unknown way; pack it anew.</source>
        <translation>Der Eintrag ist beschädigt oder auf unbekannte Weise gepackt; packen Sie ihn neu.</translation>
    </message>
    <message>
        <source>Archives lie too deep within each other; unpack this one and add it.</source>
        <translation>Archive liegen zu tief ineinander; entpacken Sie dieses, und fügen Sie es hinzu.</translation>
    </message>
    <message>
        <source>The file is not compressed as its suffix says; get it anew.</source>
        <translation>Die Datei ist nicht so komprimiert, wie ihre Endung sagt; beschaffen Sie sie neu.</translation>
    </message>
    <message>
        <source>The file is no ZIP archive; get it anew.</source>
        <translation>Die Datei ist kein ZIP-Archiv; beschaffen Sie sie neu.</translation>
    </message>
    <message>
        <source>The archive is damaged or incomplete; get it anew.</source>
        <translation>Das Archiv ist beschädigt oder unvollständig; beschaffen Sie es neu.</translation>
    </message>
    <message>
        <source>These are the tables of an annotation set, not articles.</source>
        <translation>Das sind die Tabellen eines Annotationssatzes, keine Artikel.</translation>
    </message>
    <message>
        <source>is a link; pack the file itself.</source>
        <translation>ist ein Verweis; packen Sie die Datei selbst ein.</translation>
    </message>
    <message>
        <source>is protected by a password; pack it without one.</source>
        <translation>ist mit einem Kennwort geschützt; packen Sie ihn ohne.</translation>
    </message>
    <message>
        <source>expands to far more than articles take; unpack it yourself if you trust it.</source>
        <translation>entpackt sich auf weit mehr, als Artikel brauchen; entpacken Sie ihn selbst, wenn Sie ihm trauen.</translation>
    </message>
    <message>
        <source>is a link or no ordinary file; pack the file itself.</source>
        <translation>ist ein Verweis oder keine gewöhnliche Datei; packen Sie die Datei selbst ein.</translation>
    </message>
    <message>
        <source>Archive (ZIP, TAR)</source>
        <translation>Archiv (ZIP, TAR)</translation>
    </message>
    <message>
        <source>{part} {name} was left out: {reason}</source>
        <translation>{part} {name} wurde ausgelassen: {reason}</translation>
    </message>
    <message>
        <source>{count} {parts} were left out ({names}): {reason}</source>
        <translation>{count} {parts} wurden ausgelassen ({names}): {reason}</translation>
    </message>
    <message>
        <source>There is no text but a title; look for the full article.</source>
        <translation>Außer einem Titel ist kein Text da; suchen Sie den ganzen Artikel.</translation>
    </message>
    <message>
        <source>No column of the table is known to hold the articles’ text; its columns are {headings}. Say which one holds the text: --column text=HEADING.</source>
        <translation>Von keiner Spalte der Tabelle ist bekannt, dass sie den Text der Artikel enthält; ihre Spalten sind {headings}. Sagen Sie, welche den Text enthält: --column text=HEADING.</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>{names} and {count} further</source>
        <translation>{names} und {count} weitere</translation>
    </message>
    <message>
        <source>This is a Word document in the old format or with a password; save it as .docx without a password and add that.</source>
        <translation>Das ist ein Word-Dokument im alten Format oder mit Kennwort; speichern Sie es als .docx ohne Kennwort, und fügen Sie dieses hinzu.</translation>
    </message>
    <message>
        <source>This is not a Word document, whatever its name says; give the file its right suffix.</source>
        <translation>Das ist kein Word-Dokument, was auch der Name sagt; geben Sie der Datei ihre richtige Endung.</translation>
    </message>
    <message>
        <source>The Word document is damaged or incomplete; open it in a word processor, save it again and add that.</source>
        <translation>Das Word-Dokument ist beschädigt oder unvollständig; öffnen Sie es in einem Textprogramm, speichern Sie es neu, und fügen Sie dieses hinzu.</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Word-Dokument</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>ein PDF-Dokument</translation>
    </message>
    <message>
        <source>a ZIP archive or an office document</source>
        <translation>ein ZIP-Archiv oder Office-Dokument</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>ein Bild</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>ein Programm</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>eine Datenbank</translation>
    </message>
    <message>
        <source>an old office document</source>
        <translation>ein altes Office-Dokument</translation>
    </message>
    <message>
        <source>a compressed file</source>
        <translation>eine komprimierte Datei</translation>
    </message>
    <message>
        <source>The file holds {what}, not text; give it its right suffix or save the article as text.</source>
        <translation>Die Datei enthält {what}, keinen Text; geben Sie ihr die richtige Endung, oder speichern Sie den Artikel als Text.</translation>
    </message>
    <message>
        <source>The file holds binary data, not text; save the article as text, Markdown or a web page.</source>
        <translation>Die Datei enthält Binärdaten, keinen Text; speichern Sie den Artikel als Text, Markdown oder Webseite.</translation>
    </message>
    <message>
        <source>The compressed file is damaged or incomplete; get it anew.</source>
        <translation>Die komprimierte Datei ist beschädigt oder unvollständig; beschaffen Sie sie neu.</translation>
    </message>
    <message>
        <source>The file expands to far more than articles take, as files made to do harm do; unpack it yourself if you trust it.</source>
        <translation>Die Datei entpackt sich auf weit mehr, als Artikel brauchen, wie Dateien, die schaden sollen; entpacken Sie sie selbst, wenn Sie ihr trauen.</translation>
    </message>
    <message>
        <source>The file looks like a Factiva download, but no article was found in it; download it again with full texts.</source>
        <translation>Die Datei sieht aus wie ein Download von Factiva, aber ein Artikel war nicht darin; laden Sie sie mit vollen Texten neu herunter.</translation>
    </message>
    <message>
        <source>Factiva download</source>
        <translation>Download von Factiva</translation>
    </message>
    <message>
        <source>The feed has more than {entry_limit:,} entries; split it.</source>
        <translation>Der Feed hat mehr als {entry_limit:,} Einträge; teilen Sie ihn.</translation>
    </message>
    <message>
        <source>The feed is broken XML and too large to be mended; save it anew.</source>
        <translation>Der Feed ist fehlerhaftes XML und zu groß, um geflickt zu werden; speichern Sie ihn neu.</translation>
    </message>
    <message>
        <source>The feed is broken XML, and no entry could be read; save it anew from its address.</source>
        <translation>Der Feed ist fehlerhaftes XML, und kein Eintrag war lesbar; speichern Sie ihn neu von seiner Adresse.</translation>
    </message>
    <message>
        <source>The feed has no entries; save it anew, or add the articles’ pages.</source>
        <translation>Der Feed hat keine Einträge; speichern Sie ihn neu, oder fügen Sie die Seiten der Artikel hinzu.</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Feed (RSS, Atom)</source>
        <translation>Feed (RSS, Atom)</translation>
    </message>
    <message>
        <source>No article text was found in this page; copy the text into a text file and add that.</source>
        <translation>Auf dieser Seite wurde kein Artikeltext gefunden; kopieren Sie den Text in eine Textdatei, und fügen Sie diese hinzu.</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>The headers or parts of this message lie too deep within each other; save its text as a file.</source>
        <translation>Die Köpfe oder Teile dieser Nachricht liegen zu tief ineinander; speichern Sie ihren Text als Datei.</translation>
    </message>
    <message>
        <source>The message has no text of its own; save its attachments and add those.</source>
        <translation>Die Nachricht hat keinen eigenen Text; speichern Sie ihre Anhänge, und fügen Sie diese hinzu.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>The message is too large; save it as a file and shorten it.</source>
        <translation>Die Nachricht ist zu groß; speichern Sie sie als Datei, und kürzen Sie sie.</translation>
    </message>
    <message>
        <source>This is not a mailbox: it does not begin with a line “From …”.</source>
        <translation>Das ist kein Postfach: es beginnt nicht mit einer Zeile „From …“.</translation>
    </message>
    <message>
        <source>Mail message</source>
        <translation>E-Mail-Nachricht</translation>
    </message>
    <message>
        <source>The file looks like a Nexis download, but no article was found in it; download it again with full texts.</source>
        <translation>Die Datei sieht aus wie ein Download von Nexis, aber ein Artikel war nicht darin; laden Sie sie mit vollen Texten neu herunter.</translation>
    </message>
    <message>
        <source>Nexis or LexisNexis download</source>
        <translation>Download von Nexis oder LexisNexis</translation>
    </message>
    <message>
        <source>The document is protected by a password; save it without one and add that.</source>
        <translation>Das Dokument ist mit einem Kennwort geschützt; speichern Sie es ohne, und fügen Sie dieses hinzu.</translation>
    </message>
    <message>
        <source>The document is damaged or holds no text; open it in a word processor, save it again as .odt and add that.</source>
        <translation>Das Dokument ist beschädigt oder enthält keinen Text; öffnen Sie es in einem Textprogramm, speichern Sie es neu als .odt, und fügen Sie dieses hinzu.</translation>
    </message>
    <message>
        <source>OpenDocument text</source>
        <translation>OpenDocument-Text</translation>
    </message>
    <message>
        <source>it claims more than {most_entries:,} parts</source>
        <translation>sie mehr als {most_entries:,} Teile behauptet</translation>
    </message>
    <message>
        <source>The file is damaged or incomplete; open it in a word processor, save it again and add that.</source>
        <translation>Die Datei ist beschädigt oder unvollständig; öffnen Sie sie in einem Textprogramm, speichern Sie sie neu, und fügen Sie diese hinzu.</translation>
    </message>
    <message>
        <source>one of its parts has {megabytes:,.0f} MB</source>
        <translation>einer ihrer Teile {megabytes:,.0f} MB hat</translation>
    </message>
    <message>
        <source>The file is protected by a password; save it without one and add that.</source>
        <translation>Die Datei ist mit einem Kennwort geschützt; speichern Sie sie ohne, und fügen Sie diese hinzu.</translation>
    </message>
    <message>
        <source>A part of the file is damaged; open it in a word processor, save it again and add that.</source>
        <translation>Ein Teil der Datei ist beschädigt; öffnen Sie sie in einem Textprogramm, speichern Sie sie neu, und fügen Sie diese hinzu.</translation>
    </message>
    <message>
        <source>it defines XML entities</source>
        <translation>sie XML-Entitäten definiert</translation>
    </message>
    <message>
        <source>one of its parts has more than {most_elements:,} elements</source>
        <translation>einer ihrer Teile mehr als {most_elements:,} Elemente hat</translation>
    </message>
    <message>
        <source>its parts are nested too deeply</source>
        <translation>ihre Teile zu tief verschachtelt sind</translation>
    </message>
    <message>
        <source>The file was not read because {reason}; copy the text into a new document and add that.</source>
        <translation>Die Datei wurde nicht gelesen, weil {reason}; kopieren Sie den Text in ein neues Dokument, und fügen Sie dieses hinzu.</translation>
    </message>
    <message>
        <source>This is no PDF, whatever its name says; give the file its right suffix.</source>
        <translation>Das ist kein PDF, was auch der Name sagt; geben Sie der Datei ihre richtige Endung.</translation>
    </message>
    <message>
        <source>The PDF holds pictures of pages and no text; run it through text recognition (OCR) and add the result.</source>
        <translation>Das PDF enthält Bilder von Seiten und keinen Text; lassen Sie eine Texterkennung (OCR) darüber laufen, und fügen Sie das Ergebnis hinzu.</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF-Dokument</translation>
    </message>
    <message>
        <source>The PDF is protected by a password; save a copy without one and add that.</source>
        <translation>Das PDF ist mit einem Kennwort geschützt; speichern Sie eine Kopie ohne, und fügen Sie diese hinzu.</translation>
    </message>
    <message>
        <source>The PDF is damaged; open it in a viewer, print it to a new PDF and add that.</source>
        <translation>Das PDF ist beschädigt; öffnen Sie es in einem Betrachter, drucken Sie es in ein neues PDF, und fügen Sie dieses hinzu.</translation>
    </message>
    <message>
        <source>The PDF has more than {most_pages:,} pages; cut out the article and add that.</source>
        <translation>Das PDF hat mehr als {most_pages:,} Seiten; schneiden Sie den Artikel heraus, und fügen Sie diesen hinzu.</translation>
    </message>
    <message>
        <source>The PDF has more than {most_characters:,} characters; cut out the article and add that.</source>
        <translation>Das PDF hat mehr als {most_characters:,} Zeichen; schneiden Sie den Artikel heraus, und fügen Sie diesen hinzu.</translation>
    </message>
    <message>
        <source>The PDF could not be opened, because it is damaged or has too much on a page; print the pages of the article to a new PDF and add that.</source>
        <translation>Das PDF konnte nicht geöffnet werden, weil es beschädigt ist oder zu viel auf einer Seite hat; drucken Sie die Seiten des Artikels in ein neues PDF, und fügen Sie dieses hinzu.</translation>
    </message>
    <message>
        <source>The PDF needs too much memory; print the pages of the article to a new PDF and add that.</source>
        <translation>Das PDF braucht zu viel Speicher; drucken Sie die Seiten des Artikels in ein neues PDF, und fügen Sie dieses hinzu.</translation>
    </message>
    <message>
        <source>Reading the PDF takes longer than {seconds} seconds; print the pages of the article to a new PDF and add that.</source>
        <translation>Das PDF zu lesen dauert länger als {seconds} Sekunden; drucken Sie die Seiten des Artikels in ein neues PDF, und fügen Sie dieses hinzu.</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>The column “{text}” holds no text there.</source>
        <translation>Die Spalte „{text}“ enthält dort keinen Text.</translation>
    </message>
    <message>
        <source>This is no rich text, whatever its name says; give the file its right suffix.</source>
        <translation>Das ist kein Rich Text, was auch der Name sagt; geben Sie der Datei ihre richtige Endung.</translation>
    </message>
    <message>
        <source>The rich text is damaged; open it in a word processor, save it again and add that.</source>
        <translation>Der Rich Text ist beschädigt; öffnen Sie ihn in einem Textprogramm, speichern Sie ihn neu, und fügen Sie diesen hinzu.</translation>
    </message>
    <message>
        <source>Rich text</source>
        <translation>Rich Text</translation>
    </message>
    <message>
        <source>There is no page in this file; open it in a browser and save it anew.</source>
        <translation>In dieser Datei ist keine Seite; öffnen Sie sie in einem Browser, und speichern Sie sie neu.</translation>
    </message>
    <message>
        <source>The file is no web page as browsers save it; open it in a browser and save it anew.</source>
        <translation>Die Datei ist keine Webseite, wie Browser sie speichern; öffnen Sie sie in einem Browser, und speichern Sie sie neu.</translation>
    </message>
    <message>
        <source>Web page in one file</source>
        <translation>Webseite in einer Datei</translation>
    </message>
    <message>
        <source>There is no text in the file.</source>
        <translation>In der Datei ist kein Text.</translation>
    </message>
    <message>
        <source>The table holds marks, not articles; import it as an annotation set.</source>
        <translation>Die Tabelle enthält Markierungen, keine Artikel; importieren Sie sie als Annotationssatz.</translation>
    </message>
    <message>
        <source>A cell is too large, or its quotation marks do not match; mend the row.</source>
        <translation>Eine Zelle ist zu groß, oder ihre Anführungszeichen passen nicht; berichtigen Sie die Zeile.</translation>
    </message>
    <message>
        <source>The file holds texts with marks, not articles alone; import it as an annotation set.</source>
        <translation>Die Datei enthält Texte mit Markierungen, nicht Artikel allein; importieren Sie sie als Annotationssatz.</translation>
    </message>
    <message>
        <source>No line of the file is a JSON object; write one article in each line.</source>
        <translation>Keine Zeile der Datei ist ein JSON-Objekt; schreiben Sie in jede Zeile einen Artikel.</translation>
    </message>
    <message>
        <source>It is not JSON that can be read; mend the line.</source>
        <translation>Das ist kein lesbares JSON; berichtigen Sie die Zeile.</translation>
    </message>
    <message>
        <source>It is no JSON object; write one article in each line.</source>
        <translation>Das ist kein JSON-Objekt; schreiben Sie in jede Zeile einen Artikel.</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabelle (CSV)</translation>
    </message>
    <message>
        <source>Table (JSON Lines)</source>
        <translation>Tabelle (JSON Lines)</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Reiner Text</translation>
    </message>
    <message>
        <source>The text has more than {count:,} lines; split it into single articles.</source>
        <translation>Der Text hat mehr als {count:,} Zeilen; teilen Sie ihn in einzelne Artikel.</translation>
    </message>
    <message>
        <source>There is no text in the file; choose a file with an article.</source>
        <translation>In der Datei ist kein Text; wählen Sie eine Datei mit einem Artikel.</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>It is too large or damaged; add the page itself.</source>
        <translation>Sie ist zu groß oder beschädigt; fügen Sie die Seite selbst hinzu.</translation>
    </message>
    <message>
        <source>There are no web pages in this archive; choose one with pages.</source>
        <translation>In diesem Archiv sind keine Webseiten; wählen Sie eines mit Seiten.</translation>
    </message>
    <message>
        <source>This is no web archive, whatever its name says; get it anew.</source>
        <translation>Das ist kein Webarchiv, was immer der Name sagt; besorgen Sie es neu.</translation>
    </message>
    <message>
        <source>The web archive is damaged or incomplete here; get it anew.</source>
        <translation>Das Webarchiv ist hier beschädigt oder unvollständig; beschaffen Sie es neu.</translation>
    </message>
    <message>
        <source>Web archive</source>
        <translation>Webarchiv</translation>
    </message>
    <message>
        <source>The workbook has no table; write one with a heading row.</source>
        <translation>Die Arbeitsmappe hat keine Tabelle; schreiben Sie eine mit Kopfzeile.</translation>
    </message>
    <message>
        <source>The workbook is protected by a password or of the old kind (.xls); save it as .xlsx without one.</source>
        <translation>Die Arbeitsmappe ist mit einem Kennwort geschützt oder von der alten Art (.xls); speichern Sie sie als .xlsx ohne Kennwort.</translation>
    </message>
    <message>
        <source>The workbook is damaged or not as Excel writes it; save it anew, or save the table as CSV.</source>
        <translation>Die Arbeitsmappe ist beschädigt oder nicht, wie Excel sie schreibt; speichern Sie sie neu, oder die Tabelle als CSV.</translation>
    </message>
    <message>
        <source>The workbook expands to more than {megabytes} MB; split its table, or save it as CSV.</source>
        <translation>Die Arbeitsmappe entpackt sich auf mehr als {megabytes} MB; teilen Sie ihre Tabelle, oder speichern Sie sie als CSV.</translation>
    </message>
    <message>
        <source>The workbook takes cells from other files, which are not read; save the table as CSV.</source>
        <translation>Die Arbeitsmappe holt Zellen aus anderen Dateien, die nicht gelesen werden; speichern Sie die Tabelle als CSV.</translation>
    </message>
    <message>
        <source>Table (Excel workbook)</source>
        <translation>Tabelle (Excel-Arbeitsmappe)</translation>
    </message>
    <message>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>affiliations</source>
        <translation>Zugehörigkeiten</translation>
    </message>
    <message>
        <source>aliases</source>
        <translation>weitere Namen</translation>
    </message>
    <message>
        <source>annotator</source>
        <translation>Annotator</translation>
    </message>
    <message>
        <source>applies to</source>
        <translation>gefragt an</translation>
    </message>
    <message>
        <source>article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>assignment</source>
        <translation>Zuteilung</translation>
    </message>
    <message>
        <source>byline</source>
        <translation>Autorenzeile</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>certainty</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>choices</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>claim</source>
        <translation>Behauptung</translation>
    </message>
    <message>
        <source>codebook version</source>
        <translation>Version des Codebuchs</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>empty paragraphs</source>
        <translation>leere Absätze</translation>
    </message>
    <message>
        <source>exclude</source>
        <translation>nicht dazu</translation>
    </message>
    <message>
        <source>fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>for the codebook</source>
        <translation>für das Codebuch</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>identifiers</source>
        <translation>Kennungen</translation>
    </message>
    <message>
        <source>include</source>
        <translation>dazu</translation>
    </message>
    <message>
        <source>initials</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>mention</source>
        <translation>Nennung</translation>
    </message>
    <message>
        <source>merged into</source>
        <translation>aufgegangen in</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>nothing to tag</source>
        <translation>nichts zu markieren</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>passage</source>
        <translation>Passage</translation>
    </message>
    <message>
        <source>person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>place</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>position</source>
        <translation>Leseposition</translation>
    </message>
    <message>
        <source>progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>proposition</source>
        <translation>Aussage</translation>
    </message>
    <message>
        <source>published</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>replacement</source>
        <translation>Ersatz</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>stillgelegt</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>speakers</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>under</source>
        <translation>unter</translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation>ungenannt</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>The copy for {target} does not pass the check ({result}); it was not kept.</source>
        <translation>Die Kopie für {target} besteht die Prüfung nicht ({result}); sie wurde nicht behalten.</translation>
    </message>
    <message>
        <source>There was no room for the copy {target}; free some space, or choose another disk.</source>
        <translation>Für die Kopie {target} war kein Platz; schaffen Sie Platz, oder wählen Sie einen anderen Datenträger.</translation>
    </message>
    <message>
        <source>{target} cannot be written: {reason}.</source>
        <translation>{target} kann nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>{target} exists already; restore to another name, then compare the two.</source>
        <translation>{target} gibt es schon; stellen Sie unter einem anderen Namen wieder her, und vergleichen Sie dann.</translation>
    </message>
    <message>
        <source>There is no backup at {backup}.</source>
        <translation>Unter {backup} ist keine Sicherung.</translation>
    </message>
    <message>
        <source>What was brought in so far was taken back by another program meanwhile, so it was stopped; look at the project again, and repeat it if it is still needed.</source>
        <translation>Was bis hierher hereinkam, hat ein anderes Programm inzwischen zurückgenommen; darum wurde angehalten. Sehen Sie das Projekt noch einmal an, und wiederholen Sie es, wenn es noch gebraucht wird.</translation>
    </message>
    <message>
        <source>There is no room left on the disk, so only a part of “{label}” is in the project ({rows} rows). Free some space, then do the same again to complete it, or undo it.</source>
        <translation>Auf dem Datenträger ist kein Platz mehr, darum ist nur ein Teil von „{label}“ im Projekt ({rows} Zeilen). Schaffen Sie Platz, und tun Sie dann dasselbe noch einmal, um es zu vollenden, oder machen Sie es rückgängig.</translation>
    </message>
    <message>
        <source>Your role does not allow undoing “{label}” (step {number}).</source>
        <translation>Ihre Rolle erlaubt nicht, „{label}“ (Schritt {number}) rückgängig zu machen.</translation>
    </message>
    <message>
        <source>“{step}” by {annotator}</source>
        <translation>„{step}“ von {annotator}</translation>
    </message>
    <message>
        <source>{used} later marks lie on its articles</source>
        <translation>auf seinen Artikeln liegen {used} spätere Markierungen</translation>
    </message>
    <message>
        <source>its rows were changed since ({names})</source>
        <translation>seine Zeilen wurden seither geändert ({names})</translation>
    </message>
    <message>
        <source>“{label}” (step {number}) cannot be undone: {what}. Undo that first, or pass this step over.</source>
        <translation>„{label}“ (Schritt {number}) kann nicht rückgängig gemacht werden: {what}. Machen Sie das zuerst rückgängig, oder übergehen Sie diesen Schritt.</translation>
    </message>
    <message>
        <source>Not all rows of {table} could be copied; nothing was kept of the copy.</source>
        <translation>Nicht alle Zeilen von {table} konnten kopiert werden; von der Kopie wurde nichts behalten.</translation>
    </message>
    <message>
        <source>A coder may not see all of the team’s project, so a copy of it would lack what is hidden; ask its owner, or export your own annotation set.</source>
        <translation>Kodierer dürfen nicht alles im Projekt des Teams sehen, darum fehlte einer Kopie das Verborgene; fragen Sie den Eigentümer, oder exportieren Sie Ihren eigenen Annotationssatz.</translation>
    </message>
    <message>
        <source>A project in a file has no team; move it to a server first, with annotator move.</source>
        <translation>Ein Projekt in einer Datei hat kein Team; bringen Sie es zuerst auf einen Server, mit annotator move.</translation>
    </message>
    <message>
        <source>A project needs the name of a file.</source>
        <translation>Ein Projekt braucht den Namen einer Datei.</translation>
    </message>
    <message>
        <source>Somebody changed the same thing in the meantime; look at it again and repeat the change.</source>
        <translation>Jemand hat inzwischen dasselbe geändert; sehen Sie es noch einmal an, und wiederholen Sie die Änderung.</translation>
    </message>
    <message>
        <source>The change names something that is not in the project (any more).</source>
        <translation>Die Änderung nennt etwas, das nicht (mehr) im Projekt ist.</translation>
    </message>
    <message>
        <source>Another program entered the same thing at the same moment, and this change was not kept. Look at the project again, and repeat what is still missing.</source>
        <translation>Ein anderes Programm hat im selben Augenblick dasselbe eingetragen, und diese Änderung wurde nicht behalten. Sehen Sie das Projekt noch einmal an, und wiederholen Sie, was noch fehlt.</translation>
    </message>
    <message>
        <source>The change does not fit what is in the project: {orig}.</source>
        <translation>Die Änderung passt nicht zu dem, was im Projekt ist: {orig}.</translation>
    </message>
    <message>
        <source>The change holds half a character, which cannot be kept; type or copy it anew.</source>
        <translation>Die Änderung enthält ein halbes Zeichen, das nicht gespeichert werden kann; tippen oder kopieren Sie es neu.</translation>
    </message>
    <message>
        <source>{place} is damaged: a part of it cannot be read. Writing has stopped. Backups, where there are any, lie in {paths}; annotator restore BACKUP PROJECT takes one, and annotator backup PROJECT OUT saves what can still be read to a new file.</source>
        <translation>{place} ist beschädigt: Ein Teil davon ist nicht lesbar. Es wird nichts mehr geschrieben. Sicherungen liegen, wo es welche gibt, in {paths}; annotator restore BACKUP PROJECT nimmt eine, und annotator backup PROJECT OUT rettet in eine neue Datei, was noch lesbar ist.</translation>
    </message>
    <message>
        <source>{place} is being written by another program and did not become free; try again in a moment.</source>
        <translation>{place} wird von einem anderen Programm geschrieben und wurde nicht frei; versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>There is no room left on the disk for {place}; this change was not kept, everything before it was. Free some space and repeat it.</source>
        <translation>Auf dem Datenträger ist kein Platz mehr für {place}; diese Änderung wurde nicht behalten, alles davor schon. Schaffen Sie Platz, und wiederholen Sie sie.</translation>
    </message>
    <message>
        <source>{place} was moved or deleted while it was open.</source>
        <translation>{place} wurde verschoben oder gelöscht, während es geöffnet war.</translation>
    </message>
    <message>
        <source>{place} cannot be written: the file, its folder or its disk is read-only. Copy the project to a place where you may write.</source>
        <translation>{place} kann nicht geschrieben werden: die Datei, ihr Ordner oder ihr Datenträger ist schreibgeschützt. Kopieren Sie das Projekt an einen Ort, an dem Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>{place} cannot be opened; check that the folder exists and may be written.</source>
        <translation>{place} kann nicht geöffnet werden; prüfen Sie, ob es den Ordner gibt und ob Sie darin schreiben dürfen.</translation>
    </message>
    <message>
        <source>The disk refused to read or write {place}; this change was not kept. Check the disk and the connection to it.</source>
        <translation>Der Datenträger ließ {place} nicht lesen oder schreiben; diese Änderung wurde nicht behalten. Prüfen Sie den Datenträger und die Verbindung zu ihm.</translation>
    </message>
    <message>
        <source>{place}: the database refused ({error}).</source>
        <translation>{place}: die Datenbank lehnte ab ({error}).</translation>
    </message>
    <message>
        <source>{annotator} changed this meanwhile (“{step}”)</source>
        <translation>{annotator} hat das inzwischen geändert („{step}“)</translation>
    </message>
    <message>
        <source>Somebody changed this meanwhile</source>
        <translation>Jemand hat das inzwischen geändert</translation>
    </message>
    <message>
        <source>{what} is now {theirs}, yours was {yours}</source>
        <translation>{what} ist jetzt {theirs}, Ihres war {yours}</translation>
    </message>
    <message>
        <source>{who}: {both}. Nothing was overwritten; look at it and decide.</source>
        <translation>{who}: {both}. Nichts wurde überschrieben; sehen Sie es an, und entscheiden Sie.</translation>
    </message>
    <message>
        <source>{path} or its folder is read-only: it can be read and exported, but nothing can be tagged. Copy it to a place where you may write.</source>
        <translation>{path} oder der Ordner ist schreibgeschützt: das Projekt kann gelesen und exportiert, aber nichts markiert werden. Kopieren Sie es an einen Ort, an dem Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>There is no room left on the disk of {path}: it can be read, exported and copied to another disk, but nothing can be tagged. Free some space and open it again.</source>
        <translation>Auf dem Datenträger von {path} ist kein Platz mehr: Es kann gelesen, exportiert und auf einen anderen Datenträger kopiert, aber nichts markiert werden. Schaffen Sie Platz, und öffnen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{path} was made by an older version of Annotator and has to be brought up to date, but it is read-only. Copy it to a place where you may write.</source>
        <translation>{path} stammt von einer älteren Version von Annotator und muss auf den neuen Stand gebracht werden, ist aber schreibgeschützt. Kopieren Sie es an einen Ort, an dem Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>{path} lies on a network share ({share}). One person at a time may work on it there; for a team, exchange annotation sets or use a team database.</source>
        <translation>{path} liegt auf einer Netzfreigabe ({share}). Dort darf immer nur eine Person daran arbeiten; tauschen Sie im Team Annotationssätze aus, oder nehmen Sie eine Datenbank des Teams.</translation>
    </message>
    <message>
        <source>{path} lies in a folder that {service} synchronises. Let it finish before opening the project on another computer, and never work on two at once.</source>
        <translation>{path} liegt in einem Ordner, den {service} abgleicht. Warten Sie, bis das fertig ist, bevor Sie das Projekt auf einem anderen Rechner öffnen, und arbeiten Sie nie an zweien zugleich.</translation>
    </message>
    <message>
        <source>The sync service left a conflict copy, {copy}. Merge it into this project (annotator merge, or Project › Merge a copy…) so that nothing in it is lost.</source>
        <translation>Der Abgleichdienst hat eine Konfliktkopie hinterlassen, {copy}. Führen Sie sie mit diesem Projekt zusammen (annotator merge, oder Projekt › Kopie zusammenführen…), damit nichts darin verloren geht.</translation>
    </message>
    <message>
        <source>{project} was taken by another program just now; try again.</source>
        <translation>{project} wurde eben von einem anderen Programm belegt; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{project} has been open on {host} by {user} since {since} UTC; in a shared or synced folder one person at a time may work. If that is no longer so, delete {path} beside it.</source>
        <translation>{project} ist seit {since} UTC auf {host} von {user} geöffnet; in einem geteilten oder abgeglichenen Ordner darf immer nur eine Person arbeiten. Wenn das nicht mehr so ist, löschen Sie {path} daneben.</translation>
    </message>
    <message>
        <source>{target} exists already; nothing was saved over it.</source>
        <translation>{target} gibt es schon; nichts wurde darüber gespeichert.</translation>
    </message>
    <message>
        <source>Nothing in the project can be read any more; take a backup of it.</source>
        <translation>In dem Projekt ist nichts mehr lesbar; nehmen Sie eine Sicherung davon.</translation>
    </message>
    <message>
        <source>{count} values could not be read</source>
        <translation>{count} Werte waren nicht lesbar</translation>
    </message>
    <message>
        <source>{count} rows had no meaning without a value</source>
        <translation>{count} Zeilen hatten ohne einen Wert keinen Sinn</translation>
    </message>
    <message>
        <source>{count} texts hold signs that could not be read</source>
        <translation>{count} Texte enthalten Zeichen, die nicht lesbar waren</translation>
    </message>
    <message>
        <source>{kept} rows saved, {lost}</source>
        <translation>{kept} Zeilen gespeichert, {lost}</translation>
    </message>
    <message>
        <source>{count} rows refer to something that could not be saved</source>
        <translation>{count} Zeilen verweisen auf etwas, das nicht gerettet werden konnte</translation>
    </message>
    <message>
        <source>what was written before the log began is as it was in {file}</source>
        <translation>was geschrieben wurde, bevor das Protokoll begann, ist so, wie es in {file} stand</translation>
    </message>
    <message>
        <source>{first}; {second}</source>
        <translation>{first}; {second}</translation>
    </message>
    <message>
        <source>{path} was replaced while it was open, and the program was stopped before it could tell. What was tagged until then was saved to {rescued}.</source>
        <translation>{path} wurde ersetzt, während es geöffnet war, und das Programm wurde beendet, bevor es das sagen konnte. Was bis dahin markiert war, wurde in {rescued} gespeichert.</translation>
    </message>
    <message>
        <source>{path} was replaced while it was open, and the program was stopped before it could tell. The log of the file that lay here before was kept as {kept}; it cannot be read without that file.</source>
        <translation>{path} wurde ersetzt, während es geöffnet war, und das Programm wurde beendet, bevor es das sagen konnte. Das Protokoll der Datei, die vorher hier lag, wurde als {kept} aufgehoben; ohne jene Datei ist es nicht lesbar.</translation>
    </message>
    <message>
        <source>{lost} cannot be read ({failure})</source>
        <translation>{lost} nicht lesbar ({failure})</translation>
    </message>
    <message>
        <source>an unknown number</source>
        <translation>eine unbekannte Zahl</translation>
    </message>
    <message>
        <source>{path} is not an Annotator project.</source>
        <translation>{path} ist kein Projekt von Annotator.</translation>
    </message>
    <message>
        <source>{path} is a database of another program, not an Annotator project.</source>
        <translation>{path} ist die Datenbank eines anderen Programms, kein Projekt von Annotator.</translation>
    </message>
    <message>
        <source>{path} was made by a newer version of Annotator (format {number}, this one reads up to {schema}); update the program to open it. The file was not changed.</source>
        <translation>{path} stammt von einer neueren Version von Annotator (Format {number}, diese liest bis {schema}); aktualisieren Sie das Programm, um es zu öffnen. Die Datei wurde nicht geändert.</translation>
    </message>
    <message>
        <source>{path} is not opened: {stranger}.</source>
        <translation>{path} wird nicht geöffnet: {stranger}.</translation>
    </message>
    <message>
        <source>it holds a {kind} “{name}” that Annotator did not make</source>
        <translation>es enthält etwas, das nicht von Annotator stammt: {kind} „{name}“</translation>
    </message>
    <message>
        <source>its tables are not those that Annotator makes</source>
        <translation>seine Tabellen sind nicht die von Annotator</translation>
    </message>
    <message>
        <source>This is no address of a team’s database; one looks like {driver}://name@host/database.</source>
        <translation>Das ist keine Adresse einer Datenbank des Teams; eine sieht aus wie {driver}://name@host/database.</translation>
    </message>
    <message>
        <source>Annotator works with PostgreSQL on a server, not with {drivername}; the address begins with {driver}://.</source>
        <translation>Annotator arbeitet auf einem Server mit PostgreSQL, nicht mit {drivername}; die Adresse beginnt mit {driver}://.</translation>
    </message>
    <message>
        <source>The address does not name a database; it looks like {driver}://name@host/database.</source>
        <translation>Die Adresse nennt keine Datenbank; sie sieht aus wie {driver}://name@host/database.</translation>
    </message>
    <message>
        <source>Name the database; its keeper knows what it is called.</source>
        <translation>Nennen Sie die Datenbank; wer sie verwaltet, weiß, wie sie heißt.</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>dieser Rechner</translation>
    </message>
    <message>
        <source>the database {database} on {host}</source>
        <translation>Datenbank {database} auf {host}</translation>
    </message>
    <message>
        <source>There is a project in {place} already; open it, or name another one.</source>
        <translation>Es gibt schon ein Projekt ({place}); öffnen Sie es, oder nennen Sie eine andere Datenbank.</translation>
    </message>
    <message>
        <source>You may not make a project in {place}; its owner has to do it.</source>
        <translation>Sie dürfen hier kein Projekt anlegen ({place}); das muss der Eigentümer tun.</translation>
    </message>
    <message>
        <source>Your role in {place} ({role}) does not allow this.</source>
        <translation>Ihre Rolle erlaubt das nicht ({place}: {role}).</translation>
    </message>
    <message>
        <source>There is no connection to {place} just now; it is tried again and again.</source>
        <translation>Gerade gibt es keine Verbindung ({place}); es wird immer wieder versucht.</translation>
    </message>
    <message>
        <source>it may have been kept all the same: look before you repeat it</source>
        <translation>sie kann trotzdem behalten worden sein: sehen Sie nach, bevor Sie sie wiederholen</translation>
    </message>
    <message>
        <source>it was not kept</source>
        <translation>sie wurde nicht behalten</translation>
    </message>
    <message>
        <source>The connection to {place} was lost during this change; {kept}.</source>
        <translation>Bei dieser Änderung ging die Verbindung verloren ({place}); {kept}.</translation>
    </message>
    <message>
        <source>“{role}” is no role in a team; there are {roles}.</source>
        <translation>„{role}“ ist keine Rolle in einem Team; es gibt {roles}.</translation>
    </message>
    <message>
        <source>“{login}” cannot be the name of a database role; choose a shorter or another one.</source>
        <translation>„{login}“ kann nicht der Name einer Datenbankrolle sein; wählen Sie einen kürzeren oder anderen.</translation>
    </message>
    <message>
        <source>{login} is no member of this team.</source>
        <translation>{login} ist kein Mitglied dieses Teams.</translation>
    </message>
    <message>
        <source>Only the owner of {place} keeps the list of its members.</source>
        <translation>Nur der Eigentümer führt die Liste der Mitglieder ({place}).</translation>
    </message>
    <message>
        <source>The database role {login} stands above the rules of the team, as the owner or a superuser of the server; choose another name.</source>
        <translation>Die Datenbankrolle {login} steht über den Regeln des Teams, als Eigentümer oder Superuser des Servers; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>You may not make database roles on this server. Let its keeper make one named {login}, or give you the right to (CREATEROLE); then add the member again.</source>
        <translation>Sie dürfen auf diesem Server keine Datenbankrollen anlegen. Lassen Sie eine namens {login} anlegen, oder sich das Recht dazu geben (CREATEROLE); fügen Sie das Mitglied dann noch einmal hinzu.</translation>
    </message>
    <message>
        <source>The server on {host} runs PostgreSQL {number}; Annotator needs version 13 or newer.</source>
        <translation>Auf dem Server {host} läuft PostgreSQL {number}; Annotator braucht Version 13 oder neuer.</translation>
    </message>
    <message>
        <source>The project in {place} was made by a newer version of Annotator (format {number}, this one reads up to {schema}); update the program to open it. Nothing was changed.</source>
        <translation>Das Projekt ({place}) stammt von einer neueren Version von Annotator (Format {number}, diese liest bis {schema}); aktualisieren Sie das Programm, um es zu öffnen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The project in {place} was made by an older version of Annotator; its owner has to open it once to bring it up to date.</source>
        <translation>Das Projekt ({place}) stammt von einer älteren Version von Annotator; der Eigentümer muss es einmal öffnen, um es auf den neuen Stand zu bringen.</translation>
    </message>
    <message>
        <source>There is no Annotator project in {place}; make one there with annotator new, or check the name.</source>
        <translation>Dort ist kein Projekt von Annotator ({place}); legen Sie eines mit annotator new an, oder prüfen Sie den Namen.</translation>
    </message>
    <message>
        <source>{username} may connect to {place}, but is no member of the team; its owner adds one with annotator team add.</source>
        <translation>Eine Verbindung ist möglich ({place}), aber im Team fehlt: {username}; der Eigentümer fügt Mitglieder mit annotator team add hinzu.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>The connection to {place} is lost. What is on the screen can still be read; nothing can be changed until the connection is back, which is tried again and again.</source>
        <translation>Die Verbindung ist verloren ({place}). Was auf dem Bildschirm ist, kann noch gelesen werden; ändern lässt sich nichts, bis die Verbindung wieder da ist, was immer wieder versucht wird.</translation>
    </message>
    <message>
        <source>Your role in {place} does not allow this; nothing was changed. Ask a manager of the team.</source>
        <translation>Ihre Rolle erlaubt das nicht ({place}); nichts wurde geändert. Fragen Sie die Leitung des Teams.</translation>
    </message>
    <message>
        <source>Others are writing to {place} and it did not become free; try again in a moment.</source>
        <translation>Andere schreiben gerade, und es wurde nicht frei ({place}); versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>There is no room left on the server of {place}; this change was not kept.</source>
        <translation>Auf dem Server ist kein Platz mehr ({place}); diese Änderung wurde nicht behalten.</translation>
    </message>
    <message>
        <source>The server of {place} takes no changes now; it can be read.</source>
        <translation>Der Server nimmt gerade keine Änderungen an ({place}); lesen ist möglich.</translation>
    </message>
    <message>
        <source>A part of {place} cannot be read; its keeper has to look at the server.</source>
        <translation>Ein Teil kann nicht gelesen werden ({place}); wer den Server verwaltet, muss nachsehen.</translation>
    </message>
    <message>
        <source>The change holds a character or number that the server cannot keep; nothing was changed.</source>
        <translation>Die Änderung enthält ein Zeichen oder eine Zahl, die der Server nicht speichern kann; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The server of {place} refused ({first_line}).</source>
        <translation>Der Server lehnte ab ({place}: {first_line}).</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>There is no computer called {host}; check the name of the host and your network.</source>
        <translation>Einen Rechner namens {host} gibt es nicht; prüfen Sie den Namen und Ihr Netz.</translation>
    </message>
    <message>
        <source>The server does not know {user}; check the name, or ask the team’s keeper to add you.</source>
        <translation>Der Server kennt diesen Namen nicht: {user}; prüfen Sie ihn, oder lassen Sie sich hinzufügen.</translation>
    </message>
    <message>
        <source>There is no database {database} on {host}; check its name, or ask its keeper to make it.</source>
        <translation>Eine Datenbank {database} gibt es auf {host} nicht; prüfen Sie den Namen, oder lassen Sie sie anlegen.</translation>
    </message>
    <message>
        <source>{user} may not connect to {place}; ask its keeper to add you to the team.</source>
        <translation>Die Verbindung ist nicht erlaubt ({user}, {place}); lassen Sie sich zum Team hinzufügen.</translation>
    </message>
    <message>
        <source>The server on {host} wants a password for {user}.</source>
        <translation>Der Server auf {host} verlangt ein Kennwort für {user}.</translation>
    </message>
    <message>
        <source>{why} Give it in the window, or put it into libpq’s password file.</source>
        <translation>{why} Geben Sie es im Fenster an, oder schreiben Sie es in die Kennwortdatei von libpq.</translation>
    </message>
    <message>
        <source>The password for {user} on {host} is not the right one, or {user} is not known there.</source>
        <translation>Das Kennwort für {user} auf {host} ist nicht richtig, oder der Name {user} ist dort nicht bekannt.</translation>
    </message>
    <message>
        <source>The server on {host} does not let {user} in from this computer; ask its keeper.</source>
        <translation>Der Server auf {host} lässt von diesem Rechner aus nicht ein: {user}; fragen Sie, wer ihn verwaltet.</translation>
    </message>
    <message>
        <source>Nothing answers on {host}, port {port}: is the server running, and is the port right?</source>
        <translation>Auf {host}, Port {port}, antwortet nichts: läuft der Server, und stimmt der Port?</translation>
    </message>
    <message>
        <source>{host} does not answer; check the network, and whether a firewall stands between.</source>
        <translation>{host} antwortet nicht; prüfen Sie das Netz, und ob eine Firewall dazwischensteht.</translation>
    </message>
    <message>
        <source>The server on {host} takes no connections just now; try again in a moment.</source>
        <translation>Der Server auf {host} nimmt gerade keine Verbindungen an; versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>No connection to {place} came about: {last_words}.</source>
        <translation>Keine Verbindung kam zustande ({place}): {last_words}.</translation>
    </message>
    <message>
        <source>The server on {host} does not encrypt its connections; ask its keeper to switch TLS on.</source>
        <translation>Der Server auf {host} verschlüsselt seine Verbindungen nicht; bitten Sie darum, TLS einzuschalten.</translation>
    </message>
    <message>
        <source>The server on {host} is to prove who it is, and the certificate that vouches for it is not here. Get it from the server’s keeper and name it in the address with sslrootcert=, or put it into libpq’s own folder.</source>
        <translation>Der Server auf {host} soll beweisen, wer er ist, und das Zertifikat, das für ihn bürgt, fehlt hier. Lassen Sie es sich geben, und nennen Sie es in der Adresse mit sslrootcert=, oder legen Sie es in den Ordner von libpq.</translation>
    </message>
    <message>
        <source>The certificate that answers on {host} is that of {group}: the name of the host is not right, or somebody stands between. No password was sent.</source>
        <translation>Auf {host} antwortet das Zertifikat von {group}: der Name des Rechners stimmt nicht, oder jemand steht dazwischen. Kein Kennwort wurde gesendet.</translation>
    </message>
    <message>
        <source>The certificate of the server on {host} is none that yours vouches for: it is another server, its certificate was renewed, or somebody stands between. Ask its keeper; no password was sent.</source>
        <translation>Für das Zertifikat des Servers auf {host} bürgt Ihres nicht: es ist ein anderer Server, sein Zertifikat wurde erneuert, oder jemand steht dazwischen. Fragen Sie, wer ihn verwaltet; kein Kennwort wurde gesendet.</translation>
    </message>
    <message>
        <source>The encrypted connection to {host} could not be made: {last_words}.</source>
        <translation>Die verschlüsselte Verbindung zu {host} kam nicht zustande: {last_words}.</translation>
    </message>
    <message>
        <source>There is no project at {path}; check the name, or make a new one there.</source>
        <translation>Unter {path} ist kein Projekt; prüfen Sie den Namen, oder legen Sie dort ein neues an.</translation>
    </message>
    <message>
        <source>{path} cannot be opened: {reason}.</source>
        <translation>{path} kann nicht geöffnet werden: {reason}.</translation>
    </message>
    <message>
        <source>{path} exists already; open it, or choose another name.</source>
        <translation>{path} gibt es schon; öffnen Sie es, oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>There is no folder {parent}; make it first, or choose another.</source>
        <translation>Einen Ordner {parent} gibt es nicht; legen Sie ihn zuerst an, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>{path} cannot be made: {reason}.</source>
        <translation>{path} kann nicht angelegt werden: {reason}.</translation>
    </message>
    <message>
        <source>“{label}” (step {number}) did not reach its end. Unless another program is still at it, do the same again to complete it, or undo it.</source>
        <translation>„{label}“ (Schritt {number}) kam nicht zu Ende. Wenn nicht ein anderes Programm noch dabei ist, tun Sie dasselbe noch einmal, um es zu vollenden, oder machen Sie es rückgängig.</translation>
    </message>
    <message>
        <source>{address} does not say which project it holds; restore a backup of it.</source>
        <translation>{address} sagt nicht, welches Projekt es enthält; stellen Sie eine Sicherung wieder her.</translation>
    </message>
    <message>
        <source>{address} was opened for reading only; nothing can be changed in it.</source>
        <translation>{address} wurde nur zum Lesen geöffnet; darin kann nichts geändert werden.</translation>
    </message>
    <message>
        <source>{address} is damaged: values in it cannot be read. Writing has stopped.</source>
        <translation>{address} ist beschädigt: Werte darin sind nicht lesbar. Es wird nicht mehr geschrieben.</translation>
    </message>
    <message>
        <source>A team’s database needs more than is installed: pip install &apos;annotator[team]&apos;.</source>
        <translation>Die Datenbank eines Teams braucht mehr, als installiert ist: pip install &apos;annotator[team]&apos;.</translation>
    </message>
    <message>
        <source>{annotator} has nothing to do again in this project.</source>
        <translation>{annotator} hat in diesem Projekt nichts zu wiederholen.</translation>
    </message>
    <message>
        <source>{annotator} has nothing to undo in this project.</source>
        <translation>{annotator} hat in diesem Projekt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>this was changed since</source>
        <translation>das wurde seither geändert</translation>
    </message>
    <message>
        <source>{annotator} changed this since (“{label}”)</source>
        <translation>{annotator} hat das seither geändert („{label}“)</translation>
    </message>
    <message>
        <source>“{label}” (step {number}) cannot be undone: {who}. It can be passed over to undo the step before it.</source>
        <translation>„{label}“ (Schritt {number}) kann nicht rückgängig gemacht werden: {who}. Der Schritt kann übergangen werden, um den davor rückgängig zu machen.</translation>
    </message>
    <message>
        <source>“{label}” (step {number}) cannot be undone: later work uses what it made, or what it used is gone. It can be passed over to undo the step before it.</source>
        <translation>„{label}“ (Schritt {number}) kann nicht rückgängig gemacht werden: spätere Arbeit gebraucht, was er gemacht hat, oder was er gebrauchte, ist fort. Der Schritt kann übergangen werden, um den davor rückgängig zu machen.</translation>
    </message>
    <message>
        <source>This is longer than {most_characters} characters; search for a part of it.</source>
        <translation>Das ist länger als {most_characters} Zeichen; suchen Sie nach einem Teil davon.</translation>
    </message>
    <message>
        <source>The expression is nested too deep.</source>
        <translation>Der Ausdruck ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>Wrong at character {number}.</source>
        <translation>Falsch bei Zeichen {number}.</translation>
    </message>
    <message>
        <source>The search took too long and was stopped; make the expression simpler.</source>
        <translation>Die Suche dauerte zu lange und wurde angehalten; vereinfachen Sie den Ausdruck.</translation>
    </message>
    <message>
        <source>The expression needs too much memory; make it simpler.</source>
        <translation>Der Ausdruck braucht zu viel Speicher; vereinfachen Sie ihn.</translation>
    </message>
    <message>
        <source>Offset {offset} lies outside the text of {length} characters; check that the text and its marks belong together.</source>
        <translation>Die Position {offset} liegt außerhalb des Textes von {length} Zeichen; prüfen Sie, ob Text und Markierungen zusammengehören.</translation>
    </message>
    <message>
        <source>Offset {offset} lies outside the text of {length} {unit}; check that the text and its marks belong together.</source>
        <translation>Die Position {offset} liegt außerhalb des Textes von {length} {unit}; prüfen Sie, ob Text und Markierungen zusammengehören.</translation>
    </message>
    <message>
        <source>{what} falls inside a character; check in which unit the file counts its offsets.</source>
        <translation>{what} fällt in ein Zeichen hinein; prüfen Sie, in welcher Einheit die Datei ihre Positionen zählt.</translation>
    </message>
    <message>
        <source>The span {start} to {end} lies outside the text of {count} characters or runs backwards; select the words again.</source>
        <translation>Die Stelle {start} bis {end} liegt außerhalb des Textes von {count} Zeichen oder läuft rückwärts; wählen Sie die Wörter noch einmal aus.</translation>
    </message>
    <message>
        <source>{what}: choose one in the list first.</source>
        <translation>{what}: Wählen Sie zuerst einen Eintrag der Liste.</translation>
    </message>
    <message>
        <source>A mark of {created} has lost its words: the project is damaged. annotator check PROJECT lists what is missing, annotator restore BACKUP PROJECT takes a backup.</source>
        <translation>Eine Markierung vom {created} hat ihre Wörter verloren: Das Projekt ist beschädigt. annotator check PROJEKT nennt, was fehlt, annotator restore SICHERUNG PROJEKT nimmt eine Sicherung.</translation>
    </message>
    <message>
        <source>A line of the file has more than {count:,} characters; check whether it is a table.</source>
        <translation>Eine Zeile der Datei hat mehr als {count:,} Zeichen; prüfen Sie, ob es eine Tabelle ist.</translation>
    </message>
    <message>
        <source>{path} was deleted, moved or replaced by another program while it was open, so nothing more is written to it.</source>
        <translation>{path} wurde von einem anderen Programm gelöscht, verschoben oder ersetzt, während es geöffnet war; darum wird nichts mehr hineingeschrieben.</translation>
    </message>
    <message>
        <source>Another program removed the log of {path} while it was open, so nothing more is written to it.</source>
        <translation>Ein anderes Programm hat das Protokoll von {path} entfernt, während es geöffnet war; darum wird nichts mehr hineingeschrieben.</translation>
    </message>
    <message>
        <source>{path} was overwritten or cut off by another program while it was open, so nothing more is written to it.</source>
        <translation>{path} wurde von einem anderen Programm überschrieben oder abgeschnitten, während es geöffnet war; darum wird nichts mehr hineingeschrieben.</translation>
    </message>
    <message>
        <source>the steps after number {found} up to {known} were in the log, which another program emptied; look at rescued copies of the same hour</source>
        <translation>die Schritte nach Nummer {found} bis {known} standen im Protokoll, das ein anderes Programm geleert hat; sehen Sie gerettete Kopien derselben Stunde an</translation>
    </message>
    <message>
        <source>Write note</source>
        <translation>Notiz schreiben</translation>
    </message>
    <message>
        <source>Edit article</source>
        <translation>Angaben zum Artikel ändern</translation>
    </message>
    <message>
        <source>“{name}” is no detail of an article that can be put right.</source>
        <translation>„{name}“ ist keine Angabe zu einem Artikel, die sich berichtigen lässt.</translation>
    </message>
    <message>
        <source>An article needs a title.</source>
        <translation>Ein Artikel braucht einen Titel.</translation>
    </message>
    <message>
        <source>“{text}” is no code of a language; write it as en, de or pt-BR, or leave it empty.</source>
        <translation>„{text}“ ist kein Kürzel einer Sprache; schreiben Sie en, de oder pt-BR, oder lassen Sie es leer.</translation>
    </message>
    <message>
        <source>“{text}” is no address of a page; it begins with https:// or http://.</source>
        <translation>„{text}“ ist keine Adresse einer Seite; sie beginnt mit https:// oder http://.</translation>
    </message>
    <message>
        <source>“{text}” is no date; write a day as 2025-11-24, a month as 2025-11, or a year.</source>
        <translation>„{text}“ ist kein Datum; schreiben Sie einen Tag als 2025-11-24, einen Monat als 2025-11, oder ein Jahr.</translation>
    </message>
    <message>
        <source>“{field}” is not asked of an article.</source>
        <translation>„{field}“ wird von Artikeln nicht gefragt.</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Europresse download</source>
        <translation>Download von Europresse</translation>
    </message>
    <message>
        <source>The file is broken XML; download it again from the service.</source>
        <translation>Die Datei ist fehlerhaftes XML; laden Sie sie beim Dienst neu herunter.</translation>
    </message>
    <message>
        <source>Factiva download (XML)</source>
        <translation>Download von Factiva (XML)</translation>
    </message>
    <message>
        <source>The cell “{name}” is no whole JSON; export the table again.</source>
        <translation>Die Zelle „{name}“ ist kein ganzes JSON; exportieren Sie die Tabelle noch einmal.</translation>
    </message>
    <message>
        <source>A value in the project is none that may stand there: the project is damaged. annotator check PROJECT names it, annotator restore BACKUP PROJECT takes a backup.</source>
        <translation>Ein Wert im Projekt ist keiner, der dort stehen darf: das Projekt ist beschädigt. annotator check PROJECT nennt ihn, annotator restore BACKUP PROJECT nimmt eine Sicherung.</translation>
    </message>
    <message>
        <source>Join claims</source>
        <translation>Behauptungen verbinden</translation>
    </message>
    <message>
        <source>Select two claims of your own at least to make one of them.</source>
        <translation>Wählen Sie mindestens zwei eigene Behauptungen aus, um eine daraus zu machen.</translation>
    </message>
    <message>
        <source>Claims of two articles cannot be one.</source>
        <translation>Behauptungen zweier Artikel können nicht eine sein.</translation>
    </message>
    <message>
        <source>Split claim</source>
        <translation>Behauptung teilen</translation>
    </message>
    <message>
        <source>This claim has one part alone, so there is nothing to split.</source>
        <translation>Diese Behauptung hat nur einen Teil; es gibt nichts zu teilen.</translation>
    </message>
    <message>
        <source>Add a new speaker</source>
        <translation>Neuen Sprecher hinzufügen</translation>
    </message>
    <message>
        <source>Add a new topic</source>
        <translation>Neues Thema hinzufügen</translation>
    </message>
    <message>
        <source>Add a new proposition</source>
        <translation>Neue Aussage hinzufügen</translation>
    </message>
</context>
<context>
    <name>AnnotateScreen</name>
    <message>
        <source>No article is open</source>
        <translation>Kein Artikel ist offen</translation>
    </message>
    <message>
        <source>Articles are chosen at the left; files can be dropped anywhere on the window.</source>
        <translation>Artikel werden links gewählt; Dateien können überall auf dem Fenster abgelegt werden.</translation>
    </message>
    <message>
        <source>Comparing the texts of the articles…</source>
        <translation>Die Texte der Artikel werden verglichen…</translation>
    </message>
    <message>
        <source>No article is a near copy of another.</source>
        <translation>Kein Artikel ist fast gleich wie ein anderer.</translation>
    </message>
</context>
<context>
    <name>AnnotationColumnsDialog</name>
    <message>
        <source>Each row becomes a tag. Columns that hold nothing of this are kept as its fields.</source>
        <translation>Jede Zeile wird eine Markierung. Spalten, die nichts davon enthalten, bleiben als deren Felder erhalten.</translation>
    </message>
    <message>
        <source>Take these columns</source>
        <translation>Diese Spalten nehmen</translation>
    </message>
    <message>
        <source>Say which columns hold the words or the places, and a label, topic, speaker or note.</source>
        <translation>Sagen Sie, welche Spalten die Wörter oder die Stellen enthalten, und ein Label, Thema, eine sprechende Person oder Notiz.</translation>
    </message>
    <message>
        <source>words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>end</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>annotator</source>
        <translation>Annotator</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>text of the article</source>
        <translation>Text des Artikels</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>stance</source>
        <translation>Haltung</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>AnswerLine</name>
    <message>
        <source>“{text}” is no number.</source>
        <translation>„{text}“ ist keine Zahl.</translation>
    </message>
</context>
<context>
    <name>AppearancesDialog</name>
    <message>
        <source>Claims: {claims} · articles: {articles}</source>
        <translation>Behauptungen: {claims} · Artikel: {articles}</translation>
    </message>
    <message>
        <source>Appearances</source>
        <translation>Vorkommen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>ohne Datum</translation>
    </message>
</context>
<context>
    <name>ArrangeBar</name>
    <message>
        <source>Filter claims</source>
        <translation>Behauptungen filtern</translation>
    </message>
    <message>
        <source>Order of the claims</source>
        <translation>Reihenfolge der Behauptungen</translation>
    </message>
</context>
<context>
    <name>Arrangement</name>
    <message>
        <source>No speaker</source>
        <translation>Kein Sprecher</translation>
    </message>
    <message>
        <source>No topic</source>
        <translation>Kein Thema</translation>
    </message>
    <message>
        <source>No proposition</source>
        <translation>Keine Aussage</translation>
    </message>
    <message>
        <source>No certainty</source>
        <translation>Keine Sicherheit angegeben</translation>
    </message>
    <message>
        <source>Text order</source>
        <translation>Reihenfolge im Text</translation>
    </message>
    <message>
        <source>Group by speaker</source>
        <translation>Nach Sprecher gruppiert</translation>
    </message>
    <message>
        <source>Group by topic</source>
        <translation>Nach Thema gruppiert</translation>
    </message>
    <message>
        <source>Group by proposition</source>
        <translation>Nach Aussage gruppieren</translation>
    </message>
    <message>
        <source>Group by certainty</source>
        <translation>Nach Sicherheit gruppiert</translation>
    </message>
    <message>
        <source>Group by annotator</source>
        <translation>Nach Annotator gruppieren</translation>
    </message>
    <message>
        <source>Latest change first</source>
        <translation>Zuletzt Geändertes zuerst</translation>
    </message>
    <message>
        <source>All claims</source>
        <translation>Alle Behauptungen</translation>
    </message>
    <message>
        <source>Without a known speaker</source>
        <translation>Ohne bekannten Sprecher</translation>
    </message>
    <message>
        <source>Without a topic</source>
        <translation>Ohne Thema</translation>
    </message>
    <message>
        <source>With a topic without stance</source>
        <translation>Mit einem Thema ohne Haltung</translation>
    </message>
    <message>
        <source>Without a kind of quotation</source>
        <translation>Ohne Art der Wiedergabe</translation>
    </message>
    <message>
        <source>Of low certainty</source>
        <translation>Von geringer Sicherheit</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>Mit Notiz</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>Meine eigenen</translation>
    </message>
    <message>
        <source>Those of colleagues</source>
        <translation>Die der anderen</translation>
    </message>
</context>
<context>
    <name>ArticleChoice</name>
    <message>
        <source>All articles</source>
        <translation>Alle Artikel</translation>
    </message>
    <message>
        <source>Only the articles selected in the list: {count}</source>
        <translation>Nur die in der Liste ausgewählten Artikel: {count}</translation>
    </message>
    <message>
        <source>Only articles that are:</source>
        <translation>Nur Artikel in diesem Stand:</translation>
    </message>
    <message>
        <source>As far as one of the annotators whose tags are exported has brought them.</source>
        <translation>So weit, wie jemand von denen, deren Markierungen exportiert werden, mit ihnen gekommen ist.</translation>
    </message>
</context>
<context>
    <name>ArticleDialog</name>
    <message>
        <source>Details of the article</source>
        <translation>Angaben zum Artikel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Byline</source>
        <translation>Autorenzeile</translation>
    </message>
    <message>
        <source>Who wrote it</source>
        <translation>Wer ihn schrieb</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Erschienen</translation>
    </message>
    <message>
        <source>2025-11-24, or only 2025-11 or 2025</source>
        <translation>2025-11-24, oder nur 2025-11 oder 2025</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>Where it came out</source>
        <translation>Wo er erschien</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Where it is on the web</source>
        <translation>Wo er im Netz steht</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>A code: en, de, ar</source>
        <translation>Ein Kürzel: en, de, ar</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} Zeichen</translation>
    </message>
    <message>
        <source>Revision {number}</source>
        <translation>Fassung {number}</translation>
    </message>
    <message>
        <source>From {file}</source>
        <translation>Aus {file}</translation>
    </message>
    <message>
        <source>read {moment}</source>
        <translation>gelesen {moment}</translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Filter {count} articles</source>
        <translation>{count} Artikel filtern</translation>
    </message>
    <message>
        <source>Filter 1 article</source>
        <translation>1 Artikel filtern</translation>
    </message>
    <message>
        <source>{done} of {all} finished</source>
        <translation>{done} von {all} abgeschlossen</translation>
    </message>
    <message>
        <source>Drop article files here, or press {add}.</source>
        <translation>Ziehen Sie Artikeldateien hierher, oder drücken Sie {add}.</translation>
    </message>
    <message>
        <source>No articles yet</source>
        <translation>Noch keine Artikel</translation>
    </message>
    <message>
        <source>Add articles…</source>
        <translation>Artikel hinzufügen…</translation>
    </message>
    <message>
        <source>No article matches “{words}”</source>
        <translation>Kein Artikel passt zu „{words}“</translation>
    </message>
    <message>
        <source>Show all articles</source>
        <translation>Alle Artikel zeigen</translation>
    </message>
</context>
<context>
    <name>ArticleModel</name>
    <message>
        <source>No near copies</source>
        <translation>Keine fast gleichen</translation>
    </message>
    <message>
        <source>No outlet</source>
        <translation>Kein Medium</translation>
    </message>
    <message>
        <source>{title}, {state}, 1 claim</source>
        <translation>{title}, {state}, 1 Behauptung</translation>
    </message>
    <message>
        <source>{title}, {state}, {count} claims</source>
        <translation>{title}, {state}, {count} Behauptungen</translation>
    </message>
</context>
<context>
    <name>AskText</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>BookFiles</name>
    <message>
        <source>Codebooks</source>
        <translation>Codebücher</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Import a codebook</source>
        <translation>Codebuch importieren</translation>
    </message>
    <message>
        <source>Importing the codebook</source>
        <translation>Das Codebuch wird importiert</translation>
    </message>
    <message>
        <source>Looking at the codebook</source>
        <translation>Das Codebuch ansehen</translation>
    </message>
    <message>
        <source>1 topic or field is changed.</source>
        <translation>1 Thema oder Feld wird geändert.</translation>
    </message>
    <message>
        <source>{count} topics or fields are changed.</source>
        <translation>{count} Themen oder Felder werden geändert.</translation>
    </message>
    <message>
        <source>What the file does not name stays, and undo takes all of it back.</source>
        <translation>Was die Datei nicht nennt, bleibt, und Rückgängig nimmt alles zurück.</translation>
    </message>
    <message>
        <source>Take in the codebook “{file}”?</source>
        <translation>Das Codebuch „{file}“ übernehmen?</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>{added} added, {changed} changed, {same} the same.</source>
        <translation>{added} hinzugefügt, {changed} geändert, {same} gleich.</translation>
    </message>
    <message>
        <source>Codebook imported</source>
        <translation>Codebuch importiert</translation>
    </message>
    <message>
        <source>TOML, everything</source>
        <translation>TOML, alles</translation>
    </message>
    <message>
        <source>REFI-QDA codebook</source>
        <translation>Codebuch nach REFI-QDA</translation>
    </message>
    <message>
        <source>Table of topics</source>
        <translation>Tabelle der Themen</translation>
    </message>
    <message>
        <source>Export the codebook</source>
        <translation>Codebuch exportieren</translation>
    </message>
    <message>
        <source>Codebook exported</source>
        <translation>Codebuch exportiert</translation>
    </message>
    <message>
        <source>Written, but for this:</source>
        <translation>Geschrieben, bis auf dies:</translation>
    </message>
    <message>
        <source>The codebook is in {path}.</source>
        <translation>Das Codebuch steht in {path}.</translation>
    </message>
    <message>
        <source>Exporting the codebook</source>
        <translation>Das Codebuch wird exportiert</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Answer “{question}”</source>
        <translation>Antwort „{question}“</translation>
    </message>
    <message>
        <source>Go to the words that name them</source>
        <translation>Zu den Wörtern gehen, die ihn nennen</translation>
    </message>
    <message>
        <source>Another speaker…</source>
        <translation>Anderer Sprecher…</translation>
    </message>
    <message>
        <source>Remove the speaker</source>
        <translation>Den Sprecher entfernen</translation>
    </message>
    <message>
        <source>Kind of speaker</source>
        <translation>Art des Sprechers</translation>
    </message>
    <message>
        <source>Another topic…</source>
        <translation>Anderes Thema…</translation>
    </message>
    <message>
        <source>Remove the topic</source>
        <translation>Das Thema entfernen</translation>
    </message>
    <message>
        <source>Take the words selected in the text</source>
        <translation>Die im Text ausgewählten Wörter nehmen</translation>
    </message>
    <message>
        <source>Remove the cue</source>
        <translation>Signalwort entfernen</translation>
    </message>
    <message>
        <source>List where it appears</source>
        <translation>Auflisten, wo es vorkommt</translation>
    </message>
    <message>
        <source>All propositions…</source>
        <translation>Alle Aussagen…</translation>
    </message>
    <message>
        <source>Link to another proposition</source>
        <translation>Mit einer anderen Aussage verknüpfen</translation>
    </message>
    <message>
        <source>Remove the link</source>
        <translation>Die Verknüpfung entfernen</translation>
    </message>
    <message>
        <source>Add a speaker</source>
        <translation>Sprecher hinzufügen</translation>
    </message>
    <message>
        <source>Add a topic</source>
        <translation>Thema hinzufügen</translation>
    </message>
    <message>
        <source>Copy with its source</source>
        <translation>Mit Quelle kopieren</translation>
    </message>
    <message>
        <source>Copy the tags</source>
        <translation>Auszeichnung kopieren</translation>
    </message>
    <message>
        <source>Same tags again</source>
        <translation>Gleich auszeichnen</translation>
    </message>
    <message>
        <source>Deselect</source>
        <translation>Abwählen</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Change all that are selected…</source>
        <translation>Alle ausgewählten ändern…</translation>
    </message>
    <message>
        <source>Make a claim of each part</source>
        <translation>Aus jedem Teil eine Behauptung machen</translation>
    </message>
    <message>
        <source>Remove a part</source>
        <translation>Einen Teil entfernen</translation>
    </message>
    <message>
        <source>Delete the claim</source>
        <translation>Die Behauptung löschen</translation>
    </message>
    <message>
        <source>Set the cue</source>
        <translation>Signalwort setzen</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>Signalwort</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Asserts</source>
        <translation>Behauptet</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} weitere</translation>
    </message>
    <message>
        <source>{role}:</source>
        <translation>{role}:</translation>
    </message>
    <message>
        <source>someone</source>
        <translation>jemand</translation>
    </message>
    <message>
        <source>Speaker: {name}, {role}</source>
        <translation>Sprecher: {name}, {role}</translation>
    </message>
    <message>
        <source>Topic: {name}, {stance}</source>
        <translation>Thema: {name}, {stance}</translation>
    </message>
    <message>
        <source>Cue: {words}</source>
        <translation>Signalwort: {words}</translation>
    </message>
    <message>
        <source>Quotation: {kind}</source>
        <translation>Wiedergabe: {kind}</translation>
    </message>
    <message>
        <source>Certainty: {value}</source>
        <translation>Sicherheit: {value}</translation>
    </message>
    <message>
        <source>Link to a proposition</source>
        <translation>Mit einer Aussage verknüpfen</translation>
    </message>
    <message>
        <source>Proposition: {text}</source>
        <translation>Aussage: {text}</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemand</translation>
    </message>
    <message>
        <source>Review: {verdict} by {name}. {reason}</source>
        <translation>Prüfung: {verdict} von {name}. {reason}</translation>
    </message>
    <message>
        <source>1 comment</source>
        <translation>1 Kommentar</translation>
    </message>
    <message>
        <source>{count} comments</source>
        <translation>{count} Kommentare</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
</context>
<context>
    <name>CardList</name>
    <message>
        <source>Claims in text order</source>
        <translation>Behauptungen in der Reihenfolge des Textes</translation>
    </message>
</context>
<context>
    <name>CardWishes</name>
    <message>
        <source>Set quotation</source>
        <translation>Wiedergabe setzen</translation>
    </message>
    <message>
        <source>Set certainty</source>
        <translation>Sicherheit setzen</translation>
    </message>
    <message>
        <source>Write note</source>
        <translation>Notiz schreiben</translation>
    </message>
</context>
<context>
    <name>ChangesView</name>
    <message>
        <source>What the version changed</source>
        <translation>Was die Version geändert hat</translation>
    </message>
    <message>
        <source>It is not recorded what this version changed: it came with a file, or was the first.</source>
        <translation>Was diese Version geändert hat, ist nicht festgehalten: Sie kam mit einer Datei oder war die erste.</translation>
    </message>
    <message>
        <source>New.</source>
        <translation>Neu.</translation>
    </message>
    <message>
        <source>New field.</source>
        <translation>Neues Feld.</translation>
    </message>
    <message>
        <source>Deleted.</source>
        <translation>Gelöscht.</translation>
    </message>
    <message>
        <source>Retired.</source>
        <translation>Stillgelegt.</translation>
    </message>
    <message>
        <source>Brought back.</source>
        <translation>Wieder in Gebrauch.</translation>
    </message>
    <message>
        <source>Merged into “{winner}”.</source>
        <translation>In „{winner}“ zusammengelegt.</translation>
    </message>
    <message>
        <source>Parted from “{winner}”.</source>
        <translation>Von „{winner}“ getrennt.</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>Use for</source>
        <translation>Verwenden für</translation>
    </message>
    <message>
        <source>Not for</source>
        <translation>Nicht für</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>In this article</source>
        <translation>In diesem Artikel</translation>
    </message>
    <message>
        <source>Used last</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>ClaimCard</name>
    <message>
        <source>Claim: {words}</source>
        <translation>Behauptung: {words}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
</context>
<context>
    <name>Codebook</name>
    <message>
        <source>claim</source>
        <translation>Behauptung</translation>
    </message>
    <message>
        <source>mention</source>
        <translation>Nennung</translation>
    </message>
    <message>
        <source>made under version {made}, changed in {changed}</source>
        <translation>unter Version {made} entstanden, in {changed} geändert</translation>
    </message>
    <message>
        <source>The marks of this case are gone.</source>
        <translation>Die Markierungen dieses Falls sind nicht mehr da.</translation>
    </message>
    <message>
        <source>one choice</source>
        <translation>eine Wahl</translation>
    </message>
    <message>
        <source>several choices</source>
        <translation>mehrere Wahlen</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>ja oder nein</translation>
    </message>
    <message>
        <source>claims</source>
        <translation>Behauptungen</translation>
    </message>
    <message>
        <source>mentions</source>
        <translation>Nennungen</translation>
    </message>
    <message>
        <source>passages</source>
        <translation>Passagen</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>Artikel</translation>
    </message>
</context>
<context>
    <name>CodebookModel</name>
    <message>
        <source>{name}, {count} marks</source>
        <translation>{name}, {count} Markierungen</translation>
    </message>
    <message>
        <source>{name}, 1 mark</source>
        <translation>{name}, 1 Markierung</translation>
    </message>
</context>
<context>
    <name>CodebookScreen</name>
    <message>
        <source>Topics, fields, versions, speakers</source>
        <translation>Themen, Felder, Versionen, Sprecher</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>1 topic</source>
        <translation>1 Thema</translation>
    </message>
    <message>
        <source>{count} topics</source>
        <translation>{count} Themen</translation>
    </message>
    <message>
        <source>1 field</source>
        <translation>1 Feld</translation>
    </message>
    <message>
        <source>{count} fields</source>
        <translation>{count} Felder</translation>
    </message>
    <message>
        <source>1 version</source>
        <translation>1 Version</translation>
    </message>
    <message>
        <source>{count} versions</source>
        <translation>{count} Versionen</translation>
    </message>
    <message>
        <source>rename</source>
        <translation>umbenennen</translation>
    </message>
    <message>
        <source>move up</source>
        <translation>nach oben</translation>
    </message>
    <message>
        <source>move below</source>
        <translation>darunter</translation>
    </message>
    <message>
        <source>Versions {count}</source>
        <translation>Versionen {count}</translation>
    </message>
    <message>
        <source>Versions {count} · look at {stale} marks</source>
        <translation>Versionen {count} · {stale} Markierungen ansehen</translation>
    </message>
    <message>
        <source>Topics {count}</source>
        <translation>Themen {count}</translation>
    </message>
    <message>
        <source>Take in a codebook from a TOML, .qdc or .csv file.</source>
        <translation>Ein Codebuch aus einer TOML-, .qdc- oder .csv-Datei übernehmen.</translation>
    </message>
    <message>
        <source>Write topics and fields to a TOML, .qdc or .csv file.</source>
        <translation>Themen und Felder in eine TOML-, .qdc- oder .csv-Datei schreiben.</translation>
    </message>
    <message>
        <source>Fields {count}</source>
        <translation>Felder {count}</translation>
    </message>
    <message>
        <source>Speakers {count}</source>
        <translation>Sprecher {count}</translation>
    </message>
</context>
<context>
    <name>ColourRow</name>
    <message>
        <source>Colour {number}: {code}</source>
        <translation>Farbe {number}: {code}</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>Andere…</translation>
    </message>
    <message>
        <source>Colour of its own: {code}</source>
        <translation>Eigene Farbe: {code}</translation>
    </message>
    <message>
        <source>Colour of the topic</source>
        <translation>Farbe des Themas</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Add articles</source>
        <translation>Artikel hinzufügen</translation>
    </message>
    <message>
        <source>What the columns of {names} hold</source>
        <translation>Was die Spalten von {names} enthalten</translation>
    </message>
    <message>
        <source>Each row becomes an article. Columns that hold nothing of this are kept with it.</source>
        <translation>Aus jeder Zeile wird ein Artikel. Spalten, die nichts davon enthalten, bleiben bei ihm.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The beginning of the table</source>
        <translation>Der Anfang der Tabelle</translation>
    </message>
    <message>
        <source>What the column “{heading}” holds</source>
        <translation>Was die Spalte „{heading}“ enthält</translation>
    </message>
    <message>
        <source>further</source>
        <translation>Weiteres</translation>
    </message>
    <message>
        <source>Say which column holds the text of the articles.</source>
        <translation>Sagen Sie, welche Spalte den Text der Artikel enthält.</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>standfirst</source>
        <translation>Vorspann</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>byline</source>
        <translation>Autorenzeile</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>outlet</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>language</source>
        <translation>Sprache</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Tagging</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Behauptung</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>Team’s database</source>
        <translation>Datenbank des Teams</translation>
    </message>
    <message>
        <source>Connect to the team’s database</source>
        <translation>Mit der Datenbank des Teams verbinden</translation>
    </message>
    <message>
        <source>Everybody works on one project, on a PostgreSQL server. Whoever keeps it knows what to fill in.</source>
        <translation>Alle arbeiten an einem Projekt, auf einem PostgreSQL-Server. Wer ihn betreut, weiß, was einzutragen ist.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>dieser Rechner</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Your name there</source>
        <translation>Ihr Name dort</translation>
    </message>
    <message>
        <source>if the server asks for one</source>
        <translation>wenn der Server danach fragt</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Keep the password in this system’s keyring</source>
        <translation>Das Passwort im Schlüsselbund dieses Systems aufbewahren</translation>
    </message>
    <message>
        <source>Only if the server proves who it is (TLS with a verified certificate)</source>
        <translation>Nur wenn der Server nachweist, wer er ist (TLS mit geprüftem Zertifikat)</translation>
    </message>
    <message>
        <source>How the test went</source>
        <translation>Wie der Test ausging</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindung wird aufgebaut…</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ging schief</translation>
    </message>
    <message>
        <source>Your tags are saved as you make them, and what was saved stays. You can go on. If it happens again, close Annotator, open it anew, and send the details below to those who look after it; they hold no text of your articles.</source>
        <translation>Ihre Markierungen werden gespeichert, sobald Sie sie machen, und was gespeichert ist, bleibt. Sie können weiterarbeiten. Geschieht es wieder, schließen Sie Annotator, öffnen Sie ihn neu, und senden Sie die Einzelheiten unten an die, die ihn betreuen; sie enthalten keinen Text Ihrer Artikel.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Open the log</source>
        <translation>Protokoll öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>CurrentMark</name>
    <message>
        <source>The boundary cannot move further there.</source>
        <translation>Die Grenze kann dort nicht weiter rücken.</translation>
    </message>
    <message>
        <source>Select the words that the mark is to lose, then press {take_out}.</source>
        <translation>Wählen Sie die Wörter aus, die die Markierung verlieren soll, dann drücken Sie {take_out}.</translation>
    </message>
    <message>
        <source>None of these words belong to the mark.</source>
        <translation>Keines dieser Wörter gehört zur Markierung.</translation>
    </message>
    <message>
        <source>Nothing would be left of the mark; {delete} deletes it.</source>
        <translation>Von der Markierung bliebe nichts übrig; {delete} löscht sie.</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>This claim was changed meanwhile</source>
        <translation>Diese Behauptung wurde inzwischen geändert</translation>
    </message>
    <message>
        <source>Decide on what I saw</source>
        <translation>Über das entscheiden, was ich sah</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>Noch einmal vergleichen</translation>
    </message>
    <message>
        <source>{name} will read this article without seeing the others’ tags.</source>
        <translation>{name} liest diesen Artikel, ohne die Markierungen der anderen zu sehen.</translation>
    </message>
    <message>
        <source>The boundary cannot move further there.</source>
        <translation>Die Grenze kann dort nicht weiter rücken.</translation>
    </message>
</context>
<context>
    <name>DifferentlyDialog</name>
    <message>
        <source>Decided differently from me</source>
        <translation>Anders entschieden als von mir</translation>
    </message>
    <message>
        <source>Your tags that reviewers rejected or amended, and the consensus. Enter goes there.</source>
        <translation>Ihre Markierungen, die abgelehnt oder geändert wurden, und der Konsens. Enter geht hin.</translation>
    </message>
    <message>
        <source>Nothing was decided differently from you.</source>
        <translation>Nichts wurde anders entschieden als von Ihnen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>DropHint</name>
    <message>
        <source>Drop to add the articles</source>
        <translation>Loslassen, um die Artikel hinzuzufügen</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drop article files here to start a project</source>
        <translation>Ziehen Sie Artikeldateien hierher, um ein Projekt zu beginnen</translation>
    </message>
    <message>
        <source>Text, web pages, PDF, Word, e-mail, tables, annotation sets; also folders and archives.</source>
        <translation>Text, Webseiten, PDF, Word, E-Mails, Tabellen, Annotationssätze; auch Ordner und Archive.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export the annotation set</source>
        <translation>Annotationssatz exportieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Whose tags</source>
        <translation>Wessen Markierungen</translation>
    </message>
    <message>
        <source>All annotators</source>
        <translation>Alle Annotatoren</translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>Nur diese</translation>
    </message>
    <message>
        <source>Which articles</source>
        <translation>Welche Artikel</translation>
    </message>
    <message>
        <source>Only the consensus</source>
        <translation>Nur der Konsens</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Read it back and compare</source>
        <translation>Zurücklesen und vergleichen</translation>
    </message>
    <message>
        <source>Write counts and hashes beside it</source>
        <translation>Anzahlen und Prüfsummen daneben schreiben</translation>
    </message>
    <message>
        <source>A manifest: the file’s name with .manifest.json behind it.</source>
        <translation>Ein Manifest: der Name der Datei mit .manifest.json dahinter.</translation>
    </message>
    <message>
        <source>Counting how many there are here…</source>
        <translation>Es wird gezählt, wie viele es hier sind…</translation>
    </message>
    <message>
        <source>Articles that you read blind: {count}. Colleagues’ tags there are left out until you have finished them; tick names to have them all the same.</source>
        <translation>Artikel, die Sie blind lesen: {count}. Markierungen der anderen darin bleiben weg, bis Sie ihn abgeschlossen haben; mit angehakten Namen kommt es trotzdem mit.</translation>
    </message>
    <message>
        <source>The consensus is not whole yet. Disagreements that are not decided: {count}.</source>
        <translation>Der Konsens ist noch nicht vollständig. Nicht entschiedene Abweichungen: {count}.</translation>
    </message>
    <message>
        <source>The consensus lacks claims on which all agree and which nobody has accepted: {count}. Review accepts them at once.</source>
        <translation>Dem Konsens fehlen Behauptungen, über die sich alle einig sind und die niemand angenommen hat: {count}. Beim Prüfen lassen sie sich auf einmal annehmen.</translation>
    </message>
    <message>
        <source>There are none here: nothing is lost.</source>
        <translation>Hier gibt es keine: nichts geht verloren.</translation>
    </message>
    <message>
        <source>Not kept by this format, of what is chosen: {counted}.</source>
        <translation>Von dem Gewählten behält dieses Format nicht: {counted}.</translation>
    </message>
    <message>
        <source>This format cannot keep: {lost}.</source>
        <translation>Dieses Format kann nicht behalten: {lost}.</translation>
    </message>
    <message>
        <source>Keeps everything, and comes back unchanged.</source>
        <translation>Behält alles und kommt unverändert zurück.</translation>
    </message>
    <message>
        <source>Keeps everything; it is for other programs and cannot be read back.</source>
        <translation>Behält alles; es ist für andere Programme und kann nicht zurückgelesen werden.</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>Tick at least one annotator.</source>
        <translation>Haken Sie mindestens einen Annotator ab.</translation>
    </message>
    <message>
        <source>No article is in a state that is ticked.</source>
        <translation>Kein Artikel hat einen angekreuzten Stand.</translation>
    </message>
    <message>
        <source>This file exists; it will be replaced.</source>
        <translation>Diese Datei gibt es; sie wird ersetzt.</translation>
    </message>
    <message>
        <source>Give the file a name.</source>
        <translation>Geben Sie der Datei einen Namen.</translation>
    </message>
    <message>
        <source>Give the whole path, or press Browse.</source>
        <translation>Geben Sie den ganzen Pfad an, oder drücken Sie Durchsuchen.</translation>
    </message>
    <message>
        <source>This is a folder; add a file name.</source>
        <translation>Das ist ein Ordner; fügen Sie einen Dateinamen an.</translation>
    </message>
    <message>
        <source>The folder does not exist; choose another one.</source>
        <translation>Den Ordner gibt es nicht; wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>You may not write there; choose another folder.</source>
        <translation>Dort dürfen Sie nicht schreiben; wählen Sie einen anderen Ordner.</translation>
    </message>
</context>
<context>
    <name>FieldEditor</name>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Kind of answer</source>
        <translation>Art der Antwort</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>One in each line</source>
        <translation>Eine in jeder Zeile</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Asked of</source>
        <translation>Gefragt bei</translation>
    </message>
    <message>
        <source>Not answered anywhere yet.</source>
        <translation>Noch nirgends beantwortet.</translation>
    </message>
    <message>
        <source>Answers: {list}</source>
        <translation>Antworten: {list}</translation>
    </message>
</context>
<context>
    <name>FieldList</name>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Filter fields</source>
        <translation>Felder filtern</translation>
    </message>
    <message>
        <source>New field</source>
        <translation>Neues Feld</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>No field matches “{words}”</source>
        <translation>Kein Feld passt zu „{words}“</translation>
    </message>
    <message>
        <source>Make this a new field</source>
        <translation>Daraus ein neues Feld machen</translation>
    </message>
    <message>
        <source>Fields are questions of your own, such as “worth checking?”, answered on each claim.</source>
        <translation>Felder sind eigene Fragen, etwa „prüfenswert?“, die bei jeder Behauptung beantwortet werden.</translation>
    </message>
    <message>
        <source>No fields yet</source>
        <translation>Noch keine Felder</translation>
    </message>
</context>
<context>
    <name>FieldsPage</name>
    <message>
        <source>No field is chosen</source>
        <translation>Kein Feld ist gewählt</translation>
    </message>
    <message>
        <source>Choose one at the left, or make one there.</source>
        <translation>Wählen Sie links eines, oder legen Sie dort eines an.</translation>
    </message>
    <message>
        <source>Choose one at the left.</source>
        <translation>Wählen Sie links eines aus.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>„{name}“</translation>
    </message>
    <message>
        <source>It is the answer in 1 place.</source>
        <translation>Es ist die Antwort an 1 Stelle.</translation>
    </message>
    <message>
        <source>{count} answers were given by that.</source>
        <translation>{count} Antworten wurden so gegeben.</translation>
    </message>
    <message>
        <source>{old} is now called {new}?</source>
        <translation>{old} heißt jetzt {new}?</translation>
    </message>
    <message>
        <source>No, a different choice</source>
        <translation>Nein, eine andere Antwort</translation>
    </message>
    <message>
        <source>Rename the answers</source>
        <translation>Antworten umbenennen</translation>
    </message>
    <message>
        <source>Take the choice {old} away?</source>
        <translation>Die Antwort {old} wegnehmen?</translation>
    </message>
    <message>
        <source>The answers stay, but the choice is not offered any more.</source>
        <translation>Die Antworten bleiben, aber die Wahl wird nicht mehr angeboten.</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Wegnehmen</translation>
    </message>
    <message>
        <source>New field</source>
        <translation>Neues Feld</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>It is answered on 1 mark. The answer stays, but is not shown any more.</source>
        <translation>Es ist an 1 Markierung beantwortet. Die Antwort bleibt, wird aber nicht mehr gezeigt.</translation>
    </message>
    <message>
        <source>It is answered on {count} marks. The answers stay, but are not shown any more.</source>
        <translation>Es ist bei {count} Markierungen beantwortet. Die Antworten bleiben, werden aber nicht mehr gezeigt.</translation>
    </message>
    <message>
        <source>Delete the field?</source>
        <translation>Das Feld löschen?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>FilterButton</name>
    <message>
        <source>Filter by annotator, article, kind and verdict</source>
        <translation>Nach Annotator, Artikel, Art und Entscheid filtern</translation>
    </message>
    <message>
        <source>Annotators</source>
        <translation>Annotatoren</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>Alle Artikel</translation>
    </message>
    <message>
        <source>This article only</source>
        <translation>Nur dieser Artikel</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Arten</translation>
    </message>
    <message>
        <source>Open and decided</source>
        <translation>Offen und entschieden</translation>
    </message>
    <message>
        <source>Open only</source>
        <translation>Nur offen</translation>
    </message>
    <message>
        <source>Decided only</source>
        <translation>Nur entschieden</translation>
    </message>
</context>
<context>
    <name>FilterField</name>
    <message>
        <source>Clear the filter</source>
        <translation>Filter aufheben</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this article</source>
        <translation>In diesem Artikel suchen</translation>
    </message>
    <message>
        <source>Capital and small letters are told apart</source>
        <translation>Groß- und Kleinschreibung werden unterschieden</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Nur ganze Wörter</translation>
    </message>
    <message>
        <source>What is typed is a regular expression</source>
        <translation>Das Getippte ist ein regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Previous hit (Shift+Enter)</source>
        <translation>Vorheriger Treffer (Umschalt+Enter)</translation>
    </message>
    <message>
        <source>Next hit (Enter)</source>
        <translation>Nächster Treffer (Enter)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>{number} of more than {count}</source>
        <translation>{number} von mehr als {count}</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
</context>
<context>
    <name>GroundsDialog</name>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>A key chooses the cause, then write the reason if you like. Enter gives the verdict.</source>
        <translation>Eine Taste wählt die Ursache, dann schreiben Sie den Grund, wenn Sie mögen. Enter fällt den Entscheid.</translation>
    </message>
    <message>
        <source>Reason, if you like</source>
        <translation>Grund, wenn Sie mögen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>The codebook should say</source>
        <translation>Das Codebuch soll es sagen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Give the verdict</source>
        <translation>Entscheid fällen</translation>
    </message>
</context>
<context>
    <name>GroundsForm</name>
    <message>
        <source>Reason, if you like</source>
        <translation>Grund, wenn Sie mögen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>The codebook should say</source>
        <translation>Das Codebuch soll es sagen</translation>
    </message>
    <message>
        <source>Gathers the case on the Codebook screen (Q)</source>
        <translation>Sammelt den Fall auf dem Bildschirm Codebuch (Q)</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Cause: {cause}, {help}</source>
        <translation>Ursache: {cause}, {help}</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>All commands</source>
        <translation>Alle Befehle</translation>
    </message>
</context>
<context>
    <name>HelpViewer</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation>Seiten der Hilfe</translation>
    </message>
    <message>
        <source>Page of the help</source>
        <translation>Seite der Hilfe</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>HighlighterRow</name>
    <message>
        <source>Highlighter is on</source>
        <translation>Hervorhebung ist an</translation>
    </message>
    <message>
        <source>Words, or a regular expression</source>
        <translation>Wörter oder ein regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Capital and small letters are told apart</source>
        <translation>Groß- und Kleinschreibung werden unterschieden</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Nur ganze Wörter</translation>
    </message>
    <message>
        <source>The words are a regular expression</source>
        <translation>Die Wörter sind ein regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Remove this highlighter</source>
        <translation>Diese Hervorhebung entfernen</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Lime</source>
        <translation>Limette</translation>
    </message>
    <message>
        <source>These words are painted where they stand so, with the comma. Give each word a row.</source>
        <translation>Diese Wörter werden nur so, mit dem Komma, gefunden. Geben Sie jedem Wort eine eigene Zeile.</translation>
    </message>
</context>
<context>
    <name>HighlightersPage</name>
    <message>
        <source>Words that you want to see at a glance, such as “claims” or “according to”. They are painted</source>
        <translation>Wörter, die Sie auf einen Blick sehen wollen, etwa „behauptet“ oder „laut“. Sie werden hervorgehoben,</translation>
    </message>
    <message>
        <source>wherever they stand in the text you read; nothing is tagged.</source>
        <translation>wo immer sie in dem Text stehen, den Sie lesen; markiert wird nichts.</translation>
    </message>
    <message>
        <source>There is no highlighter yet.</source>
        <translation>Es gibt noch keine Hervorhebung.</translation>
    </message>
    <message>
        <source>Add a highlighter</source>
        <translation>Hervorhebung hinzufügen</translation>
    </message>
</context>
<context>
    <name>Highlighting</name>
    <message>
        <source>Highlighter “{words}”: {why}</source>
        <translation>Hervorhebung „{words}“: {why}</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Every step of everybody, latest first. Undo and Redo concern your own steps.</source>
        <translation>Alle Schritte aller, die letzten zuerst. Rückgängig und Wiederholen betreffen Ihre eigenen Schritte.</translation>
    </message>
    <message>
        <source>Filter by step, name or article</source>
        <translation>Nach Schritt, Name oder Artikel filtern</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Steps, latest first</source>
        <translation>Schritte, die letzten zuerst</translation>
    </message>
    <message>
        <source>The latest {count} steps of everybody; annotator history lists all. Undo and Redo concern your own steps.</source>
        <translation>Die letzten {count} Schritte von allen; annotator history zählt alle auf. Rückgängig und Wiederholen betreffen Ihre eigenen Schritte.</translation>
    </message>
    <message>
        <source>Nothing has been done in this project yet.</source>
        <translation>In diesem Projekt wurde noch nichts getan.</translation>
    </message>
    <message>
        <source>No step matches the filter.</source>
        <translation>Kein Schritt passt zum Filter.</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>{step}, undone</source>
        <translation>{step}, rückgängig gemacht</translation>
    </message>
    <message>
        <source>{article} and {n} more</source>
        <translation>{article} und {n} weitere</translation>
    </message>
    <message>
        <source>Undo: {step}</source>
        <translation>Rückgängig: {step}</translation>
    </message>
    <message>
        <source>Redo: {step}</source>
        <translation>Wiederholen: {step}</translation>
    </message>
    <message>
        <source>{step} (did not reach its end)</source>
        <translation>{step} (kam nicht zu Ende)</translation>
    </message>
    <message>
        <source>This step was undone.</source>
        <translation>Dieser Schritt wurde rückgängig gemacht.</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Import annotation sets</source>
        <translation>Annotationssätze importieren</translation>
    </message>
    <message>
        <source>What the files hold</source>
        <translation>Was die Dateien enthalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What the labels become</source>
        <translation>Was aus den Labels wird</translation>
    </message>
    <message>
        <source>beside the files</source>
        <translation>neben den Dateien</translation>
    </message>
    <message>
        <source>Folder of the texts</source>
        <translation>Ordner der Texte</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>The texts lie</source>
        <translation>Die Texte liegen</translation>
    </message>
    <message>
        <source>Whose tags they are, where the file does not say or says it wrongly</source>
        <translation>Wessen Markierungen es sind, wo die Datei es nicht oder falsch sagt</translation>
    </message>
    <message>
        <source>as the file says</source>
        <translation>wie die Datei sagt</translation>
    </message>
    <message>
        <source>Take what is sound of a damaged set</source>
        <translation>Von einem beschädigten Satz nehmen, was heil ist</translation>
    </message>
    <message>
        <source>Looking at the files…</source>
        <translation>Die Dateien werden angesehen…</translation>
    </message>
    <message>
        <source>Nothing has been written yet. The import is one step and can be undone.</source>
        <translation>Noch ist nichts geschrieben. Der Import ist ein Schritt und kann rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>All that these files hold is in the project already.</source>
        <translation>Alles, was diese Dateien enthalten, ist schon im Projekt.</translation>
    </message>
    <message>
        <source>There is nothing to take in; see below why.</source>
        <translation>Es gibt nichts zu übernehmen; unten steht, warum.</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Anzusehen</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Spalten …</translation>
    </message>
    <message>
        <source>Rarer labels, which become what they are by default: {n}.</source>
        <translation>Seltenere Labels, die das werden, was sie sonst sind: {n}.</translation>
    </message>
    <message>
        <source>Recognised: {sign}.</source>
        <translation>Erkannt: {sign}.</translation>
    </message>
    <message>
        <source>claim</source>
        <translation>Behauptung</translation>
    </message>
    <message>
        <source>claims</source>
        <translation>Behauptungen</translation>
    </message>
    <message>
        <source>mention</source>
        <translation>Nennung</translation>
    </message>
    <message>
        <source>mentions</source>
        <translation>Nennungen</translation>
    </message>
    <message>
        <source>passage</source>
        <translation>Passage</translation>
    </message>
    <message>
        <source>passages</source>
        <translation>Passagen</translation>
    </message>
    <message>
        <source>article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>annotator</source>
        <translation>Annotator</translation>
    </message>
    <message>
        <source>annotators</source>
        <translation>Annotatoren</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>speakers</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>there already</source>
        <translation>schon da</translation>
    </message>
    <message>
        <source>Here with other content: {n}. What is here stays.</source>
        <translation>Hier mit anderem Inhalt: {n}. Was hier ist, bleibt.</translation>
    </message>
    <message>
        <source>Marks found at another place, since the text has changed: {n}.</source>
        <translation>Markierungen an anderer Stelle gefunden, weil sich der Text geändert hat: {n}.</translation>
    </message>
    <message>
        <source>Marks whose place is uncertain and should be looked at: {n}.</source>
        <translation>Markierungen, deren Stelle unsicher ist und angesehen werden sollte: {n}.</translation>
    </message>
    <message>
        <source>Marks that have lost their words in the text: {n}.</source>
        <translation>Markierungen, die ihre Wörter im Text verloren haben: {n}.</translation>
    </message>
    <message>
        <source>Spans of no length, kept as a note on their article: {n}.</source>
        <translation>Stellen ohne Länge, als Notiz an ihrem Artikel behalten: {n}.</translation>
    </message>
    <message>
        <source>Things that this program has no place for, listed below: {n}.</source>
        <translation>Dinge, für die dieses Programm keinen Platz hat, unten aufgeführt: {n}.</translation>
    </message>
    <message>
        <source>“{name}” is somebody else here; give the name below where they are the same person.</source>
        <translation>„{name}“ ist hier jemand anderes; geben Sie unten den Namen an, wenn es dieselbe Person ist.</translation>
    </message>
</context>
<context>
    <name>KeyHints</name>
    <message>
        <source>another speaker</source>
        <translation>anderer Sprecher</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>another topic</source>
        <translation>anderes Thema</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>claim</source>
        <translation>Behauptung</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>alle Tasten</translation>
    </message>
</context>
<context>
    <name>Keymap</name>
    <message>
        <source>{key} is given to two commands; it stays with “{first}”, not “{second}”.</source>
        <translation>{key} ist zwei Befehlen gegeben; es bleibt bei „{first}“, nicht bei „{second}“.</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Filter by name or key</source>
        <translation>Nach Name oder Taste filtern</translation>
    </message>
    <message>
        <source>Press the new key</source>
        <translation>Drücken Sie die neue Taste</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>Diese Taste verwenden</translation>
    </message>
    <message>
        <source>Add to the others</source>
        <translation>Zu den anderen hinzufügen</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>Übliche Tasten</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>Press a key</source>
        <translation>Taste drücken</translation>
    </message>
    <message>
        <source>Choose a command to change its keys.</source>
        <translation>Wählen Sie einen Befehl, um seine Tasten zu ändern.</translation>
    </message>
    <message>
        <source>{key} moves the focus everywhere and cannot be used.</source>
        <translation>{key} bewegt überall den Fokus und kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>{key} is the key of “{other}”, which would lose it.</source>
        <translation>{key} ist die Taste von „{other}“, das sie verlöre.</translation>
    </message>
    <message>
        <source>Take it for this</source>
        <translation>Dafür nehmen</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>„{name}“</translation>
    </message>
    <message>
        <source>{key} is the key of {others}; they would lose it.</source>
        <translation>{key} ist die Taste von {others}; sie würden sie verlieren.</translation>
    </message>
    <message>
        <source>While you type in a field, {key} stays with the field.</source>
        <translation>Solange Sie in einem Feld schreiben, bleibt {key} dem Feld.</translation>
    </message>
    <message>
        <source>In the list of topics, {key} takes “{topic}”.</source>
        <translation>In der Liste der Themen nimmt {key} „{topic}“.</translation>
    </message>
    <message>
        <source>{keys} belongs to another command now; give that one its usual keys first.</source>
        <translation>{keys} gehört jetzt einem anderen Befehl; geben Sie diesem zuerst seine üblichen Tasten.</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>Single letters act while the text has the focus, never while you type in a field.</source>
        <translation>Einzelne Buchstaben wirken, solange der Text den Fokus hat, nie während Sie in ein Feld tippen.</translation>
    </message>
    <message>
        <source>Filter by name or key</source>
        <translation>Nach Name oder Taste filtern</translation>
    </message>
    <message>
        <source>Keys by group</source>
        <translation>Tasten nach Gruppen</translation>
    </message>
    <message>
        <source>No key matches the filter.</source>
        <translation>Keine Taste passt zum Filter.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>versions of the codebook</source>
        <translation>Versionen des Codebuchs</translation>
    </message>
    <message>
        <source>annotators</source>
        <translation>Annotatoren</translation>
    </message>
    <message>
        <source>own fields</source>
        <translation>eigene Felder</translation>
    </message>
    <message>
        <source>topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>speakers</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>propositions</source>
        <translation>Aussagen</translation>
    </message>
    <message>
        <source>mentions</source>
        <translation>Nennungen</translation>
    </message>
    <message>
        <source>claims</source>
        <translation>Behauptungen</translation>
    </message>
    <message>
        <source>passages</source>
        <translation>Passagen</translation>
    </message>
    <message>
        <source>reviews</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>assignments</source>
        <translation>Zuteilungen</translation>
    </message>
    <message>
        <source>details of articles</source>
        <translation>Einzelheiten von Artikeln</translation>
    </message>
    <message>
        <source>kinds of paragraphs</source>
        <translation>Arten von Absätzen</translation>
    </message>
    <message>
        <source>links of articles</source>
        <translation>Links von Artikeln</translation>
    </message>
    <message>
        <source>earlier texts of articles</source>
        <translation>frühere Texte von Artikeln</translation>
    </message>
    <message>
        <source>boundaries within a token</source>
        <translation>Grenzen innerhalb eines Tokens</translation>
    </message>
    <message>
        <source>further parts of claims</source>
        <translation>weitere Teile von Behauptungen</translation>
    </message>
    <message>
        <source>cues</source>
        <translation>Signalwörter</translation>
    </message>
    <message>
        <source>characters beyond U+FFFF</source>
        <translation>Zeichen jenseits von U+FFFF</translation>
    </message>
    <message>
        <source>control characters</source>
        <translation>Steuerzeichen</translation>
    </message>
    <message>
        <source>letters beyond the length of a field</source>
        <translation>Buchstaben über die Länge eines Feldes hinaus</translation>
    </message>
    <message>
        <source>kinds of quotation</source>
        <translation>Arten der Wiedergabe</translation>
    </message>
    <message>
        <source>certainty</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>details of claims</source>
        <translation>Einzelheiten von Behauptungen</translation>
    </message>
    <message>
        <source>details of mentions</source>
        <translation>Einzelheiten von Nennungen</translation>
    </message>
    <message>
        <source>marks that overlap longer ones</source>
        <translation>Markierungen, die längere überlappen</translation>
    </message>
    <message>
        <source>boundaries within a token, widened</source>
        <translation>Grenzen in einem Wort, erweitert</translation>
    </message>
    <message>
        <source>roles other than who says it</source>
        <translation>andere Rollen als die, wer es sagt</translation>
    </message>
    <message>
        <source>own fields of claims</source>
        <translation>eigene Felder von Behauptungen</translation>
    </message>
</context>
<context>
    <name>LabelTable</name>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Wird zu</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>What the labels of the files become</source>
        <translation>Was aus den Labels der Dateien wird</translation>
    </message>
    <message>
        <source>What “{label}” becomes</source>
        <translation>Was aus „{label}“ wird</translation>
    </message>
    <message>
        <source>only reported</source>
        <translation>nur berichtet</translation>
    </message>
    <message>
        <source>claim</source>
        <translation>Behauptung</translation>
    </message>
    <message>
        <source>mention</source>
        <translation>Nennung</translation>
    </message>
    <message>
        <source>cue</source>
        <translation>Signalwort</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>weggelassen</translation>
    </message>
</context>
<context>
    <name>LikelySame</name>
    <message>
        <source>Likely the same {count}</source>
        <translation>Wohl dieselben {count}</translation>
    </message>
    <message>
        <source>No likely duplicates</source>
        <translation>Keine wahrscheinlichen Doppelten</translation>
    </message>
    <message>
        <source>Speakers with names that are alike are listed here. Enter shows what a merge would do.</source>
        <translation>Sprecher mit ähnlichen Namen stehen hier. Enter zeigt, was ein Zusammenlegen täte.</translation>
    </message>
    <message>
        <source>In the text {count}</source>
        <translation>Im Text {count}</translation>
    </message>
    <message>
        <source>Not named anywhere</source>
        <translation>Nirgends genannt</translation>
    </message>
    <message>
        <source>Claims and mentions that name this speaker are gathered here.</source>
        <translation>Behauptungen und Nennungen dieses Sprechers sind hier gesammelt.</translation>
    </message>
    <message>
        <source>Merge these…</source>
        <translation>Diese zusammenlegen…</translation>
    </message>
    <message>
        <source>Merge the pairs selected, or all listed, as one step.</source>
        <translation>Die ausgewählten Paare, oder alle auf der Liste, in einem Schritt zusammenlegen.</translation>
    </message>
    <message>
        <source>Speakers who may be the same</source>
        <translation>Sprecher, die dieselben sein könnten</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Nicht derselbe</translation>
    </message>
    <message>
        <source>Put the pairs selected away; you are not shown them again.</source>
        <translation>Die ausgewählten Paare weglegen; sie werden Ihnen nicht mehr gezeigt.</translation>
    </message>
    <message>
        <source>List them again.</source>
        <translation>Sie wieder aufführen.</translation>
    </message>
    <message>
        <source>1 put away</source>
        <translation>1 weggelegt</translation>
    </message>
    <message>
        <source>{count} put away</source>
        <translation>{count} weggelegt</translation>
    </message>
</context>
<context>
    <name>LinesModel</name>
    <message>
        <source>ticked</source>
        <translation>abgehakt</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>nicht abgehakt</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>“{words}” is {name} here; {undo} takes it back.</source>
        <translation>„{words}“ ist hier {name}; {undo} nimmt es zurück.</translation>
    </message>
    <message>
        <source>{name} says it; {undo} takes it back.</source>
        <translation>Das sagt {name}; {undo} nimmt es zurück.</translation>
    </message>
    <message>
        <source>1 claim follows these words.</source>
        <translation>1 Behauptung folgt diesen Wörtern.</translation>
    </message>
    <message>
        <source>{count} claims follow these words.</source>
        <translation>{count} Behauptungen folgen diesen Wörtern.</translation>
    </message>
    <message>
        <source>Whom do these words name?</source>
        <translation>Wen nennen diese Wörter?</translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation>Zusammenlegen mit…</translation>
    </message>
    <message>
        <source>“{name}” is a new speaker, a person. The menu of the chip changes the kind.</source>
        <translation>„{name}“ ist neu, als Person. Das Menü am Namen auf der Karte ändert die Art.</translation>
    </message>
    <message>
        <source>Named so</source>
        <translation>So genannt</translation>
    </message>
    <message>
        <source>Who says it?</source>
        <translation>Wer sagt es?</translation>
    </message>
    <message>
        <source>New speaker “{name}”</source>
        <translation>Neuer Sprecher „{name}“</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>Worum geht es?</translation>
    </message>
    <message>
        <source>New topic “{name}”</source>
        <translation>Neues Thema „{name}“</translation>
    </message>
    <message>
        <source>None yet. Type a name; Enter makes it.</source>
        <translation>Noch keines. Namen tippen; Enter legt es an.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The settings could not be saved: {reason}.</source>
        <translation>Die Einstellungen konnten nicht gespeichert werden: {reason}.</translation>
    </message>
</context>
<context>
    <name>ManyChanges</name>
    <message>
        <source>Add a topic…</source>
        <translation>Thema hinzufügen…</translation>
    </message>
    <message>
        <source>Remove a topic</source>
        <translation>Thema entfernen</translation>
    </message>
    <message>
        <source>Replace a topic</source>
        <translation>Thema ersetzen</translation>
    </message>
    <message>
        <source>Stance on</source>
        <translation>Haltung zu</translation>
    </message>
    <message>
        <source>Add a speaker…</source>
        <translation>Sprecher hinzufügen…</translation>
    </message>
    <message>
        <source>Remove a speaker</source>
        <translation>Sprecher entfernen</translation>
    </message>
    <message>
        <source>Replace a speaker</source>
        <translation>Sprecher ersetzen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Link to a proposition…</source>
        <translation>Mit einer Aussage verknüpfen…</translation>
    </message>
    <message>
        <source>Same tags as “{words}”</source>
        <translation>Gleich auszeichnen wie „{words}“</translation>
    </message>
    <message>
        <source>Make one claim of them…</source>
        <translation>Eine Behauptung daraus machen…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>{name}…</source>
        <translation>{name}…</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>None yet. Type a name; Enter makes it.</source>
        <translation>Noch keines. Namen tippen; Enter legt es an.</translation>
    </message>
    <message>
        <source>What are they about?</source>
        <translation>Worum geht es darin?</translation>
    </message>
    <message>
        <source>New topic “{name}”</source>
        <translation>Neues Thema „{name}“</translation>
    </message>
    <message>
        <source>Who says them?</source>
        <translation>Wer sagt sie?</translation>
    </message>
    <message>
        <source>New speaker “{name}”</source>
        <translation>Neuer Sprecher „{name}“</translation>
    </message>
    <message>
        <source>What do they assert?</source>
        <translation>Was behaupten sie?</translation>
    </message>
    <message>
        <source>New proposition “{name}”</source>
        <translation>Neue Aussage „{name}“</translation>
    </message>
    <message>
        <source>Select two claims of your own at least to make one of them.</source>
        <translation>Wählen Sie mindestens zwei eigene Behauptungen aus, um eine daraus zu machen.</translation>
    </message>
    <message>
        <source>Make one claim of {count}?</source>
        <translation>Aus {count} Behauptungen eine machen?</translation>
    </message>
    <message>
        <source>The first one gets the parts and tags of all; the others go. Undo brings them back.</source>
        <translation>Die erste bekommt Teile und Auszeichnung von allen; die anderen gehen. Rückgängig bringt sie zurück.</translation>
    </message>
    <message>
        <source>Make one</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>{count} claims were made of one. Undo takes it back.</source>
        <translation>Aus einer wurden {count} Behauptungen. Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>Delete these claims?</source>
        <translation>Diese Behauptungen löschen?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Change these claims?</source>
        <translation>Diese Behauptungen ändern?</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>1 claim is changed, as one step of undo.</source>
        <translation>1 Behauptung wird geändert, als ein Schritt von Rückgängig.</translation>
    </message>
    <message>
        <source>{count} claims are changed, as one step of undo.</source>
        <translation>{count} Behauptungen werden geändert, als ein Schritt, der rückgängig gemacht werden kann.</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>Es würde sich nichts ändern.</translation>
    </message>
    <message>
        <source>{count} are so already.</source>
        <translation>{count} sind schon so.</translation>
    </message>
    <message>
        <source>1 is so already.</source>
        <translation>1 ist schon so.</translation>
    </message>
    <message>
        <source>1 is a colleague’s and stays as it is.</source>
        <translation>1 gehört jemand anderem und bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>{count} are those of colleagues and stay as they are.</source>
        <translation>{count} gehören anderen und bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>1 claim changed. Undo takes it back.</source>
        <translation>1 Behauptung geändert. Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>{count} claims changed. Undo takes it back.</source>
        <translation>{count} Behauptungen geändert. Rückgängig nimmt es zurück.</translation>
    </message>
</context>
<context>
    <name>MergeCopyDialog</name>
    <message>
        <source>Merge a copy</source>
        <translation>Kopie zusammenführen</translation>
    </message>
    <message>
        <source>Merge “{name}”</source>
        <translation>„{name}“ zusammenführen</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Nicht übernommen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Changed on both sides</source>
        <translation>Auf beiden Seiten geändert</translation>
    </message>
    <message>
        <source>What was changed on both sides</source>
        <translation>Was auf beiden Seiten geändert wurde</translation>
    </message>
    <message>
        <source>Go on with</source>
        <translation>Weiter mit</translation>
    </message>
    <message>
        <source>What is here</source>
        <translation>Was hier ist</translation>
    </message>
    <message>
        <source>What the copy has</source>
        <translation>Was die Kopie hat</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <source>Take the copy’s for all</source>
        <translation>Für alle das der Kopie nehmen</translation>
    </message>
    <message>
        <source>Keep what is here for all</source>
        <translation>Für alle behalten, was hier ist</translation>
    </message>
    <message>
        <source>Both versions</source>
        <translation>Beide Fassungen</translation>
    </message>
    <message>
        <source>New from the copy: {n}</source>
        <translation>Neu aus der Kopie: {n}</translation>
    </message>
    <message>
        <source>Changed in the copy only, and brought up to date: {n}</source>
        <translation>Nur in der Kopie geändert und hier nachgeführt: {n}</translation>
    </message>
    <message>
        <source>Deleted in the copy, and here too: {n}</source>
        <translation>In der Kopie gelöscht, und hier auch: {n}</translation>
    </message>
    <message>
        <source>Only here, or changed here only, and kept: {n}</source>
        <translation>Nur hier oder nur hier geändert, und behalten: {n}</translation>
    </message>
    <message>
        <source>Marks with a new place, since a text differs: {n}</source>
        <translation>Markierungen an neuer Stelle, da ein Text abweicht: {n}</translation>
    </message>
    <message>
        <source>Marks that have lost their place in the text: {n}</source>
        <translation>Markierungen, die ihre Stelle im Text verloren haben: {n}</translation>
    </message>
    <message>
        <source>1 conflict is not decided; there, what is here stays.</source>
        <translation>1 Konflikt ist nicht entschieden; dort bleibt, was hier ist.</translation>
    </message>
    <message>
        <source>{count} conflicts are not decided; there, what is here stays.</source>
        <translation>{count} Konflikte sind nicht entschieden; dort bleibt, was hier ist.</translation>
    </message>
    <message>
        <source>“{name}” here and “{name}” in the copy are the same person</source>
        <translation>„{name}“ hier und „{name}“ in der Kopie sind dieselbe Person</translation>
    </message>
    <message>
        <source>Looking at the copy…</source>
        <translation>Die Kopie wird angesehen…</translation>
    </message>
    <message>
        <source>This project has all that the copy has.</source>
        <translation>Dieses Projekt hat alles, was die Kopie hat.</translation>
    </message>
    <message>
        <source>Nothing has been written yet. The merge is one step and can be undone.</source>
        <translation>Noch ist nichts geschrieben. Das Zusammenführen ist ein Schritt und kann rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Welches</translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation>Es geht weiter</translation>
    </message>
    <message>
        <source>stays, is used here</source>
        <translation>bleibt, wird hier verwendet</translation>
    </message>
    <message>
        <source>what is here</source>
        <translation>was hier ist</translation>
    </message>
    <message>
        <source>what the copy has</source>
        <translation>was die Kopie hat</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>nicht entschieden</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>In the copy</source>
        <translation>In der Kopie</translation>
    </message>
    <message>
        <source>Differs in</source>
        <translation>Weicht ab in</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge the two?</source>
        <translation>Die beiden zusammenlegen?</translation>
    </message>
    <message>
        <source>Merge “{loser}” into “{winner}”?</source>
        <translation>„{loser}“ mit „{winner}“ zusammenlegen?</translation>
    </message>
    <message>
        <source>The other way round</source>
        <translation>Andersherum</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenlegen</translation>
    </message>
    <message>
        <source>What names “{loser}” counts for “{winner}” then: claims: {claims}, mentions: {mentions}, in articles: {articles}.</source>
        <translation>Was „{loser}“ nennt, zählt dann für „{winner}“: Behauptungen: {claims}, Nennungen: {mentions}, in Artikeln: {articles}.</translation>
    </message>
    <message>
        <source>Its affiliations come along: {list}.</source>
        <translation>Die Zugehörigkeiten kommen mit: {list}.</translation>
    </message>
    <message>
        <source>Its identifiers come along: {list}.</source>
        <translation>Die Kennungen kommen mit: {list}.</translation>
    </message>
    <message>
        <source>They are those of {names}.</source>
        <translation>Sie stammen von {names}.</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>„{name}“</translation>
    </message>
    <message>
        <source>“{winner}” is found by {names} as well.</source>
        <translation>„{winner}“ wird auch unter {names} gefunden.</translation>
    </message>
    <message>
        <source>No mark is rewritten, and undo takes the merge back.</source>
        <translation>Keine Markierung wird umgeschrieben, und Rückgängig nimmt das Zusammenlegen zurück.</translation>
    </message>
</context>
<context>
    <name>MergedRow</name>
    <message>
        <source>Part “{name}” again</source>
        <translation>„{name}“ wieder trennen</translation>
    </message>
</context>
<context>
    <name>MessageStrip</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Die Meldung schließen</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>{n} weitere</translation>
    </message>
</context>
<context>
    <name>NarrowedLine</name>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>{fitting} of {claims} claims</source>
        <translation>{fitting} von {claims} Behauptungen</translation>
    </message>
    <message>
        <source>No claim of this article fits “{filter}”.</source>
        <translation>Keine Behauptung dieses Artikels passt zu „{filter}“.</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
</context>
<context>
    <name>NoteStrip</name>
    <message>
        <source>Note and fields of the current mark</source>
        <translation>Notiz und Felder der aktuellen Markierung</translation>
    </message>
    <message>
        <source>Close the note (Esc)</source>
        <translation>Die Notiz schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>Occurrences</name>
    <message>
        <source>Choose a mention with a speaker, or a passage, first.</source>
        <translation>Wählen Sie zuerst eine Nennung mit Sprecher oder eine Passage.</translation>
    </message>
    <message>
        <source>Tagged 1 place. Undo takes it back.</source>
        <translation>1 Stelle markiert. Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>Tagged {count} places. Undo takes all of them back.</source>
        <translation>{count} Stellen markiert. Rückgängig nimmt sie alle zurück.</translation>
    </message>
</context>
<context>
    <name>OccurrencesDialog</name>
    <message>
        <source>Tag all “{words}” as {target}</source>
        <translation>Alle „{words}“ als {target} markieren</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>In this article</source>
        <translation>In diesem Artikel</translation>
    </message>
    <message>
        <source>In the whole project</source>
        <translation>Im ganzen Projekt</translation>
    </message>
    <message>
        <source>Capitals count</source>
        <translation>Großbuchstaben zählen</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Alle abhaken</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>Keine abhaken</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>there already</source>
        <translation>schon da</translation>
    </message>
    <message>
        <source>{ticked} of {places} places will be tagged</source>
        <translation>{ticked} von {places} Stellen werden markiert</translation>
    </message>
    <message>
        <source>{count} are there already</source>
        <translation>{count} sind schon da</translation>
    </message>
    <message>
        <source>1 is there already</source>
        <translation>1 ist schon da</translation>
    </message>
</context>
<context>
    <name>OrderButton</name>
    <message>
        <source>Order of the articles</source>
        <translation>Reihenfolge der Artikel</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>In the order added</source>
        <translation>Wie hinzugefügt</translation>
    </message>
    <message>
        <source>By date</source>
        <translation>Nach Datum</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>Nach Titel</translation>
    </message>
    <message>
        <source>By outlet</source>
        <translation>Nach Medium</translation>
    </message>
    <message>
        <source>By state</source>
        <translation>Nach Stand</translation>
    </message>
    <message>
        <source>By number of claims</source>
        <translation>Nach Zahl der Behauptungen</translation>
    </message>
    <message>
        <source>Without groups</source>
        <translation>Ohne Gruppen</translation>
    </message>
    <message>
        <source>Grouped by outlet</source>
        <translation>Nach Medium gruppiert</translation>
    </message>
    <message>
        <source>Grouped by state</source>
        <translation>Nach Stand gruppiert</translation>
    </message>
    <message>
        <source>Grouped by near copies</source>
        <translation>Nach fast gleichen gruppiert</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Marks and hits in the whole article. Click to go there.</source>
        <translation>Markierungen und Treffer im ganzen Artikel. Klicken, um hinzugehen.</translation>
    </message>
</context>
<context>
    <name>OverviewDialog</name>
    <message>
        <source>Overview of articles</source>
        <translation>Übersicht der Artikel</translation>
    </message>
    <message>
        <source>Who has read what, and what is decided. Enter or a double click goes there.</source>
        <translation>Wer was gelesen hat und was entschieden ist. Enter oder ein Doppelklick geht hin.</translation>
    </message>
    <message>
        <source>Articles by annotator</source>
        <translation>Artikel nach Annotator</translation>
    </message>
    <message>
        <source>Mark as reviewed</source>
        <translation>Als geprüft kennzeichnen</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Go to the article</source>
        <translation>Zum Artikel gehen</translation>
    </message>
</context>
<context>
    <name>OverviewModel</name>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} von {all}</translation>
    </message>
    <message>
        <source>{state}, 1 claim</source>
        <translation>{state}, 1 Behauptung</translation>
    </message>
    <message>
        <source>{state}, {count} claims</source>
        <translation>{state}, {count} Behauptungen</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Used last</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>Search commands, articles, speakers and topics</source>
        <translation>Befehle, Artikel, Sprecher und Themen suchen</translation>
    </message>
    <message>
        <source>Find “{name}” in this article</source>
        <translation>„{name}“ in diesem Artikel suchen</translation>
    </message>
    <message>
        <source>article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>Thema</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Claims, speakers, topics</source>
        <translation>Behauptungen, Sprecher, Themen</translation>
    </message>
    <message>
        <source>Tag with this speaker</source>
        <translation>Mit diesem Sprecher auszeichnen</translation>
    </message>
    <message>
        <source>Tag with this topic</source>
        <translation>Mit diesem Thema auszeichnen</translation>
    </message>
    <message>
        <source>1 claim</source>
        <translation>1 Behauptung</translation>
    </message>
    <message>
        <source>1 speaker</source>
        <translation>1 Sprecher</translation>
    </message>
    <message>
        <source>1 topic</source>
        <translation>1 Thema</translation>
    </message>
    <message>
        <source>{count} claims</source>
        <translation>{count} Behauptungen</translation>
    </message>
    <message>
        <source>{count} speakers</source>
        <translation>{count} Sprecher</translation>
    </message>
    <message>
        <source>{count} topics</source>
        <translation>{count} Themen</translation>
    </message>
    <message>
        <source>Claims {count}</source>
        <translation>Behauptungen {count}</translation>
    </message>
    <message>
        <source>Speakers {count}</source>
        <translation>Sprecher {count}</translation>
    </message>
    <message>
        <source>Topics {count}</source>
        <translation>Themen {count}</translation>
    </message>
    <message>
        <source>{shown} of {count}</source>
        <translation>{shown} von {count}</translation>
    </message>
    <message>
        <source>No article is open</source>
        <translation>Kein Artikel ist offen</translation>
    </message>
    <message>
        <source>Here are the claims of the open article.</source>
        <translation>Hier stehen die Behauptungen des offenen Artikels.</translation>
    </message>
    <message>
        <source>No claims yet</source>
        <translation>Noch keine Behauptungen</translation>
    </message>
    <message>
        <source>Put the cursor on a sentence and press&#xa0;{claim}.</source>
        <translation>Setzen Sie die Schreibmarke auf einen Satz und drücken Sie&#xa0;{claim}.</translation>
    </message>
    <message>
        <source>Show all claims</source>
        <translation>Alle Behauptungen zeigen</translation>
    </message>
</context>
<context>
    <name>PanelWishes</name>
    <message>
        <source>Choose a claim, or select words in the text, first.</source>
        <translation>Wählen Sie erst eine Behauptung, oder Wörter im Text, aus.</translation>
    </message>
    <message>
        <source>New speaker</source>
        <translation>Neuer Sprecher</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Merge the two?</source>
        <translation>Die beiden zusammenlegen?</translation>
    </message>
    <message>
        <source>There is a speaker “{name}” already. Merging makes one of the two.</source>
        <translation>Es gibt schon einen Sprecher „{name}“. Zusammenlegen macht aus beiden einen.</translation>
    </message>
    <message>
        <source>Two of that name</source>
        <translation>Zwei dieses Namens</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenlegen</translation>
    </message>
    <message>
        <source>New topic</source>
        <translation>Neues Thema</translation>
    </message>
    <message>
        <source>Colour of the topic</source>
        <translation>Farbe des Themas</translation>
    </message>
</context>
<context>
    <name>PickerModel</name>
    <message>
        <source>Nothing fits “{words}”</source>
        <translation>Nichts passt zu „{words}“</translation>
    </message>
    <message>
        <source>… {count} more, keep typing</source>
        <translation>… {count} weitere, tippen Sie weiter</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Who reads what</source>
        <translation>Wer was liest</translation>
    </message>
    <message>
        <source>What to plan</source>
        <translation>Was zu planen ist</translation>
    </message>
    <message>
        <source>Deal out</source>
        <translation>Verteilen</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Noch einmal lesen</translation>
    </message>
    <message>
        <source>What is planned</source>
        <translation>Was geplant ist</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Zuteilen</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>Lesende</translation>
    </message>
    <message>
        <source>Only articles that nobody has yet</source>
        <translation>Nur Artikel, die noch niemand hat</translation>
    </message>
    <message>
        <source>Share in per cent</source>
        <translation>Anteil in Prozent</translation>
    </message>
    <message>
        <source>Drawn at random, from every outlet its share.</source>
        <translation>Zufällig gezogen, von jedem Medium sein Anteil.</translation>
    </message>
    <message>
        <source>Blind until finished</source>
        <translation>Blind bis zum Abschluss</translation>
    </message>
    <message>
        <source>Who reads with another does not see the other’s marks before having finished.</source>
        <translation>Wer mit jemandem gemeinsam liest, sieht dessen Markierungen erst nach dem Abschluss.</translation>
    </message>
    <message>
        <source>Seed: the same one deals the same</source>
        <translation>Startwert: derselbe verteilt dasselbe</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>What would be assigned</source>
        <translation>Was zugeteilt würde</translation>
    </message>
    <message>
        <source>Of one’s own finished articles</source>
        <translation>Von den eigenen abgeschlossenen Artikeln</translation>
    </message>
    <message>
        <source>Read by two persons, of all articles</source>
        <translation>Von zweien gelesen, von allen Artikeln</translation>
    </message>
    <message>
        <source>There is nothing to deal out.</source>
        <translation>Es gibt nichts zu verteilen.</translation>
    </message>
    <message>
        <source>1 article is read by two.</source>
        <translation>1 Artikel wird von zweien gelesen.</translation>
    </message>
    <message>
        <source>{count} articles are read by two.</source>
        <translation>{count} Artikel werden von zweien gelesen.</translation>
    </message>
    <message>
        <source>To read again, choose the name with “(again)” in Settings; it is compared with the first.</source>
        <translation>Um noch einmal zu lesen, wählen Sie in den Einstellungen den Namen mit „(again)“; er wird mit dem ersten verglichen.</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>Choose a cell to take its assignment back; tags stay.</source>
        <translation>Wählen Sie eine Zelle, um ihre Zuteilung zurückzunehmen; Markierungen bleiben.</translation>
    </message>
    <message>
        <source>Nothing is assigned to anybody yet.</source>
        <translation>Noch ist niemandem etwas zugeteilt.</translation>
    </message>
</context>
<context>
    <name>PropositionList</name>
    <message>
        <source>Change the words</source>
        <translation>Die Wörter ändern</translation>
    </message>
    <message>
        <source>What do the claims assert?</source>
        <translation>Was sagen die Behauptungen aus?</translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation>Zusammenlegen mit…</translation>
    </message>
    <message>
        <source>There is no other proposition.</source>
        <translation>Es gibt keine andere Aussage.</translation>
    </message>
    <message>
        <source>1 claim of yours follows.</source>
        <translation>1 Ihrer Behauptungen folgt.</translation>
    </message>
    <message>
        <source>{count} claims of yours follow.</source>
        <translation>{count} Ihrer Behauptungen folgen.</translation>
    </message>
    <message>
        <source>1 of a colleague stays, and with it the proposition.</source>
        <translation>1 von jemand anderem bleibt, und mit ihr die Aussage.</translation>
    </message>
    <message>
        <source>{count} of colleagues stay, and with them the proposition.</source>
        <translation>{count} von anderen bleiben, und mit ihnen die Aussage.</translation>
    </message>
</context>
<context>
    <name>Propositions</name>
    <message>
        <source>New proposition “{name}”</source>
        <translation>Neue Aussage „{name}“</translation>
    </message>
    <message>
        <source>What does it assert?</source>
        <translation>Was behauptet sie?</translation>
    </message>
    <message>
        <source>None yet. Type the words; Enter makes it.</source>
        <translation>Noch keine. Wörter tippen; Enter legt sie an.</translation>
    </message>
    <message>
        <source>Like these words</source>
        <translation>Ähnlich diesen Wörtern</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>The claim is not linked to a proposition yet: {proposition}.</source>
        <translation>Die Behauptung ist noch mit keiner Aussage verknüpft: {proposition}.</translation>
    </message>
</context>
<context>
    <name>PropositionsDialog</name>
    <message>
        <source>Propositions</source>
        <translation>Aussagen</translation>
    </message>
    <message>
        <source>What claims assert in common, also in several articles. {proposition} links a claim to one.</source>
        <translation>Was Behauptungen gemeinsam aussagen, auch in mehreren Artikeln. {proposition} verknüpft eine Behauptung damit.</translation>
    </message>
    <message>
        <source>Filter propositions</source>
        <translation>Aussagen filtern</translation>
    </message>
    <message>
        <source>Change the words…</source>
        <translation>Die Wörter ändern…</translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation>Zusammenlegen mit…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Where it appears…</source>
        <translation>Wo sie vorkommt…</translation>
    </message>
    <message>
        <source>No proposition fits “{words}”</source>
        <translation>Keine Aussage passt zu „{words}“</translation>
    </message>
    <message>
        <source>Choose a claim and press {proposition}: what is typed there becomes the first one.</source>
        <translation>Wählen Sie eine Behauptung und drücken Sie {proposition}: was Sie dort tippen, wird die erste.</translation>
    </message>
    <message>
        <source>No propositions yet</source>
        <translation>Noch keine Aussagen</translation>
    </message>
    <message>
        <source>1 claim</source>
        <translation>1 Behauptung</translation>
    </message>
    <message>
        <source>{count} claims</source>
        <translation>{count} Behauptungen</translation>
    </message>
    <message>
        <source>no claim asserts it</source>
        <translation>keine Behauptung sagt sie aus</translation>
    </message>
    <message>
        <source>Claims assert it; merge it into another one instead.</source>
        <translation>Behauptungen sagen sie aus; legen Sie sie stattdessen mit einer anderen zusammen.</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>{kind}: {words}, {detail}, decided</source>
        <translation>{kind}: {words}, {detail}, entschieden</translation>
    </message>
    <message>
        <source>{kind}: {words}, {detail}</source>
        <translation>{kind}: {words}, {detail}</translation>
    </message>
</context>
<context>
    <name>QueuePane</name>
    <message>
        <source>Overview of articles…</source>
        <translation>Übersicht der Artikel…</translation>
    </message>
    <message>
        <source>Disagreements, worst first</source>
        <translation>Abweichungen, die schwersten zuerst</translation>
    </message>
    <message>
        <source>Filter disagreements</source>
        <translation>Abweichungen filtern</translation>
    </message>
    <message>
        <source>{count} unanimous · accept all…</source>
        <translation>{count} einstimmig · annehmen…</translation>
    </message>
    <message>
        <source>{count} unanimous · all accepted</source>
        <translation>{count} einstimmig · alle angenommen</translation>
    </message>
    <message>
        <source>{waiting} of {count} unanimous · accept all…</source>
        <translation>{waiting} von {count} einstimmig · alle annehmen…</translation>
    </message>
    <message>
        <source>{done} of {all} decided</source>
        <translation>{done} von {all} entschieden</translation>
    </message>
    <message>
        <source>{done} of {all} decided, comparing…</source>
        <translation>{done} von {all} entschieden, Vergleich läuft…</translation>
    </message>
    <message>
        <source>Nothing matches the filter</source>
        <translation>Nichts passt zum Filter</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Vergleich läuft…</translation>
    </message>
    <message>
        <source>Nobody disagrees</source>
        <translation>Niemand weicht ab</translation>
    </message>
    <message>
        <source>All claims are unanimous.</source>
        <translation>Alle Behauptungen sind einstimmig.</translation>
    </message>
    <message>
        <source>As soon as two people have tagged the same article, their differences stand here.</source>
        <translation>Sobald zwei Personen denselben Artikel markiert haben, stehen ihre Abweichungen hier.</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>Noch nichts zu vergleichen</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>Mention of a speaker</source>
        <translation>Nennung eines Sprechers</translation>
    </message>
    <message>
        <source>Mention of {speaker}</source>
        <translation>Nennung von {speaker}</translation>
    </message>
    <message>
        <source>Passage on {topics}</source>
        <translation>Passage zu {topics}</translation>
    </message>
    <message>
        <source>Claim by {speakers} on {topics}</source>
        <translation>Behauptung von {speakers} zu {topics}</translation>
    </message>
    <message>
        <source>Claim by {speakers}</source>
        <translation>Behauptung von {speakers}</translation>
    </message>
    <message>
        <source>Claim on {topics}</source>
        <translation>Behauptung zu {topics}</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Behauptung</translation>
    </message>
    <message>
        <source>Note: {note}</source>
        <translation>Notiz: {note}</translation>
    </message>
</context>
<context>
    <name>ReaderView</name>
    <message>
        <source>{address} (a click with Ctrl opens it)</source>
        <translation>{address} (ein Klick mit Strg öffnet sie)</translation>
    </message>
    <message>
        <source>Nothing to tag in this paragraph</source>
        <translation>In diesem Absatz nichts zu markieren</translation>
    </message>
</context>
<context>
    <name>ReadingPreview</name>
    <message>
        <source>How articles will look</source>
        <translation>Wie Artikel aussehen werden</translation>
    </message>
    <message>
        <source>The tide keeps no timetable</source>
        <translation>Die Flut hält keinen Fahrplan</translation>
    </message>
    <message>
        <source>“A harbour is a promise,” the keeper of the northern light said on Tuesday, “and a promise has to be dredged.” Her brother, who sells nets beside the quay, was less sure: whoever pays for the depth, he argued, will also decide who may use it. The council is to vote in December.</source>
        <translation>„Ein Hafen ist ein Versprechen“, sagte die Wärterin des nördlichen Leuchtfeuers am Dienstag, „und ein Versprechen muss ausgebaggert werden.“ Ihr Bruder, der neben dem Kai Netze verkauft, war weniger sicher: wer die Tiefe bezahle, meinte er, entscheide auch, wer sie nutzen dürfe. Der Rat soll im Dezember abstimmen.</translation>
    </message>
</context>
<context>
    <name>RecentProjects</name>
    <message>
        <source>Recent projects</source>
        <translation>Zuletzt geöffnete Projekte</translation>
    </message>
    <message>
        <source>{project}, not there now</source>
        <translation>{project}, jetzt nicht da</translation>
    </message>
</context>
<context>
    <name>RegistryModel</name>
    <message>
        <source>Named in the project</source>
        <translation>Im Projekt genannt</translation>
    </message>
    <message>
        <source>Not named by any claim</source>
        <translation>Von keiner Behauptung genannt</translation>
    </message>
    <message>
        <source>{name}, {kind}, {count} claims</source>
        <translation>{name}, {kind}, {count} Behauptungen</translation>
    </message>
    <message>
        <source>{name}, {kind}, 1 claim</source>
        <translation>{name}, {kind}, 1 Behauptung</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Articles added</source>
        <translation>Artikel hinzugefügt</translation>
    </message>
    <message>
        <source>Annotation sets imported</source>
        <translation>Annotationssätze importiert</translation>
    </message>
    <message>
        <source>{n} added</source>
        <translation>{n} hinzugefügt</translation>
    </message>
    <message>
        <source>{n} there already</source>
        <translation>{n} schon da</translation>
    </message>
    <message>
        <source>{n} refused</source>
        <translation>{n} abgelehnt</translation>
    </message>
    <message>
        <source>1 claim</source>
        <translation>1 Behauptung</translation>
    </message>
    <message>
        <source>{n} claims</source>
        <translation>{n} Behauptungen</translation>
    </message>
    <message>
        <source>1 mention</source>
        <translation>1 Nennung</translation>
    </message>
    <message>
        <source>{n} mentions</source>
        <translation>{n} Nennungen</translation>
    </message>
    <message>
        <source>1 passage</source>
        <translation>1 Passage</translation>
    </message>
    <message>
        <source>{n} passages</source>
        <translation>{n} Passagen</translation>
    </message>
    <message>
        <source>1 article</source>
        <translation>1 Artikel</translation>
    </message>
    <message>
        <source>{n} articles</source>
        <translation>{n} Artikel</translation>
    </message>
    <message>
        <source>{n} in conflict and left as they are here</source>
        <translation>{n} im Konflikt und hier unverändert</translation>
    </message>
    <message>
        <source>Nothing was found to take in.</source>
        <translation>Es wurde nichts zu übernehmen gefunden.</translation>
    </message>
</context>
<context>
    <name>ReportTable</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Files to look at</source>
        <translation>Dateien zum Ansehen</translation>
    </message>
    <message>
        <source>and {n} more; who copies all, or this line, takes them too.</source>
        <translation>und {n} weitere; wer alles oder diese Zeile kopiert, nimmt sie mit.</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>{verdict} by {name}</source>
        <translation>{verdict} von {name}</translation>
    </message>
    <message>
        <source>consensus: “{words}”</source>
        <translation>Konsens: „{words}“</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>claims</source>
        <translation>Behauptungen</translation>
    </message>
    <message>
        <source>boundaries</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>speakers</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>stance</source>
        <translation>Haltung</translation>
    </message>
    <message>
        <source>quotation</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>end to end</source>
        <translation>gesamt</translation>
    </message>
    <message>
        <source>Boundary</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlend</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>Signalwort</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Stance</source>
        <translation>Haltung</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>This decides {count} differences of these marks: {kinds}.</source>
        <translation>Das entscheidet {count} Abweichungen dieser Markierungen: {kinds}.</translation>
    </message>
    <message>
        <source>All versions rejected: “{words}”</source>
        <translation>Alle Fassungen abgelehnt: „{words}“</translation>
    </message>
    <message>
        <source>Accepted: “{words}”</source>
        <translation>Angenommen: „{words}“</translation>
    </message>
    <message>
        <source>boundary</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlend</translation>
    </message>
    <message>
        <source>spurious</source>
        <translation>überzählig</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>cue</source>
        <translation>Signalwort</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>guideline</source>
        <translation>Leitfaden</translation>
    </message>
    <message>
        <source>slip</source>
        <translation>Versehen</translation>
    </message>
    <message>
        <source>judgement</source>
        <translation>Ermessen</translation>
    </message>
    <message>
        <source>too many words, or too few</source>
        <translation>zu viele Wörter oder zu wenige</translation>
    </message>
    <message>
        <source>a claim was overlooked</source>
        <translation>eine Behauptung wurde übersehen</translation>
    </message>
    <message>
        <source>there is no claim here</source>
        <translation>hier ist keine Behauptung</translation>
    </message>
    <message>
        <source>another speaker, or another role</source>
        <translation>ein anderer Sprecher oder eine andere Rolle</translation>
    </message>
    <message>
        <source>other words attribute it</source>
        <translation>andere Wörter schreiben es zu</translation>
    </message>
    <message>
        <source>it is about something else</source>
        <translation>es geht um etwas anderes</translation>
    </message>
    <message>
        <source>it takes another side</source>
        <translation>es nimmt eine andere Haltung ein</translation>
    </message>
    <message>
        <source>the codebook was read otherwise</source>
        <translation>das Codebuch wurde anders gelesen</translation>
    </message>
    <message>
        <source>a slip of the hand</source>
        <translation>ein Versehen der Hand</translation>
    </message>
    <message>
        <source>both can be defended</source>
        <translation>beides lässt sich vertreten</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>amended</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>{count} of {all} have it</source>
        <translation>{count} von {all} haben es</translation>
    </message>
    <message>
        <source>only {names}</source>
        <translation>nur {names}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
</context>
<context>
    <name>ReviewScreen</name>
    <message>
        <source>Nothing to review</source>
        <translation>Nichts zu prüfen</translation>
    </message>
    <message>
        <source>Import the tags of a colleague who read the same articles: {import}.</source>
        <translation>Importieren Sie die Markierungen von jemandem, der dieselben Artikel gelesen hat: {import}.</translation>
    </message>
    <message>
        <source>This is the last one.</source>
        <translation>Das ist die letzte.</translation>
    </message>
    <message>
        <source>This is the first one.</source>
        <translation>Das ist die erste.</translation>
    </message>
    <message>
        <source>Every disagreement that is shown here is decided; {key} exports the consensus.</source>
        <translation>Jede hier gezeigte Abweichung ist entschieden; {key} exportiert den Konsens.</translation>
    </message>
    <message>
        <source>There is no version {number}.</source>
        <translation>Es gibt keine Fassung {number}.</translation>
    </message>
    <message>
        <source>These versions are gone; the queue is being compared again.</source>
        <translation>Diese Fassungen sind nicht mehr da; die Liste wird neu verglichen.</translation>
    </message>
    <message>
        <source>It is decided so already.</source>
        <translation>Das ist schon so entschieden.</translation>
    </message>
    <message>
        <source>Flagged: the codebook should say. It is kept with your verdict.</source>
        <translation>Vorgemerkt: das Codebuch soll es sagen. Es wird mit Ihrem Entscheid aufbewahrt.</translation>
    </message>
    <message>
        <source>Names are hidden.</source>
        <translation>Namen sind verborgen.</translation>
    </message>
    <message>
        <source>Names are shown.</source>
        <translation>Namen sind sichtbar.</translation>
    </message>
    <message>
        <source>next</source>
        <translation>weiter</translation>
    </message>
    <message>
        <source>previous</source>
        <translation>zurück</translation>
    </message>
    <message>
        <source>hide names</source>
        <translation>Namen verbergen</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>alle Tasten</translation>
    </message>
</context>
<context>
    <name>RowDelegate</name>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
</context>
<context>
    <name>RowsTable</name>
    <message>
        <source>Remove row</source>
        <translation>Zeile entfernen</translation>
    </message>
</context>
<context>
    <name>SameTags</name>
    <message>
        <source>This claim has no tags yet.</source>
        <translation>Diese Behauptung ist noch nicht ausgezeichnet.</translation>
    </message>
    <message>
        <source>Tags copied; {same_tags} gives them to another claim.</source>
        <translation>Auszeichnung kopiert; {same_tags} gibt sie einer anderen Behauptung.</translation>
    </message>
    <message>
        <source>A colleague made this claim; only they change it.</source>
        <translation>Jemand anderes hat diese Behauptung gemacht; nur diese Person ändert sie.</translation>
    </message>
    <message>
        <source>No other claim of yours in this article has tags; {copy_tags} copies those of a claim.</source>
        <translation>Keine andere Ihrer Behauptungen in diesem Artikel ist ausgezeichnet; {copy_tags} kopiert die Auszeichnung einer Behauptung.</translation>
    </message>
    <message>
        <source>Tagged like “{words}”. Undo takes it back.</source>
        <translation>Ausgezeichnet wie „{words}“. Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>The claim has these tags already.</source>
        <translation>Die Behauptung ist schon so ausgezeichnet.</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>1 selected</source>
        <translation>1 gewählt</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>{count} gewählt</translation>
    </message>
</context>
<context>
    <name>SessionClock</name>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{worked} · {seconds} s a claim</source>
        <translation>{worked} · {seconds} s je Behauptung</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Highlighters</source>
        <translation>Hervorhebungen</translation>
    </message>
    <message>
        <source>Where data lies</source>
        <translation>Wo die Daten liegen</translation>
    </message>
    <message>
        <source>Usual values of this page</source>
        <translation>Übliche Werte dieser Seite</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Return to what was set when this window opened</source>
        <translation>Zu dem zurückkehren, was eingestellt war, als dieses Fenster aufging</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Colleagues see it on your tags. Tags that you have made keep the name they were made under.</source>
        <translation>Andere sehen ihn an Ihren Markierungen. Markierungen, die Sie schon gemacht haben, behalten den Namen, unter dem sie entstanden.</translation>
    </message>
    <message>
        <source>ANNOTATOR_NAME in the environment gives this name; it rules while it is set there.</source>
        <translation>Diesen Namen gibt ANNOTATOR_NAME in der Umgebung vor; er gilt, solange er dort gesetzt ist.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>Hoher Kontrast, dunkel</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Size of the interface</source>
        <translation>Größe der Oberfläche</translation>
    </message>
    <message>
        <source>Show marks of other annotators when a project opens; the sample always does</source>
        <translation>Markierungen anderer beim Öffnen eines Projekts zeigen; das Beispiel zeigt sie immer</translation>
    </message>
    <message>
        <source>Show how long I have worked, and the median seconds a claim</source>
        <translation>Zeigen, wie lange ich gearbeitet habe, und die mittleren Sekunden je Behauptung</translation>
    </message>
    <message>
        <source>For your own eyes: it is stored nowhere.</source>
        <translation>Nur für Ihre eigenen Augen: es wird nirgends gespeichert.</translation>
    </message>
    <message>
        <source>Reading font</source>
        <translation>Leseschrift</translation>
    </message>
    <message>
        <source>Usual serif font</source>
        <translation>Übliche Schrift mit Serifen</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>pt</source>
        <translation>pt</translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation>Zeilenabstand</translation>
    </message>
    <message>
        <source>Width of a line</source>
        <translation>Breite einer Zeile</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>A project is one file. Nothing is sent anywhere; settings, backups and the log stay here.</source>
        <translation>Ein Projekt ist eine Datei. Nichts wird irgendwohin gesendet; Einstellungen, Sicherungen und Protokoll bleiben hier.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open folder: {place}</source>
        <translation>Ordner öffnen: {place}</translation>
    </message>
</context>
<context>
    <name>Showing</name>
    <message>
        <source>Comment on the version of {name}</source>
        <translation>Kommentar zur Fassung von {name}</translation>
    </message>
    <message>
        <source>{verdict} by {name}</source>
        <translation>{verdict} von {name}</translation>
    </message>
    <message>
        <source>Annotator {number}</source>
        <translation>Annotator {number}</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemand</translation>
    </message>
</context>
<context>
    <name>Signs</name>
    <message>
        <source>its first line says that it is an annotation set</source>
        <translation>die erste Zeile nennt einen Annotationssatz</translation>
    </message>
    <message>
        <source>it holds the tables that this program writes</source>
        <translation>es sind die Tabellen, die dieses Programm schreibt</translation>
    </message>
    <message>
        <source>its sheets are the tables that this program writes</source>
        <translation>die Blätter sind die Tabellen, die dieses Programm schreibt</translation>
    </message>
    <message>
        <source>its columns are those of annotations</source>
        <translation>die Spalten sind die von Annotationen</translation>
    </message>
    <message>
        <source>it names Web Annotations or has their selectors</source>
        <translation>Web Annotations werden genannt, oder deren Selektoren kommen vor</translation>
    </message>
    <message>
        <source>it has stand-off records, as in .ann files</source>
        <translation>es sind Stand-off-Einträge wie in .ann-Dateien</translation>
    </message>
    <message>
        <source>it begins as XMI of a UIMA CAS</source>
        <translation>der Anfang ist XMI eines UIMA CAS</translation>
    </message>
    <message>
        <source>it has the types and structures of a UIMA CAS</source>
        <translation>Typen und Strukturen eines UIMA CAS kommen vor</translation>
    </message>
    <message>
        <source>its first line names WebAnno TSV 3</source>
        <translation>die erste Zeile nennt WebAnno TSV 3</translation>
    </message>
    <message>
        <source>it is an archive with a project (.qde)</source>
        <translation>es ist ein Archiv mit einem Projekt (.qde)</translation>
    </message>
    <message>
        <source>it begins as a REFI-QDA codebook</source>
        <translation>der Anfang ist ein REFI-QDA-Codebuch</translation>
    </message>
    <message>
        <source>it is a database with the tables of statements</source>
        <translation>es ist eine Datenbank mit Tabellen von Aussagen</translation>
    </message>
    <message>
        <source>its lines end in tags such as B-PER</source>
        <translation>die Zeilen enden in Tags wie B-PER</translation>
    </message>
    <message>
        <source>its objects have texts with labels</source>
        <translation>die Objekte haben Texte mit Labels</translation>
    </message>
    <message>
        <source>its objects have texts with spans or answers</source>
        <translation>die Objekte haben Texte mit Spannen oder Antworten</translation>
    </message>
    <message>
        <source>its objects are tasks with results</source>
        <translation>die Objekte sind Aufgaben mit Ergebnissen</translation>
    </message>
    <message>
        <source>its objects are documents with annotations, or labels</source>
        <translation>die Objekte sind Dokumente mit Annotationen, oder Labels</translation>
    </message>
</context>
<context>
    <name>SpeakerEditor</name>
    <message>
        <source>Name of the speaker</source>
        <translation>Name des Sprechers</translation>
    </message>
    <message>
        <source>Kind of speaker</source>
        <translation>Art des Sprechers</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Andere Namen</translation>
    </message>
    <message>
        <source>One in each line, such as “the minister”</source>
        <translation>Einer in jeder Zeile, etwa „die Ministerin“</translation>
    </message>
    <message>
        <source>Affiliations</source>
        <translation>Zugehörigkeiten</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Identifiers</source>
        <translation>Kennungen</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>What helps to tell this speaker from others</source>
        <translation>Was hilft, diesen Sprecher von anderen zu unterscheiden</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Such as wikidata and Q42; each place has one.</source>
        <translation>Etwa wikidata und Q42; jeder Ort hat eine.</translation>
    </message>
    <message>
        <source>Merged into this speaker</source>
        <translation>In diesen Sprecher zusammengelegt</translation>
    </message>
    <message>
        <source>Type in the free row to add one. Dates are a year, a month or a day: 2024, 2024-05 or 2024-05-01.</source>
        <translation>Tippen Sie in die freie Zeile, um eine hinzuzufügen. Ein Datum ist ein Jahr, ein Monat oder ein Tag: 2024, 2024-05 oder 2024-05-01.</translation>
    </message>
    <message>
        <source>Named by everybody together: claims {claims}, mentions {mentions}.</source>
        <translation>Von allen zusammen genannt: Behauptungen {claims}, Nennungen {mentions}.</translation>
    </message>
</context>
<context>
    <name>SpeakerModel</name>
    <message>
        <source>In this article</source>
        <translation>In diesem Artikel</translation>
    </message>
    <message>
        <source>In the project</source>
        <translation>Im Projekt</translation>
    </message>
    <message>
        <source>{name}, {kind}, {count} claims here</source>
        <translation>{name}, {kind}, hier {count} Behauptungen</translation>
    </message>
    <message>
        <source>{name}, {kind}, 1 claim here</source>
        <translation>{name}, {kind}, 1 Behauptung hier</translation>
    </message>
</context>
<context>
    <name>SpeakersPage</name>
    <message>
        <source>No speaker is chosen</source>
        <translation>Kein Sprecher ist gewählt</translation>
    </message>
    <message>
        <source>Choose one at the left, or make one there.</source>
        <translation>Wählen Sie links eines, oder legen Sie dort eines an.</translation>
    </message>
    <message>
        <source>New speaker</source>
        <translation>Neuer Sprecher</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation>Zusammenlegen mit…</translation>
    </message>
    <message>
        <source>The first of each pair counts for the second then, with {claims} claims of everybody. No mark is rewritten, and undo takes it back in one step.</source>
        <translation>Der erste jedes Paars zählt dann für den zweiten, mit {claims} Behauptungen von allen. Keine Markierung wird umgeschrieben, und Rückgängig nimmt es in einem Schritt zurück.</translation>
    </message>
    <message>
        <source>Merge {count} pairs?</source>
        <translation>{count} Paare zusammenlegen?</translation>
    </message>
    <message>
        <source>Merge {count} speakers into “{winner}”?</source>
        <translation>{count} Sprecher in „{winner}“ zusammenlegen?</translation>
    </message>
    <message>
        <source>They count for it then, with {claims} claims of everybody, and it is found by their names. No mark is rewritten, and undo takes it back in one step.</source>
        <translation>Sie zählen dann dafür, mit {claims} Behauptungen von allen, und es wird unter ihren Namen gefunden. Keine Markierung wird umgeschrieben, und Rückgängig nimmt es in einem Schritt zurück.</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenlegen</translation>
    </message>
    <message>
        <source>the same identifier</source>
        <translation>dieselbe Kennung</translation>
    </message>
    <message>
        <source>{likeness} % alike</source>
        <translation>zu {likeness} % ähnlich</translation>
    </message>
    <message>
        <source>the one name is within the other</source>
        <translation>der eine Name steckt im anderen</translation>
    </message>
    <message>
        <source>the same initial and last name</source>
        <translation>dieselben Initialen und derselbe Nachname</translation>
    </message>
    <message>
        <source>the first letters of the other</source>
        <translation>die Anfangsbuchstaben des anderen</translation>
    </message>
    <message>
        <source>{why} · claims: {first} and {second}</source>
        <translation>{why} · Behauptungen: {first} und {second}</translation>
    </message>
</context>
<context>
    <name>SpeakersTab</name>
    <message>
        <source>Speakers</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>Filter speakers</source>
        <translation>Sprecher filtern</translation>
    </message>
    <message>
        <source>New speaker</source>
        <translation>Neuer Sprecher</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation>Zusammenlegen mit…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>No speaker matches “{words}”</source>
        <translation>Kein Sprecher passt zu „{words}“</translation>
    </message>
    <message>
        <source>Make this a new speaker</source>
        <translation>Als neuen Sprecher anlegen</translation>
    </message>
    <message>
        <source>Put the cursor on a claim and press {speaker}, or make one here.</source>
        <translation>Setzen Sie die Schreibmarke auf eine Behauptung und drücken Sie {speaker}, oder legen Sie hier einen an.</translation>
    </message>
    <message>
        <source>No speakers yet</source>
        <translation>Noch keine Sprecher</translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message>
        <source>Split “{name}”</source>
        <translation>„{name}“ teilen</translation>
    </message>
    <message>
        <source>The new topic lies beside this one. The marks ticked go along; the others stay, and are listed to look at again.</source>
        <translation>Das neue Thema liegt neben diesem. Die abgehakten Markierungen gehen mit; die anderen bleiben und werden zum Ansehen aufgeführt.</translation>
    </message>
    <message>
        <source>Marks that go along</source>
        <translation>Markierungen, die mitgehen</translation>
    </message>
    <message>
        <source>Name of the new topic</source>
        <translation>Name des neuen Themas</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Alle abhaken</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>{count} of your {all} marks go along</source>
        <translation>{count} Ihrer {all} Markierungen gehen mit</translation>
    </message>
    <message>
        <source>{count} marks of colleagues stay</source>
        <translation>{count} Markierungen anderer bleiben</translation>
    </message>
    <message>
        <source>1 mark of a colleague stays</source>
        <translation>1 Markierung von jemand anderem bleibt</translation>
    </message>
    <message>
        <source>The new topic needs a name.</source>
        <translation>Das neue Thema braucht einen Namen.</translation>
    </message>
    <message>
        <source>Split without a mark?</source>
        <translation>Ohne Markierung teilen?</translation>
    </message>
    <message>
        <source>None is ticked: the new topic begins empty, and your marks are listed to look at again.</source>
        <translation>Keine ist angehakt: Das neue Thema beginnt leer, und Ihre Markierungen werden zum erneuten Ansehen aufgeführt.</translation>
    </message>
</context>
<context>
    <name>SpokenMark</name>
    <message>
        <source>Claim {number} of {count}</source>
        <translation>Behauptung {number} von {count}</translation>
    </message>
    <message>
        <source>speaker {names}</source>
        <translation>Sprecher {names}</translation>
    </message>
    <message>
        <source>no speaker</source>
        <translation>kein Sprecher</translation>
    </message>
    <message>
        <source>topic {names}</source>
        <translation>Thema {names}</translation>
    </message>
    <message>
        <source>no topic</source>
        <translation>kein Thema</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>Finished, nothing to tag</source>
        <translation>Abgeschlossen, nichts zu markieren</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Geprüft</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Your own time; only you see it. Settings turn it off.</source>
        <translation>Ihre eigene Zeit; nur Sie sehen sie. Die Einstellungen schalten sie aus.</translation>
    </message>
    <message>
        <source>Read-only: nothing can be changed</source>
        <translation>Nur lesend: nichts kann geändert werden</translation>
    </message>
    <message>
        <source>✓ Every tag saved, {time}</source>
        <translation>✓ Jede Markierung gespeichert, {time}</translation>
    </message>
    <message>
        <source>Writing has stopped</source>
        <translation>Das Schreiben hat aufgehört</translation>
    </message>
    <message>
        <source>No connection: nothing can be changed now</source>
        <translation>Keine Verbindung: jetzt kann nichts geändert werden</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>{name}: less</source>
        <translation>{name}: weniger</translation>
    </message>
    <message>
        <source>{name}: more</source>
        <translation>{name}: mehr</translation>
    </message>
</context>
<context>
    <name>Stepping</name>
    <message>
        <source>This is the last sentence; {finish} finishes the article.</source>
        <translation>Das ist der letzte Satz; {finish} schließt den Artikel ab.</translation>
    </message>
    <message>
        <source>This is the first sentence.</source>
        <translation>Das ist der erste Satz.</translation>
    </message>
    <message>
        <source>This is the last mark of the article.</source>
        <translation>Das ist die letzte Markierung des Artikels.</translation>
    </message>
    <message>
        <source>This is the first mark of the article.</source>
        <translation>Das ist die erste Markierung des Artikels.</translation>
    </message>
    <message>
        <source>No mark is shown in this article; {claim} makes a claim of the sentence.</source>
        <translation>In diesem Artikel ist keine Markierung zu sehen; {claim} macht aus dem Satz eine Behauptung.</translation>
    </message>
    <message>
        <source>No mark lies here.</source>
        <translation>Hier liegt keine Markierung.</translation>
    </message>
    <message>
        <source>No other mark overlaps this one.</source>
        <translation>Keine andere Markierung überlappt sich mit dieser.</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>{done} of {all} disagreements decided</source>
        <translation>{done} von {all} Abweichungen entschieden</translation>
    </message>
    <message>
        <source>How far they agree…</source>
        <translation>Wie weit sie übereinstimmen…</translation>
    </message>
    <message>
        <source>claims, {units} units</source>
        <translation>Behauptungen, {units} Einheiten</translation>
    </message>
    <message>
        <source>claims, {low} to {high}, {units} units</source>
        <translation>Behauptungen, {low} bis {high}, {units} Einheiten</translation>
    </message>
    <message>
        <source>Accepting {count} claims</source>
        <translation>{count} Behauptungen werden angenommen</translation>
    </message>
    <message>
        <source>Accepting 1 claim</source>
        <translation>1 Behauptung wird angenommen</translation>
    </message>
    <message>
        <source>1 claim is in the consensus.</source>
        <translation>1 Behauptung ist im Konsens.</translation>
    </message>
    <message>
        <source>{count} claims are in the consensus.</source>
        <translation>{count} Behauptungen sind im Konsens.</translation>
    </message>
    <message>
        <source>1 was changed meanwhile and waits.</source>
        <translation>1 wurde inzwischen geändert und wartet.</translation>
    </message>
    <message>
        <source>{count} were changed meanwhile and wait.</source>
        <translation>{count} wurden inzwischen geändert und warten.</translation>
    </message>
    <message>
        <source>Nobody disagrees in this article.</source>
        <translation>In diesem Artikel weicht niemand ab.</translation>
    </message>
    <message>
        <source>Nobody else is in the project who has not read this article; a third person must join first.</source>
        <translation>Im Projekt ist sonst niemand, der diesen Artikel nicht gelesen hat; erst muss eine dritte Person dazukommen.</translation>
    </message>
    <message>
        <source>Who should read it as well?</source>
        <translation>Wer soll es auch lesen?</translation>
    </message>
</context>
<context>
    <name>TaggedPane</name>
    <message>
        <source>These hold</source>
        <translation>Diese gelten</translation>
    </message>
    <message>
        <source>The marks selected, or all listed, are right under the present version.</source>
        <translation>Die gewählten Markierungen, oder alle aufgeführten, sind unter der jetzigen Version richtig.</translation>
    </message>
    <message>
        <source>Does this mark hold?</source>
        <translation>Gilt diese Markierung weiterhin?</translation>
    </message>
    <message>
        <source>Do all {count} marks hold?</source>
        <translation>Gelten alle {count} Markierungen weiterhin?</translation>
    </message>
    <message>
        <source>None is selected, so all that are listed count as looked at. Undo takes it back.</source>
        <translation>Keine ist ausgewählt, also zählen alle aufgeführten als angesehen. Rückgängig nimmt es zurück.</translation>
    </message>
</context>
<context>
    <name>Tagger</name>
    <message>
        <source>There is no text here to make a claim of.</source>
        <translation>Hier ist kein Text, aus dem eine Behauptung werden könnte.</translation>
    </message>
    <message>
        <source>These words are a claim of yours already; {undo} takes the second back.</source>
        <translation>Diese Wörter sind schon eine Behauptung von Ihnen; {undo} nimmt die zweite zurück.</translation>
    </message>
    <message>
        <source>Select the words that belong to the current claim, then press {part}.</source>
        <translation>Wählen Sie die Wörter aus, die zur gewählten Behauptung gehören, dann drücken Sie {part}.</translation>
    </message>
    <message>
        <source>These words belong to the claim already.</source>
        <translation>Diese Wörter gehören schon zur Behauptung.</translation>
    </message>
    <message>
        <source>Select the words that attribute the claim, such as “said”, then press {cue}.</source>
        <translation>Wählen Sie die Wörter aus, die die Behauptung zuschreiben, etwa „sagte“, dann drücken Sie {cue}.</translation>
    </message>
    <message>
        <source>Put the cursor on a word that names a speaker, then press {speaker}.</source>
        <translation>Setzen Sie die Schreibmarke auf ein Wort, das einen Sprecher nennt, dann drücken Sie {speaker}.</translation>
    </message>
    <message>
        <source>There is no text here to make a passage of.</source>
        <translation>Hier ist kein Text, aus dem eine Passage werden könnte.</translation>
    </message>
    <message>
        <source>A passage has a topic and no speaker.</source>
        <translation>Eine Passage hat ein Thema und keinen Sprecher.</translation>
    </message>
    <message>
        <source>A mention has a speaker and no topic.</source>
        <translation>Eine Nennung hat einen Sprecher und kein Thema.</translation>
    </message>
    <message>
        <source>A colleague made this mark; only they change it. Esc leaves it.</source>
        <translation>Jemand anderes hat diese Markierung gemacht; nur diese Person ändert sie. Esc verlässt sie.</translation>
    </message>
    <message>
        <source>Set quotation</source>
        <translation>Wiedergabe setzen</translation>
    </message>
    <message>
        <source>Set certainty</source>
        <translation>Sicherheit setzen</translation>
    </message>
    <message>
        <source>Nothing to tag in this paragraph. The same key takes it back.</source>
        <translation>In diesem Absatz nichts zu markieren. Dieselbe Taste nimmt es zurück.</translation>
    </message>
    <message>
        <source>This paragraph is open again.</source>
        <translation>Dieser Absatz ist wieder offen.</translation>
    </message>
</context>
<context>
    <name>Thread</name>
    <message>
        <source>Comment on this version</source>
        <translation>Diese Fassung kommentieren</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Tagging</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>You work as {name}. Press to change it.</source>
        <translation>Sie arbeiten als {name}. Zum Ändern klicken.</translation>
    </message>
    <message>
        <source>Your name: {name}</source>
        <translation>Ihr Name: {name}</translation>
    </message>
    <message>
        <source>More menus</source>
        <translation>Weitere Menüs</translation>
    </message>
</context>
<context>
    <name>TopicEditor</name>
    <message>
        <source>Name of the topic</source>
        <translation>Name des Themas</translation>
    </message>
    <message>
        <source>Key that takes the topic</source>
        <translation>Taste, die das Thema nimmt</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>What claims about this topic say</source>
        <translation>Was Behauptungen zu diesem Thema sagen</translation>
    </message>
    <message>
        <source>Use for</source>
        <translation>Verwenden für</translation>
    </message>
    <message>
        <source>Cases that belong here, with an example</source>
        <translation>Fälle, die hierher gehören, mit einem Beispiel</translation>
    </message>
    <message>
        <source>Not for</source>
        <translation>Nicht für</translation>
    </message>
    <message>
        <source>Cases that belong elsewhere, and where</source>
        <translation>Fälle, die anderswohin gehören, und wohin</translation>
    </message>
    <message>
        <source>Merged into this topic</source>
        <translation>In dieses Thema zusammengelegt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>At the top</source>
        <translation>Ganz oben</translation>
    </message>
    <message>
        <source>Retired: it is not offered any more; its marks stay.</source>
        <translation>Stillgelegt: es wird nicht mehr angeboten; seine Markierungen bleiben.</translation>
    </message>
    <message>
        <source>Nothing is tagged with this topic yet. Texts are kept as you leave them.</source>
        <translation>Noch ist nichts mit diesem Thema markiert. Texte werden übernommen, sobald Sie sie verlassen.</translation>
    </message>
    <message>
        <source>A change of these texts makes a version of the codebook; the {count} marks made before it are then listed to look at again, each to whoever made it.</source>
        <translation>Eine Änderung dieser Texte macht eine Version des Codebuchs; die {count} davor gemachten Markierungen werden dann zum erneuten Ansehen aufgeführt, jede bei der Person, die sie gemacht hat.</translation>
    </message>
</context>
<context>
    <name>TopicList</name>
    <message>
        <source>New topic</source>
        <translation>Neues Thema</translation>
    </message>
    <message>
        <source>New topic below</source>
        <translation>Neues Thema darunter</translation>
    </message>
    <message>
        <source>New topic beside</source>
        <translation>Neues Thema daneben</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation>Zusammenlegen mit…</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>Teilen…</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>Verschieben nach…</translation>
    </message>
    <message>
        <source>Retire or bring back</source>
        <translation>Stilllegen oder zurückholen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Move below the one above</source>
        <translation>Unter das darüber schieben</translation>
    </message>
    <message>
        <source>Move out</source>
        <translation>Herausschieben</translation>
    </message>
    <message>
        <source>Sort these by name</source>
        <translation>Diese nach Namen ordnen</translation>
    </message>
    <message>
        <source>Clear the filter first: a topic’s neighbours are not shown among its hits.</source>
        <translation>Leeren Sie zuerst den Filter: Unter Treffern sind die Nachbarn eines Themas nicht zu sehen.</translation>
    </message>
</context>
<context>
    <name>TopicModel</name>
    <message>
        <source>{name}, 1 mark here</source>
        <translation>{name}, hier 1 Markierung</translation>
    </message>
    <message>
        <source>{name}, {count} marks here</source>
        <translation>{name}, hier {count} Markierungen</translation>
    </message>
    <message>
        <source>Use for</source>
        <translation>Verwenden für</translation>
    </message>
    <message>
        <source>Not for</source>
        <translation>Nicht für</translation>
    </message>
</context>
<context>
    <name>TopicWishes</name>
    <message>
        <source>New topic</source>
        <translation>Neues Thema</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>There is a topic “{name}” here already</source>
        <translation>Hier gibt es schon ein Thema „{name}“</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>Anderer Name</translation>
    </message>
    <message>
        <source>At the top</source>
        <translation>Ganz oben</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>Verschieben nach…</translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation>Zusammenlegen mit…</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenlegen</translation>
    </message>
    <message>
        <source>{marks} marks of everybody about {loser} count for “{winner}” then, and are listed to look at again. No mark is rewritten, and undo takes it back.</source>
        <translation>{marks} Markierungen von allen zu {loser} zählen dann für „{winner}“ und stehen zum Ansehen bereit. Keine Markierung wird umgeschrieben, und Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>„{name}“</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} und {count} weitere</translation>
    </message>
    <message>
        <source>Merge {loser} into “{winner}”?</source>
        <translation>{loser} in „{winner}“ zusammenlegen?</translation>
    </message>
    <message>
        <source>{count} topics below it move along.</source>
        <translation>{count} Themen darunter gehen mit.</translation>
    </message>
    <message>
        <source>1 topic below it moves along.</source>
        <translation>1 Thema darunter zieht mit um.</translation>
    </message>
</context>
<context>
    <name>TopicsPage</name>
    <message>
        <source>No topic is chosen</source>
        <translation>Kein Thema ist gewählt</translation>
    </message>
    <message>
        <source>Choose one at the left, or make one there.</source>
        <translation>Wählen Sie links eines, oder legen Sie dort eines an.</translation>
    </message>
    <message>
        <source>Text tagged with the topic</source>
        <translation>Mit dem Thema markierter Text</translation>
    </message>
    <message>
        <source>Examples {count}</source>
        <translation>Beispiele {count}</translation>
    </message>
    <message>
        <source>No examples yet</source>
        <translation>Noch keine Beispiele</translation>
    </message>
    <message>
        <source>What is tagged with this topic is gathered here.</source>
        <translation>Was mit diesem Thema markiert ist, wird hier gesammelt.</translation>
    </message>
    <message>
        <source>Look again {count}</source>
        <translation>Ansehen {count}</translation>
    </message>
    <message>
        <source>Nothing to look at again</source>
        <translation>Nichts noch einmal anzusehen</translation>
    </message>
    <message>
        <source>Your marks made before the topic changed its meaning are listed here.</source>
        <translation>Ihre Markierungen, die entstanden, bevor das Thema seine Bedeutung änderte, stehen hier.</translation>
    </message>
    <message>
        <source>Cases {count}</source>
        <translation>Fälle {count}</translation>
    </message>
    <message>
        <source>No open cases</source>
        <translation>Keine offenen Fälle</translation>
    </message>
    <message>
        <source>Reviewers flag here what the codebook should say.</source>
        <translation>Wer prüft, merkt hier vor, was das Codebuch sagen soll.</translation>
    </message>
    <message>
        <source>Take as example</source>
        <translation>Als Beispiel nehmen</translation>
    </message>
    <message>
        <source>Put the words selected among the cases that the topic is used for.</source>
        <translation>Die ausgewählten Wörter zu den Fällen stellen, für die das Thema verwendet wird.</translation>
    </message>
    <message>
        <source>Choose one at the left.</source>
        <translation>Wählen Sie links eines aus.</translation>
    </message>
</context>
<context>
    <name>TopicsTab</name>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Filter topics</source>
        <translation>Themen filtern</translation>
    </message>
    <message>
        <source>New topic</source>
        <translation>Neues Thema</translation>
    </message>
    <message>
        <source>New topic below</source>
        <translation>Neues Thema darunter</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation>Zusammenlegen mit…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>No topic matches “{words}”</source>
        <translation>Kein Thema passt zu „{words}“</translation>
    </message>
    <message>
        <source>Make this a new topic</source>
        <translation>Daraus ein neues Thema machen</translation>
    </message>
    <message>
        <source>A manager of the team makes them.</source>
        <translation>Die Leitung des Teams legt sie an.</translation>
    </message>
    <message>
        <source>Topics say what claims are about. Make the first one here, or press {topic} in the text.</source>
        <translation>Themen sagen, wovon Behauptungen handeln. Legen Sie das erste hier an, oder drücken Sie {topic} im Text.</translation>
    </message>
    <message>
        <source>No topics yet</source>
        <translation>Noch keine Themen</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Welcome to the sample. {down} and {up} go from sentence to sentence; the outline is your cursor.</source>
        <translation>Willkommen im Beispiel. {down} und {up} gehen von Satz zu Satz; der Rahmen ist Ihre Schreibmarke.</translation>
    </message>
    <message>
        <source>On a sentence in which somebody claims something, press {claim}: it is a claim now.</source>
        <translation>Auf einem Satz, in dem jemand etwas behauptet, drücken Sie {claim}: nun ist es eine Behauptung.</translation>
    </message>
    <message>
        <source>Who says it? Press {speaker}, type the beginning of a name, and {enter}.</source>
        <translation>Wer sagt es? Drücken Sie {speaker}, tippen Sie den Anfang eines Namens, und {enter}.</translation>
    </message>
    <message>
        <source>What is it about? Press {topic} and choose; then {supports} to {unclear} say where the claim stands.</source>
        <translation>Worum geht es? Drücken Sie {topic} und wählen Sie; dann sagen {supports} bis {unclear}, wo die Behauptung steht.</translation>
    </message>
    <message>
        <source>Everything is saved, and {undo} takes anything back. {keys} shows all keys, {palette} finds every command.</source>
        <translation>Alles ist gespeichert, und {undo} nimmt alles zurück. {keys} zeigt alle Tasten, {palette} findet jeden Befehl.</translation>
    </message>
</context>
<context>
    <name>TourStrip</name>
    <message>
        <source>Tour</source>
        <translation>Rundgang</translation>
    </message>
    <message>
        <source>End the tour (Esc)</source>
        <translation>Rundgang beenden (Esc)</translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <translation>{number} von {all}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>TypedOn</name>
    <message>
        <source>{key} took the topic whose key it is. To type a name instead, begin it with a space.</source>
        <translation>{key} hat das Thema genommen, dessen Taste es ist. Um einen Namen zu tippen, beginnen Sie ihn mit einem Leerzeichen.</translation>
    </message>
</context>
<context>
    <name>UnanimousDialog</name>
    <message>
        <source>Accept what is agreed on</source>
        <translation>Annehmen, worin man einig ist</translation>
    </message>
    <message>
        <source>The consensus takes these claims in one step, which one undo takes back.</source>
        <translation>Der Konsens übernimmt diese Behauptungen in einem Schritt, den ein Rückgängig zurücknimmt.</translation>
    </message>
    <message>
        <source>Who must agree</source>
        <translation>Wer einig sein muss</translation>
    </message>
    <message>
        <source>All annotators</source>
        <translation>Alle Annotatoren</translation>
    </message>
    <message>
        <source>Two thirds</source>
        <translation>Zwei Drittel</translation>
    </message>
    <message>
        <source>More than half</source>
        <translation>Mehr als die Hälfte</translation>
    </message>
    <message>
        <source>Claims to accept</source>
        <translation>Anzunehmende Behauptungen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Every claim on which so many agree has a verdict already.</source>
        <translation>Über jede Behauptung, in der so viele übereinstimmen, ist schon entschieden.</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… und {count} weitere</translation>
    </message>
    <message>
        <source>Accept 1 claim</source>
        <translation>1 Behauptung annehmen</translation>
    </message>
    <message>
        <source>Accept {count} claims</source>
        <translation>{count} Behauptungen annehmen</translation>
    </message>
</context>
<context>
    <name>VerdictDialog</name>
    <message>
        <source>What became of this claim</source>
        <translation>Was aus dieser Behauptung wurde</translation>
    </message>
    <message>
        <source>The consensus has no version of it.</source>
        <translation>Der Konsens hat keine Fassung davon.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemand</translation>
    </message>
    <message>
        <source>{verdict} by {name}, {moment}</source>
        <translation>{verdict} von {name}, {moment}</translation>
    </message>
</context>
<context>
    <name>VersionCard</name>
    <message>
        <source>Version {number} of {name}: {words}</source>
        <translation>Fassung {number} von {name}: {words}</translation>
    </message>
    <message>
        <source>Cue:</source>
        <translation>Signalwort:</translation>
    </message>
</context>
<context>
    <name>VersionsPage</name>
    <message>
        <source>Versions of the codebook</source>
        <translation>Versionen des Codebuchs</translation>
    </message>
    <message>
        <source>Versions {count}</source>
        <translation>Versionen {count}</translation>
    </message>
    <message>
        <source>No versions yet</source>
        <translation>Noch keine Versionen</translation>
    </message>
    <message>
        <source>A change of what a topic means makes one: its definition, a merge, a split.</source>
        <translation>Eine Änderung dessen, was ein Thema bedeutet, ergibt eine: seine Definition, ein Zusammenlegen, ein Teilen.</translation>
    </message>
    <message>
        <source>Marks to look at again, and cases</source>
        <translation>Markierungen zum Ansehen, und Fälle</translation>
    </message>
    <message>
        <source>Look again {count}</source>
        <translation>Ansehen {count}</translation>
    </message>
    <message>
        <source>Nothing to look at again</source>
        <translation>Nichts noch einmal anzusehen</translation>
    </message>
    <message>
        <source>All your marks were made under the present meaning of their topics.</source>
        <translation>Alle Ihre Markierungen entstanden unter der jetzigen Bedeutung ihrer Themen.</translation>
    </message>
    <message>
        <source>No open cases</source>
        <translation>Keine offenen Fälle</translation>
    </message>
    <message>
        <source>Cases {count}</source>
        <translation>Fälle {count}</translation>
    </message>
    <message>
        <source>Where the words of the codebook did not settle a claim, reviewers flag it: {codebook_question}.</source>
        <translation>Wo die Worte des Codebuchs eine Behauptung nicht klären, merken Prüfende sie vor: {codebook_question}.</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Notiz…</translation>
    </message>
    <message>
        <source>Say in your own words what the chosen version is about.</source>
        <translation>Mit eigenen Worten sagen, worum es in der gewählten Version geht.</translation>
    </message>
    <message>
        <source>marks made under it: {count}</source>
        <translation>Markierungen unter ihr: {count}</translation>
    </message>
    <message>
        <source>Note of version {number}</source>
        <translation>Notiz der Version {number}</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Worum es geht</translation>
    </message>
    <message>
        <source>What version {number} changed</source>
        <translation>Was Version {number} geändert hat</translation>
    </message>
</context>
<context>
    <name>VersionsPane</name>
    <message>
        <source>Ask for a third opinion…</source>
        <translation>Dritte Meinung einholen…</translation>
    </message>
    <message>
        <source>No versions yet</source>
        <translation>Noch keine Fassungen</translation>
    </message>
    <message>
        <source>What each annotator made of a claim stands here, one below the other, with your decision.</source>
        <translation>Was jeder Annotator aus einer Behauptung gemacht hat, steht hier untereinander, mit Ihrer Entscheidung.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Amend</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>The versions and your decision</source>
        <translation>Die Fassungen und Ihr Entscheid</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Projects that you open are listed here.</source>
        <translation>Projekte, die Sie öffnen, stehen hier.</translation>
    </message>
    <message>
        <source>Your name, as colleagues will see it:</source>
        <translation>Ihr Name, wie andere ihn sehen werden:</translation>
    </message>
    <message>
        <source>Your name, as colleagues will see it</source>
        <translation>Ihr Name, wie andere ihn sehen werden</translation>
    </message>
    <message>
        <source>Asked once; it can be changed in Settings.</source>
        <translation>Wird einmal gefragt; in den Einstellungen lässt er sich ändern.</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Das Beispiel öffnen</translation>
    </message>
    <message>
        <source>Invented articles that two colleagues tagged, and on which they disagree.</source>
        <translation>Erfundene Artikel, die zwei Personen markiert haben und bei denen sie sich nicht einig sind.</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Neues Projekt…</translation>
    </message>
    <message>
        <source>One file that holds articles, tags, speakers and topics.</source>
        <translation>Eine Datei, die Artikel, Markierungen, Sprecher und Themen enthält.</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Projekt öffnen…</translation>
    </message>
    <message>
        <source>A project file on this computer.</source>
        <translation>Eine Projektdatei auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Connect to the team’s database…</source>
        <translation>Mit der Datenbank des Teams verbinden…</translation>
    </message>
    <message>
        <source>A project that your team shares on a server.</source>
        <translation>Ein Projekt, das Ihr Team auf einem Server teilt.</translation>
    </message>
    <message>
        <source>Read articles, tag who says what about which topic, compare it with colleagues.</source>
        <translation>Artikel lesen, markieren, wer was zu welchem Thema sagt, und es mit anderen vergleichen.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Zuletzt geöffnete Projekte</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>says</source>
        <translation>sagt</translation>
    </message>
    <message>
        <source>on behalf of</source>
        <translation>im Namen von</translation>
    </message>
    <message>
        <source>reported by</source>
        <translation>berichtet von</translation>
    </message>
    <message>
        <source>addressed</source>
        <translation>angesprochen</translation>
    </message>
    <message>
        <source>supports</source>
        <translation>dafür</translation>
    </message>
    <message>
        <source>opposes</source>
        <translation>dagegen</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>neutral</translation>
    </message>
    <message>
        <source>unclear</source>
        <translation>unklar</translation>
    </message>
    <message>
        <source>no stance</source>
        <translation>keine Haltung</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>direkt</translation>
    </message>
    <message>
        <source>indirect</source>
        <translation>indirekt</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>gemischt</translation>
    </message>
    <message>
        <source>paraphrase</source>
        <translation>Paraphrase</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>low</source>
        <translation>gering</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Unnamed</source>
        <translation>Ungenannt</translation>
    </message>
</context>
<context>
    <name>WorkRow</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop: {work}</source>
        <translation>Anhalten: {work}</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
    <message>
        <source>Stopping; what was done before stays.</source>
        <translation>Wird angehalten; was vorher getan wurde, bleibt.</translation>
    </message>
</context>
<context>
    <name>WorkStrip</name>
    <message>
        <source>Work under way</source>
        <translation>Laufende Arbeit</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Take off this list; the file is not touched</source>
        <translation>Von dieser Liste nehmen; die Datei bleibt unberührt</translation>
    </message>
    <message>
        <source>Take {project} off the list</source>
        <translation>{project} von der Liste nehmen</translation>
    </message>
    <message>
        <source>not there now</source>
        <translation>jetzt nicht da</translation>
    </message>
</context>
</TS>

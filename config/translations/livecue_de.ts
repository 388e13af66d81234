<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>livecue</name>
    <message>
      <location filename="src/livecue/start/own_voice.py" />
      <source> from {seconds} s of speech, well heard.</source>
      <translation> aus {seconds} s Sprache, gut gehört.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/own_voice.py" />
      <source> from {seconds} s of speech; twenty would make it surer.</source>
      <translation> aus {seconds} s Sprache; zwanzig machten es sicherer.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/plot.py" />
      <source> s</source>
      <translation> s</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/window.py" />
      <source>&amp;Adopt this setting</source>
      <translation>Diese Einstellung &amp;übernehmen</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/window.py" />
      <source>&amp;Adopt {count} settings</source>
      <translation>{count} Einstellungen &amp;übernehmen</translation>
    </message>
    <message>
      <location filename="src/livecue/review/trends/window.py" />
      <source>&amp;After cues</source>
      <translation>&amp;Nach Hinweisen</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/window.py" />
      <source>&amp;Back to how it is set</source>
      <translation>&amp;Zurück zum Eingestellten</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/window.py" />
      <source>&amp;Other settings</source>
      <translation>Andere &amp;Einstellungen</translation>
    </message>
    <message>
      <location filename="src/livecue/review/trends/window.py" />
      <source>&amp;Over sessions</source>
      <translation>&amp;Über Sitzungen</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/window.py" />
      <source>&amp;Pauses</source>
      <translation>&amp;Pausen</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/window.py" />
      <source>&amp;Undo what was adopted on {date}</source>
      <translation>&amp;Rückgängig: übernommen am {date}</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/window.py" />
      <source>&amp;Undo: nothing was adopted yet</source>
      <translation>&amp;Rückgängig: noch nichts übernommen</translation>
    </message>
    <message>
      <location filename="src/livecue/start/own_voice.py" />
      <source>, but the room was loud; it will be known better if done again in a quiet one.</source>
      <translation>, aber der Raum war laut; sie wird besser erkannt, wenn es in einem ruhigen wiederholt wird.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/answers.py" />
      <source>A cue called helpful need not have been right; one not rated is unknown.</source>
      <translation>Ein hilfreich genannter Hinweis muss nicht richtig gewesen sein; von einem ohne Angabe weiß man es nicht.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/trends/window.py" />
      <source>A cue comes when signs are at their most, and after that there are fewer by itself. So signs after a cue are shown only beside like moments whose cue was not shown.</source>
      <translation>Ein Hinweis kommt, wenn die Zeichen am dichtesten sind, und danach werden es von selbst weniger. Darum stehen Zeichen nach einem Hinweis nur neben ähnlichen Momenten, deren Hinweis nicht gezeigt wurde.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/client_part.py" />
      <source>A new client</source>
      <translation>Eine neue Klient:in</translation>
    </message>
    <message>
      <location filename="src/livecue/start/passphrase.py" />
      <source>A passphrase opens what livecue keeps on this computer.</source>
      <translation>Eine Passphrase öffnet, was livecue auf diesem Computer behält.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/moment.py" />
      <source>A pause before the client's answer.</source>
      <translation>Eine Pause vor der Antwort der Klient:in.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/moment.py" />
      <source>A pause inside the client's turn.</source>
      <translation>Eine Pause innerhalb eines Beitrags der Klient:in.</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/page.py" />
      <source>A pause is as high as it is long; the dashed line is the longest that is usual for this client. A triangle is a cue or a mark. What is only outlined was not counted, or not shown. Hatched: not heard.</source>
      <translation>Eine Pause ist so hoch, wie sie lang ist; die gestrichelte Linie ist die längste, die bei dieser Klient:in üblich ist. Ein Dreieck ist ein Hinweis oder eine Markierung. Was nur umrissen ist, wurde nicht gezählt oder nicht gezeigt. Schraffiert: nicht gehört.</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/page.py" />
      <source>A program listened and counted ways of talking. It mishears words, and sometimes takes one speaker for the other. What is marked in a turn is what it went by.</source>
      <translation>Ein Programm hat zugehört und Redeweisen gezählt. Es verhört sich und verwechselt manchmal die Sprechenden. Was in einem Beitrag hervorgehoben ist, daran hat es sich gehalten.</translation>
    </message>
    <message>
      <location filename="src/livecue/practice/words.py" />
      <source>A role-play of {minutes} minutes, written for livecue: nobody in it is a real person.</source>
      <translation>Ein Rollenspiel von {minutes} Minuten, für livecue geschrieben: Niemand darin ist eine wirkliche Person.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/moment.py" />
      <source>A short answer.</source>
      <translation>Eine kurze Antwort.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/choices.py" />
      <source>A timeline is kept, encrypted, on this computer: who spoke when, pauses, and what was noticed, without the words.</source>
      <translation>Ein Zeitverlauf wird verschlüsselt auf diesem Computer behalten: wer wann sprach, Pausen und was bemerkt wurde, ohne die Worte.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/client_part.py" />
      <source>A word that means something to you alone, never the client's own name.</source>
      <translation>Ein Wort, das nur Ihnen etwas sagt, nie der wirkliche Name.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/window.py" />
      <source>Adopted for {client}; the next session begins with it.</source>
      <translation>Für {client} übernommen; die nächste Sitzung beginnt damit.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/moment.py" />
      <source>After your corrections it would not come.</source>
      <translation>Nach Ihren Berichtigungen käme er nicht.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/html.py" />
      <source>After your corrections {gone} of the cues would not come, and {more} more would.</source>
      <translation>Nach Ihren Berichtigungen kämen {gone} der Hinweise nicht und {more} weitere.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/trends/window.py" />
      <source>All cues: {helpful} called helpful, {not_helpful} not helpful, {unrated} not rated. Helpful is not the same as correct, and what was not rated is unknown.</source>
      <translation>Alle Hinweise: {helpful} hilfreich genannt, {not_helpful} nicht hilfreich, {unrated} ohne Angabe. Hilfreich ist nicht dasselbe wie richtig, und was ohne Angabe blieb, weiß man nicht.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/answers.py" />
      <source>All, for 50 minutes</source>
      <translation>Alle, auf 50 Minuten</translation>
    </message>
    <message>
      <location filename="src/livecue/start/run.py" />
      <source>Another livecue is keeping a session now; each is kept by itself.</source>
      <translation>Ein anderes livecue behält gerade eine Sitzung; jede wird für sich behalten.</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hotkeys/__init__.py" />
      <source>Another program holds these keys: {keys}. Choose others under [keys] in config.toml.</source>
      <translation>Ein anderes Programm hält diese Tasten: {keys}. Wählen Sie andere unter [keys] in config.toml.</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/looks_menu.py" />
      <source>Appearance</source>
      <translation>Aussehen</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/lanes.py" />
      <source>Arrow keys move along it; plus and minus make it larger and smaller.</source>
      <translation>Pfeiltasten bewegen darin; Plus und Minus machen ihn größer und kleiner.</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/looks_menu.py" />
      <source>As the system</source>
      <translation>Wie das System</translation>
    </message>
    <message>
      <location filename="src/livecue/start/agreed_part.py" />
      <source>Ask everybody present, in your own words:</source>
      <translation>Fragen Sie alle Anwesenden, mit Ihren eigenen Worten:</translation>
    </message>
    <message>
      <location filename="src/livecue/start/agreed_part.py" />
      <source>Asked again today: the same (S)</source>
      <translation>Heute wieder gefragt: dasselbe (S)</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/page.py" />
      <source>At a glance</source>
      <translation>Auf einen Blick</translation>
    </message>
    <message>
      <location filename="src/livecue/start/voice_page.py" />
      <source>Back</source>
      <translation>Zurück</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>Back to the work.</source>
      <translation>Zurück zur Arbeit.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/plot.py" />
      <source>Before the client answers</source>
      <translation>Bevor die Klient:in antwortet</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/glance.py" />
      <source>Before the client's answers: half of the pauses were under {half} s, the longest was {longest} s ({count} answers).</source>
      <translation>Vor den Antworten der Klient:in: Die Hälfte der Pausen war kürzer als {half} s, die längste war {longest} s ({count} Antworten).</translation>
    </message>
    <message>
      <location filename="src/livecue/practice/window.py" />
      <location filename="src/livecue/start/voice_page.py" />
      <source>Begin</source>
      <translation>Beginnen</translation>
    </message>
    <message>
      <location filename="src/livecue/practice/words.py" />
      <source>Both of you noticed</source>
      <translation>Beide haben es bemerkt</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/looks_menu.py" />
      <source>Bottom left</source>
      <translation>Unten links</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/looks_menu.py" />
      <source>Bottom right</source>
      <translation>Unten rechts</translation>
    </message>
    <message>
      <location filename="src/livecue/review/trends/window.py" />
      <source>Changed: {what}.</source>
      <translation>Geändert: {what}.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/panel.py" />
      <source>Choose a moment.</source>
      <translation>Wählen Sie einen Moment.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/client_part.py" />
      <source>Client</source>
      <translation>Klient:in</translation>
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>Clinician and client were each heard on a channel of their own.</source>
      <translation>Fachperson und Klient:in wurden je auf einem eigenen Kanal gehört.</translation>
    </message>
    <message>
      <location filename="src/livecue/practice/window.py" />
      <location filename="src/livecue/start/passphrase.py" />
      <location filename="src/livecue/start/window.py" />
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/looks_menu.py" />
      <source>Colours</source>
      <translation>Farben</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/looks_menu.py" />
      <source>Corner</source>
      <translation>Ecke</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/form.py" />
      <source>Counted on the words of {sessions} real sessions that were read and marked, on which the levels were chosen too; cues from pauses come besides. The table on the right shows which cues would be new or gone with this client.</source>
      <translation>Gezählt an den Worten von {sessions} wirklichen Sitzungen, die gelesen und markiert wurden und an denen auch die Stufen gewählt sind; Hinweise aus Pausen kommen hinzu. Die Tabelle rechts zeigt, welche Hinweise bei dieser Klient:in neu oder weg wären.</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/moments.py" />
      <source>Cue: {cue}</source>
      <translation>Hinweis: {cue}</translation>
    </message>
    <message>
      <location filename="src/livecue/review/trends/window.py" />
      <source>Cues</source>
      <translation>Hinweise</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/answers.py" />
      <source>Cues with these settings: {new} new, {gone} gone, sessions: {count}.</source>
      <translation>Hinweise mit diesen Einstellungen: {new} neu, {gone} weg, Sitzungen: {count}.</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/glance.py" />
      <source>Cues: {count}, of which {shown} shown.</source>
      <translation>Hinweise: {count}, davon {shown} gezeigt.</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/looks_menu.py" />
      <source>Dark</source>
      <translation>Dunkel</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/bars.py" />
      <source>Did the client take part?</source>
      <translation>War die Klient:in beteiligt?</translation>
    </message>
    <message>
      <location filename="src/livecue/start/after.py" />
      <source>Done</source>
      <translation>Fertig</translation>
    </message>
    <message>
      <location filename="src/livecue/start/notes.py" />
      <source>During the session:</source>
      <translation>Während der Sitzung:</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>End the session</source>
      <translation>Sitzung beenden</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>Explore both sides</source>
      <translation>Beide Seiten erkunden</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>Exploring.</source>
      <translation>Erkunden.</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>Exploring: back to the work</source>
      <translation>Erkunden: zurück zur Arbeit</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/glance.py" />
      <source>Exploring: {time}. Pauses do not count in it.</source>
      <translation>Erkunden: {time}. Pausen zählen darin nicht.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/bars.py" />
      <source>Filled counts, an outline does not; dotted was there and would not come any more, with a thick edge it comes only now. Hatched: not heard. Dashed line: longer pauses than usual reach above it.</source>
      <translation>Gefüllt zählt, ein Umriss nicht; gepunktet war da und käme nicht mehr, mit dickem Rand kommt es erst jetzt. Schraffiert: nicht gehört. Gestrichelte Linie: Längere Pausen als üblich reichen darüber.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/window.py" />
      <source>Fitted to this client at another level, and without effect at this one: {count}.</source>
      <translation>Für diese Klient:in auf einer anderen Stufe angepasst und auf dieser ohne Wirkung: {count}.</translation>
    </message>
    <message>
      <location filename="src/livecue/practice/run.py" />
      <location filename="src/livecue/start/waiting.py" />
      <source>Getting ready.</source>
      <translation>Macht sich bereit.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/client_part.py" />
      <source>Give the client a word that means something to you alone.</source>
      <translation>Geben Sie der Klient:in ein Wort, das nur Ihnen etwas sagt.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/passphrase.py" />
      <source>Go on</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <location filename="src/livecue/practice/window.py" />
      <source>Go on (P)</source>
      <translation>Weiter (P)</translation>
    </message>
    <message>
      <location filename="src/livecue/review/trends/window.py" />
      <source>Half of the answers came within</source>
      <translation>Die Hälfte der Antworten kam binnen</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/panel.py" />
      <source>Helpful (H)</source>
      <translation>Hilfreich (H)</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>Hidden: show the shape</source>
      <translation>Ausgeblendet: Form zeigen</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>Hide the shape</source>
      <translation>Form ausblenden</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>Hold: something more important</source>
      <translation>Anhalten: etwas Wichtigeres</translation>
    </message>
    <message>
      <location filename="src/livecue/start/sound_part.py" />
      <source>How loud it is</source>
      <translation>Wie laut es ist</translation>
    </message>
    <message>
      <location filename="src/livecue/start/voice_page.py" />
      <source>How much of your voice was heard</source>
      <translation>Wie viel von Ihrer Stimme gehört wurde</translation>
    </message>
    <message>
      <location filename="src/livecue/start/client_part.py" />
      <source>How ready to work on this, 0 to 10, in the client's word</source>
      <translation>Wie bereit, daran zu arbeiten, 0 bis 10, im Wort der Klient:in</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/page.py" />
      <source>How to read this</source>
      <translation>So ist das zu lesen</translation>
    </message>
    <message>
      <location filename="src/livecue/practice/window.py" />
      <source>I would pause here (space bar)</source>
      <translation>Hier würde ich innehalten (Leertaste)</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/page.py" />
      <source>In order</source>
      <translation>Der Reihe nach</translation>
    </message>
    <message>
      <location filename="src/livecue/start/sound_part.py" />
      <source>In the room</source>
      <translation>Im Raum</translation>
    </message>
    <message>
      <location filename="src/livecue/review/trends/window.py" />
      <source>In {count} pairs of like moments, signs in the three minutes after: {shown} where the cue was shown, {unseen} where it was not.</source>
      <translation>In {count} Paaren ähnlicher Momente, Zeichen in den drei Minuten danach: {shown}, wo der Hinweis gezeigt wurde, {unseen}, wo nicht.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/agreed_part.py" />
      <source>Is anybody else within hearing? Then they must agree too.</source>
      <translation>Ist noch jemand in Hörweite? Dann muss auch diese Person zustimmen.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/moment.py" />
      <source>It did not come in the session; after your corrections it would.</source>
      <translation>Er kam in der Sitzung nicht; nach Ihren Berichtigungen käme er.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/elsewhere.py" />
      <source>It did not open.</source>
      <translation>Es ging nicht auf.</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>It goes on.</source>
      <translation>Es geht weiter.</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>It is hidden.</source>
      <translation>Sie ist ausgeblendet.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/after.py" />
      <source>It is kept on this computer, encrypted.</source>
      <translation>Sie wird auf diesem Computer behalten, verschlüsselt.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/choices.py" />
      <source>It may be used for research.</source>
      <translation>Es darf für Forschung verwendet werden.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/elsewhere.py" />
      <source>It opens in a window of its own.</source>
      <translation>Es öffnet sich in einem eigenen Fenster.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/moment.py" />
      <source>It was not noticed in the session; after your corrections it is.</source>
      <translation>Es wurde in der Sitzung nicht bemerkt; nach Ihren Berichtigungen wird es das.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/moment.py" />
      <source>It was not shown.</source>
      <translation>Er wurde nicht gezeigt.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/moment.py" />
      <source>It was noticed in the session; after your corrections it is not.</source>
      <translation>Es wurde in der Sitzung bemerkt; nach Ihren Berichtigungen nicht mehr.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/panel.py" />
      <source>It was productive (V)</source>
      <translation>Sie war fruchtbar (V)</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/moment.py" />
      <source>It was shown.</source>
      <translation>Er wurde gezeigt.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/after.py" />
      <source>It was stopped and erased. Nothing of it is kept.</source>
      <translation>Sie wurde beendet und gelöscht. Nichts davon ist behalten.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/after.py" />
      <source>It was {count} minutes long.</source>
      <translation>Sie dauerte {count} Minuten.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/after.py" />
      <source>It was {count} seconds long.</source>
      <translation>Sie dauerte {count} Sekunden.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/agreed_part.py" />
      <source>Kept, and agreed to</source>
      <translation>Behalten und zugestimmt</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/looks_menu.py" />
      <source>Large</source>
      <translation>Groß</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>Last cue was helpful</source>
      <translation>Letzter Hinweis war hilfreich</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>Last cue was not helpful</source>
      <translation>Letzter Hinweis war nicht hilfreich</translation>
    </message>
    <message>
      <location filename="src/livecue/start/agreed_part.py" />
      <source>Last time ({day}): {names}.</source>
      <translation>Letztes Mal ({day}): {names}.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/trends/window.py" />
      <source>Leaning towards change, of all that leaned</source>
      <translation>Neigt zur Veränderung, von allem, was neigte</translation>
    </message>
    <message>
      <location filename="src/livecue/start/sound_part.py" />
      <source>Learn it anew</source>
      <translation>Neu lernen</translation>
    </message>
    <message>
      <location filename="src/livecue/start/voice_page.py" />
      <source>Learn my voice</source>
      <translation>Meine Stimme lernen</translation>
    </message>
    <message>
      <location filename="src/livecue/start/sound_part.py" />
      <source>Learn my voice (20 seconds)</source>
      <translation>Meine Stimme lernen (20 Sekunden)</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/looks_menu.py" />
      <source>Light</source>
      <translation>Hell</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>Listening again.</source>
      <translation>Hört wieder zu.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/plot.py" />
      <source>Long from</source>
      <translation>Lang ab</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/page.py" />
      <source>Longer pauses and short answers may mean a second language, a stammer, autism, sedation, grief, or a slow connection. An obstacle that is named may be simply real. What a client says answers what was said before: read the two together.</source>
      <translation>Längere Pausen und kurze Antworten können eine Zweitsprache, Stottern, Autismus, Sedierung, Trauer oder eine langsame Verbindung bedeuten. Ein genanntes Hindernis kann einfach wirklich sein. Was eine Klient:in sagt, antwortet auf das, was vorher gesagt wurde: Lesen Sie beides zusammen.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/plot.py" />
      <source>Longer pauses: {above} of {all}</source>
      <translation>Längere Pausen: {above} von {all}</translation>
    </message>
    <message>
      <location filename="src/livecue/start/sound_part.py" />
      <source>Look again</source>
      <translation>Noch einmal sehen</translation>
    </message>
    <message>
      <location filename="src/livecue/start/sound_part.py" />
      <source>Look again for microphones</source>
      <translation>Noch einmal nach Mikrofonen sehen</translation>
    </message>
    <message>
      <location filename="src/livecue/start/after.py" />
      <source>Look at the timeline</source>
      <translation>Zeitverlauf ansehen</translation>
    </message>
    <message>
      <location filename="src/livecue/practice/window.py" />
      <source>Look back now</source>
      <translation>Jetzt zurückblicken</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>Mark this moment</source>
      <translation>Diesen Moment markieren</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/moments.py" />
      <source>Marked by the clinician</source>
      <translation>Von der Fachperson markiert</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/looks_menu.py" />
      <source>Medium</source>
      <translation>Mittel</translation>
    </message>
    <message>
      <location filename="src/livecue/start/sound_part.py" />
      <source>Microphone</source>
      <translation>Mikrofon</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/moments.py" />
      <location filename="src/livecue/review/replay/moment.py" />
      <source>Named: {obstacles}</source>
      <translation>Genannt: {obstacles}</translation>
    </message>
    <message>
      <location filename="src/livecue/start/cues_part.py" />
      <source>New to livecue</source>
      <translation>Neu bei livecue</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>Next step</source>
      <translation>Nächster Schritt</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>Next step.</source>
      <translation>Nächster Schritt.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/bars.py" />
      <source>No</source>
      <translation>Nein</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/page.py" />
      <source>No cue does not mean no ambivalence.</source>
      <translation>Kein Hinweis heißt nicht: keine Ambivalenz.</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>No cue for a while.</source>
      <translation>Eine Weile kein Hinweis.</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>No cue until {time}: end that</source>
      <translation>Kein Hinweis bis {time}: das beenden</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/answers.py" />
      <source>No cue would differ.</source>
      <translation>Kein Hinweis wäre anders.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/window.py" />
      <source>No session here is marked as engaged. Mark those in which the client took part, in the replay: what is usual is taken from them alone, so that withdrawing never becomes usual.</source>
      <translation>Hier ist keine Sitzung als beteiligt markiert. Markieren Sie in der Durchsicht die, in denen die Klient:in beteiligt war: Das Übliche wird allein aus ihnen genommen, damit Rückzug nie zum Üblichen wird.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/suggest.py" />
      <source>No session is marked as engaged yet, so this rests on {others} alone.</source>
      <translation>Noch ist keine Sitzung als beteiligt markiert, so ruht dies allein auf {others}.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/timeline.py" />
      <source>No words of this session were kept.</source>
      <translation>Von dieser Sitzung wurden keine Worte behalten.</translation>
    </message>
    <message>
      <location filename="src/livecue/practice/words.py" />
      <source>Nobody would have paused here.</source>
      <translation>Niemand hätte hier innegehalten.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/client_part.py" />
      <source>Nobody: I am trying livecue out</source>
      <translation>Niemand: Ich probiere livecue aus</translation>
    </message>
    <message>
      <location filename="src/livecue/review/trends/window.py" />
      <source>None were named, or what was said was not kept.</source>
      <translation>Keine wurden genannt, oder was gesagt wurde, ist nicht behalten.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/moment.py" />
      <source>Not counted: it is longer than is set.</source>
      <translation>Nicht gezählt: Sie ist länger als eingestellt.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/moment.py" />
      <source>Not counted: short answers are not counted for this client.</source>
      <translation>Nicht gezählt: Kurze Antworten werden bei dieser Klient:in nicht gezählt.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/moment.py" />
      <source>Not counted: the client had been asked to write, read, imagine or feel.</source>
      <translation>Nicht gezählt: Die Klient:in war gebeten worden zu schreiben, zu lesen, sich etwas vorzustellen oder zu spüren.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/moment.py" />
      <source>Not counted: the pause before it counts already.</source>
      <translation>Nicht gezählt: Die Pause davor zählt schon.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/moment.py" />
      <source>Not counted: there were tears, or words of comfort.</source>
      <translation>Nicht gezählt: Es gab Tränen oder Worte des Trostes.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/moment.py" />
      <source>Not counted: you named it productive.</source>
      <translation>Nicht gezählt: Sie nannten sie fruchtbar.</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/moments.py" />
      <source>Not heard until {time}</source>
      <translation>Nicht gehört bis {time}</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/glance.py" />
      <source>Not heard: {time}.</source>
      <translation>Nicht gehört: {time}.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/panel.py" />
      <source>Not helpful (U)</source>
      <translation>Nicht hilfreich (U)</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>Not listening.</source>
      <translation>Hört nicht zu.</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>Not listening: listen again</source>
      <translation>Hört nicht zu: wieder zuhören</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>Not listening: nothing is kept until you listen again.</source>
      <translation>Hört nicht zu: Nichts wird behalten, bis Sie wieder zuhören lassen.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/window.py" />
      <source>Not used: {unmarked} not marked, {others} marked otherwise.</source>
      <translation>Nicht verwendet: {unmarked} nicht markiert, {others} anders markiert.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/panel.py" />
      <source>Note on this moment (M), Enter keeps it</source>
      <translation>Notiz zu diesem Moment (M), Enter behält sie</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>Noted: helpful.</source>
      <translation>Vermerkt: hilfreich.</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>Noted: not helpful.</source>
      <translation>Vermerkt: nicht hilfreich.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/choices.py" />
      <source>Nothing</source>
      <translation>Nichts</translation>
    </message>
    <message>
      <location filename="src/livecue/practice/words.py" />
      <source>Nothing is kept of it, and nobody is measured.</source>
      <translation>Nichts davon wird behalten, und niemand wird gemessen.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/cues_part.py" />
      <source>Nothing is kept to look back at, so livecue tells you during the session.</source>
      <translation>Nichts wird behalten, worauf man zurückblicken könnte, darum sagt livecue es Ihnen während der Sitzung.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/after.py" />
      <source>Nothing of it is kept.</source>
      <translation>Nichts davon ist behalten.</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/moments.py" />
      <location filename="src/livecue/start/after.py" />
      <source>Nothing was noticed.</source>
      <translation>Nichts wurde bemerkt.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/panel.py" />
      <source>Noticed</source>
      <translation>Bemerkt</translation>
    </message>
    <message>
      <location filename="src/livecue/start/after.py" />
      <source>Noticed: {signs}.</source>
      <translation>Bemerkt: {signs}.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/trends/window.py" />
      <source>O&amp;bstacles named</source>
      <translation>&amp;Hindernisse genannt</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/glance.py" />
      <source>Of what the two said, the client spoke {client} % of the time.</source>
      <translation>Von der Redezeit der beiden sprach die Klient:in {client} %.</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>On hold.</source>
      <translation>Angehalten.</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>On hold: go on</source>
      <translation>Angehalten: weitergehen</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>On hold: go on first.</source>
      <translation>Angehalten: zuerst weitergehen.</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>Once more within {seconds} seconds stops and erases this session.</source>
      <translation>Noch einmal innerhalb von {seconds} Sekunden: Diese Sitzung wird beendet und gelöscht.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/trends/window.py" />
      <source>One session. Upright lines: where 95 in 100 would fall by chance alone.</source>
      <translation>Eine Sitzung. Senkrechte Striche: wohin allein durch Zufall 95 von 100 fielen.</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>One step back.</source>
      <translation>Einen Schritt zurück.</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/looks_menu.py" />
      <source>Opacity</source>
      <translation>Deckkraft</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/window.py" />
      <source>Over &amp;time</source>
      <translation>Im &amp;Zeitverlauf</translation>
    </message>
    <message>
      <location filename="src/livecue/review/trends/window.py" />
      <source>Pairs of like moments so far: {count}. From {fewest} on they are compared here.</source>
      <translation>Paare ähnlicher Momente bisher: {count}. Ab {fewest} werden sie hier verglichen.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/passphrase.py" />
      <source>Passphrase</source>
      <translation>Passphrase</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/moment.py" />
      <source>Pauses before answers have grown since the session began.</source>
      <translation>Die Pausen vor Antworten sind seit Beginn der Sitzung gewachsen.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/sound_part.py" />
      <source>Place and sound</source>
      <translation>Ort und Ton</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/bars.py" />
      <source>Play (P)</source>
      <translation>Abspielen (P)</translation>
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>Please speak first: the first voice heard is taken for the clinician's.</source>
      <translation>Bitte sprechen Sie zuerst: Die erste Stimme gilt als die der Fachperson.</translation>
    </message>
    <message>
      <location filename="src/livecue/practice/window.py" />
      <source>Practice on a role-play</source>
      <translation>Üben an einem Rollenspiel</translation>
    </message>
    <message>
      <location filename="src/livecue/start/cues_part.py" />
      <source>Practise on a role-play first</source>
      <translation>Zuerst an einem Rollenspiel üben</translation>
    </message>
    <message>
      <location filename="src/livecue/practice/words.py" />
      <source>Press the space bar whenever you would pause. livecue's shape comes where it would have told you, with the reason beside it. At the end you see both, side by side.</source>
      <translation>Drücken Sie die Leertaste, wann immer Sie innehalten würden. Die Form von livecue kommt dort, wo es Ihnen etwas gesagt hätte, mit dem Grund daneben. Am Ende sehen Sie beides nebeneinander.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/meter.py" />
      <source>Say a few words, to see that you are heard.</source>
      <translation>Sagen Sie ein paar Worte, um zu sehen, dass Sie gehört werden.</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/page.py" />
      <location filename="src/livecue/review/tuning/answers.py" />
      <source>Session</source>
      <translation>Sitzung</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/page.py" />
      <source>Session with {client}</source>
      <translation>Sitzung mit {client}</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/window.py" />
      <source>Sessions &amp;held</source>
      <translation>Sitzungen, so &amp;gehalten</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/drift.py" />
      <source>Sessions marked as engaged, oldest first</source>
      <translation>Als beteiligt markierte Sitzungen, älteste zuerst</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/answers.py" />
      <source>Sessions of which no words were kept: {count}. There, exploring and work in silence are taken as they were heard then.</source>
      <translation>Sitzungen, von denen keine Worte behalten wurden: {count}. Dort gelten Erkunden und stille Arbeit so, wie sie damals gehört wurden.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/trends/window.py" />
      <source>Settings, version and microphone were the same throughout.</source>
      <translation>Einstellungen, Version und Mikrofon waren durchweg dieselben.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/cues_part.py" />
      <source>Show me what was noticed only afterwards</source>
      <translation>Mir erst danach zeigen, was bemerkt wurde</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>Show why</source>
      <translation>Zeigen, warum</translation>
    </message>
    <message>
      <location filename="src/livecue/practice/window.py" />
      <source>Side by side</source>
      <translation>Nebeneinander</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/looks_menu.py" />
      <source>Size</source>
      <translation>Größe</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/looks_menu.py" />
      <source>Small</source>
      <translation>Klein</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>Snooze</source>
      <translation>Kurze Ruhe</translation>
    </message>
    <message>
      <location filename="src/livecue/start/voice_page.py" />
      <source>Speak alone for about twenty seconds, with the microphone where it stands in a session: read aloud, or describe the room. Kept, encrypted, is what tells your voice from another; the sound is not kept.</source>
      <translation>Sprechen Sie etwa zwanzig Sekunden allein, mit dem Mikrofon, wo es in einer Sitzung steht: Lesen Sie vor oder beschreiben Sie den Raum. Verschlüsselt behalten wird, was Ihre Stimme von einer anderen unterscheidet; der Ton wird nicht behalten.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/voice_page.py" />
      <source>Speak on.</source>
      <translation>Sprechen Sie weiter.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/voice_page.py" />
      <source>Speak on: {level}.</source>
      <translation>Sprechen Sie weiter: {level}.</translation>
    </message>
    <message>
      <location filename="src/livecue/practice/window.py" />
      <location filename="src/livecue/review/replay/bars.py" />
      <source>Stand still (P)</source>
      <translation>Stillstehen (P)</translation>
    </message>
    <message>
      <location filename="src/livecue/start/window.py" />
      <source>Start</source>
      <translation>Beginnen</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>Step before</source>
      <translation>Vorheriger Schritt</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>Stop and erase this session</source>
      <translation>Diese Sitzung beenden und löschen</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>Stop listening now</source>
      <translation>Jetzt nicht mehr zuhören</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/panel.py" />
      <source>Strike out (X)</source>
      <translation>Streichen (X)</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/moment.py" />
      <source>Suggested: {line}</source>
      <translation>Vorgeschlagen: {line}</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>Swap the two speakers</source>
      <translation>Die beiden Sprechenden tauschen</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/panel.py" />
      <source>Take back last correction or note (Ctrl+Z)</source>
      <translation>Letzte Berichtigung oder Notiz zurücknehmen (Ctrl+Z)</translation>
    </message>
    <message>
      <location filename="src/livecue/start/voice_page.py" />
      <source>That is enough. One moment.</source>
      <translation>Das genügt. Einen Moment.</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/page.py" />
      <source>The client did not agree to supervision. This is for the clinician alone, and not to be shown to anybody else.</source>
      <translation>Die Klient:in hat der Supervision nicht zugestimmt. Dies ist allein für die Fachperson und niemandem sonst zu zeigen.</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>The client is far away</source>
      <translation>Die Klient:in ist weit weg</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>The client is far away.</source>
      <translation>Die Klient:in ist weit weg.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/sound_part.py" />
      <source>The client is heard from</source>
      <translation>Die Klient:in ist zu hören aus</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>The client said no.</source>
      <translation>Die Klient:in hat Nein gesagt.</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>The client says no</source>
      <translation>Die Klient:in sagt Nein</translation>
    </message>
    <message>
      <location filename="src/livecue/review/trends/window.py" />
      <source>The client's share of talk</source>
      <translation>Redeanteil der Klient:in</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/glance.py" />
      <source>The clinician found {helpful} helpful and {other} not; the rest is unknown.</source>
      <translation>Die Fachperson fand {helpful} hilfreich und {other} nicht; vom Rest weiß man es nicht.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/choices.py" />
      <source>The clinician may go through it with a supervisor.</source>
      <translation>Die Fachperson darf es in der Supervision durchgehen.</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/glance.py" />
      <source>The clinician's own view: the client was not taking part.</source>
      <translation>Eigene Sicht der Fachperson: Die Klient:in war nicht beteiligt.</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/glance.py" />
      <source>The clinician's own view: the client was taking part.</source>
      <translation>Eigene Sicht der Fachperson: Die Klient:in war beteiligt.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/waiting.py" />
      <source>The first time this takes up to a minute: livecue tries how quickly this computer can read words. Then the small shape appears in a corner of the screen, and livecue listens.</source>
      <translation>Beim ersten Mal dauert das bis zu einer Minute: livecue probiert, wie schnell dieser Computer Worte lesen kann. Dann erscheint die kleine Form in einer Ecke des Bildschirms, und livecue hört zu.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/passphrase.py" />
      <source>The same again</source>
      <translation>Noch einmal dasselbe</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>The session ends; the last words may take a moment.</source>
      <translation>Die Sitzung endet; die letzten Wörter brauchen vielleicht noch einen Moment.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/after.py" />
      <source>The session is over</source>
      <translation>Die Sitzung ist vorbei</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>The shape is shown.</source>
      <translation>Die Form ist zu sehen.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/choices.py" />
      <source>The sound of the session is kept with it.</source>
      <translation>Der Ton der Sitzung wird dazu behalten.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/choices.py" />
      <source>The timeline</source>
      <translation>Der Zeitverlauf</translation>
    </message>
    <message>
      <location filename="src/livecue/start/choices.py" />
      <source>The timeline and the words</source>
      <translation>Der Zeitverlauf und die Worte</translation>
    </message>
    <message>
      <location filename="src/livecue/start/choices.py" />
      <source>The timeline, and with it what was said, as text.</source>
      <translation>Der Zeitverlauf und dazu, was gesagt wurde, als Text.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/choices.py" />
      <source>The timeline, the words and the sound</source>
      <translation>Der Zeitverlauf, die Worte und der Ton</translation>
    </message>
    <message>
      <location filename="src/livecue/start/choices.py" />
      <source>The timeline, what was said, and the sound of it.</source>
      <translation>Der Zeitverlauf, was gesagt wurde, und der Ton davon.</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>The two speakers are swapped.</source>
      <translation>Die beiden Sprechenden sind getauscht.</translation>
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>The two were told apart by the clinician's voice.</source>
      <translation>Die beiden wurden an der Stimme der Fachperson unterschieden.</translation>
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>The two were told apart by their voices; the first was taken for the clinician's.</source>
      <translation>Die beiden wurden an ihren Stimmen unterschieden; die erste galt als die der Fachperson.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/sound_part.py" />
      <source>The usual one</source>
      <translation>Das übliche</translation>
    </message>
    <message>
      <location filename="src/livecue/start/sound_part.py" />
      <source>The usual one: {name}</source>
      <translation>Das übliche: {name}</translation>
    </message>
    <message>
      <location filename="src/livecue/start/own_voice.py" />
      <source>The voice of {name} is enrolled</source>
      <translation>Die Stimme von {name} ist aufgenommen</translation>
    </message>
    <message>
      <location filename="src/livecue/start/own_voice.py" />
      <source>The voice of {name} is enrolled anew</source>
      <translation>Die Stimme von {name} ist neu aufgenommen</translation>
    </message>
    <message>
      <location filename="src/livecue/start/choices.py" />
      <source>The words that were said are kept with it.</source>
      <translation>Die gesagten Worte werden dazu behalten.</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>There has been no cue yet.</source>
      <translation>Es gab noch keinen Hinweis.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/client_part.py" />
      <source>There is a client '{name}' already: choose them above, or another word.</source>
      <translation>Es gibt schon eine Klient:in „{name}“: oben auswählen, oder ein anderes Wort.</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>There is no session.</source>
      <translation>Es gibt keine Sitzung.</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>There is no window to hide.</source>
      <translation>Es gibt kein Fenster zum Ausblenden.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/after.py" />
      <source>There were cues: you see them now, in the timeline.</source>
      <translation>Es gab Hinweise: Sie sehen sie jetzt, im Zeitverlauf.</translation>
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>These are automatic observations, not findings about a person. No cue does not mean no ambivalence.</source>
      <translation>Dies sind automatische Beobachtungen, keine Befunde über eine Person. Kein Hinweis heißt nicht: keine Ambivalenz.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/passphrase.py" />
      <source>These are two different ones: type it twice.</source>
      <translation>Das sind zwei verschiedene: Tippen Sie sie zweimal.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/trends/window.py" />
      <source>This client with each clinician, for {minutes} minutes. When each saw the client differs as well, so it says nothing of either; and they are compared over no other client.</source>
      <translation>Diese Klient:in mit jeder Fachperson, auf {minutes} Minuten. Auch wann jede sie sah, ist verschieden, also sagt es über keine etwas; und sie werden über keine andere Klient:in verglichen.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/suggest.py" />
      <source>This client's own pauses: {count}, half of them shorter than {median} s. Pauses far above what is usual for them are called long. The client's own pauses weigh {own} %, the rest is from {others}; the more there are, the more they weigh.</source>
      <translation>Eigene Pausen dieser Klient:in: {count}, die Hälfte davon kürzer als {median} s. Pausen weit über dem Üblichen heißen lang. Die eigenen Pausen wiegen {own} %, der Rest kommt von {others}; je mehr es sind, desto mehr wiegen sie.</translation>
    </message>
    <message>
      <location filename="src/livecue/practice/words.py" />
      <source>This computer has no loudspeaker that can be used: you read what they say.</source>
      <translation>Dieser Computer hat keinen nutzbaren Lautsprecher: Sie lesen, was die beiden sagen.</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hotkeys/wayland.py" />
      <source>This desktop lets no program listen to keys. In its own settings, bind keys to commands such as "livecue hand hold".</source>
      <translation>Diese Arbeitsumgebung lässt kein Programm auf Tasten hören. Legen Sie in ihren eigenen Einstellungen Tasten auf Befehle wie „livecue hand hold“.</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>This moment is marked.</source>
      <translation>Dieser Moment ist markiert.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/timeline.py" />
      <source>This session has no end: it was broken off, or is still running.</source>
      <translation>Diese Sitzung hat kein Ende: Sie wurde abgebrochen oder läuft noch.</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/hands.py" />
      <source>This session is stopped and erased.</source>
      <translation>Diese Sitzung ist beendet und gelöscht.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/panel.py" />
      <source>This turn was the {speaker}'s (S)</source>
      <translation>Dieser Beitrag war von: {speaker} (S)</translation>
    </message>
    <message>
      <location filename="src/livecue/start/choices.py" />
      <source>Tick what was agreed to. livecue listens only if everybody who can be heard agreed; if somebody would rather not, close this window and hold the session without it.</source>
      <translation>Kreuzen Sie an, wozu zugestimmt wurde. livecue hört nur zu, wenn alle, die zu hören sind, zugestimmt haben; möchte jemand lieber nicht, schließen Sie dieses Fenster und halten die Sitzung ohne es.</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/page.py" />
      <source>Timeline</source>
      <translation>Zeitverlauf</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/strips.py" />
      <source>Timeline from {start} to {end}</source>
      <translation>Zeitverlauf von {start} bis {end}</translation>
    </message>
    <message>
      <location filename="src/livecue/start/notes.py" />
      <source>To end it, and for all else: the menu of the small shape (Alt and a right click on it).</source>
      <translation>Zum Beenden und für alles andere: das Menü der kleinen Form (Alt und ein Rechtsklick darauf).</translation>
    </message>
    <message>
      <location filename="src/livecue/start/meter.py" />
      <source>Too loud: move away, or turn the microphone's level down.</source>
      <translation>Zu laut: weiter weg, oder den Pegel des Mikrofons senken.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/meter.py" />
      <source>Too quiet: come nearer, or turn the microphone's level up.</source>
      <translation>Zu leise: näher kommen, oder den Pegel des Mikrofons heben.</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/looks_menu.py" />
      <source>Top left</source>
      <translation>Oben links</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/looks_menu.py" />
      <source>Top right</source>
      <translation>Oben rechts</translation>
    </message>
    <message>
      <location filename="src/livecue/start/passphrase.py" />
      <source>Type a passphrase.</source>
      <translation>Tippen Sie eine Passphrase.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/window.py" />
      <source>Undone: it is as it was before.</source>
      <translation>Rückgängig gemacht: Es ist wie zuvor.</translation>
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>Unverified automatic observations, not findings about the client.</source>
      <translation>Ungeprüfte automatische Beobachtungen, keine Befunde über die Klient:in.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/plot.py" />
      <source>Use what is suggested: {seconds} s</source>
      <translation>Das Vorgeschlagene nehmen: {seconds} s</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/looks_menu.py" />
      <source>Very large</source>
      <translation>Sehr groß</translation>
    </message>
    <message>
      <location filename="src/livecue/start/sound_part.py" />
      <source>Video call</source>
      <translation>Videogespräch</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/answers.py" />
      <source>What came, with the settings as they are. Move a handle to try others.</source>
      <translation>Was kam, mit den Einstellungen, wie sie sind. Bewegen Sie einen Griff, um andere zu versuchen.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/after.py" />
      <source>What could not be kept while it ran is kept now, except for its sound.</source>
      <translation>Was währenddessen nicht behalten werden konnte, ist jetzt behalten, außer dem Ton.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/form.py" />
      <source>What decides how sound is heard, and when a turn is over, is not here: only kept sound could tell what would have come.</source>
      <translation>Was entscheidet, wie Ton gehört wird und wann ein Beitrag vorbei ist, steht nicht hier: Nur behaltener Ton könnte sagen, was gekommen wäre.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/agreed_part.py" />
      <source>What is to be kept</source>
      <translation>Was behalten werden soll</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/window.py" />
      <source>What is usual is taken from the one session that you marked as engaged.</source>
      <translation>Das Übliche wird aus der einen Sitzung genommen, die Sie als beteiligt markiert haben.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/window.py" />
      <source>What is usual is taken from the {count} sessions that you marked as engaged.</source>
      <translation>Das Übliche wird aus den {count} Sitzungen genommen, die Sie als beteiligt markiert haben.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/passphrase.py" />
      <source>What livecue keeps is encrypted. This computer has no key ring to hold the key, so choose a passphrase: you are asked for it each time livecue starts. Without it nothing can be read again, by anybody.</source>
      <translation>Was livecue behält, ist verschlüsselt. Dieser Computer hat keinen Schlüsselbund für den Schlüssel, wählen Sie also eine Passphrase: Sie werden bei jedem Start danach gefragt. Ohne sie kann niemand je wieder etwas lesen.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/trends/window.py" />
      <source>What the client named as being in the way of something agreed: problems to solve together. They are not counted against anybody.</source>
      <translation>Was nach den Worten der Klient:in etwas Vereinbartem im Weg stand: Probleme, die gemeinsam zu lösen sind. Sie werden niemandem angerechnet.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/client_part.py" />
      <source>What to call the client</source>
      <translation>Wie die Klient:in heißen soll</translation>
    </message>
    <message>
      <location filename="src/livecue/review/trends/window.py" />
      <source>What was noticed</source>
      <translation>Was bemerkt wurde</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/timeline.py" />
      <source>What was noticed in words stays as it was; only pauses are worked out anew, and a turn given to the client brings nothing more.</source>
      <translation>Was an Worten bemerkt wurde, bleibt, wie es war; nur Pausen werden neu berechnet, und ein Beitrag, der der Klient:in gegeben wird, bringt nichts Weiteres.</translation>
    </message>
    <message>
      <location filename="src/livecue/practice/words.py" />
      <source>What you alone noticed may be what livecue cannot hear: a face, a tone, what you know of somebody. What livecue alone noticed may mean nothing. No cue does not mean no ambivalence.</source>
      <translation>Was nur Sie bemerkt haben, kann sein, was livecue nicht hört: ein Gesicht, ein Ton, was Sie über jemanden wissen. Was nur livecue bemerkt hat, muss nichts bedeuten. Kein Hinweis heißt nicht: keine Ambivalenz.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/choices.py" />
      <source>When the session ends, all is gone. There is nothing to look back at.</source>
      <translation>Wenn die Sitzung endet, ist alles weg. Es gibt nichts, worauf man zurückblicken könnte.</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/sharing/answer.py" />
      <source>When you share your screen, the overlay is in the picture. To keep it private, share one window, not the whole screen.</source>
      <translation>Wenn Sie Ihren Bildschirm teilen, ist die Anzeige im Bild. Damit sie für Sie bleibt, teilen Sie ein Fenster, nicht den ganzen Bildschirm.</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/sharing/answer.py" />
      <source>When you share your screen, the overlay is not in the picture.</source>
      <translation>Wenn Sie Ihren Bildschirm teilen, ist die Anzeige nicht im Bild.</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/sharing/answer.py" />
      <source>When you share your screen, the overlay may be in the picture: this system can only ask for it to be left out. To be sure, share one window, not the whole screen.</source>
      <translation>Wenn Sie Ihren Bildschirm teilen, ist die Anzeige vielleicht im Bild: Dieses System kann nur darum bitten, sie wegzulassen. Um sicher zu sein, teilen Sie ein Fenster, nicht den ganzen Bildschirm.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/client_part.py" />
      <source>Which session with this client</source>
      <translation>Die wievielte Sitzung mit dieser Klient:in</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/plot.py" />
      <source>While the client has the word</source>
      <translation>Während die Klient:in das Wort hat</translation>
    </message>
    <message>
      <location filename="src/livecue/start/choices.py" />
      <source>Who spoke when, pauses, and what was noticed, without the words.</source>
      <translation>Wer wann sprach, Pausen und was bemerkt wurde, ohne die Worte.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/trends/window.py" />
      <source>With &amp;each clinician</source>
      <translation>Mit &amp;jeder Fachperson</translation>
    </message>
    <message>
      <location filename="src/livecue/start/run.py" />
      <source>Without: keep nothing today</source>
      <translation>Ohne: heute nichts behalten</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/looks_menu.py" />
      <source>Words beside the shape</source>
      <translation>Worte neben der Form</translation>
    </message>
    <message>
      <location filename="src/livecue/start/voice_page.py" />
      <source>Write a name first: 1 to 40 letters.</source>
      <translation>Schreiben Sie zuerst einen Namen: 1 bis 40 Buchstaben.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/bars.py" />
      <source>Yes</source>
      <translation>Ja</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/tray.py" />
      <source>Yes: stop now, and keep nothing of it</source>
      <translation>Ja: jetzt beenden und nichts davon behalten</translation>
    </message>
    <message>
      <location filename="src/livecue/practice/words.py" />
      <source>You alone</source>
      <translation>Nur Sie</translation>
    </message>
    <message>
      <location filename="src/livecue/start/meter.py" />
      <source>You are heard well.</source>
      <translation>Sie sind gut zu hören.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/moment.py" />
      <source>You did not find it helpful.</source>
      <translation>Sie fanden ihn nicht hilfreich.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/moment.py" />
      <source>You found it helpful.</source>
      <translation>Sie fanden ihn hilfreich.</translation>
    </message>
    <message>
      <location filename="src/livecue/practice/window.py" />
      <source>You would have paused at {time}.</source>
      <translation>Sie hätten bei {time} innegehalten.</translation>
    </message>
    <message>
      <location filename="src/livecue/practice/words.py" />
      <source>You would have paused here.</source>
      <translation>Hier hätten Sie innegehalten.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/cues_part.py" />
      <source>Your first {count} sessions: livecue notices, and you see it when you look back. So you learn first how far to trust it, and nothing distracts you.</source>
      <translation>Ihre ersten {count} Sitzungen: livecue bemerkt, und Sie sehen es beim Zurückblicken. So lernen Sie erst, wie weit ihm zu trauen ist, und nichts lenkt Sie ab.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/voice_page.py" />
      <source>Your name here</source>
      <translation>Ihr Name hier</translation>
    </message>
    <message>
      <location filename="src/livecue/start/sound_part.py" />
      <source>Your voice is known: {name}.</source>
      <translation>Ihre Stimme ist bekannt: {name}.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/sound_part.py" />
      <source>Your voice is not known yet. Unless you teach it, speak first in a session.</source>
      <translation>Ihre Stimme ist noch nicht bekannt. Wenn livecue sie nicht lernt, sprechen Sie in einer Sitzung zuerst.</translation>
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>a short answer</source>
      <translation>eine kurze Antwort</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>a silence longer than this belongs to nobody</source>
      <translation>eine Stille, die länger ist, gehört niemandem</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>acknowledge both sides</source>
      <translation>beide Seiten anerkennen</translation>
    </message>
    <message>
      <location filename="src/livecue/review/trends/window.py" />
      <source>after cues</source>
      <translation>nach Hinweisen</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>after words of comfort or of crying, silences are left out this long</source>
      <translation>nach Worten des Trostes oder vom Weinen bleibt Stille so lange außen vor</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>also cue when several signs come close together</source>
      <translation>auch hinweisen, wenn mehrere Zeichen dicht beieinander kommen</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>an answer this short may be a short answer</source>
      <translation>eine Antwort mit so wenigen Worten kann eine kurze Antwort sein</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>an instruction to write, read, imagine or stay with a feeling holds no longer than this, unless it is given again</source>
      <translation>eine Aufforderung zu schreiben, zu lesen, sich etwas vorzustellen oder bei einem Gefühl zu bleiben gilt nicht länger, außer sie kommt erneut</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/answers.py" />
      <source>as
tried</source>
      <translation>wie
versucht</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>balanced</source>
      <translation>ausgewogen</translation>
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>client</source>
      <translation>Klient:in</translation>
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>clinician</source>
      <translation>Fachperson</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/lanes.py" />
      <source>clinician's marks</source>
      <translation>Markierungen der Fachperson</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/html.py" />
      <source>comes only now</source>
      <translation>kommt erst jetzt</translation>
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>consider pausing</source>
      <translation>vielleicht innehalten</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>count long pauses for this client</source>
      <translation>lange Pausen bei dieser Klient:in zählen</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>count short answers for this client</source>
      <translation>kurze Antworten bei dieser Klient:in zählen</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/lanes.py" />
      <location filename="src/livecue/review/replay/timeline.py" />
      <source>cues</source>
      <translation>Hinweise</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/answers.py" />
      <source>cues
as set</source>
      <translation>Hinweise
wie eingestellt</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/state.py" />
      <source>cues wait for the review</source>
      <translation>Hinweise warten bis zur Durchsicht</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>different signs that make a cluster</source>
      <translation>verschiedene Zeichen, die eine Häufung ergeben</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/answers.py" />
      <source>engaged</source>
      <translation>beteiligt</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>every pause longer than this is called long</source>
      <translation>jede längere Pause heißt lang</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/lanes.py" />
      <location filename="src/livecue/overlay/view.py" />
      <location filename="src/livecue/review/replay/timeline.py" />
      <source>exploring</source>
      <translation>erkunden</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>exploring ends after this long without a reflection or an open question</source>
      <translation>Erkunden endet nach so langer Zeit ohne Spiegeln oder offene Frage</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/bars.py" />
      <source>finding the sound</source>
      <translation>sucht den Ton</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>first sessions with a client that count as early in treatment</source>
      <translation>erste Sitzungen mit einer Klient:in, die als früh in der Behandlung gelten</translation>
    </message>
    <message>
      <location filename="src/livecue/review/trends/window.py" />
      <source>for 50 minutes</source>
      <translation>auf 50 Minuten</translation>
    </message>
    <message>
      <location filename="src/livecue/start/client_part.py" />
      <source>for example: river</source>
      <translation>zum Beispiel: fluss</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/page.py" />
      <source>from a recording</source>
      <translation>aus einer Aufnahme</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/answers.py" />
      <source>gone</source>
      <translation>weg</translation>
    </message>
    <message>
      <location filename="src/livecue/start/own_voice.py" />
      <source>good</source>
      <translation>gut</translation>
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>growing since the session began</source>
      <translation>seit Beginn der Sitzung wachsend</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>growth of pauses before answers over the session's start that counts as a trend</source>
      <translation>Wachstum der Pausen vor Antworten gegenüber dem Beginn der Sitzung, das als Verlauf zählt</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/drift.py" />
      <source>half are shorter than (s)</source>
      <translation>die Hälfte ist kürzer als (s)</translation>
    </message>
    <message>
      <location filename="src/livecue/review/trends/window.py" />
      <source>half of the answers came within (s)</source>
      <translation>die Hälfte der Antworten kam binnen (s)</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/glance.py" />
      <source>heard</source>
      <translation>gehört</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/timeline.py" />
      <source>heard again</source>
      <translation>wieder gehört</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/page.py" />
      <source>heard live</source>
      <translation>live gehört</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/timeline.py" />
      <source>hearing</source>
      <translation>Hören</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>held</source>
      <translation>angehalten</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/answers.py" />
      <source>helpful,
kept</source>
      <translation>hilfreich,
bleibt</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>hold by itself when words about dying, self-harm, abuse or harming others are heard</source>
      <translation>von selbst anhalten, wenn Worte über Sterben, Selbstverletzung, Missbrauch oder Gewalt gegen andere zu hören sind</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>how far beyond what is usual for the client a pause must be to be long (deviations)</source>
      <translation>wie weit eine Pause über dem Üblichen der Klient:in liegen muss, um lang zu heißen (Abweichungen)</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>how far change talk must outweigh the other side</source>
      <translation>wie weit Rede für Veränderung die andere Seite überwiegen muss</translation>
    </message>
    <message>
      <location filename="src/livecue/practice/window.py" />
      <source>how far the role-play is</source>
      <translation>wie weit das Rollenspiel ist</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>how long a longer pause must be: 0.5 is what is long for this client, 0.8 twice that</source>
      <translation>wie lang eine längere Pause sein muss: 0,5 ist, was bei dieser Klient:in lang ist, 0,8 das Doppelte</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>how sure before you are told: quiet, seldom and then mostly rightly; sensitive, more is told, and more of it wrongly. Until it is set, a session with a client begins at quiet</source>
      <translation>wie sicher, bevor Sie es erfahren: zurückhaltend, selten und dann meist zu Recht; empfindlich, mehr wird gesagt, und mehr davon zu Unrecht. Bis Sie wählen, beginnt eine Sitzung mit einer Klient:in zurückhaltend</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>how sure change talk must be (0 to 1) before it is said</source>
      <translation>wie sicher Rede für Veränderung sein muss (0 bis 1), bevor es gesagt wird</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>how sure it must be that a reservation was voiced (0 to 1)</source>
      <translation>wie sicher ein Vorbehalt geäußert sein muss (0 bis 1)</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>how sure it must be that an answer is short where more was invited (0 to 1)</source>
      <translation>wie sicher eine Antwort kurz sein muss, wo zu mehr eingeladen war (0 bis 1)</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>how sure it must be that obstacles were named (0 to 1)</source>
      <translation>wie sicher Hindernisse genannt sein müssen (0 bis 1)</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>how sure it must be that talk is in favour of change (0 to 1)</source>
      <translation>wie sicher Rede für Veränderung sprechen muss (0 bis 1)</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>how sure it must be that talk is in favour of staying (0 to 1)</source>
      <translation>wie sicher Rede fürs Bleiben sprechen muss (0 bis 1)</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>how sure it must be that the subject was changed (0 to 1)</source>
      <translation>wie sicher das Thema gewechselt sein muss (0 bis 1)</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/window.py" />
      <source>in a video call</source>
      <translation>im Videogespräch</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/window.py" />
      <source>in the room</source>
      <translation>im Raum</translation>
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>inside the client's turn</source>
      <translation>innerhalb eines Beitrags der Klient:in</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>latest answers over which the trend is taken</source>
      <translation>letzte Antworten, über die der Verlauf genommen wird</translation>
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>leaning towards change</source>
      <translation>neigt zur Veränderung</translation>
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>leaning towards staying</source>
      <translation>neigt zum Bleiben</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/plot.py" />
      <source>learnt, not set</source>
      <translation>gelernt, nicht gesetzt</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>length of the budget period</source>
      <translation>Länge dieses Zeitraums</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <location filename="src/livecue/start/choices.py" />
      <source>listening</source>
      <translation>hört zu</translation>
    </message>
    <message>
      <location filename="src/livecue/practice/words.py" />
      <source>livecue alone</source>
      <translation>Nur livecue</translation>
    </message>
    <message>
      <location filename="src/livecue/start/client_part.py" />
      <source>livecue hears you alone, and nothing is kept. For a session choose a client, or a new one, here above.</source>
      <translation>livecue hört nur Sie, und nichts wird behalten. Für eine Sitzung wählen Sie hier oben eine Klient:in, oder eine neue.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/choices.py" />
      <source>livecue listens in this session, to everybody present. By itself this keeps nothing.</source>
      <translation>livecue hört in dieser Sitzung allen Anwesenden zu. Das allein behält nichts.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/choices.py" />
      <source>livecue listens, and keeps the timeline and the words, encrypted, on this computer.</source>
      <translation>livecue hört zu und behält den Zeitverlauf und die Worte, verschlüsselt, auf diesem Computer.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/choices.py" />
      <source>livecue listens, and keeps the timeline, encrypted, on this computer.</source>
      <translation>livecue hört zu und behält den Zeitverlauf, verschlüsselt, auf diesem Computer.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/choices.py" />
      <source>livecue listens, and keeps the timeline, the words and the sound, encrypted, on this computer.</source>
      <translation>livecue hört zu und behält den Zeitverlauf, die Worte und den Ton, verschlüsselt, auf diesem Computer.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/choices.py" />
      <source>livecue listens. Nothing is kept.</source>
      <translation>livecue hört zu. Nichts wird behalten.</translation>
    </message>
    <message>
      <location filename="src/livecue/start/window.py" />
      <source>livecue: a session</source>
      <translation>livecue: eine Sitzung</translation>
    </message>
    <message>
      <location filename="src/livecue/start/after.py" />
      <source>livecue: after the session</source>
      <translation>livecue: nach der Sitzung</translation>
    </message>
    <message>
      <location filename="src/livecue/start/passphrase.py" />
      <source>livecue: passphrase</source>
      <translation>livecue: Passphrase</translation>
    </message>
    <message>
      <location filename="src/livecue/practice/run.py" />
      <location filename="src/livecue/practice/window.py" />
      <source>livecue: practice</source>
      <translation>livecue: Üben</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/window.py" />
      <source>livecue: replay</source>
      <translation>livecue: Durchsicht</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/tray.py" />
      <source>livecue: this session</source>
      <translation>livecue: diese Sitzung</translation>
    </message>
    <message>
      <location filename="src/livecue/review/trends/window.py" />
      <source>livecue: trends of {client}</source>
      <translation>livecue: Verlauf von {client}</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/window.py" />
      <source>livecue: tuning for {client}</source>
      <translation>livecue: Anpassen für {client}</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>long pause before an answer, set by you for this client; 0: learnt from their own pauses</source>
      <translation>lange Pause vor einer Antwort, von Ihnen für diese Klient:in gesetzt; 0: aus ihren eigenen Pausen gelernt</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>long pause while the client has the word, set by you; 0: learnt from their own pauses</source>
      <translation>lange Pause, während die Klient:in das Wort hat, von Ihnen gesetzt; 0: aus ihren eigenen Pausen gelernt</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>long pause, until this client's own pauses are known</source>
      <translation>lange Pause, solange die eigenen Pausen dieser Klient:in nicht bekannt sind</translation>
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>longer pauses</source>
      <translation>längere Pausen</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/timeline.py" />
      <source>marked</source>
      <translation>markiert</translation>
    </message>
    <message>
      <location filename="src/livecue/start/window.py" />
      <source>me</source>
      <translation>ich</translation>
    </message>
    <message>
      <location filename="src/livecue/review/trends/client.py" />
      <source>microphone</source>
      <translation>Mikrofon</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/moment.py" />
      <source>my mark</source>
      <translation>meine Markierung</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/timeline.py" />
      <source>my marks and notes</source>
      <translation>meine Markierungen und Notizen</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/answers.py" />
      <source>new</source>
      <translation>neu</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>new signals shown in one budget period</source>
      <translation>neue Hinweise, die in einem Zeitraum gezeigt werden</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/timeline.py" />
      <source>no client</source>
      <translation>keine Klient:in</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/state.py" />
      <source>no cue until {time}</source>
      <translation>kein Hinweis bis {time}</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>no pause shorter than this is ever called long</source>
      <translation>keine kürzere Pause heißt je lang</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>no sound</source>
      <translation>kein Ton</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>no sound, another program has the microphone</source>
      <translation>kein Ton, ein anderes Programm hat das Mikrofon</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>no sound, the microphone is gone or has stopped</source>
      <translation>kein Ton, das Mikrofon ist weg oder stehen geblieben</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>no sound, the microphone is muted</source>
      <translation>kein Ton, das Mikrofon ist stumm geschaltet</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/html.py" />
      <source>no words</source>
      <translation>keine Worte</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>no words, pauses are still heard</source>
      <translation>keine Worte, Pausen werden weiter gehört</translation>
    </message>
    <message>
      <location filename="src/livecue/start/client_part.py" />
      <source>not asked</source>
      <translation>nicht gefragt</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/glance.py" />
      <location filename="src/livecue/exports/report/moments.py" />
      <location filename="src/livecue/review/replay/html.py" />
      <source>not counted</source>
      <translation>nicht gezählt</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/answers.py" />
      <source>not engaged</source>
      <translation>nicht beteiligt</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/strips.py" />
      <location filename="src/livecue/review/replay/timeline.py" />
      <source>not heard</source>
      <translation>nicht gehört</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/answers.py" />
      <source>not helpful,
kept</source>
      <translation>nicht hilfr.,
bleibt</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>not listening</source>
      <translation>hört nicht zu</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/answers.py" />
      <source>not marked</source>
      <translation>nicht markiert</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/moments.py" />
      <location filename="src/livecue/review/replay/html.py" />
      <source>not shown</source>
      <translation>nicht gezeigt</translation>
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>not sure who</source>
      <translation>unklar, wer</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/panel.py" />
      <source>note on this moment</source>
      <translation>Notiz zu diesem Moment</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>nothing but silence comes; is the microphone muted, or the wrong one?</source>
      <translation>es kommt nur Stille; ist das Mikrofon stumm oder das falsche?</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/state.py" />
      <source>nothing is counted until you go on</source>
      <translation>nichts wird gezählt, bis Sie weitergehen</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/state.py" />
      <source>nothing is heard or kept until you listen again</source>
      <translation>nichts wird gehört oder behalten, bis Sie wieder zuhören lassen</translation>
    </message>
    <message>
      <location filename="src/livecue/start/own_voice.py" />
      <source>nothing is heard: is the microphone muted?</source>
      <translation>nichts ist zu hören: Ist das Mikrofon stumm?</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>notice</source>
      <translation>bemerken</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>noticed</source>
      <translation>bemerkt</translation>
    </message>
    <message>
      <location filename="src/livecue/review/trends/window.py" />
      <location filename="src/livecue/wording.py" />
      <source>obstacles named</source>
      <translation>Hindernisse genannt</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>occurrences of one sign that make a cue</source>
      <translation>wie oft ein Zeichen für einen Hinweis vorkommen muss</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/lanes.py" />
      <source>on hold</source>
      <translation>angehalten</translation>
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>once</source>
      <translation>einmal</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>opening of the session (greetings, small talk) that the trend leaves out</source>
      <translation>Eröffnung der Sitzung (Begrüßung, Plaudern), die der Verlauf auslässt</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/lanes.py" />
      <source>overview</source>
      <translation>Überblick</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/lanes.py" />
      <source>overview of the whole session</source>
      <translation>Überblick über die ganze Sitzung</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/suggest.py" />
      <source>patients in 57 played consultations (PriMock57: half answered within 0.7 s)</source>
      <translation>Patient:innen in 57 gespielten Sprechstunden (PriMock57: die Hälfte antwortete binnen 0,7 s)</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>pause</source>
      <translation>innehalten</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/timeline.py" />
      <source>pause of {length} s</source>
      <translation>Pause von {length} s</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/strips.py" />
      <location filename="src/livecue/review/replay/timeline.py" />
      <source>pauses</source>
      <translation>Pausen</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>pauses after which the client's own figures weigh as much as the default</source>
      <translation>Pausen, nach denen die eigenen Werte so viel wiegen wie die vorgegebenen</translation>
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>perhaps ready to return</source>
      <translation>vielleicht bereit zurückzukehren</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>quiet</source>
      <translation>zurückhaltend</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>quiet time after a cue of the same kind</source>
      <translation>Ruhezeit nach einem Hinweis derselben Art</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>readiness (0 to 10, in the client's own word) from which a client is ready</source>
      <translation>Bereitschaft (0 bis 10, im eigenen Wort der Klient:in), ab der jemand bereit ist</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <location filename="src/livecue/wording.py" />
      <source>reflect the wish to change</source>
      <translation>den Wunsch nach Veränderung spiegeln</translation>
    </message>
    <message>
      <location filename="src/livecue/start/choices.py" />
      <source>research</source>
      <translation>Forschung</translation>
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>reservation voiced</source>
      <translation>Vorbehalt geäußert</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>return, and ask first</source>
      <translation>zurückkehren, und vorher fragen</translation>
    </message>
    <message>
      <location filename="src/livecue/review/trends/window.py" />
      <source>s</source>
      <translation>s</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>say when change talk has outweighed the other side</source>
      <translation>sagen, wenn Rede für Veränderung die andere Seite überwogen hat</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>say when change talk is heard after a cue</source>
      <translation>sagen, wenn nach einem Hinweis Rede für Veränderung zu hören ist</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/glance.py" />
      <source>see the timeline</source>
      <translation>siehe Zeitverlauf</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>sensitive</source>
      <translation>empfindlich</translation>
    </message>
    <message>
      <location filename="src/livecue/review/trends/window.py" />
      <source>sessions</source>
      <translation>Sitzungen</translation>
    </message>
    <message>
      <location filename="src/livecue/review/trends/client.py" />
      <source>settings</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>short answers</source>
      <translation>kurze Antworten</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/glance.py" />
      <source>sign</source>
      <translation>Zeichen</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/bars.py" />
      <source>silent at this speed</source>
      <translation>bei diesem Tempo stumm</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/bars.py" />
      <source>silent: no sound of it is kept, or there is no loudspeaker</source>
      <translation>stumm: Es ist kein Ton davon behalten, oder es gibt keinen Lautsprecher</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>snoozed</source>
      <translation>in Ruhe</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>some sound was lost, the laptop is too busy</source>
      <translation>etwas Ton ging verloren, der Laptop ist zu beschäftigt</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>some words were lost, pauses are still heard</source>
      <translation>einige Worte gingen verloren, Pausen werden weiter gehört</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/bars.py" />
      <source>speed</source>
      <translation>Tempo</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>stay with it</source>
      <translation>dabeibleiben</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>step {step} of {steps}: {name}</source>
      <translation>Schritt {step} von {steps}: {name}</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/html.py" />
      <source>struck out</source>
      <translation>gestrichen</translation>
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>subject changed</source>
      <translation>Thema gewechselt</translation>
    </message>
    <message>
      <location filename="src/livecue/start/choices.py" />
      <source>supervision</source>
      <translation>Supervision</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/bars.py" />
      <source>the client did not take part</source>
      <translation>die Klient:in war nicht beteiligt</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/bars.py" />
      <source>the client took part</source>
      <translation>die Klient:in war beteiligt</translation>
    </message>
    <message>
      <location filename="src/livecue/review/trends/window.py" />
      <source>the client's share of talk</source>
      <translation>Redeanteil der Klient:in</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/moments.py" />
      <source>the clinician did not find it helpful</source>
      <translation>die Fachperson fand es nicht hilfreich</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/moments.py" />
      <source>the clinician found it helpful</source>
      <translation>die Fachperson fand es hilfreich</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/answers.py" />
      <source>the cues that would differ</source>
      <translation>die Hinweise, die anders wären</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>the guide moves on with what is heard, not by hand alone</source>
      <translation>der Leitfaden geht mit dem Gehörten weiter, nicht nur von Hand</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>the laptop was asleep for a while</source>
      <translation>der Laptop hat eine Weile geschlafen</translation>
    </message>
    <message>
      <location filename="src/livecue/start/run.py" />
      <source>the microphone</source>
      <translation>das Mikrofon</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>the microphone sends sound at the wrong speed, livecue allows for it</source>
      <translation>das Mikrofon sendet in falschem Tempo, livecue gleicht es aus</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>the microphone's clock is off, livecue allows for it</source>
      <translation>die Uhr des Mikrofons geht falsch, livecue gleicht es aus</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/panel.py" />
      <source>the moment in words</source>
      <translation>der Moment in Worten</translation>
    </message>
    <message>
      <location filename="src/livecue/start/choices.py" />
      <source>the sound</source>
      <translation>der Ton</translation>
    </message>
    <message>
      <location filename="src/livecue/start/choices.py" />
      <source>the timeline</source>
      <translation>der Zeitverlauf</translation>
    </message>
    <message>
      <location filename="src/livecue/start/choices.py" />
      <source>the words</source>
      <translation>die Worte</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/suggest.py" />
      <source>the {seconds} s that studies of therapy call a silence</source>
      <translation>den {seconds} s, die Therapiestudien ein Schweigen nennen</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>this session is no longer being kept</source>
      <translation>diese Sitzung wird nicht mehr behalten</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>time after a cue until the guide moves from noticing to pausing</source>
      <translation>Zeit nach einem Hinweis, bis der Leitfaden vom Bemerken zum Innehalten geht</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>time over which that balance is taken</source>
      <translation>Zeit, über die diese Waage genommen wird</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>time within which a cluster falls</source>
      <translation>Zeit, in die eine Häufung fällt</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>time within which two silences must fall</source>
      <translation>Zeit, in die zwei lange Pausen fallen müssen</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/lanes.py" />
      <source>timeline</source>
      <translation>Zeitverlauf</translation>
    </message>
    <message>
      <location filename="src/livecue/start/own_voice.py" />
      <source>too loud: move away, or turn the level down</source>
      <translation>zu laut: weiter weg, oder den Pegel senken</translation>
    </message>
    <message>
      <location filename="src/livecue/start/own_voice.py" />
      <source>too quiet: come nearer</source>
      <translation>zu leise: kommen Sie näher</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/lanes.py" />
      <source>trouble with hearing</source>
      <translation>Schwierigkeit beim Hören</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>turns by which one side of talk must outweigh the other to move the guide</source>
      <translation>Beiträge, um die eine Seite der Rede die andere überwiegen muss, damit der Leitfaden weitergeht</translation>
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>twice</source>
      <translation>zweimal</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/answers.py" />
      <source>unrated</source>
      <translation>ohne Angabe</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/drift.py" />
      <source>usual pauses over the sessions</source>
      <translation>übliche Pausen über die Sitzungen</translation>
    </message>
    <message>
      <location filename="src/livecue/review/trends/client.py" />
      <source>version</source>
      <translation>Version</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/window.py" />
      <source>what can be tried</source>
      <translation>was versucht werden kann</translation>
    </message>
    <message>
      <location filename="src/livecue/review/trends/window.py" />
      <source>what is shown</source>
      <translation>was gezeigt wird</translation>
    </message>
    <message>
      <location filename="src/livecue/practice/window.py" />
      <source>what they say</source>
      <translation>was die beiden sagen</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/panel.py" />
      <source>what was noticed, in order of time</source>
      <translation>was bemerkt wurde, der Reihe nach</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/page.py" />
      <source>what was said is left out</source>
      <translation>was gesagt wurde, ist weggelassen</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/answers.py" />
      <source>what would have come, by session</source>
      <translation>was gekommen wäre, je Sitzung</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/glance.py" />
      <source>when</source>
      <translation>wann</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/window.py" />
      <source>where the sessions were held</source>
      <translation>wo die Sitzungen stattfanden</translation>
    </message>
    <message>
      <location filename="src/livecue/config" />
      <source>while pauses before answers stay below this there is no trend</source>
      <translation>solange Pausen vor Antworten darunter bleiben, gibt es keinen Verlauf</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>who is speaking is a guess</source>
      <translation>wer spricht, ist geraten</translation>
    </message>
    <message>
      <location filename="src/livecue/practice/window.py" />
      <source>who noticed what</source>
      <translation>wer was bemerkt hat</translation>
    </message>
    <message>
      <location filename="src/livecue/review/trends/window.py" />
      <source>with each clinician</source>
      <translation>mit jeder Fachperson</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/page.py" />
      <source>with what was said</source>
      <translation>mit dem, was gesagt wurde</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>words are late, pauses are still heard</source>
      <translation>Worte kommen spät, Pausen werden weiter gehört</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>words not understood, pauses are still heard</source>
      <translation>Worte nicht verstanden, Pausen werden weiter gehört</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/window.py" />
      <source>working out anew</source>
      <translation>wird neu berechnet</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/answers.py" />
      <source>would come</source>
      <translation>käme</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/answers.py" />
      <source>would come no longer</source>
      <translation>käme nicht mehr</translation>
    </message>
    <message>
      <location filename="src/livecue/review/replay/html.py" />
      <source>would not come now</source>
      <translation>käme jetzt nicht</translation>
    </message>
    <message>
      <location filename="src/livecue/review/trends/window.py" />
      <source>{count} sessions. Upright lines: where 95 in 100 would fall by chance alone. Dashed lines: settings, version or microphone changed, and both sides are hard to compare.</source>
      <translation>{count} Sitzungen. Senkrechte Striche: wohin allein durch Zufall 95 von 100 fielen. Gestrichelte Linien: Einstellungen, Version oder Mikrofon wechselten, und beide Seiten sind schwer zu vergleichen.</translation>
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>{count} times</source>
      <translation>{count}-mal</translation>
    </message>
    <message>
      <location filename="src/livecue/start/voice_page.py" />
      <source>{have} of {wanted} seconds of speech</source>
      <translation>{have} von {wanted} Sekunden Sprache</translation>
    </message>
    <message>
      <location filename="src/livecue/start/notes.py" />
      <source>{keys}, twice: stop, and erase all of this session</source>
      <translation>{keys}, zweimal: beenden und diese ganze Sitzung löschen</translation>
    </message>
    <message>
      <location filename="src/livecue/start/notes.py" />
      <source>{keys}: end the session</source>
      <translation>{keys}: die Sitzung beenden</translation>
    </message>
    <message>
      <location filename="src/livecue/start/notes.py" />
      <source>{keys}: stop listening, or listen again</source>
      <translation>{keys}: nicht mehr zuhören, oder wieder zuhören</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/form.py" />
      <source>{level}: of ten {signs}; of ten cues that should come, {cues}; in 50 minutes {false} cues come without cause.</source>
      <translation>{level}: von zehn {signs}; von zehn Hinweisen, die kommen sollten, {cues}; in 50 Minuten kommen {false} Hinweise ohne Anlass.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/answers.py" />
      <source>{part} of {whole}</source>
      <translation>{part} von {whole}</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/drift.py" />
      <source>{pauses}: half were shorter than {first} s at first, {last} s of late.</source>
      <translation>{pauses}: Die Hälfte war anfangs kürzer als {first} s, zuletzt als {last} s.</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/plot.py" />
      <source>{pauses}: how long they are; the arrow keys move the handle</source>
      <translation>{pauses}: wie lang sie sind; die Pfeiltasten bewegen den Griff</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/plot.py" />
      <source>{pauses}: long from</source>
      <translation>{pauses}: lang ab</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/moments.py" />
      <source>{pause} s</source>
      <translation>{pause} s</translation>
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>{pause} s, usual up to {usual} s</source>
      <translation>{pause} s, üblich bis {usual} s</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/moments.py" />
      <location filename="src/livecue/review/replay/moment.py" />
      <source>{pause} s; usual for this client is up to {usual} s</source>
      <translation>{pause} s; üblich sind bei dieser Klient:in bis zu {usual} s</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/page.py" />
      <source>{session}: for the clinician alone</source>
      <translation>{session}: allein für die Fachperson</translation>
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>{sign} {often}</source>
      <translation>{sign}, {often}</translation>
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>{sign} {often}, last at {time}</source>
      <translation>{sign}, {often}, zuletzt bei {time}</translation>
    </message>
    <message>
      <location filename="src/livecue/overlay/state.py" />
      <source>{sign}, at {time}</source>
      <translation>{sign}, bei {time}</translation>
    </message>
    <message>
      <location filename="src/livecue/review/tuning/answers.py" />
      <source>{time}  {cue}: {reasons}</source>
      <translation>{time}  {cue}: {reasons}</translation>
    </message>
    <message>
      <location filename="src/livecue/exports/report/page.py" />
      <source>{time} minutes</source>
      <translation>{time} Minuten</translation>
    </message>
    <message>
      <location filename="src/livecue/review/trends/window.py" />
      <source>{value} ({low} to {high})</source>
      <translation>{value} ({low} bis {high})</translation>
    </message>
    <message>
      <location filename="src/livecue/start/agreed_part.py" />
      <source>“May livecue listen today? It is a program on this computer that notices pauses and turns of the talk, and tells me alone. Nothing leaves the computer. Each of you may say no to any part, or change your mind at any time, and have it all erased: it makes no difference to your care.”</source>
      <translation>„Darf livecue heute zuhören? Es ist ein Programm auf diesem Computer, das Pausen und Wendungen im Gespräch bemerkt und es mir allein sagt. Nichts verlässt den Computer. Sie können zu jedem Teil Nein sagen oder es sich jederzeit anders überlegen und alles löschen lassen: Für Ihre Behandlung macht es keinen Unterschied.“</translation>
    </message>
  </context>
</TS>

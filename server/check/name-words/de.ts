import { foldedWords } from '../folded-name.ts';
import type { NameWords } from './name-words.ts';
import { WORDS_TOO } from './words-de.ts';

/** German. */
export const GERMAN: NameWords = {
  wordsToo: foldedWords(WORDS_TOO),
  nounsHaveCapitals: true,
  students:
    foldedWords(`schüler schülerin schülers schülerinnen junge jungen bub mädchen kind kinder kindes kindern erstklässler erstklässlerin drittklässler viertklässler
    viertklässlerin fünftklässler mitschüler mitschülerin klassenkamerad klassenkameradin freund freundin kleine kleiner kleinen lernende
    jugendliche jugendlicher zwillinge nachbarin sitznachbarin sitznachbar banknachbarin partnerin`),
  called:
    /(?:namens|mit (?:dem )?namen|hei(?:ß|ss)t|hie(?:ß|ss)|genannt|nenn(?:t|en) (?:ihn|sie|es|wir)|nennen wir (?:ihn|sie|es)|vorname ist)\s{1,2}["“„»'‚*_]{0,3}$/iu,
  says: foldedWords(`sagte sagt meinte meint fragte fragt antwortete antwortet erklärte erklärt rief ruft flüsterte schrieb schreibt zeichnete malte hob meldete
    meldet schlug schlägt wollte will versuchte schaute schaut lachte lacht lächelte weinte weint zeigte ging geht begann beendete weigerte blieb bleibt entschied half
    wusste weiß nahm nimmt kam kommt dachte denkt fühlte bekam saß sitzt stand rannte sprach spricht brachte fand verlor vergaß las liest wählte löste schlief
    gab gibt brauchte braucht arbeitete sang tanzte gestand murmelte ergänzte bemerkte entdeckte wiederholte hielt hatte hat war ist konnte kann durfte musste
    möchte mochte mag baute maß zählte drehte setzte legte warf hörte bat nickte strahlte grinste protestierte überlegte interviewte zog lag spielte stellte streckte
    reagierte kämpfte schaffte traute lernte`),
  between: foldedWords('sich auch dann nicht nie immer gleich sofort plötzlich und die der'),
  saysBefore:
    foldedWords(`sagte sagt meinte fragte antwortete erklärte rief flüsterte schrieb ergänzte murmelte bemerkte meint fragt antwortet entgegnete
    erwiderte meldete zeichnete malte lachte weinte lächelte wusste saß überlegte nickte grinste interviewte schwieg`),
  belongings:
    foldedWords(`heft mutter vater eltern antwort frage zeichnung idee hand stimme text tisch gruppe bruder schwester nachbarin nachbar lösung zettel
    plakat gesicht familie oma opa bild fehler hocker mama papa arbeit rechnung platz stuhl`),
  articles: foldedWords(
    'der die das den dem des ein eine einen einem einer eines dieser diese dieses kein keine mein meine unser unsere jeder jede im am zum zur vom beim',
  ),
  and: foldedWords('und oder sowie'),
  notNames:
    foldedWords(`jemand niemand einer eine keiner keine jeder jede alle manche einige viele andere anderer er sie es wir ich du ihr man wer das die der den dem ein
    schüler schülerin lehrer lehrerin lehrkraft kollegin kollege mutter vater eltern mama papa oma opa kind mädchen junge kinder gott google wikipedia dann danach heute gestern morgen
    zuerst jetzt später schließlich plötzlich nun da dort hier so auch aber und oder denn doch wenn als weil dass ob wie was wo warum wann montag dienstag
    mittwoch donnerstag freitag samstag sonntag mathe deutsch englisch sport musik kunst erdkunde geschichte physik chemie biologie klasse gruppe niemals nichts etwas alles
    ergebnis anfang ende idee frage antwort danke bitte gut ja nein`),
  titles:
    foldedWords(`herr herrn frau fräulein dr prof professor professorin direktor direktorin rektor rektorin könig königin prinz prinzessin präsident präsidentin
    papst sankt st kaiser kaiserin graf gräfin pfarrer pastor bundeskanzler bundeskanzlerin kanzler kanzlerin onkel tante schwester`),
  adults:
    foldedWords(`kollege kollegin kollegen mann frau bibliothekarin hausmeister hausmeisterin referendar referendarin mentor mentorin schulleiter schulleiterin
    lehrer lehrerin sozialarbeiterin schulbegleiterin erzieherin`),
  citing:
    /(?<!\p{L})(?:buch|bücher|bücherns?|roman|romane?s?|autor(?:in)?|autoren|dichter(?:in)?|gedichte?s?|artikel|studien?|forsch(?:er|erin|ung)|theorien?|prinzipien?|laut|nach einer idee von|zitat|zitate|zitiert|biografie|biographie|film|gemälde|maler(?:in)?|komponist(?:in)?|wissenschaftler(?:in)?|philosoph(?:in)?|erfinder(?:in)?|präsident|berühmt\w{0,3}|figur|figuren|hauptfigur|jahrhundert|geschrieben hat|nennt das|hat das einmal|soll gesagt haben|video|lieder?|notizen von|werke?|hätte (?:dafür|der|das))(?!\p{L})/iu,
  figures:
    foldedWords(`autor autorin dichter dichterin schriftsteller schriftstellerin wissenschaftler wissenschaftlerin physiker physikerin maler malerin komponist
    komponistin sänger sängerin könig königin kaiser philosoph figur hauptfigur held heldin erzähler pädagoge pädagogin forscher forscherin professor`),
  company: foldedWords(''),
};

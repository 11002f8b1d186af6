/** First names that are also ordinary words of the language. Nouns have a capital everywhere, so for these only the
 * words around them say whether somebody is meant. */
export const WORDS_TOO = `
ader abel abend ade alp alpen ander art arm aster auge august bach bad bald band bank bart beat berg bett bild blume bob
brand brise bube bund bus chance charme china christ christen christian clown club dame darin davon daten dorn dose dur ecke ehre eiche ei eifer einer ekel elan
elfen elle eltern ende engel enkel ente erde ernst esse falk falke fall fan fee fels ferne feuer film flor flora flur frank frau freude frieden friede frost fuchs
fund funke gast geist gen genie gerste geste gold gong graf granit gras grund gunst hafen hai halle hand hande hang harz hase haube haben heft heide heim held helle
herz hirt hoffnung hof horn hose hund iris jagd jahr janus jena jude jubel juli jungle kaiser kamel kammer kap kater kern kette kiel kind kinder king klasse
klee klub kohl kopf korn kraft kran kranz kreis kreuz krone kuss lama land lang laub lasse latte laune lava leben leid lehrer leim leine leiter lenz
lichte liebe lied lila lilie linde line linie list lob locke lohn los luft lust mai malen mama mann mappe mark marke markt mars masse mast matte maus
mead meer mehl meise melodie messe miene milan mild mine minne mitte moll mond monster moos moral mord mut mutter nadel nagel name namen nase natur nebel nest netz not
note nova null nova ober ode ohr olive onkel opa oma orden ost oster osten otter palme papa papst park pate pause pein perle pfeil phoenix pilz pol post prima prinz puck punkt rabe rand rang rat rebe
recht rede regen rein reihe reise reim rest rind ring rock rolle rom roman romer rosa rose rot ruhe rum runde rune sack saga sage salz same sand satz schatz see segen seele sein seite senf
sinn sohn sol sommer sonne sport staat stern sterne stil stolz storm strand sturm sucht tag tage tal tanne tante tanz tat tau taube team teddy test tiger till ton tod tor tour tracht traum treue troll trost tuba turm uhr
ulm unruh urban vater viola violette vogel wade wahl wal wald wand ware weg wein weise welle welt wende werk wert west wetter wiese will wille wind winter witz wolf wolke wort wunder zahl zeit ziel zoo zug
einige viele manche alle jede jeder jedes wir sie man niemand jemand heute gestern morgen dann danach dabei daran damals erst zuerst hier dort auch aber denn doch noch nun nur schon sehr so zum zur beim vom
deine meine seine ihre unsere eure meinem seinem ihrem tobe ture ase davor osten siebe tore wille tusche lang halle brenn berat reine welle nada
long song
kleber muse silva karma
anders this thus alias tilde deb mars
`;

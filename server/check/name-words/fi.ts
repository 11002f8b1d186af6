import { foldedWords } from '../folded-name.ts';
import type { NameWords } from './name-words.ts';
import { WORDS_TOO } from './words-fi.ts';

/** Finnish. The words that look like names keep their dots here: “väli” is not “Vali”. */
export const FINNISH: NameWords = {
  wordsToo: new Set(WORDS_TOO.trim().split(/\s+/)),
  nounsHaveCapitals: false,
  students:
    foldedWords(`oppilas oppilaani oppilaan oppilasta oppilaalle oppilaalla opiskelija opiskelijani poika pojan poikaa pojalle tyttö tytön tyttöä tytölle lapsi
    lapsen lasta lapselle pikku pikkuinen luokkatoveri luokkakaveri kaveri ystävä ekaluokkalainen tokaluokkalainen kolmasluokkalainen nuori koululainen lukiolainen
    kaksoset pojat tytöt oppilaat oppilaani oppilaistani`),
  called:
    /(?:nimelt(?:ä|ään)|nimeltänsä|niminen|nimi (?:on|oli)|kutsu(?:taan|ttiin|mme|n)|kutsumanimi(?: on)?|sanotaan)\s{1,2}["”“»'*_]{0,3}$/iu,
  says: foldedWords(`sanoi sanoo kysyi kysyy vastasi vastaa selitti selittää lisäsi huusi kuiskasi kirjoitti kirjoittaa piirsi piirtää nosti huomasi ehdotti halusi haluaa
    yritti katsoi nauroi hymyili itki osoitti käveli aloitti lopetti kieltäytyi jäi kääntyi jakoi väitti väittelivät päätti tajusi auttoi tiesi otti tuli ajatteli tunsi sai meni
    istui seisoi juoksi puhui piti toi löysi hukkasi unohti luki muisti valitsi ratkaisi nukkui antoi tarvitsi työskenteli lauloi tanssi myönsi toisti keskeytti
    tarjosi saapui laski mittasi rakensi purki arvasi oppi osasi teki pääsi lähti totesi tuumi tokaisi mietti pohti ihmetteli hyppäsi heitti kertoi pyysi viittasi
    ilmoitti jännitti hermostui innostui olivat oli on ei väittivät sanoivat`),
  between: foldedWords('ei myös sitten aina usein heti yhtäkkiä lopulta taas jo itse ja joka'),
  saysBefore:
    foldedWords(`sanoi sanoo kysyi kysyy vastasi selitti lisäsi huusi kuiskasi kirjoitti ehdotti totesi tuumi tokaisi ihmetteli mietti pohti
    huudahti`),
  belongings:
    foldedWords(`vihko reppu kynä pulpetti idea ajatus vastaus kysymys piirros teksti käsi äiti isä äidin isän sisko veli mummo perhe ryhmä pari kirje lappu
    kasvot ääni hymy tuoli tarina koti vuoro virhe ratkaisu työ juttu nauru katse esitelmä äidille isälle äitiä lause kuva torni malli`),
  articles: foldedWords('tämä se eräs joku yksi'),
  and: foldedWords('ja tai sekä'),
  notNames:
    foldedWords(`joku jokainen kukaan kaikki moni monet muut muutama toinen eräs yksi kaksi kolme hän he se ne minä me sinä te opettaja oppilas oppilaat lapsi lapset poika
    tyttö äiti isä vanhemmat ryhmä luokka sitten silloin nyt tänään eilen huomenna ensin lopuksi lopulta kun jos koska vaikka mutta ja tai siis niin näin tämä nämä tuo
    nuo maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai google wikipedia jumala ope rehtori`),
  titles:
    foldedWords(`rouva herra neiti opettaja opettajan ope rehtori rehtorin apulaisrehtori tohtori professori kuningas kuningatar prinssi prinsessa presidentti presidentin paavi pyhä
    kapteeni kenraali pastori rovasti täti setä eno maisteri kuraattori terveydenhoitaja`),
  adults:
    foldedWords(`kollega kollegani kollegan työkaveri työkaverini työpari työparini mieheni vaimoni tyttäreni poikani veljeni siskoni äitini isäni kirjastonhoitaja vahtimestari keittäjä ohjaaja
    koulunkäynninohjaaja erityisopettaja luokanopettaja aineenopettaja`),
  citing:
    /(?<!\p{L})(?:kirja\p{L}{0,8}|romaani\p{L}{0,6}|kirjailija\p{L}{0,6}|runo\p{L}{0,8}|runoilija\p{L}{0,6}|artikkeli\p{L}{0,6}|tutki(?:ja|mus)\p{L}{0,8}|teoria\p{L}{0,6}|mukaan|lain(?:aus|asi)\p{L}{0,6}|elokuva\p{L}{0,6}|maalau\p{L}{0,8}|maalari\p{L}{0,6}|taiteilija\p{L}{0,6}|säveltäjä\p{L}{0,6}|tiedemie\p{L}{0,8}|filosofi\p{L}{0,6}|presidentti\p{L}{0,6}|kuului\p{L}{1,3}|hahmo\p{L}{0,6}|päähenkilö\p{L}{0,6}|vuosisa\p{L}{0,8}|luonnoks\p{L}{0,8}|kirje\p{L}{0,6}|lähtee\p{L}{0,6}|luimme|lukenut|merkin\p{L}{0,8}|ajatuk\p{L}{0,8})(?!\p{L})/iu,
  figures:
    foldedWords(`kirjailija kirjailijan runoilija runoilijan tiedemies tutkija tutkijan taidemaalari taiteilija taiteilijan säveltäjä säveltäjän laulaja
    näyttelijä kuningas kuningatar presidentti filosofi hahmo hahmon päähenkilö päähenkilön sankari kertoja`),
  company: foldedWords(''),
};

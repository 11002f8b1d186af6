import type { CheckContext, Finding } from './finding.ts';
import { ruleLanguage } from './scan.ts';

/** Somebody who is talked about, and what is said; both sources of regular expressions, in either order where it says so. */
interface Insults {
  /** children and families: “these kids”, “his mother”, “my class” */
  people: string;
  /** between people and the insult: “are”, “is just” */
  link: string;
  /** said of people it is an insult */
  insults: string;
  /** an insult by itself: “the slow ones”, “bunch of idiots” */
  alone: readonly string[];
}

const INSULTS: Record<'en' | 'es' | 'fi' | 'de' | 'fr' | 'zh', Insults> = {
  en: {
    people:
      "(?:(?:these|those|my|our|the|some|most|his|her|their|such|this|that|half|many) (?:[\\p{L}'’]{1,15} ){0,2}(?:kids?|students?|pupils?|boys?|girls?|children|child|class|parents?|mothers?|fathers?|moms?|mums?|dads?|famil(?:y|ies)|group|bunch|period)|(?:he|she|they)|(?:of )?(?:them|whom))",
    link: "(?: (?:are|is|was|were|can be|being|a|an|just|such|so|all|simply|really|too|complete|completely|total|totally|utterly|absolutely|incredibly|little|plain|absolute|really|pretty|hopelessly|frankly|as|nothing but|basically|literally|both|a bunch of|bunch of)|['’](?:s|re)|,){1,4} ",
    insults:
      '(?:animals|idiots?|morons?|stupid|dumb|lazy(?! (?:evaluation|eye|susan))|thick|dim|retarded|retards?|losers?|brats?|monsters|savages|zombies|trash|garbage|hopeless|useless|worthless|pathetic|crazy|psychos?|lunatics?|clueless|brainless|ignorant|feral|rat-?like|dimwits?|dunces?|imbeciles?|low-?lifes?|scum|uneducated|illiterate|unteachable|lost causes?|waste of (?:space|time|air|oxygen)|disgusting|nasty|ugly|fat|weird(?:o|os)|freaks?|whiny|spoiled|spoilt|entitled|devils?|little devils|terrors?|trouble|white trash|trailer trash|ghetto|thugs?)(?! (?:about|for|at|over|on|with joy|in the (?:play|story|game|book|song)))',
    alone: [
      '(?:full|nothing but|lot|load) (?:of )?(?:lazy |stupid |dumb |total |complete ){0,2}(?:idiots|morons|imbeciles|brats|dimwits|dummies|losers|thugs|savages|animals and idiots)',
      '(?:bunch|pack|herd|room ?ful|class ?ful|group) of (?:idiots|morons|animals|monkeys|brats|losers|savages|zombies|apes)',
      '(?:dumb|stupid|lazy|bratty|idiotic|thick|retarded|feral|useless|hopeless|spoiled|pathetic|moronic|obnoxious|whiny) (?:little )?(?:kids?|students?|pupils?|boys?|girls?|children|child|brats?|parents?|mothers?|famil(?:y|ies)|class|ones|teenagers?)',
      '(?:lazy|stupid|dumb) (?:whiners|asses|a\\*\\*es|jerks?)',
      '(?:my|the|our) (?:low|lowest|bottom|dumb|slow|stupid) (?:kids|ones|babies|bunch)',
      '(?:his|her|their|the) (?:crazy|useless|drunk|deadbeat|trashy|ignorant|idiot|stupid|lazy|psycho) (?:mother|mom|mum|father|dad|parents?|family)',
      "the apple (?:does not|doesn[’']t|didn[’']t) fall far from the tree",
      '(?:no wonder|what do you expect),? (?:with|from) (?:parents|a mother|a father|a family|families) like (?:that|those|these)',
      "(?:these|those) (?:people|parents|families) (?:just )?(?:don[’']t|do not) care",
      "(?:(?:cannot|can[’']t|couldn[’']t) (?:be )?(?:taught|teach) (?:these|those|such) (?:kids|children|students))",
      'where (?:do )?they (?:dig|find) (?:up )?(?:these|those) kids',
      '(?:not the )?(?:sharpest (?:tool|knife)|brightest (?:bulb|crayon))(?: in the [\\p{L}]{1,10})?',
    ],
  },
  es: {
    people:
      '(?:(?:est[oa]s|es[oa]s|mis|los|las|nuestros|nuestras|algunos|este|esta|ese|esa|su|sus|mi|la|el|esa) (?:[\\p{L}]{1,15} ){0,2}(?:niñ[oa]s?|chic[oa]s?|alumn[oa]s?|estudiantes?|chaval(?:es|as?)?|padres?|madres?|mamás?|papás?|familias?|clase|grupo|muchach[oa]s?|chamacos?|críos?)|(?:él|ella|ellos|ellas))',
    link: '(?: (?:son|es|era|eran|está|están|estaba|estaban|unos|unas|un|una|muy|tan|todos|todas|simplemente|completamente|bastante|puros|más|realmente|que)){1,4} ',
    insults:
      '(?:vag[oa]s?|tont[oa]s?|idiotas?|imbéciles?|estúpid[oa]s?|burr[oa]s?|animales?|bestias?|salvajes?|inútil(?:es)?|flojos?|brut[oa]s?|retrasad[oa]s?|subnormal(?:es)?|ignorantes?|analfabet[oa]s?|zoquetes?|gandul(?:es)?|malcriad[oa]s?|monstruos?|delincuentes?|basura|gentuza|maleducad[oa]s?|incapaces|cort[oa]s? de luces|lerd[oa]s?|casos? perdidos?|perdid[oa]s? de remate|zopenc[oa]s?|tarad[oa]s?)',
    alone: [
      '(?:son|eran) (?:todos |todas )?(?:un[oa]s |un montón de |puros )(?:vag|tont|idiot|inútil|burr|brut|gandul|ignorant|salvaj|animal|impresentabl|mendrug|zoquet|merluz|cafr|macarra)[\\p{L}]{0,4}(?: y (?:[\\p{L}]{3,14}))?',
      '(?:vag|tont|idiot|inútil|burr|gandul|ignorant)(?:[oa]s|es|e|s) y (?:vag|tont|idiot|inútil|burr|gandul|ignorant|maleducad|guarr)(?:[oa]s|es|e|s)',
      'familias? (?:desestructuradas?|rotas?|problemáticas?|conflictivas?|de mal vivir|chungas?)',
      '(?:ni-?nis|canis|chonis|macarras|gentuza|chusma|mendrugos|zoquetes|cafres)',
      '(?:panda|hatajo|atajo|manada|bola|montón|partida|pandilla) de (?:vagos|idiotas|burros|animales|inútiles|salvajes|flojos|delincuentes|ignorantes)',
      '(?:niñ[oa]s?|alumn[oa]s?|chic[oa]s?|familias?|padres?|madres?) (?:tont[oa]s?|vag[oa]s?|estúpid[oa]s?|idiotas?|inútil(?:es)?|ignorantes|malcriad[oa]s)',
      'de tal palo,? tal astilla',
      'con (?:esos|unos|estos) padres,? (?:qué|no)',
      'no (?:dan|da) para más',
      'no (?:les|le) da la cabeza',
    ],
  },
  fi: {
    people:
      '(?:(?:nämä|nuo|ne|minun|meidän|tämä|tuo|se|hänen|jotkut|osa|koko) (?:[\\p{L}]{1,15} ){0,2}(?:lapset|lapsi|oppilaat|oppilas|pojat|poika|tytöt|tyttö|nuoret|luokka|vanhemmat|perheet|perhe|äiti|isä|äitinsä|isänsä|kakarat|ryhmä)|(?:oppilaat|lapset|vanhemmat|pojat|tytöt|nuoret|hän|he|ne)(?:ni|mme)?)',
    link: '(?: (?:on|ovat|oli|olivat|vaan|vain|ihan|aivan|niin|tosi|todella|täysin|täysiä|täysi|yksinkertaisesti|pelkkiä|kaikki|melkoisia|liian)){1,4} ',
    insults:
      '(?:tyhm(?:ä|iä|ät)|laisk(?:a|oja|at|ureita|uri)|idioott(?:i|eja)|idiootti|typer(?:ys|yksiä|ä|iä)|elukoita|eläimiä|apinoita|vajakkeja|vajakki|pässejä|pässi|urpoja|urpo|tolloja|tollo|hölmöjä|ääliöitä|ääliö|surkeita|surkea|toivottomia|toivoton|kelvottomia|kelvoton|luusereita|luuseri|kakaroita|riiviöitä|moukkia|sivistymättömiä|vätyksiä|vätys|mulkkuja|kusipäitä|jälkeenjääneitä)',
    alone: [
      '(?:laisk|tyhm|typer|saamattom|surke)\\p{L}{1,4} (?:idioott|ääliö|urpo|luuser|tollo|laiskur|vätyks|kakaro)\\p{L}{1,6}',
      '(?:idiootteja|ääliöitä|luusereita|vätyksiä|urpoja|tolloja|sossupummeja|kusipäitä)',
      '(?:sossu|pummi|juoppo|moniongelma|ongelma)(?:perhe|vanhem|porukka)\\p{L}{0,8}',
      '(?:lauma|joukko|sakki) (?:idiootteja|apinoita|elukoita|laiskureita|tyhmyreitä|villejä)',
      '(?:tyhm|laisk|typer|saamattom)\\p{L}{1,4} (?:oppila|lap[se]|poj|tyt|kakar|vanhem)\\p{L}{1,8}',
      'omena ei (?:putoa|kauas)',
      'ei (?:ole )?(?:terävin kynä|penaalin terävin)\\p{L}{0,4}',
    ],
  },
  de: {
    people:
      '(?:(?:diese|dieser|dieses|jene|meine|unsere|die|manche|einige|seine|ihre|deren|dessen|solche|das|der|sein|ihr) (?:[\\p{L}]{1,15} ){0,2}(?:Kinder[n]?|Kind|Schüler(?:innen|in)?|Jungs?|Jungen|Mädchen|Jugendlichen|Klasse|Eltern|Mutter|Mütter|Vater|Väter|Familien?|Truppe|Gruppe|Gören|Bande)|(?:er|sie|die))',
    link: '(?: (?:ist|sind|war|waren|ein|eine|einfach|nur|so|halt|alle|total|völlig|schlicht|wirklich|ziemlich|doch|bloß|sehr|zu|eben|durchweg|komplett)){1,4} ',
    insults:
      '(?:faul(?: und dumm)?|dumm|dämlich|blöd|bescheuert|doof|Idioten?|Vollidioten|Deppen?|Dummköpfe?|strohdumm|saudumm|Tiere|Affen|wilde Tiere|hoffnungslos|hoffnungslose Fälle|unfähig|nutzlos|asozial(?:e)?|Asis?|Assis?|Versager(?:in)?|Loser|Monster|Trottel|zurückgeblieben|behindert im Kopf|minderbemittelt|verblödet|ungebildet|Pack|Gesindel|verzogen|Bälger|Nieten?|strunzdumm|geistig minderbemittelt|Abschaum)',
    alone: [
      '(?:sind|waren|ist|war) (?:einfach |nur |so |alle |zu |echt ){0,2}(?:faul|dumm|blöd|doof|dämlich|frech) und (?:faul|dumm|blöd|doof|dämlich|frech|verzogen|ungezogen)',
      '(?:faul|dumm|blöd|doof|dämlich|asozial) und (?:faul|dumm|blöd|doof|dämlich|asozial|unfähig)',
      'asoziale[nrs]? (?:Eltern|Familien?|Verhältnisse[n]?|Pack|Haushalte[n]?)|Asi-?(?:Eltern|Familien?|Kinder)|Hartz-?IV-?(?:Eltern|Familien?|Kinder)|bildungsferne[nrs]? (?:Eltern|Familien?|Pack)|Vollpfosten|Vollidioten|Dumpfbacken|Nichtsnutze|Taugenichtse|Rotzgören|Rotzlöffel',
      '(?:Haufen|Horde|Bande|Sack voll|Rudel) (?:von )?(?:Idioten|Affen|Deppen|Tieren?|Wilden?|Asozialen?|Faulpelze[n]?|Versagern?)',
      '(?:faule|dumme|dämliche|blöde|verzogene|asoziale|strohdumme|unfähige)[nsr]? (?:Kinder|Kind|Schüler(?:innen|in)?|Jungs|Mädchen|Eltern|Mutter|Familien?|Gören|Klasse)',
      'der Apfel fällt nicht weit vom Stamm',
      'bei (?:den|diesen|solchen) Eltern (?:kein Wunder|ist das kein)',
      'Hopfen und Malz verloren',
      'nicht (?:die|der|das) hellste(?:n)? (?:Kerze|Lampe|Birne)\\p{L}{0,2}',
    ],
  },
  fr: {
    people:
      '(?:(?:ces|mes|nos|les|ses|leurs|certains|ce|cette|cet|sa|son|la|cette) (?:[\\p{L}]{1,15} ){0,2}(?:gamine?s?|élèves?|enfants?|gosses?|garçons?|filles?|jeunes?|classe|parents?|mères?|pères?|mamans?|familles?|groupe|mômes?)|(?:il|elle|ils|elles))',
    link: '(?: (?:est|sont|était|étaient|un|une|des|de|vraiment|complètement|tout|simplement|juste|trop|si|tous|toutes|tellement|carrément|plutôt|bien|franchement|des vrais|de vrais)|,){1,4} ',
    insults:
      '(?:feignante?s?|fainéante?s?|paresseu(?:x|ses?)|stupides?|idiote?s?|débiles?|crétine?s?|abrutie?s?|imbéciles?|bêtes|cons?|connes?|nul(?:le)?s?|ânes|bons? à rien|cas sociaux|cas social|sauvages?|animaux|bêtes sauvages|singes|monstres|racailles?|attardée?s?|irrécupérables?|incapables|ignares?|illettrée?s?|demeurée?s?|mal élevée?s?|cassos|boulets?|mongole?s?|mongoliens?)',
    alone: [
      '(?:cancres|abrutis|abruties|crétins|feignasses|bons à rien|cas soc|cassos|cas sociaux|débiles mentaux|tire-au-flanc|racailles|attardés)',
      'familles? (?:de cas sociaux|à problèmes|cassos|déstructurées?)',
      "(?:sont|c[’']est|ce sont|étaient) (?:tous |vraiment |que )?des? (?:ânes|cancres|abrutis|idiots|crétins|sauvages|nuls|fainéants|feignants|incapables|imbéciles)",
      "(?:bande|tas|troupeau|ramassis) (?:de |d[’'])(?:fainéants|feignants|idiots|sauvages|crétins|abrutis|ânes|incapables|débiles|singes|imbéciles)",
      '(?:gamine?s?|élèves?|enfants?|gosses?|parents?|mères?|familles?) (?:stupides?|débiles?|idiote?s?|fainéante?s?|feignante?s?|abrutie?s?|irrécupérables?|cassos)',
      'les chiens ne font pas des chats',
      'avec (?:des|de tels|ces) parents (?:pareils|comme (?:ça|eux))',
      'pas (?:le|la) plus (?:finaud|futé)e? de la classe',
    ],
  },
  zh: {
    people:
      '(?:这些|那些|这帮|那帮|这群|那群|我们班的?|我班上?的?|这个|那个|有些|这种|那种|他的?|她的?|他们的?)(?:学生|孩子|同学|男生|女生|家长|父母|爸爸|妈妈|家庭|娃|小孩)们?',
    link: '(?:[，,]?(?:就是|真是|真|都是|都|是|太|很|一个个|简直是?|全是|实在|特别|非常|脑子|根本|完全|就|个个|也|一群|一帮)){1,4}',
    insults:
      '(?:笨|笨蛋|蠢|蠢货|傻|傻瓜|白痴|弱智|懒|懒鬼|懒虫|没救了?|没用|废物|垃圾|猪|蠢猪|智障|没教养|没素质|素质差|素质低|无可救药|朽木|野蛮|神经病|脑残|饭桶|窝囊废|进水)',
    alone: [
      '蠢货|笨蛋们?|废物们|学渣|熊孩子们?都|(?:太|又)笨(?:了|又懒)|(?:又|太)懒又(?:笨|蠢)|(?:问题|垃圾|极品)家庭|(?:素质低下|没素质|没文化)的?家长',
      '(?:笨|蠢|傻|懒|没用的)(?:学生|孩子|家长)',
      '一群(?:笨蛋|白痴|废物|蠢货|猴子|畜生|神经病)',
      '朽木不可雕',
      '烂泥扶不上墙',
      '有其父必有其子',
      '龙生龙，?凤生凤',
      '老鼠的儿子会打洞',
      '什么样的家长(?:就)?(?:有|教出)什么样的孩子',
      '差生',
    ],
  },
};

/** Quoted to be contradicted, or about ideas and questions: “there are no stupid questions”, “a lazy evaluation”. */
const NOT_MEANT =
  /(?:(?<!\p{L})(?:no such thing as|never (?:say|call|think)|not |don[’']t (?:say|call)|rule|banned|forbidden|stop(?:ped)? (?:saying|calling)|no hay|nunca |no (?:son|es) |ei (?:ole|saa)|älä |nicht |kein[e]? |nie |verboten|ne |pas |jamais |interdit)|(?<=n)[’']t |(?<!\p{L})n['’]|不|没有人|从来没|别|不许|不能说|不要说)[^.!?。！？]{0,24}$/iu;

const compiled = new Map<string, readonly RegExp[]>();

function patternsOf(language: keyof typeof INSULTS): readonly RegExp[] {
  const ready = compiled.get(language);
  if (ready) return ready;
  const { people, link, insults, alone } = INSULTS[language];
  const [open, close] = language === 'zh' ? ['', ''] : ['(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])'];
  const made = [`${people}${link}${insults}`, ...alone].map(
    (source) => new RegExp(`${open}${source}${close}`, 'giu'),
  );
  compiled.set(language, made);
  return made;
}

/**
 * Insulting talk about children or families, by a short list of phrases.
 * @param text plain text, at most 64 KiB
 */
export function findDignity(text: string, context: CheckContext): Finding[] {
  const language = ruleLanguage(context.lang);
  if (language === 'other') return [];
  const found: Finding[] = [];
  for (const pattern of patternsOf(language)) {
    for (const match of text.matchAll(pattern)) {
      const [passage] = match;
      if (NOT_MEANT.test(text.slice(Math.max(0, match.index - 40), match.index))) continue;
      found.push({
        type: 'dignity',
        severity: 'ask',
        start: match.index,
        end: match.index + passage.length,
        text: passage,
        fix: null,
      });
    }
  }
  const byPlace = found.sort((a, b) => a.start - b.start || b.end - a.end);
  return byPlace.filter(({ start }, i) => !byPlace.slice(0, i).some((other) => other.end > start));
}

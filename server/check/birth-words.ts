import { anyOf, anyPart, pattern } from './scan.ts';

/** Behind these a date is a date of birth, whatever it looks like. */
export const BIRTH_LABEL = pattern(
  `(?:${anyOf([
    'd\\.? ?o\\.? ?b\\.?',
    'date of birth',
    'birth ?date',
    'birth ?day ?\\(?date\\)?',
    'fecha de nacimiento',
    'fecha nac\\.?',
    'nacimiento',
    'f\\.?n\\.?',
    'f\\. ?n(?:ac)?\\.',
    'f\\. de nac\\.',
    'Geburtsdatum',
    'Geb\\.-? ?Dat(?:um|\\.)',
    'geb\\.',
    'date de naissance',
    'naissance',
    'syntymäaika\\p{L}{0,5}',
    'synt\\.',
    'data de nascimento',
    'data di nascita',
    'geboortedatum',
    'födelsedatum',
    'fødselsdato',
    'data urodzenia',
  ])}|${anyPart(['出生日期', '出生年月日?', '出生时间'])})`,
);

/** Somebody came into the world, or the day on which it is celebrated. */
export const BIRTH_WORD = pattern(
  `(?:${anyOf([
    'born',
    'b\\.',
    'nac(?:ió|ido|ida|idos|idas|ieron)',
    'geboren\\p{L}{0,2}',
    'auf die Welt',
    'zur Welt',
    'né(?:e|s|es|\\(e\\)|\\.e|·e)?',
    'naquit',
    'synty(?:i|nyt|nyttä|neen)',
    'nascid[oa]',
    'född',
    'født',
  ])}|${anyPart(['出生于', '出生', '(?<![学师新男女考先医])生于', '诞生于'])}|${anyOf([
    'b-?days?',
    'birthdays?(?! (?:problem|paradox|graph|chart|calendar|puzzle))',
    'cumpleaños',
    '(?<=(?:su|mi|el|del|al|sus|un|tu) )cumples?|cumple(?= el ?$)',
    'cumple años',
    'cumplea[nñ]er[oa]',
    'Geburtstag(?:e|s|es|skind|sfeier|sfest|sparty|skuchen)?',
    "anniversaire(?! (?:de l'|de la |du |des |d')(?:armistice|école|ecole|collège|lycée|révolution|mort|traité|bataille|abolition|fondation|chute|ville|république|indépendance|débarquement|libération|association|club|prise|naissance|classe))",
    'fête(?:ra)? ses',
    'syntymäpäiv\\p{L}{1,10}',
    'synttäri\\p{L}{0,8}',
    'synttär\\p{L}{1,8}',
  ])}|${anyPart(['(?<![学师新男女考])生日(?![记常程志])'])})`,
);

/** Not a child: ideas are born too, and some birthdays are kept by whole countries. */
export const THINGS = pattern(
  `${anyOf([
    'idea(?:s)?|plan|project|routine|game|club|lesson|tradition|activity|habit|method|unit|programme|program|question|story|group|course',
    'proyecto|rutina|juego|actividad|costumbre|método|unidad|historia|grupo|pregunta',
    'Idee|Plan|Projekt|Routine|Spiel|AG|Gruppe|Frage|Methode|Geschichte',
    "l'idée|idée|projet|routine|jeu|activité|méthode|groupe|question|histoire",
    'ajatus|idea|tunti|oppitunti|käytäntö|menetelmä|käytänne|suunnitelma|projekti|hanke|leikki|tapa|rutiini|keskustelu|ryhmä|kysymys|tarina',
    'chicks?|puppy|puppies|lambs?|cal(?:f|ves)|kittens?|foal|panda|hamster|pollitos?|cachorros?|poussins?|chiots?|Küken|Lamm|tipu|pentu|varsa|star|planet|colony|republic|nation|state',
  ])}[^.!?\\n]{0,12}$`,
  'iu',
);
export const KEPT_BIRTHDAYS = pattern(
  `(?:${anyOf([
    "Lincoln(?:'s)?|Washington(?:'s)?|Dr\\.? King(?:'s)?|King(?:'s)?|Luther|MLK(?:'s)?|Einstein(?:'s|s)?|Seuss(?:'s)?|Shakespeare(?:'s)?|Darwin(?:'s)?|Gandhi(?:'s)?",
    "Mozart(?:s)?|Beethoven(?:s)?|Bach(?:s)?|Goethe(?:s)?|Newton(?:'s)?|Galileo(?:'s)?|Curie(?:'s)?|Mandela(?:'s)?|Parks|Frida|Kahlo|Cervantes|Juárez|Bolívar|Martí|Hidalgo|Lorca",
    "Runeberg\\p{L}{0,3}|Lönnrot\\p{L}{0,3}|Topelius|Kivi|Kiven|Jansson(?:in)?|Sibelius\\p{L}{0,4}|Hugo|Molière|Voltaire|Pasteur|Andersen(?:s|in)?|Lindgren(?:in)?|Turing(?:'s)?|Malala(?:'s)?|Thunberg|Buddha(?:'s)?|Jesus|Christ|Queen(?:'s)?",
  ])}|${anyPart(['孔子', '鲁迅', '孙中山', '毛泽东', '爱因斯坦', '李白', '杜甫', '莫扎特', '贝多芬', '佛'])})`,
  'u',
);

/** In between something else happened on that day. */
export const SOMETHING_ELSE = pattern(
  anyOf([
    'and|but|came|arrived|moved|joined|started|enrolled|we|so',
    'y|pero|llegó|vino|empezó|se incorporó',
    'und|aber|kam|zog|begann',
    'et|mais|est arrivée?|a rejoint',
    'ja|mutta|tuli|muutti|aloitti\\p{L}{0,4}',
  ]),
  'iu',
);

/** Becoming so and so old. */
export const TURNING = `(?:${anyOf([
  'turn(?:s|ed|ing)?',
  'will turn',
  'cumpl(?:e|ió|irá|ía|en|ieron)(?: los)?',
  'a fêté ses|fête ses|fêtera ses|fêtait ses',
  'täytt(?:i|ää|änyt|ivät)',
])}|${anyPart(['刚?满', '年满', '过了?'])})`;

import { anyOf, anyPart } from './scan.ts';

/** Behind these stands the number of one person, whatever its form: four digits are enough. */
export const ID_WORDS = `(?:${anyOf([
  "(?:student|pupil|learner|child|scholar|candidate|lunch|district|state|school|campus|library|bus pass|member|case file|case|file)(?:'s)? ?(?:id|i\\.d\\.|identification|identity)? ?(?:number|no\\.|nr\\.?|num\\.?|#|pin|code)",
  '(?:student|pupil|learner|district|state|school|campus|library) ?(?:id|i\\.d\\.|identifier)',
  'id ?(?:number|no\\.|#|card|code|nr\\.?)|identification number|identity number|index number|roll (?:number|no\\.)|admission (?:number|no\\.)|enrol?lment (?:number|no\\.)|registration number',
  'ssn|uci|sasid|lasid|ssid|uln|upn|upi|urn|oen|nsn|usi|pen number|ppsn?|nino|nhs (?:number|no\\.)|medicaid|passport(?: number| no\\.?)?|social security(?: number| no\\.?)?',
  '(?:número|num\\.|núm\\.|n\\.?º|nº|no\\.|nro\\.?|código|clave|carnet|carné|credencial) (?:de |del |de la )?(?:estudiante|alumn[oa]|matrícula|control|expediente|identificación|cuenta|cédula|carnet|carné|legajo|registro|lista escolar|identidad)',
  'nia|dni|nif|nie|curp|rude|nuip|rut|ci|boleta|cédula|tarjeta de identidad|pasaporte|ID de(?:l)? (?:alumn[oa]|estudiante)|ID escolar',
  'oppilasnumero\\p{L}{0,6}|oppijanumero\\p{L}{0,6}|opiskelijanumero\\p{L}{0,6}|oppilastunnu\\p{L}{0,8}|henkilötunnu\\p{L}{0,8}|henkilönumero\\p{L}{0,6}|hetu\\p{L}{0,3}|sotu\\p{L}{0,3}|passi(?:n)? ?numero\\p{L}{0,4}|oid|opiskelija ?id|oppilas ?id|kirjastokortti\\p{L}{0,3}',
  '(?:Schüler|Schülerin|Schul|Matrikel|Personal|Personalausweis|Ausweis|Pass|Identifikations|Sozialversicherungs|Rentenversicherungs|Versicherten|Versicherungs|Steuer|Kranken\\p{L}{0,12}|Akten)(?:innen)?-?(?:nummer|nr\\.?|zeichen|id|identnummer|identifikationsnummer|-id)|\\p{L}{0,20}(?:ausweis|schüler)\\p{L}{0,6}-?(?:nummer|nr\\.?)|Schülerausweis|Steuer ?ID|IdNr\\.?|Ausweis-Nr\\.?|ID-Nummer|ID-Nr\\.?|Kennnummer|Kennziffer',
  "(?:numéro|n°|nº|no|num\\.|identifiant|code|matricule) (?:de |d'|de l'|du |national )?(?:élève|l'élève|étudiant|l'étudiant|matricule|dossier|sécu|sécurité sociale|identification|identité|passeport|inscription|candidat|carte)\\p{L}{0,12}",
  'ine|ina|nir|insee|matricule|carte étudiante?|numéro ine',
  'leerlingnummer|elevnummer|personnummer|studentnummer|número do aluno|matricola|codice studente|numer legitymacji',
])}|${anyPart([
  '学号',
  '学籍(?:辅)?号',
  '身份证(?:号码?|件号)?',
  '证件号码?',
  '准考证号?',
  '考生?号',
  '护照号?码?',
  '学生证号?',
  '学生编号',
  '编号',
  '社保号',
  '户口(?:簿|本)?号',
  '借书证号',
])})`;

/** These mean other things too: the number needs five digits and more, or letters and four digits. */
export const WEAK_ID_WORDS = anyOf([
  'ids?|i\\.d\\.|id is|identifier',
  'matrícula|matricula|expediente|legajo|carnet|carné|identificación|documento',
  'tunnus|tunnuksella',
  'Ausweis|Kennung',
  'identifiant|dossier',
]);

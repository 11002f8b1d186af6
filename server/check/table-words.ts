import { anyOf, first, pattern } from './scan.ts';
import { CHILDREN } from './small-words.ts';

export const N_NAMES = /^n ?=?$/i;
/** They are the n where percentages or means stand beside them and nothing is called n. */
export const STUDENTS =
  /^(?:students|pupils|children|learners|number of (?:students|pupils)|alumnos|alumnado|estudiantes|oppilaita|oppilaat|schüler|sus|kinder|élèves|effectifs?|人数|学生数|学生人数)$/i;
export const MEANS = /mean|average|avg|median|media|promedio|keskiarvo|mittelwert|durchschnitt|moyenne|平均/i;
export const PERCENTS = /%|percent|per cent|porcentaje|prosent|prozent|pourcentage|百分/i;

/** What teachers count and measure that is no number of students. */
const MEASURES = [
  'minutes?|mins?|hours?|seconds?|secs?|time|duration|points?|scores?|marks?|grades?|levels?|ages?|years?|months?|dates?|prices?|costs?|temperatures?|lengths?|heights?|widths?|depths?|weights?|mass|speed|distances?|volumes?|areas?|angles?|pages?|words?|letters?|syllables?|sentences?|errors?|numbers?|nr\\.?|steps?|size|amounts?|quantity|quantities|ratio|results? in \\p{L}{1,12}|rating|pieces?|copies|credits?|chapters?|slides?|rooms?|periods?',
  'minutos?|horas?|segundos?|tiempo|duración|puntos?|puntuación|notas?|nivel|edad|años?|mes(?:es)?|fechas?|precios?|temperatura|longitud|altura|peso|masa|velocidad|distancia|volumen|páginas?|palabras?|letras?|sílabas?|frases?|errores|número|pasos?|cantidad|intervenciones',
  'minuut\\p{L}{1,6}|tunti\\p{L}{0,4}|tunnit|sekun\\p{L}{1,6}|aika|kesto|piste\\p{L}{0,6}|arvosana\\p{L}{0,3}|taso|ikä|vuosi|vuodet|kuukausi|päivämäärä|hinta|lämpötila|pituus|korkeus|paino|massa|nopeus|matka|tilavuus|sivu\\p{L}{0,4}|sanoja|sanat|tavut|tavuja|virhe\\p{L}{0,4}|numero|vaihe\\p{L}{0,3}|määrä',
  '(?:\\p{L}{0,16}(?:zeit|punkte|punktzahl|minuten|fehler|noten?))|Stunden|Sekunden|Dauer|Niveau|Stufe|Alter|Jahre?|Monate?|Datum|Preis|Temperatur|Länge|Höhe|Gewicht|Masse|Geschwindigkeit|Strecke|Volumen|Seiten?|Wörter|Buchstaben|Silben|Sätze|Nummer|Schritte?|Menge|mittlerer Fehler',
  'heures?|secondes?|temps|durée|points?|notes?|niveau|âge|ans|années?|mois|prix|température|longueur|hauteur|poids|vitesse|distance|pages?|mots|lettres|syllabes|phrases|erreurs?|numéro|n°|étapes?|quantité',
];
const MEASURE = pattern(
  `^(?:${anyOf(MEASURES)}|分钟|时间|分数|成绩|得分|年龄|年级|日期|价格|温度|长度|高度|重量|速度|距离|体积|页数?|字数|词数|音节|误差|错误|编号|序号|步骤|数量)`,
);
/** Behind a heading: “Reading (min)”, “Speed in m/s” */
const UNIT = pattern(
  '(?:[(\\[/]|(?<![\\p{L}\\p{N}])in ) ?(?:min|minutes?|minuten|minutos|h|s|sec|seconds?|sekunden|ms|mm|cm|dm|m|km|g|mg|kg|ml|cl|l|m/s|km/h|m²|m³|cm²|cm³|°C|°F|°|V|A|W|J|N|Hz|Pa|mol|pts?|points?|punkte|puntos|€|\\$|£|¥|分钟|分)[)\\]]?$',
);
/** Occasions, when the word stands alone: “Week”, “Lessons”; “Week 2” may head a number of students. */
const OCCASION = pattern(
  `^${anyOf([
    'weeks?|lessons?|days?|sessions?|rounds?|tasks?|questions?|items?|units?|tests?|trials?|tries|attempts?|groups|classes|tables|teams',
    'semanas?|lecci(?:ón|ones)|clases|días?|sesi(?:ón|ones)|preguntas?|tareas?|unidad(?:es)?|pruebas?|intentos?',
    'viik(?:ko|ot|koa)|oppitun(?:ti|nit|teja)|päiv(?:ä|ät|iä)|tehtäv(?:ä|ät|iä)|kysymy(?:s|kset)|ryhmät|koe|kokeet',
    'Wochen?|Tage?|Aufgaben?|Fragen?|Runden?|Einheit(?:en)?|Versuche?|Gruppen|Klassen',
    'semaines?|séances?|jours?|tâches?|questions?|tours?|unités?|essais?|groupes|classes',
  ])}$`,
);
const WEEKS = /^(?:周|星期|天|课时|题号|题目|轮|单元)$/;
/** x, f(x), n + 1: mathematics. Capitals are classes. */
const SYMBOL = /^(?:Δ?[a-z]|[fgh]\([a-z]\)|[a-z][₀-₉²³]|[#×+·÷−-]|\d?[a-z] ?[+\-*/=^] ?.{1,12})$/;
const COMPARED = /[≥≤<>+]|or more|at least|o más|mindestens|ou plus|vähintään|以上/i;

const HEADER = pattern(
  '^(?:n ?=?|students|pupils|children|learners|kids|alumnos|alumnas|alumnado|estudiantes|oppilaita|oppilaat|oppilasmäärä|lkm|Schüler(?:innen)?|Schülerzahl|SuS|Kinder|Lernende|élèves|effectifs?|人数|学生数|学生人数)$',
  'iu',
);
const HOW_MANY = pattern(
  "^(?:number of|no\\. of|# of|#|how many|count of|n\\.?º de|número de|cuántos|anzahl(?: der)?|wie viele|nombre d[e']|combien d[e']|montako) ?",
  'iu',
);

/** The name of a column with one student in each row */
const ONE_EACH =
  /^(?:student|pupil|child|learner|alumn[oa]|estudiante|oppilas|lernende[rn]?|élève|enfant|学生)(?: (?:no\.?|nr\.?|n\.º|n°|#|number))?$/i;
export const isOneEach = (name: string): boolean => ONE_EACH.test(name);

export const saysChildren = (name: string): boolean => first(name, CHILDREN) !== null;

/** Does a column of this name say how many students there are? */
export const isHowMany = (name: string): boolean =>
  HEADER.test(name) || (HOW_MANY.test(name) && saysChildren(name));

/** Is it the name of something that is no number of students: “Minutes”, “Points before”, “Time (min)”, “Week”, x? */
export function isMeasure(name: string): boolean {
  if (name === '') return false;
  if (saysChildren(name) || isHowMany(name)) return false;
  if (SYMBOL.test(name) || OCCASION.test(name) || WEEKS.test(name) || UNIT.test(name)) return true;
  return !COMPARED.test(name) && first(name, MEASURE) !== null;
}

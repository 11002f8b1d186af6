import { anyOf, anyPart, pattern } from './scan.ts';

/** Children, in the words that teachers use for a few of them. */
export const CHILDREN = pattern(
  `(?:${anyOf([
    'students?|pupils?|kids?|child|children|boys?|girls?|learners?|newcomers?|arrivals?|readers?|writers?|speakers?|youngsters?|teens?|teenagers?|toddlers?|scholars?|lads|lasses|classmates|peers|siblings|twins|refugees|absentees|bilinguals|multilinguals|beginners|participants|preschoolers|kindergart(?:e)?ners|sophomores|juniors|seniors|freshmen|youth|tutees|mentees',
    'e[lm]ls?|mlls?|els|esl|eal|send?|ieps?|504s?|ehcps?|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\\d{1,2}(?:st|nd|rd|th)) graders?|year (?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)s|families|parents',
    'alumn[oa]s?|alumnado|estudiantes?|niñ[oa]s?|chic[oa]s?|muchach[oa]s?|chaval(?:es|as)?|peques?|pequeñ[oa]s|jóvenes|adolescentes?|compañer[oa]s|recién llegad[oa]s|lectores|hablantes|escolares|menores|participantes|familias',
    'élèves?|enfants?|garçons?|filles?|jeunes|lycéen(?:ne)?s?|collégien(?:ne)?s?|écoliers?|écolières?|apprenant(?:e)?s?|allophones?|étudiant(?:e)?s?|petits|petites|nouveaux|nouvelles|arrivants?|lecteurs|lectrices|camarades|participants|familles|primo-arrivants',
    'Schüler\\p{L}{0,12}|Kind(?:er|ern|es)?|Jung(?:e|en|s)|Buben|Mädchen|Jugendliche[nr]?|Lernende[nr]?|SuS|Neuzugewanderte[nr]?|Zugewanderte[nr]?|Seiteneinsteiger\\p{L}{0,4}|Geflüchtete[nr]?|Flüchtlings\\p{L}{1,8}|\\p{L}{3,8}klässler\\p{L}{0,6}|Leser\\p{L}{0,6}|Anfänger\\p{L}{0,6}|Neulinge?n?|Neue[nr]?|Teilnehme\\p{L}{1,8}|Willkommens\\p{L}{1,10}|Familien|Eltern',
    '\\p{L}{0,20}oppila\\p{L}{1,14}|laps(?:i|en|et|ia|ista|esta|istani|estani)|pojista|pojistani|poikia|poikaa|poika|tyttöä|tyttö|tytöstä|pojasta|lapsesta|tytöistä|tytöistäni|opiskelij\\p{L}{1,12}|nuor(?:ta|i|ista|esta)|maahanmuutta\\p{L}{1,12}|tulokk\\p{L}{1,10}|tulokas|lukij\\p{L}{1,10}|vasta-alkaj\\p{L}{1,10}|eppu\\p{L}{0,8}|valmistavan oppil\\p{L}{1,10}',
  ])}|${anyPart(['学生', '孩子', '同学', '男生', '女生', '新生', '插班生', '学困生', '后进生', '优等生', '随迁子女', '小朋友', '学员', '学习者', '生源', '留守儿童', '儿童', '家长'])})`,
);

/** Children of a kind: one of four such is nearly a name even without “my”. */
export const FEW_CHILDREN = pattern(
  `(?:${anyOf([
    'newcomers?|arrivals?|refugees|e[lm]ls?|mlls?|els|eal|send?|ieps?|504s?|ehcps?|twins|siblings|absentees',
    'recién llegad[oa]s|nuev[oa]s|refugiad[oa]s|repetidores|migrantes',
    'allophones?|primo-arrivants|arrivants?|nouveaux|nouvelles|redoublants',
    'Neuzugewanderte[nr]?|Zugewanderte[nr]?|Seiteneinsteiger\\p{L}{0,4}|Geflüchtete[nr]?|Neue[nr]?|Förder\\p{L}{2,14}',
    'maahanmuutta\\p{L}{1,12}|tulokk\\p{L}{1,10}|uude(?:sta|n)',
  ])}|${anyPart(['插班生', '新来', '转学', '随迁', '留守', '学困生'])})`,
);

/** Behind “three of my four” these are not children. */
export const NOT_CHILDREN = pattern(
  anyOf([
    'lessons?|weeks?|days?|class|classes|periods?|groups?|sections?|tables?|teams?|pairs|questions?|items?|problems?|tasks?|steps?|minutes?|hours?|sessions?|meetings?|cards?|stations?|corners?|posters?|books?|texts?|units?|goals?|rules?|strategies|attempts?|tries|trials?|experiments?|examples?|categories|criteria|standards?|prompts?|quizzes|tests?|exams?|colleagues?|teachers?|adults?|aides?|coaches|schools?|colleges?|mornings?|afternoons?|evenings?|mondays|tuesdays|wednesdays|thursdays|fridays|terms?|semesters?|years?|months?|rounds?|points?|words?|sentences?|paragraphs?|pages?|slides?|charts?|graphs?|pictures?|ideas?|answers?|responses?|sources?|chapters?|stories|poems?|songs?|games?|projects?|topics?|subjects?|plans?|parts?|sides?|walls?|boards?|screens?|devices?|laptops?|tablets?|computers?|measures?|sets?|blocks?|times|methods?|ways|reasons?|routines?|versions?|drafts?|observations?|cycles?|columns?|rows?|senses?|wishes|favou?rites?|jobs?|fingers|cats?|dogs?',
    'clases|grupos?|semanas?|días|sesiones|preguntas|ejercicios|problemas|tareas|pasos|minutos|horas|mesas|equipos|parejas|libros|textos|unidades|objetivos|reglas|intentos|ejemplos|criterios|pruebas|exámenes|colegas|docentes|profesor(?:es|as)|maestr[oa]s|cursos|trimestres|meses|años|rondas|puntos|palabras|frases|páginas|ideas|respuestas|fuentes|capítulos|temas|partes|estaciones|veces|aulas|proyectos|secciones',
    'séances?|cours|classes|groupes?|semaines?|jours|questions?|exercices|problèmes|tâches|étapes|minutes|heures|tables|équipes|binômes|livres|textes|unités|objectifs|règles|essais|exemples|critères|épreuves|collègues|enseignant(?:e)?s|professeurs|trimestres|mois|ans|années|points|mots|phrases|pages|idées|réponses|sources|chapitres|thèmes|parties|ateliers|fois|îlots|projets|manches',
    'Stunden?|Klassen?|Gruppen?|Wochen?|Tage[n]?|Fragen?|Aufgaben?|Schritte[n]?|Minuten|Tische[n]?|Teams?|Paare[n]?|Bücher[n]?|Texte[n]?|Einheiten|Ziele[n]?|Regeln|Versuche[n]?|Beispiele[n]?|Kriterien|Tests?|Prüfungen|Kolleg\\p{L}{1,8}|Lehr\\p{L}{1,12}|Kurse[n]?|Monate[n]?|Jahre[n]?|Runden|Punkte[n]?|Wörter[n]?|Sätze[n]?|Seiten|Ideen|Antworten|Quellen|Kapitel|Themen|Teile[n]?|Stationen|Male?|Fälle[n]?|Ecken|Karten|Plakate[n]?|Projekte[n]?|Gründe[n]?',
    'tun(?:ti|tia|nista|nistani)|luok(?:ka|kaa|asta|istani|ista)|ryhm\\p{L}{1,8}|viik(?:ko|koa|osta|oista)|päiv\\p{L}{1,8}|kysymyks\\p{L}{1,8}|tehtäv\\p{L}{1,8}|askel\\p{L}{0,8}|minuut\\p{L}{1,6}|pöyd\\p{L}{1,6}|kirj\\p{L}{1,6}|teks\\p{L}{1,8}|tavoit\\p{L}{1,8}|yrity\\p{L}{1,8}|esimer\\p{L}{1,8}|koke\\p{L}{1,6}|kolleg\\p{L}{1,8}|opettaj\\p{L}{1,10}|kuukau\\p{L}{1,6}|vuo(?:tta|desta)|kierro\\p{L}{1,6}|piste\\p{L}{0,6}|san\\p{L}{1,6}|lause\\p{L}{0,6}|sivu\\p{L}{0,5}|ide\\p{L}{1,6}|vastau\\p{L}{1,8}|kurss\\p{L}{1,6}|kerra\\p{L}{1,4}|tapauk\\p{L}{1,6}|aihe\\p{L}{1,5}',
  ]),
);

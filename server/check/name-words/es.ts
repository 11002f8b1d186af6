import { foldedWords } from '../folded-name.ts';
import type { NameWords } from './name-words.ts';
import { WORDS_TOO } from './words-es.ts';

/** Spanish. */
export const SPANISH: NameWords = {
  wordsToo: foldedWords(WORDS_TOO),
  nounsHaveCapitals: false,
  students:
    foldedWords(`alumno alumna alumnos alumnas estudiante estudiantes niño niña niños niñas chico chica chicos chicas muchacho muchacha
    compañero compañera compañeritos pequeño pequeña pequeños joven adolescente peque peques chiquito chiquita nene nena
    chavo chava pibe piba gurí gurisa amigo amiga gemelos gemelas mellizos`),
  called:
    /(?:llamad[oa]s?|se llama(?:ba|n|ban)?|de nombre|(?:su|cuyo) nombre (?:es|era)|apodad[oa]|le (?:dicen|decimos|llaman|llamamos)|me llamo)\s{1,2}["“«'‘*_]{0,3}$/iu,
  says: foldedWords(`dijo dice decía preguntó pregunta preguntaba respondió responde contestó contesta explicó explica añadió agregó gritó susurró escribió
    escribe dibujó levantó levanta notó propuso propone quiso quiere intentó miró mira rió sonrió lloró llora señaló caminó empezó terminó termina se
    decidió ayudó sabía supo tomó vino viene pensó piensa sintió siente fue iba estaba está hizo hace corrió habló habla leyó lee trajo encontró perdió
    olvidó recordó eligió pasó resolvió durmió dio da necesitaba necesita trabajó trabaja cantó bailó confesó protestó comentó opinó insistió admitió
    repitió interrumpió ofreció llegó llega salió entró tenía tiene puso midió contó construyó descubrió participó faltó cambió aprendió prefiere
    prefirió logró consiguió sacó guardó acabó comenzó vio oyó pidió pide recortó pintó jugó ganó saltó tardó tardaron discutieron dijeron`),
  between: foldedWords(
    'no se me le les lo la los las nos te también ya siempre nunca casi apenas luego entonces sí que y',
  ),
  saysBefore:
    foldedWords(`dijo preguntó respondió contestó explicó añadió agregó gritó susurró escribió propuso dice pregunta responde contesta
    explica comentó opinó protestó exclamó insistió murmuró`),
  belongings:
    foldedWords(`libreta cuaderno mochila lápiz mesa idea ideas respuesta pregunta dibujo texto mano madre padre mamá papá hermana hermano abuela abuelo
    familia grupo pareja carta tarjeta trabajo examen cara voz sonrisa silla cartulina redacción cuento casa turno error solución pupitre equipo compañero compañera`),
  articles: foldedWords(
    'el la los las un una unos unas este esta ese esa aquel aquella mi su sus nuestro nuestra cada todo toda del al',
  ),
  and: foldedWords('y e o u'),
  notNames:
    foldedWords(`alumnos alumnas estudiantes profesor profesora maestro maestra maestras maestros alguien nadie uno una unos otro otra otros otras todos todas cada él ella ellos ellas
    yo usted ustedes nosotros quien quién alguno alguna algunos algunas ninguno ninguna ambos mamá papá madre padre mamás papás abuela abuelo niños niñas chicos
    chicas después luego entonces ahora hoy ayer mañana así también además cuando como porque pero y aunque donde si no sí dios google wikipedia
    siempre nunca aquí allí antes mientras según desde hasta para por con sin sobre entre el la los las un este esta esto eso lo le se me mi su al del qué cómo cuándo
    cuánto cuántos cuántas dónde por primero segundo tercero lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre
    octubre noviembre diciembre navidad navidades reyes pascua pascuas carnaval carnavales halloween verano invierno primavera otoño lengua matemáticas música historia ciencias inglés gracias bien hola`),
  titles:
    foldedWords(`sr sra srta señor señora señorita señorito don doña dr dra doctor doctora profe profesor profesora maestro maestra director directora
    subdirectora tía tío sor fray padre madre rey reina príncipe princesa presidente presidenta papa san santa santo coordinadora coordinador tutor tutora orientadora orientador jefe jefa
    licenciado licenciada lic ing`),
  adults:
    foldedWords(`colega compañera-docente marido esposo esposa mujer bibliotecaria bibliotecario conserje docente profe maestra maestro profesora
    profesor orientadora logopeda psicóloga`),
  citing:
    /(?<!\p{L})(?:libros?|novelas?|autora?e?s?|poetas?|poemas?|cuentos? de|obras? de|artículos?|estudios? de|investiga(?:ción|ciones|dora?)|teorías?|según|cit(?:a|as|ado|ada|ó)|biografías?|película|cuadros?|pint(?:or|ora|ura|uras)|compositora?|científic[oa]s?|filósof[oa]s?|inventora?|presidente|famos[oa]s?|personajes?|protagonista|siglo|leí(?:mos)? a|leyendo a|leer a|decía que|ejemplo de|museo|fotos? de|canci(?:ón|ones) de|versos? de|hablamos de|les hablé de|aprendí (?:de|leyendo))(?!\p{L})/iu,
  figures:
    foldedWords(`autor autora poeta novelista escritor escritora científico científica pintor pintora compositor compositora cantante rey reina
    santo filósofo filósofa personaje protagonista héroe heroína narrador astronauta atleta futbolista dramaturgo pedagogo pedagoga investigador investigadora`),
  company: foldedWords('junto habló contó dijo'),
};

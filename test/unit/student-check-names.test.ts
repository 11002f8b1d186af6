import { describe, expect, test } from '@jest/globals';
import { findNames } from '../../server/check/names.ts';

const context = { authors: [], emails: [], smallN: 10, idPatterns: [] };
const names = (lang: string, text: string, authors: string[] = []) =>
  findNames(text, { ...context, lang, authors }).map((finding) => finding.text);

const FOUND: [string, string, string[]][] = [
  ['en', 'Maya and Devon argued about it until the bell.', ['Maya', 'Devon']],
  ['en', 'I moved Maya’s desk to the window.', ['Maya']],
  ['en', 'A student named xochitl asked why.', ['xochitl']],
  ['en', 'A student named maya asked why.', ['maya']],
  ['en', 'A boy called Qhawana asked why.', ['Qhawana']],
  ['en', '“I don’t get it,” said Thuyen.', ['Thuyen']],
  ['en', 'Grace said that she had never wanted to be the clock.', ['Grace']],
  ['en', 'I asked Will to go first.', ['Will']],
  ['en', 'Then April raised her hand.', ['April']],
  ['en', 'Jordan was quiet all week.', ['Jordan']],
  ['en', 'I sat next to Austin and said nothing.', ['Austin']],
  ['en', 'Hope’s notebook was empty.', ['Hope']],
  ['en', 'The group was Lakshmi, Hung, Abdi and Zainab.', ['Lakshmi', 'Hung', 'Abdi', 'Zainab']],
  ['en', '- Liam: reads alone\n- Sofia: reads with a partner', ['Liam', 'Sofia']],
  ['en', '| Student | Before | After |\n|---|---|---|\n| Ngozi | 11 | 14 |', ['Ngozi']],
  ['en', '## What happened to Kaito', ['Kaito']],
  ['en', 'Maya Torres finished early.', ['Maya Torres']],
  ['en', 'My student J. was quiet.', ['J.']],
  ['en', 'DeShawn helped La’Nyah with it.', ['DeShawn', 'La’Nyah']],
  ['en', 'Mary-Kate and Jean-Luc built the bridge.', ['Mary-Kate', 'Jean-Luc']],
  ['en', 'Wang Yuxuan drew the graph.', ['Wang Yuxuan']],
  ['en', 'In our class 小明 said nothing.', ['小明']],
  ['zh', '小明一开始不愿意，第三周才上台，小红也是。', ['小明', '小红']],
  ['en', 'I wrote 38 + 27 and waited. Wren saw tens first.', ['Wren']],
  ['en', 'Two boys, Bilal and Oskar, stayed behind.', ['Bilal', 'Oskar']],
  ['en', 'Everyone calls him Beto, and he likes it.', ['Beto']],
  ['en', 'MAYA: I think it is zero.', ['MAYA']],
  ['es', 'A Nahuel le costó empezar.', ['Nahuel']],
  ['es', '—No entiendo —dijo Itzel.', ['Itzel']],
  ['es', 'Rosa escribió en la pizarra.', ['Rosa']],
  ['es', 'Trabajé con Luz y con Aitor en la mesa redonda.', ['Luz', 'Aitor']],
  ['es', 'El cuaderno de Ximena está lleno.', ['Ximena']],
  ['es', 'Una alumna llamada Nayra levantó la mano.', ['Nayra']],
  ['es', 'María José y Juan Carlos midieron el patio.', ['María José', 'Juan Carlos']],
  ['fi', 'Ainon vihko jäi Eetulle.', ['Ainon', 'Eetulle']],
  ['fi', 'Kysyin Onnilta ja Ellalta samaa.', ['Onnilta', 'Ellalta']],
  ['fi', 'Joonaksen idea oli paras, sanoi Matleena.', ['Joonaksen', 'Matleena']],
  ['fi', 'Artun ja Pekan ryhmä oli valmis ensin.', ['Artun', 'Pekan']],
  ['fi', 'Toivo piirsi sen taululle.', ['Toivo']],
  ['fi', 'Abdirahmanin ja Nguyetin työ jäi kesken.', ['Abdirahmanin', 'Nguyetin']],
  ['fi', 'Oppilas nimeltä Ilmatar kysyi, miksi.', ['Ilmatar']],
  ['de', 'Lenas Heft war leer, und Yusuf lachte.', ['Lenas', 'Yusuf']],
  ['de', '„Das ist doch klar“, sagte Thies.', ['Thies']],
  ['de', 'Der Schüler Tjorven meldete sich.', ['Tjorven']],
  ['de', 'Rosa schrieb einen Brief.', ['Rosa']],
  ['de', 'Ich habe mit Mia und Can gesprochen.', ['Mia', 'Can']],
  ['de', 'Ein Mädchen namens Solveig sang vor.', ['Solveig']],
  ['fr', 'C’est l’idée d’Inès, pas celle de Kylian.', ['Inès', 'Kylian']],
  ['fr', '« Je ne sais pas », a répondu Maïwenn.', ['Maïwenn']],
  ['fr', 'Rose a écrit au tableau.', ['Rose']],
  ['fr', 'Un élève prénommé Tidiane a levé la main.', ['Tidiane']],
  ['fr', 'La petite Éloïse a chanté.', ['Éloïse']],
  ['zh', '王小明同学举手了。', ['王小明']],
  ['zh', '小红说她不会。', ['小红']],
  ['zh', '有个男生叫李子轩，他不爱说话。', ['李子轩']],
  ['zh', '欧阳雨桐第一个回答。', ['欧阳雨桐']],
  ['zh', '我请陈静站起来读。', ['陈静']],
  ['zh', '后来Lucy举手了。', ['Lucy']],
  ['fr', '« Secouer avant usage », a lu Xolani.', ['Xolani']],
  ['zh', '“风在哪里？”小满问。', ['小满']],
  ['zh', '周杰、徐丽、何欣三个人一组。', ['周杰', '徐丽', '何欣']],
  ['es', 'La mochila de Yuleisy pesa.', ['Yuleisy']],
  ['en', 'Marisela, who has been here since March, drew it.', ['Marisela']],
  // no byline, no citation
  ['en', 'By Thursday Keisha wrote half a page. Keisha was glad.', ['Keisha', 'Keisha']],
  ['en', 'By Friday Jaylen and Mateo had finished. Later Jaylen drew.', ['Jaylen', 'Mateo', 'Jaylen']],
  ['en', 'Keisha spoke. As Keisha Brown says, it is easy.', ['Keisha', 'Keisha Brown']],
  ['en', 'Keisha’s theory was that it leaks. Keisha’s law we called it.', ['Keisha', 'Keisha']],
  ['en', 'Maya V and Maya X traded places.', ['Maya V', 'Maya X']],
  ['en', 'Miss Keisha Brown came in. Keisha laughed.', ['Keisha']],
  ['de', 'Von Leonie Schmidt kam die beste Frage. Leonie lachte.', ['Leonie Schmidt', 'Leonie']],
  ['de', 'Wie Leonie Schmidt sagte, ist das leicht.', ['Leonie Schmidt']],
  ['es', 'Por Lucía García supe que nadie lo entendía. Lucía repitió.', ['Lucía García', 'Lucía']],
  ['es', 'Por Nerea García supe que nadie entendía la hoja.', ['Nerea García']],
  ['es', 'Lucía García y Mateo Márquez trajeron la caja.', ['Lucía García', 'Mateo Márquez']],
  ['es', 'Como dice Lucía García, es fácil.', ['Lucía García']],
  ['fr', 'Par Inès Martin, j’ai su que personne ne comprenait.', ['Inès Martin']],
  ['fr', 'Comme dit Inès Martin, c’est facile.', ['Inès Martin']],
  ['fi', 'Kuten Aino Virtanen sanoo, se on helppoa.', ['Aino Virtanen']],
  ['en', 'Like Jordan, who drew, I waited.', ['Jordan']],
  // the passage may stand, the name elsewhere is a child's
  ['en', 'Photo: Keisha Brown\n\nThen Keisha laughed.', ['Keisha']],
  ['en', 'It moves work (Maya Torres, 2016). Then Maya laughed.', ['Maya']],
];

const CLEAN: [string, string][] = [
  ['en', 'Will they see it? Mark my words, they will. Grace under pressure is rare. Hope is not a plan.'],
  ['en', 'In May and June we write, in August we read. April is the worst month. Summer starts late.'],
  [
    'en',
    'As Dylan Wiliam (2011) says, feedback is for the student. It moves work to the student (Boaler, 2016).',
  ],
  ['en', 'By Jennifer Lopez-Hill\n\nWe waited. Photo by Sarah Miller, 2019.'],
  ['en', 'As Dylan Wiliam says, and like Vygotsky, according to Hattie.'],
  ['de', 'Foto: Anna Becker\n\nVon Karin Vogel (2014) ist die Idee. Laut Hattie hilft das.'],
  ['de', 'Außerdem ist „Ich höre nicht“ ein kleiner Satz, den jeder schafft. Jede schreibt einen Satz.'],
  ['es', 'Discutieron si Turquía cabía o no. Portugal tenía razón, Grecia dijo que no.'],
  ['en', 'Turkey said no, Norway asked for more time, and Ukraine answered.'],
  ['de', 'Norwegen sagte nein, die Türkei fragte nach.'],
  ['fr', 'La Turquie a répondu, la Norvège a dit non.'],
  ['fi', 'Turkin ja Norjan vastaus oli ei, sanoi Ruotsi.'],
  ['zh', '题目是：小明有5个苹果，小红有3个，一共有多少个？课本里的小明又出现了。'],
  ['en', 'April saw two storms, summer none. Henry VIII and Elizabeth I, of course.'],
  ['en', 'Rosenshine’s principles, Bloom’s taxonomy and Vygotsky came up in the meeting.'],
  ['en', 'We read about Ada Lovelace, Marie Curie and Malala. Ada wrote notes; Marie kept a notebook.'],
  ['en', 'Anne Frank wrote it in hiding. Anne was thirteen.'],
  ['en', 'Macbeth hesitates. Romeo and Juliet do not. “Juliet said it first,” one student claimed.'],
  ['en', 'We use Desmos, Kahoot and Padlet, and nobody asks Alexa or Siri.'],
  ['en', 'The trip to Florence, Sydney and Paris was a film. We live in Austin, near Georgia Street.'],
  ['en', 'Art is on Mondays, and Faith Ringgold hangs on the wall.'],
  ['en', 'Student A moved the torch and Student B the bear. I watched Student C.'],
  ['en', 'At Martin Luther King Elementary and at Lincoln High we did the same.'],
  ['en', 'I borrowed it from Jennifer Gonzalez, whose blog I like.'],
  [
    'en',
    'My colleague Sarah timed me, and [Marja Lehtonen](https://ajar.example/@marja) read it. Marja agreed.',
  ],
  ['en', 'In *Esperanza Rising* the fire comes early. Esperanza has to learn how to sweep.'],
  ['en', 'In *The Giver*, Jonas asks for nothing. “Jonas is brave,” wrote one student.'],
  ['en', 'The problem was: “Sam has 12 marbles and gives away 5. How many are left?”'],
  ['en', 'Christian, Jewish and Muslim holidays fell in the same week.'],
  ['en', 'We made jack-o-lanterns and read Frost. Rich talk takes time. Frank answers help.'],
  ['en', 'Ms. Adeyemi and Mr Frank came to watch, with Coach Ryan.'],
  ['en', 'The Bunsen burners, a Venn diagram, the Van de Graaff generator and the Frayer model were out.'],
  ['en', 'GPT and ERIC are no people. PostgreSQL is not one either. The ADA was passed in 1990.'],
  [
    'en',
    'My principal, Dana Whitfield, came. My daughter Ella tested it. Karen from the math department helped.',
  ],
  ['en', 'Henry VIII, Anne Boleyn and Cleopatra are in the book. The Maya built pyramids.'],
  ['es', 'Rosa es el color de la pared. Luz y sombra fue el tema. Mira otra vez. Sol y luna.'],
  ['es', 'Leímos a Gabriela Mistral y a García Lorca. Bernarda Alba les dio miedo; Adela, pena.'],
  ['es', 'En Santiago, en Valencia y en la calle Rosalía de Castro llovía.'],
  ['es', 'El colegio San José y el instituto Ramón y Cajal participan. Según Paulo Freire, sí.'],
  ['es', 'Sancho tenía hambre. Don Quijote también. Dolores de cabeza no faltaron.'],
  [
    'fi',
    'Aamulla satoi. Onni ei ole iso asia. Ilman kelloa ei onnistu. Pian huomasin. Anna aikaa. Meillä on kiire.',
  ],
  ['fi', 'Tampereella, Kuopiossa ja Inarissa tehtiin samaa. Tove Janssonin luonnokset olivat esillä.'],
  ['fi', 'Luimme Seitsemän veljestä. Juhani suuttuu aina ensin, Eero nauraa.'],
  ['fi', 'Satu kerrottiin kolmesti. Toivon, että joku kokeilee. Helmi on simpukassa. Armas ystävä.'],
  [
    'de',
    'Der Wolf und die sieben Geißlein. Ernst wird es im Mai. Das Will-Kommen war schön. Art und Weise zählen.',
  ],
  ['de', 'An der Anne-Frank-Schule und am Albert-Einstein-Gymnasium ist es genauso.'],
  ['de', 'Frau Petersen kam. Maria Montessori hätte es gefallen. Gretchen fragt, Faust schweigt.'],
  ['de', 'Jemand sagte nichts. Danach fragte niemand. Jede Gruppe meldete sich. Am Ende war Ruhe.'],
  [
    'fr',
    'Rose et bleu, Marine et vert : les couleurs. Pierre qui roule n’amasse pas mousse. Août est calme.',
  ],
  ['fr', 'Au collège Jean Moulin, rue Victor Hugo, on lit Molière. Argan tousse, Toinette rit.'],
  ['fr', 'Selon Philippe Meirieu, il faut essayer. Personne n’a répondu. Chacun a dit non.'],
  ['zh', '我高兴地说了几句。方法很简单，白板上写满了。时间到了，马上下课。周末再见。黄色的纸张开了。'],
  ['zh', '鲁迅和朱自清的文章都读过。孔子说过的话。华罗庚先生的书。'],
  ['zh', '许多人说好。安静的孩子举手了。同学们都说不难。张老师说可以。'],
];

describe('likely names of students', () => {
  test.each(FOUND)('are found (%s): %s', (lang, text, expected) => {
    expect(names(lang, text)).toEqual(expected);
  });

  test.each(CLEAN)('are not found where there are none (%s): %s', (lang, text) => {
    expect(names(lang, text)).toEqual([]);
  });

  test('are not those of the author and of co-authors', () => {
    expect(names('en', 'Ruth asked Maya, and Alma wrote it down.', ['Ruth Calloway', 'Alma Reyes'])).toEqual([
      'Maya',
    ]);
    expect(names('zh', '陈文慧问大家，王梓涵说不知道。', ['陈文慧'])).toEqual(['王梓涵']);
  });

  test('are replaced by “a student” once, by the same letter each time', () => {
    const fixes = (lang: string, text: string) => findNames(text, { ...context, lang }).map(({ fix }) => fix);
    expect(fixes('en', 'I asked Maya.')).toEqual(['a student']);
    expect(fixes('en', 'Maya laughed.')).toEqual(['A student']);
    expect(fixes('en', 'Maya asked Devon, and Devon asked Maya, but not Zuri.')).toEqual([
      'Student A',
      'Student B',
      'Student B',
      'Student A',
      'a student',
    ]);
    expect(fixes('en', 'Student A sat down. Maya asked. Maya wrote.')).toEqual(['Student B', 'Student B']);
    expect(fixes('es', 'Pregunté a Valentina.')).toEqual(['un estudiante']);
    expect(fixes('fi', 'Ainon vihko jäi Eetulle.')).toEqual(['Erään oppilaan', 'eräälle oppilaalle']);
    expect(fixes('fi', 'Ella nauroi. Ellan lappu jäi. Kysyin Ellalta.')).toEqual([
      'Oppilas A',
      'Oppilas A:n',
      'Oppilas A:lta',
    ]);
    expect(fixes('de', 'Lenas Heft.')).toEqual(['Eines Schülers']);
    expect(fixes('fr', 'C’est Inès.')).toEqual(['un élève']);
    expect(fixes('zh', '王梓涵说好。')).toEqual(['一名学生']);
    expect(fixes('zh', '王梓涵同学说好，大家看着王梓涵。')).toEqual(['A', '学生A']);
  });
});

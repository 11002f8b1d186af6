import { describe, expect, test } from '@jest/globals';
import { findColleagues } from '../../server/check/colleagues.ts';
import { findDignity } from '../../server/check/dignity.ts';
import { findOneChild } from '../../server/check/one-child.ts';

const context = (lang: string) => ({
  lang,
  authors: ['Ruth Calloway'],
  emails: [],
  smallN: 10,
  idPatterns: [],
});
const found = (rule: typeof findOneChild, lang: string, text: string) =>
  rule(text, context(lang)).map((finding) => finding.text);

describe('a description of one child', () => {
  test.each([
    ['en', 'One boy has an IEP and needs a quiet corner.', 'One boy'],
    ['en', 'A girl in my class lives in foster care.', 'A girl'],
    ['en', 'My student who is undocumented never came on Fridays.', 'My student'],
    ['en', 'One student sat at the back. He has been diagnosed with epilepsy.', 'One student'],
    ['en', 'There was a child whose parents are going through a custody battle.', 'a child'],
    ['en', 'An eleven-year-old on free lunch paid for everyone.', 'An eleven-year-old'],
    ['en', 'One of my sixth-graders is pregnant.', 'One of my sixth-graders'],
    ['en', 'I have a student who is Muslim and fasts in spring.', 'a student'],
    ['en', 'One kid told me that his father was deported in May.', 'One kid'],
    ['en', 'The boy by the window lost his mother last winter.', 'The boy'],
    ['es', 'Un alumno con dislexia leyó primero.', 'Un alumno'],
    ['es', 'Una chica de mi tutoría vive en una familia de acogida.', 'Una chica'],
    ['es', 'Hay un niño en mi clase. Su padre está en la cárcel.', 'un niño'],
    ['es', 'Una de mis alumnas está embarazada.', 'Una de mis alumnas'],
    ['fi', 'Eräällä pojalla on ADHD.', 'Eräällä pojalla'],
    ['fi', 'Luokallani on tyttö, joka on turvapaikanhakija.', 'Luokallani on tyttö'],
    ['fi', 'Yksi oppilas istui takana. Hänen äitinsä kuoli keväällä.', 'Yksi oppilas'],
    ['fi', 'Oppilaani on huostaanotettu.', 'Oppilaani'],
    ['de', 'Ein Junge aus meiner Klasse lebt in einer Pflegefamilie.', 'Ein Junge'],
    ['de', 'Eine Schülerin mit Legasthenie las zuerst.', 'Eine Schülerin'],
    [
      'de',
      'Ein Kind fehlte oft. Seine Eltern lassen sich gerade scheiden, das Jugendamt ist dabei.',
      'Ein Kind',
    ],
    ['fr', 'Un élève autiste a lu en premier.', 'Un élève'],
    ['fr', 'Une fille de ma classe vit en foyer.', 'Une fille'],
    ['fr', 'J’ai un garçon en quatrième. Son père est en prison.', 'un garçon'],
    ['zh', '班里有个孩子患有多动症，坐不住。', '有个孩子'],
    ['zh', '有一个女生家里是低保户，她从来不说。', '有一个女生'],
    ['zh', '一名学生父母离异，跟奶奶住。', '一名学生'],
    ['es', 'Un chico musulmán ayunaba.', 'Un chico'],
    ['es', 'También hay un chico musulmán en el grupo que ayunaba esos días.', 'un chico'],
    ['de', 'Ein jüdischer Schüler hat erzählt.', 'Ein jüdischer Schüler'],
    ['de', 'Eine muslimische Schülerin fastete.', 'Eine muslimische Schülerin'],
    ['fr', 'Un garçon musulman jeûnait.', 'Un garçon'],
    ['fr', 'Une élève voilée lisait.', 'Une élève'],
    ['fi', 'Kuuro oppilas istui edessä.', 'Kuuro oppilas'],
    ['fi', 'Muslimi tyttö paastosi.', 'Muslimi tyttö'],
    ['fi', 'Pojalla on ADHD.', 'Pojalla'],
    ['fi', 'Tytöllä oli diabetes.', 'Tytöllä'],
    ['zh', '一位聋哑学生用手语回答。', '一位聋哑学生'],
    ['zh', '班里有个回族女孩不吃猪肉。', '有个回族女孩'],
    ['en', 'My one blind student used the model.', 'My one blind student'],
    ['en', 'A deaf pupil and the boy beside her signed it.', 'A deaf pupil'],
    ['en', 'A Sikh boy led the group.', 'A Sikh boy'],
  ])('is found (%s): %s', (lang, text, passage) => {
    const [first] = found(findOneChild, lang, text);
    expect(first).toBeDefined();
    expect(first?.includes(passage) || passage.includes(first ?? '')).toBe(true);
  });

  test.each([
    ['en', 'Students with dyslexia got the text a day before. One student thanked me.'],
    ['en', 'One student asked whether the police may search a bag. We read the law.'],
    ['en', 'The Great Depression was our topic. One boy drew a queue.'],
    ['en', 'My English learners liked it. A girl laughed.'],
    ['en', 'A student asked what a refugee is, and we read about refugees in 1945.'],
    ['en', 'Students with IEPs already knew the cards. A child stopped me: “You should be lost now.”'],
    ['en', 'One girl in my class always finishes first and helps the others.'],
    ['en', 'We add a step each week so that one student can lead. Send me yours.'],
    ['es', 'Los alumnos con TDAH lo agradecieron. Una niña se rió.'],
    ['es', 'Una alumna preguntó por la guerra civil y leímos dos cartas.'],
    ['fi', 'Oppilaat, joilla on lukivaikeuksia, saivat tekstin ensin. Eräs poika hymyili.'],
    ['de', 'Kinder mit Förderbedarf bekamen den Text vorher. Ein Junge grinste.'],
    ['fr', 'Les élèves dyslexiques ont reçu le texte avant. Une élève a souri.'],
    ['en', 'The police told a boy in the story. We read of religion, and a student drew Muslim art.'],
    ['fi', 'Jos oppilaalla on ADHD, tauko auttaa. Pojalla on hyvä idea.'],
    ['de', 'Ein Schüler fragte nach jüdischen Festen.'],
    ['zh', '有自闭症的学生们可以先看课文。一个男生笑了。'],
  ])('is no group, no topic, no child without a private matter (%s): %s', (lang, text) => {
    expect(found(findOneChild, lang, text)).toEqual([]);
  });

  test('is replaced by “some students”', () => {
    const [finding] = findOneChild('One boy has an IEP.', context('en'));
    expect(finding).toMatchObject({ type: 'one-child', severity: 'ask', start: 0, fix: 'Some students' });
  });
});

describe('insulting talk', () => {
  test.each([
    ['en', 'These kids are just lazy.'],
    ['en', 'It was a bunch of idiots, to be honest.'],
    ['en', 'His mother is completely useless.'],
    ['es', 'Mis alumnos son unos vagos.'],
    ['es', 'Una panda de inútiles.'],
    ['fi', 'Nämä oppilaat ovat ihan tyhmiä.'],
    ['de', 'Diese Klasse ist einfach dumm.'],
    ['de', 'Ein Haufen Idioten.'],
    ['fr', 'Ces élèves sont vraiment nuls.'],
    ['fr', 'Une bande de fainéants.'],
    ['zh', '这些学生就是笨。'],
    ['es', 'Este curso son unos vagos y tontos.'],
    ['es', 'Vienen de familias desestructuradas.'],
    ['fr', 'Ce sont des cancres.'],
    ['fr', 'Toujours les mêmes abrutis au fond.'],
    ['de', 'Die sind faul und blöd.'],
    ['de', 'Das kommt von asozialen Eltern.'],
    ['fi', 'Taas laiskoja idiootteja koko rivi.'],
    ['en', 'This class is full of idiots.'],
    ['zh', '一班的蠢货。'],
  ])('is found (%s): %s', (lang, text) => {
    expect(found(findDignity, lang, text)).toHaveLength(1);
  });

  test.each([
    ['en', 'We use lazy evaluation. There are no stupid questions. The long way is useless here.'],
    ['en', 'My rule: never say that a class is lazy. The weather was crazy and the copier useless.'],
    ['en', 'The children were tired, loud and wonderful. Animals are the topic; these kids love animals.'],
    ['es', 'No hay preguntas tontas. El burro es un animal. Los niños son curiosos.'],
    ['fi', 'Tyhmiä kysymyksiä ei ole. Oppilaat ovat väsyneitä.'],
    ['de', 'Es gibt keine dummen Fragen. Die Kinder sind müde.'],
    ['fr', 'Il n’y a pas de question bête. Les élèves sont fatigués.'],
    ['zh', '没有笨问题。这些学生很认真。'],
    ['en', 'The room was full of ideas, nothing but questions, a lot of laughter.'],
    ['es', 'Los animales y las familias de palabras. Familias de números, vagones y tontos errores míos.'],
    ['fr', 'Le conte de l’âne. Ce sont des élèves curieux. Aucun enfant n’est un cancre.'],
    ['de', 'Der Satz „blöd“ fiel. Die Kinder waren laut und müde, die Aufgabe doof.'],
    ['fi', 'Laiska lauantai. Tyhmä virhe minulta. Oppilaat olivat väsyneitä.'],
    ['zh', '笨办法也可以。熊在书里。'],
  ])('is not talk about ideas (%s): %s', (lang, text) => {
    expect(found(findDignity, lang, text)).toEqual([]);
  });
});

describe('colleagues', () => {
  test.each([
    ['en', 'Ms. Adeyemi timed us.', 'Ms. Adeyemi', 'a colleague'],
    ['en', 'I asked Coach Brennan.', 'Coach Brennan', 'a colleague'],
    ['en', 'My colleague Sarah counted.', 'My colleague Sarah', 'a colleague'],
    ['es', 'La maestra Robles leyó.', 'La maestra Robles', 'una persona del equipo docente'],
    ['es', 'Se lo dije al profesor Medina.', 'al profesor Medina', 'a una persona del equipo docente'],
    ['fi', 'Opettaja Virtanen laski.', 'Opettaja Virtanen', 'eräs kollega'],
    ['de', 'Mit Frau Dr. Yıldız.', 'Frau Dr. Yıldız', 'jemand aus dem Kollegium'],
    ['fr', 'M. Delcourt a filmé.', 'M. Delcourt', 'un ou une collègue'],
    ['zh', '王老师来听课。', '王老师', '一位同事'],
  ])('are found (%s): %s', (lang, text, passage, fix) => {
    expect(findColleagues(text, context(lang)).map((finding) => [finding.text, finding.fix])).toEqual([
      [passage, fix],
    ]);
  });

  test.each([
    ['en', 'Ms. Calloway is me. I asked [Ms. Reyes](https://ajar.example/@alma), and Ms. Reyes agreed.'],
    ['en', 'We read Dr. Seuss and wrote to Mr. Darcy. Dr. King gave the speech.'],
    ['es', 'El señor que cuida la bomba vino. La maestra de al lado también.'],
    ['fi', 'Opettaja laski. Rehtori tuli. Kollegani Turusta auttoi.'],
    ['de', 'Die Frau des Bäckers kam. Herr über die Zeit ist niemand. Frau Holle schüttelt die Betten.'],
    ['fr', 'Madame la directrice est venue. Madame Bovary s’ennuie.'],
    ['zh', '任课老师和各位老师都来了。一位老师说，年轻老师应该多听课。老师好。'],
  ])('are not those with a link, of books or without a name (%s): %s', (lang, text) => {
    expect(found(findColleagues, lang, text)).toEqual([]);
  });
});

import { foldedWords } from '../folded-name.ts';
import type { NameWords } from './name-words.ts';
import { WORDS_TOO } from './words-en.ts';

/** English. */
export const ENGLISH: NameWords = {
  wordsToo: foldedWords(WORDS_TOO),
  nounsHaveCapitals: false,
  students:
    foldedWords(`student students pupil pupils boy boys girl girls kid kids child children learner learners classmate
    classmates freshman sophomore junior senior grader graders scholar tutee mentee teen teenager newcomer twin twins friend buddy
    partner kindergartner preschooler toddler little young`),
  called:
    /\b(?:named|called|nicknamed|names? (?:is|was|are|were)|goes by|went by|call (?:him|her|them|me)|calls? (?:him|her|himself|herself))\s{1,2}["“'‘*_]{0,3}$/iu,
  says: foldedWords(`saw said says asked asks answered answers replied replies whispered shouted yelled explained explains added adds
    told tells wrote writes drew draws raised raises noticed notices suggested suggests wanted wants tried tries looked looks laughed laughs smiled
    smiles cried cries pointed points walked started finished refused refuses stayed turned shared argued argues decided realized realised
    struggled struggles struggling helped loved loves liked likes hated hates knew knows took came comes thought thinks felt feels got went sat sits stood stands
    ran spoke speaks spoken began kept left held brought found lost forgot read reads grabbed jumped nodded shrugged mumbled muttered
    insisted admitted admits agreed agrees disagreed wondered wonders wonder guessed figured counted measured built made made folded broke stopped
    paused listened repeated remembered interrupted joined offered chose picked passed solved threw hid slept gave gives
    needed needs worked hummed sang danced blurted giggled beamed blushed hesitated volunteered complained apologized apologised
    begged confessed bragged joked joined lives moved misses missed arrived is was has had wasn't isn't didn't doesn't couldn't can't won't wouldn't hadn't hasn't never always finally even`),
  between:
    foldedWords(`also just then once finally suddenly quietly slowly proudly never always often usually even still really simply later immediately
    who and`),
  saysBefore:
    foldedWords(`said says asked asks answered replied whispered shouted yelled explained added told tell wrote thanked praised
    interrupted asking telling helping helped reminded invited encouraged`),
  belongings:
    foldedWords(`notebook desk essay answer answers question questions work paper writing drawing hand hands group table partner face voice eyes mother mom
    mum dad father parents parent family sister brother grandmother grandma grandfather homework project poster solution idea ideas mistake mistakes story poem
    turn reply response explanation method strategy seat chair pencil backpack bag behavior behaviour attention progress reading book team row
    card score test grade smile model letter sentence sentences picture strips stool birthday house home`),
  articles: foldedWords(
    `the a an this that these those each every any no some our my your his her their its of`,
  ),
  and: foldedWords('and or'),
  notNames:
    foldedWords(`student students teacher teachers parent parents everyone everybody someone somebody anyone anybody nobody no none one two three four
    five some many most all each both another other others few several he she it they we i you who whoever people kids children boys girls
    pupils learners colleagues mothers fathers families scientists researchers critics readers visitors mom dad mum mother father grandma grandpa
    principal coach grade year class group groups team teams half nothing something everything then there this that these those what when where why how if
    as and but so yet or because after before while since once now today yesterday tomorrow later eventually finally suddenly first second third
    next last her his my our their your the a an god santa google wikipedia chatgpt siri alexa congress parliament research evidence studies experience
    later sometimes often usually never always still only even also maybe perhaps here again instead meanwhile however english math maths science history
    music art drama pe monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december spring summer autumn fall winter easter christmas ramadan america american british french german spanish chinese english table
    slide page chapter act scene unit lesson part step week day period room north south east west yes ok okay well please thanks thank`),
  titles:
    foldedWords(`mr mrs ms miss mx dr prof professor coach principal sir madam king queen prince princess president pope saint st lord lady
    captain general mayor senator judge reverend rev rabbi imam father sister nurse officer superintendent governor dame uncle aunt auntie señor señora
    sra sr don doña friar emperor empress chief secretary minister`),
  adults:
    foldedWords(`colleague daughter son brother sister mother father friend coteacher co-teacher co-worker coworker husband wife spouse mentor librarian paraprofessional para assistant aide
    counselor counsellor psychologist neighbour neighbor janitor custodian caretaker cook director head headteacher coach department tutor teacher teachers
    boss supervisor trainer`),
  citing:
    /\b(?:books?|novels?|authors?|poets?|poems?|writes|argues|calls|articles?|papers?|stud(?:y|ies)|research(?:er|ers)?|theor(?:y|ies|ist)|principles?|taxonomy|according to|podcast|blog|TED|quot(?:e|es|ed|ation|ations)|biograph(?:y|ies)|films?|movies?|paintings?|painters?|artists?|composers?|scientists?|physicists?|mathematicians?|inventors?|presidents?|philosophers?|psychologists?|activists?|astronauts?|athletes?|singers?|famous|historical|discovered|invented|composed|painted|borrowed (?:it |this |that |the idea )?from|has written|have written|edition|keynote|workshop by|framework|video|professor|university|came up|museum|century|notebooks?|field notes|photographs?|exhibition|gallery|statue|speech|character|protagonist|heroine?|villain|playwright|shelf|wall)\b/i,
  figures:
    foldedWords(`author poet novelist scientist physicist chemist biologist mathematician painter artist composer singer actor actress president king queen
    emperor saint philosopher psychologist researcher inventor explorer astronaut athlete character protagonist hero heroine villain narrator
    playwright photographer sculptor architect activist senator historian economist character's`),
  company: foldedWords(
    'next talk talked talking spoke listen listened sat sit gave give said show showed handed belongs close went belong',
  ),
};

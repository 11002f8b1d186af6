import { foldedWords } from '../folded-name.ts';
import type { NameWords } from './name-words.ts';
import { WORDS_TOO } from './words-fr.ts';

/** French. */
export const FRENCH: NameWords = {
  wordsToo: foldedWords(WORDS_TOO),
  nounsHaveCapitals: false,
  students:
    foldedWords(`élève élèves garçon garçons fille filles fillette enfant enfants étudiant étudiante étudiants gamin gamine camarade camarades petit petite
    petits jeune jeunes adolescent adolescente lycéen lycéenne collégien collégienne écolier écolière copain copine jumeaux jumelles grand grande`),
  called:
    /(?:nommée?s?|prénommée?s?|appelée?s?|surnommée?s?|du (?:doux )?nom de|qui s['’]appelle|s['’]appel(?:le|lait)|prénom (?:est|était)|je m['’]appelle|l['’]appelle)\s{1,2}["“«'‘*_]{0,3}\s?$/iu,
  says: foldedWords(`dit disait demande demandait répond répondait explique ajoute propose crie murmure écrit écrivait dessine lève regarde rit sourit pleure
    veut voulait essaie sait savait pense croit sent vient venait prend prenait fait faisait court parle parlait lit lisait apporte trouve perd oublie choisit
    tient chante danse avoue insiste répète arrive sort entre était avait est a lui demanda répondit dit expliqua ajouta proposa cria écrivit leva voulut prit hésite hésitait refuse
    refusait aime aimait préfère préférait travaille termine commence continue reste restait lance s'exclame s'écrie`),
  between: foldedWords(
    "ne n' se s' me m' lui leur nous les le la l' y en aussi toujours jamais souvent alors enfin puis qui et",
  ),
  saysBefore:
    foldedWords(`dit répond demande explique ajoute propose crie murmure lance écrit répondu proposé demandé expliqué ajouté crié murmuré lancé
    écrit conclu déclaré avoué remarqué répliqué chuchoté s'exclame s'écrie exclamé écrié`),
  belongings:
    foldedWords(`cahier trousse sac crayon table idée idées réponse question dessin texte main mère père maman papa soeur sœur frère grand-mère grand-père
    famille groupe affiche lettre billet copie visage voix sourire chaise histoire maison tour erreur solution bureau équipe voisin voisine carnet feuille pochette`),
  articles: foldedWords(
    'le la les un une des ce cette cet ces mon ma mes son sa ses notre nos leur leurs chaque du au aux',
  ),
  and: foldedWords('et ou'),
  notNames:
    foldedWords(`élèves professeur professeure professeurs enseignant enseignante enseignants quelqu'un quelqu personne chacun chacune certains certaines tous toutes tout toute
    aucun aucune autre autres un une il elle ils elles on je tu nous vous qui celui celle ceux celles maman papa parents mère père les le la l l' des du ce cela ça c'est
    c' puis ensuite alors après avant quand comme parce mais et donc or ni car si oui non bien ici là aujourd'hui hier demain maintenant enfin bref
    aussi encore toujours jamais souvent parfois lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre
    novembre décembre noël pâques toussaint halloween inter dieu google wikipédia merci bonjour mon ma mes son sa ses notre nos leur leurs cette cet ces pourquoi comment où
    français anglais maths mathématiques histoire sciences musique eps cm1 cm2 ce1 ce2 cp en dans sur sous pour par avec sans chez vers depuis pendant
    entre selon plusieurs beaucoup peu rien deux trois quatre cinq six dix vingt`),
  titles:
    foldedWords(`m mme mlle monsieur madame mademoiselle maître maîtresse docteur dr professeur proviseur directeur directrice inspecteur inspectrice principal
    principale saint sainte st ste roi reine prince princesse président présidente pape père sœur abbé général maréchal empereur`),
  adults:
    foldedWords(`collègue collègues mari femme épouse documentaliste bibliothécaire atsem aesh cpe infirmière infirmier tutrice tuteur conjoint
    intervenante intervenant formatrice formateur`),
  citing:
    /(?<!\p{L})(?:livres?|romans?|auteure?s?|autrice|poètes?|poèmes?|pages? de|œuvres? de|oeuvres? de|articles?|recherches? de|chercheu(?:r|se)s?|théories?|selon|d['’]après|cit(?:e|é|ée|ation|ations)|biographie|film|tableaux?|peintres?|compositeurs?|scientifiques?|savante?s?|philosophes?|inventeur|président|célèbre|personnages?|héros|héroïne|siècle|relu|lu |disait que|inspirée? (?:de|par)|a écrit|albums? de|fables? de|chansons? de|vidéo|photos? de|pièces? de|vers de|aurait|n['’]aurait)(?!\p{L})/iu,
  figures:
    foldedWords(`auteur auteure autrice poète romancier romancière écrivain écrivaine scientifique peintre compositeur compositrice chanteur chanteuse roi reine
    philosophe personnage héros héroïne narrateur astronaute sportif sportive dramaturge pédagogue chercheur chercheuse savant photographe`),
  company: foldedWords('dit donné parlé demandé côté'),
};

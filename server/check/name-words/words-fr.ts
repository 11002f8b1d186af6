/** First names that are also ordinary words of the language; without accents. A capital at the beginning of a
 * sentence says nothing about these. */
export const WORDS_TOO = `
abondance acanthe ace adele adne adonis aicha aida aimable aime aimee aine alea alene alexandra alexandrine
alexine alize allene allie alphonse alun alvin alysson amadou amande amant amaryllis ambra ambre ambroisie
amer amethyste ami amie amine amour ana ane anemone ange angelique ani anis anisa aphelie aquilin aras
archange archer aria armas armeline assomption aster asterie atlas aube aubin auguste augustin augustine
aune aurore aveline azalee baba bac balthazar bang banna baptiste baraka barbe barbu bea beate beau bebe
begum bela belle ben benigne benjamin benoit berthe beryl bette bibi bina blair blanche bora borna boubou
brandi brandon brandy brisa bristol brune buse cade cadence cadi cal cale calin camelia cana candela candida
candide caner capa capucine carmel carmina carmine carter cash casimir cassie celeste celestin cene cesar
chance charlotte chase cheikh cherif chester chien chretien christ chue cicero claire clarisse clemence
clement clemente clementine coco colins colombe colt constance constant corbin crin cristal dada dahir
dahlia dallas dalton dan daphne deja delia demi derrick desire desiree destin destinee devin devon diane
dieu dina divine don donna dora doris douce doudou douglas duc eden edit edita eglantine elira elis elise
elu emie emir epiphane esperance esse essence ester eustache exauce fantasia fatma felicita felicitas
felicite feline ferre fetu fiacre fidele filou fleur flore florence florentin florentine florin fortune
fortunee franc francisque franco fraser fridolin fritz gage gal gala gara garance garda gemine gemma gene
genet gent germain germaine gesine giselle gita gloire gloria grace gracie granit gui guillemette gus guyot
hai hala halle hamada hardi harpa harper hein hela hele henni henry heritier hermine hilaire honore hop
horst hortensia hua huma hunter imam iman indu innes innocent inti ira iris islam ive ivette iwan jacinthe
jaco jacobus jacqueline jade jais jalon jarret jase jasmin jasper jasse javas jeannette jenny jeremias
jeremie jesus jeton jette jolie julien julienne junior jure juste justice kali kamala kana kanak karma
karman kawa kelvin kiki kiri kit kota kyrie lai laine lais lamine lascar lasse laura laure leonard lester
leu lev levent lexie lia lias liat libere liberty lilas liman lin lino lis lise lisette lori loris lorrain
lorraine lotte loua lourdes lova luis luise lulu lux lyric mac madeleine magne magnolia maia maie maire maki
mali malin malte maman mamie mana manda mar marge margot marguerite mari marin marina maris marjolaine mark
marli marques marquez marquis marquise marte martins matas mathieu mathurin mati matis mats maxima maxime
maxwell maya maye medina mehari melat melba melchior mele melodie melusine merle merlin merveille mette
micheline miel milan miles mille mima mimosa mira miracle miro misa modeste moira moise moises mollie monte
morgane morne moussa muni munir murat musa muse nadir naira nais naja nana narcisse naval neo nia nicol noel
normand nova obi octave octavia octavie olive olle olympe onyx opaline orges orin oscar ove palemon palma
palmer panait panca panka panna paras pardi pari pascale pat paterne patience patrice paulette paulien pava
pele pelle penny pepe pepin peri perla pete petre petri phi philippine phoenix pierrette pierrot pieter
piper prima primerose promise prudence pua punit quetzal rada radina raina raine rainer raja rama ramadan
ramez rami ramona rasa ravi ray raya regis regula rein reine relu renette reva ria rida rie rima rimas river
robera roberts robin roc roi romain romaine romane roque rosa rosalie rose roser rosi rosie royal rut sabine
sabir saga sage sai saki sana sari saule sauveur senne sep sequoia seraphin serge serra sherif sherry
sibylle sierra sil sima sincere sinisa sixte smilla sol soma spencer sterling stewart stipe subira sue
sultan sunna suri sylvain sylvestre taiga tala tamia tanner tao tara taras tari taro tate taurin terri thai
thais thora tian tien tilde timon titan titi tomas tomer tommy tonka tope tore toscane toussaint trac tran
tresor tressa tuba urbain valentin vanda vanna vasant veda vela vena venera verdie victoire victoria
victorien vigile vin viola violet violeta violette virginie vit vive wolfram xiang yang yasser yuan zain
zaire zephyr zizi
pierre colombe
`;

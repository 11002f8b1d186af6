/** First names that are also ordinary words of the language; without accents. A capital at the beginning of a
 * sentence says nothing about these. */
export const WORDS_TOO = `
abril adan adjutor adonis agata agustin agustina aina alana alara albana albin albina alea alen alica
alistar alma alon alondra alonso alta alua alvina ama amar amara ambar americo ami amia amin amir amol amon
amos amparo anas anastasia anca andel andrada andres andrina anemona anemone angelica anil anis ansa
antero antia anton antonina apsara arda aria arlo aron arta artemisa arto asa asma asta aster asuncion ata
atlas augusta augusto aurea aurica aurora ava aya ayo azalea azar azucena azul bao barbara bautista bayu
beata beca bela belen bella ben benita benito berenice bernarda bernardo berta besar bina blanca blas bonita
boza brisa cadi cai cain cal cale cali camelia camilo cana candela candelaria candida candido cao capa
cara caridad carlota carmel carter casimir cason catalina cato catrin ceca celeste celestino chaima
chan chaya chester cicero cielo citra clara clarisa clemente clementina coco codin concepcion consuelo cora
cordula crin cristal cristiano cristina cruz dada dahir dalia damil danica dante dea deja dele delfina delia
della desta destin dina dino divina doga domingo don dona dorica draga drago dua duc dujo dulce eden efe
eira electa eliseo elisio ella emir encarna encarnacion ene enea era esmeralda esperanza estela ester estera
estrella facundo fajar fantasia fara fares fausto faya fedor felina fender ferre fida filomena flor flora
florencia florentin florentina florin frances francia francisca franco frida gaetano gala galo gao garda
genesis gent genta georgiana geta gil gloria gordana grey gro guido gula guro habon hadar hafiz hala hao
harpa harto helio hila hortense hortensia huy ida iman inga inmaculada ira isidro isla islam ita iza jabali
jacinto jaco jada jaga jalon jamar jamila jara jazmin jeremias jeronimo jesus jeton jorge josefina josue
joya juan judit juliana julio juma junior juno justo juvenal lada ladina lamia lana lance langa lascar lata
laurel lavada lazar lazaro lebron leda lega leila lela leman len lene leo leon leona leonidas leopoldina
lera leticia levente lia liban libertad lidia lieve lila limar lina linda linde lino lis lisa liza loa loma
lora lucero lucio luisa lula luna luz maca macarena maes magnolia maiten maja mala malaya malina malla
malo malva mana manar manca manda mani manolo manta manuela mar marcelina marcelino marcia marcial marco
marga margarita mariana mariano marica marques marta marte martirio masa mason maura mauro maxima
maxime maximo mayar mea meda melina melis melisa merlin mia micha miel milan milano milena milo mimo mimosa
minerva mira miranda miron mirona mirza misa mitica mitra moa modesta modesto moises momo mona monte muir
muna munir musa nada nadir naja name nana nao napoleon narciso natividad naval nea negar neja nena neo neta
nia nidal nidia nina nino noe nona nova nuda nuno octaviana oda ola oliva olivera opalina ora orin oriol
orion orla orlo oto pablo paco paja palma paloma panca pancho panji pascual pastora patricio paulina pava
pedro peer pepa pepe pera peri perla petar petra petrus phi pia piedad pilar pinar pio pirita platon pola
polona prima pua puja purificacion quetzal quieta quique rabia rada rafa rafal raja rama ramadan ramiro
ramon rana rasa raya reina reino remington remo ren rene reo reto rey ria rica rico rija rima rina rio risa
rizal roble rocio roel roman romana romeo ron rona roque rosario rosita roya royal roza rudo rumana runa
runo rut ruta sabina saga saja salma salomon saman samanta samara samia san sana sancho santa seda sena
serafin serafina serena sian sidonia sidra siena sierra sil silva sima sinica sira sisa sita siu socorro
sofi sol soledad soma sora sota sultan sultana suma suri susana suzon tabea taha taiga taina tala talea
tamana tamara tao tara tarja tarquin tasa tasi tate tatu teja tertuliano tia tiara tibor tija tilde tilo
timo timon tina tinca tino titan titi tito toa tobias tola tono tope tora tova trinidad triston tuba tui
tuna ursina valentina valentino valer vali valle valon vasco veda vega vela vena venera vera vero vesta veta
vicente victoria vid vidal viola violeta virginia visar vito vitor vitoria viva yana yaya zafar zafir zaida
zala zara zaraza zarina
rosa dolores remedios mercedes consuelo rocio nieves pilar
lee suelen can leo
`;

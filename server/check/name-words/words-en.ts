/** First names that are also ordinary words of the language; without accents. A capital at the beginning of a
 * sentence says nothing about these. */
export const WORDS_TOO = `
ace aline aloha amaryllis among amour anemone angel ani archer aria aspen aster astride atlas august
autumn azalea bang barney basil beau belay belle beryl billy blaze bless blessing bob bobby bonnie
brandy briar brooks bud buddy buster cadence cal cam cannon carmine cash chad chance chandler charity chase
cherish chi clay clement colt constant creed crystal curt dahlia dale dawn deacon dean deb desire destiny
dirk divine dolly don drake drew earnest ebony edit eglantine ember emerald era essence eve faith fares
feline fem fender flora ford forest fortune foster franc frank gage gal gala garland gene genesis gent
ginger glen grace grant grey griffin gunner hank hardy hared harmony haven heath heaven henna hind hone hop
hope hunter innocent ivory jazz jewel jihad john joy julienne junior juniper justice karma kit
kitty lacy lance lander lea legend liberty lore lyric mads magnolia mar margarita marina mark marquis
marquise mart marten martins mason mats maxim maxima may meadow melody mercy miles mimosa miracle muse
myrtle nadir name naval noel nova novella onyx opal pansy pat patience pearl peer penny pierce pinkie
piper pol precious promise prudence puck raja randy raven ray reed reign rein rich riff rim river roan
roar robin rocky rod rogers romaine roman rover royal rune rusty rut saga sage said saki sander
sandy sari savanna savannah sawyer scarlet senna sequoia serenity serge sever shad shade shams sherry shin
sibyl sierra silvan sincere sky sol sonny sterling storm sue sultan sultana summer sunny swami swan sylvan
tamer tanner taro tiara tilde till ting titan toke tor tore treasure trim trinity troy tuba tucker tuna
valentine vesper viola viva wade wadi waldo warren wellington wilder will willow winter wolf wolfram
zephyr
hung can son long
`;

/** Countries and parts of the world in five languages, folded, word for word; none that is a first name too. */
export const COUNTRY_WORDS = `
aasia afganistan afghanistan africa african afrika afrique agypten alankomaat albania albanie albanien
alemania algeria algerie algerien allemagne america amerika amerique andalucia andorra andorre angleterre
angola antigua aquatorialguinea arab arabes arabia arabie arabiemiirikunnat arabische argelia argentiina
argentina argentine argentinien armenia armenie armenien aserbaidschan asia asie asien athiopien australia
australie australien austria autonomiegebiete autriche azerbaidjan azerbaidzan azerbaijan azerbaiyan bahama
bahamas bahrain bahrein bajos balcanes balkan banglades bangladesch bangladesh barbade barbados barbuda barein
baskenland bayern belarus belgia belgica belgien belgique belgium belice belize benin bhoutan bhutan
bielorrusia bielorussie birmania birmanie bolivia bolivie bolivien bosnia bosnien botsuana botswana brasil
brasilia brasilien brazil brazzaville bresil brunei bulgaria bulgarie bulgarien burkina burma burundi butan
cabo cambodge cambodia camboya cameroon cameroun camerun canada cape catalogne cataluna catar central
centroafricana chequia chile chili china chine chipre chypre colombia colombie comoras comores comoros congo
corea coree costa cote croacia croatia croatie cuba cyprus czechia danemark darussalam democratica denmark
deutschland dinamarca djibouti dominica dominican dominicana dominikaaninen dominikanische dschibuti ecosse
ecuador ecuatorial egipto egypt egypte egypti emirate emirates emiratos emirats england englanti equateur
equatorial eritrea erythree escandinavia escocia eslovaquia eslovenia espagne espana espanja estados estland
estonia estonie esuatini eswatini ethiopia ethiopie etiopia eurooppa europa europe euskadi faso fidji fidschi
fidzi fiji filipinas filippiinit finland finlande finlandia finnland fiyi france frankreich gabon gabun gales
galicia gambia gambie georgien germany ghana granada grece grecia greece greenland grenada grenade
griechenland groenland groenlandia gronland gronlanti guatemala guinea guinee guyana haiti hertsegovina
herzegovina herzegowina hessen holanda hollande honduras hongrie hungary hungria iceland inde india indien
indonesia indonesie indonesien inglaterra intia irak iran iraq irland irlanda irlande irlanti island islande
islandia islanti italia italie italien italy itavalta jamaica jamaika jamaique japan japani japon jemen
jordania jordanie jordanien kambodscha kambodza kamerun kanada kasachstan katalonien katar kazajistan
kazakhstan kazakstan kiina kingdom kinshasa kirghizstan kirgisia kirgisistan kirguistan kiribati kolumbia
kolumbien komoren komorit kongon konigreich korea kosovo koweit kreikka kroatia kroatien kurdistan kuuba
kuwait kypros kyrgyzstan lanka laos lateinamerika latinoamerica latvia lebanon leone lesotho lesoto letonia
lettland lettonie libano libanon liberia libia libya libye libyen liechtenstein liettua litauen lithuania
lituania lituanie luxembourg luxemburg luxemburgo macedoine macedonia madagascar madagaskar malaisie malasia
malaui malawi maldivas maldives malediivit malediven malesia malta maroc marokko marruecos mauretanien
mauritania mauritanie mauritius meksiko mexico mexiko mexique moldau moldavia moldavie moldova monaco mongolei
mongolia mongolie montenegro morocco mosambik mozambique myanmar namibia namibie nepal netherlands neuseeland
nicaragua niederlande niger nigeria nord nordkorea nordmazedonien norja norsunluurannikko norte north noruega
norvege norway norwegen nueva oceania oceanie osterreich ouganda ouzbekistan ozeanien paises paivantasaajan
pakistan palastina palastinensische palestiinalaisalue palestina palestinian palestinos panama papua paraguay
perou peru philippinen philippines poland polen pologne polonia porto portugal portugali puerto puola qatar
ranska republic republica republik republique romania roumanie ruanda rumania rumanien ruotsi rusia russia
russie russland rwanda sachsen saksa sambia saudi schottland schweden schweiz senegal serbia serbie serbien
seychellen seychelles seychellit siberia sibirien simbabwe singapore singapour singapur siria skandinavia
skandinavien skotlanti slovakia slovaquie slovenia slovenie slowakei slowenien somalia somalie soudan south
sovjetunioni sowjetunion spain spanien staaten states sudafrica sudafrika sudan sudkorea sudsudan suecia suede
suisse suiza suomi surinam suriname sveitsi sweden switzerland syria syrie syrien syyria tadjikistan
tadschikistan tadzikistan tailandia taiwan tajikistan tansania tanska tanzania tanzanie tayikistan tchad
tchequie territoires territories territorios thailand thailande thaimaa tibet timor tobago togo tsad tschad
tschechien tsekki tunesien tunez tunisia tunisie turkei turkiye turkki turkmenistan turquia turquie ucrania
uganda ukraina ukraine ungarn unido unidos united unkari urss uruguay usbekistan uzbekistan vanuatu venaja
venezuela verde vereinigte vereinigtes vietnam viro yemen yhdysvallat yibuti zambia zambie zealand zelanda
zentralafrikanische zimbabue zimbabwe zypern
turkey turquia turkei turquie turkki burma birma zaire czechia swaziland macedonia mazedonien makedonia macedoine
`;

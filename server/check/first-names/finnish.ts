// Built by scripts/first-names.mjs; sources and licences: docs/student-check-names.md
export const FINNISH_NAMES = `
aada aamu aapo aarne aarni aaro aaron aarre aarto aatos aatu adele ahti aida aili aina aini aino aino-maija
ainokaisa airi aki akseli aku aleksi aleksis aliina alina alisa alli alma alpo alvar alvari amalia amanda amos
anelma anita anja anna annastiina anne anneli anni anniina annika anniliina annukka ansa anselmi anssi antero
anton antti anttoni anu arho ari arja armas armi arto arttu artturi arvi arvo asko asta atte auli aulikki
aulis aune aura auvo axel beata bertta eeli eelis eemeli eemi eemil eenok eerik eerika eerikki eero eetu eeva
eevert eevi eija eila einari eine eini eino eira elea elias eliel eliisa elin elina elisa ella elle ellen elli
elli-noora elma elmeri elmi elmo elna elsa elsi elvi elvira emili emilia emma emmi enna enni ensio erja erkka
erkki erno essi ester esteri eveliina fanni fanny fiina hanna hannamari hanne hannele hannes hannu harri heidi
heikki heimo heini helena heli helin helka hellevi hellin helmi helmiina helvi henna henni henri henriikka
hermanni hertta heta hilda hilja hilkka hilla hillevi hilma hilppa hugo huugo iida iikka iina iines iiris iiro
iita iivari iivo ilari ilkka ilma ilmari ilmatar ilmi ilona ilpo ilta immi impi ina inari inga inka inkeri
irina iris irja irma irmeli isla ismo isto jaakkima jaakko jaana jade jalmari jalo jami jan jani janika janina
janita janna janne jari jarkko jarmo jarno jasmin jasper jasse jenna jenni jere jeremias jesse jimi joakim
joel johanna johannes joni jonna jonne jooa jooel joona joonas joonatan joonathan joose jooseppi jori jorma
jouko jouni jousia juha juhana juhani juhis juho jukka juuli juulia juuso jyri jyrki kaapo kaapro kaari
kaarina kaarle kaarlo kaarlotta kai kaija kaino kaisa kaisa-leena kaisla kaisu kalervo kaleva kalevi kalle
kanerva kari karita karla karoliina kasimir kasper kasperi kati katja katri katriina kauko keijo keimo kerttu
kerttuli kielo kiia kiira kimi kimmo kirsi kirsikka klaus konsta krista kristian kristiina kukka kullervo
kustaa kyllikki kyösti lahja laila lari lasse lauha laura lauri leena leevi lempi lenni leo liina liisa liisi
lilian lilja lilli linda linn linnea livia lotta loviisa luka lukas lumi lumia luna luukas lydia lyydia lyyli
maaria maarit maija maiju maikki maila maire maisa maksim malla manda manta manu mari maria marianna marianne
mariia marika marja marjaana marjatta marjo marjukka marjut marketta markku marko markus martta martti matias
matilda matleena matti mauno mauri maxim mea meea meeri meri merja merle merli mervi mette mia miia miika
miikka miio miisa mika mikael mikaela mikko mila milana milja milka milla milli milo mimmi mimosa minea minja
minka minna minni minttu mio mira mirja mirjami mirka mirkka mirko mirva moona muusa nadja natalia nea neea
neela nella nelli neo nestori netta nia niilo niina niini niki niklas niko noel nooa noomi noora nuppu nuutti
ohto oili oiva oivi okko olavi oliivia oliver olivia olli onerva onni oona orvokki oskari osku osmo ossi otava
otso otto outi paavo paula pauli pauliina peetu pekka pekko pentti peppi pessi petra petri petrus petteri pia
pihla piia pilvi pinja pirita pirjo pirkko poju pyry päivi päivikki päiviö raakel rafael raija raila raili
raimo raine raisa rami rasmus rauha rauno reeta reetta reijo reima reino riia riikka riina riitta riku risto
ritva roni ronja roope roosa rosa rufus runo ruska ruut saaga saana saara saga saija saila saima saimi saini
sakari saku salla salli sami sampo samu samuel samuli sandra sanelma sanna sanni santeri santtu sara sari
saskia satu seela seija selma senja senni seppo severi siiri silja silva simo sini sinikka sirkka sirpa siru
sisko sisu sofi sofia sohvi soila soini sointu sonja stella sulevi sulo suoma suvi sylvi sylvia synnöve säde
taavetti taavi taika taimi taina taisto taneli tapani tapio tarja tarmo taru tatu tea teemu teija tellervo
tenho teppo terhi terho terttu tessa teuvo tiera tiia tiina tiitus tilda timi timo tinja toini toivo tomi toni
topi topias torsti touko tuija tuire tuisku tuomas tuomo tuovi tuuka tuukka tuuli tuulia tuulikki tuure tyyne
tyyni uljas ulla unna untamo unto urho urpo usko valma valo valtteri vanamo vanessa vappu varma veera veeti
veikka veikko veini veli venla verna verneri vesa viena vieno viivi vilhelmiina vilho vili vilja viljami viljo
ville vilma vilppu vincent viola virpi virva voitto vuokko väinämö väinö wiljam wilma ylermi yrjö åke
`;

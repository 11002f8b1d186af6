/** Places, months, products and words of belief that are also first names: a name only where something is said of a person. */
export const RATHER_PLACES = `
paris london berlin boston denver orlando memphis phoenix cairo kenya india china asia africa america ireland israel egypt 
arizona nevada alaska kansas louisiana indiana tennessee texas california florida washington jefferson hamilton
cleveland columbus raleigh atlanta milano roma rome sienna granada cordoba normandy
andalucia asturias aragon cuba bolivia argentina chile peru colombia venezuela panama france francia suomi inari viena turku oulu lahti kuopio pori kemi salo vaasa rauma espoo vantaa imatra lohja kerava nokia raisio kotka hamina kouvola joensuu mikkeli savonlinna rovaniemi kajaani iisalmi helsinki tampere kemi aleppo medina bethlehem nazareth
april may june july august juni juli januar februar jun mar sep thu mai juin abril mayo junio julio agosto winter autumn spring easter pascal
christian cristiano roman german norman muslim islam 
alexa siri cortana edison newton kelvin darwin pascal celsius tesla python java scratch swift kahoot canva desmos moodle padlet claude gemini watson einstein franklin nobel
earth mars venus jupiter saturn pluto galaxy orion atlas titan apollo odyssey
disney marvel pixar lego nike adidas toyota ford lexus audi zara dior chanel
kennedy roosevelt reagan nixon truman monroe obama clinton bush nelson wilson hoover taft davis johnson lewis wagner bach marx
mozart chopin braille morse cornell stanford princeton harvard yale oxford cambridge eton wellington hudson nash moll nation bloom lemov berger black white green brown gray grey
riemann hooke boyle joule ohm volta hertz
`;

/** Places, flowers and things that many students are named after: a name, but not after “in” or “from”. */
export const ALSO_PLACES = `
jordan austin sydney charlotte madison florence savannah brooklyn chelsea alexandria adelaide victoria jackson dakota dallas houston chad santiago
san lincoln lancaster bristol devon chester kent york carson salem troy raleigh milan verona siena vienna odessa 
lourdes cannes nice lorraine marne seine clermont rodez laval jena celle anklam ulm hagen hanau kassel halle essen bergen turku salo lahti kokkola lohja
belen trinidad rosario cordoba mercedes valencia merida leon loja florida ayacucho
 darwin perth georgetown malta cyprus omsk astana medan malang delhi goa agra
dallas denver phoenix orlando memphis cairo kenya india asia ireland cuba carolina virginia georgia montana ada ruby carter harrison hayes grant summer autumn
jasmine holly heather hazel iris ivy lily daisy violet ruby amber jade rose fern olive poppy max jack nick bill
`;

/** Before a place. */
export const PLACE_WORDS = `
in at from near around across outside inside through via toward towards beyond of
en desde hacia hasta cerca entre por
aus nach bei um über von durch
à au aux depuis vers chez près dans
`;

/** Beside them stands a place, a school, a street, an institution or a thing named after somebody. */
export const THINGS_NAMED_AFTER = `
street avenue road lane drive boulevard square park bridge river lake mount mountain county city town district valley creek island islands beach bay hills station
school elementary middle high academy college university institute center centre library museum hospital church cathedral foundation trust award prize medal fund theatre theater hall stadium airport
civilization civilisation culture empire calendar pyramids temple temples ruins numerals codex rice
method model diagram scale curve notes effect test theorem equation law laws cycle taxonomy principles theory paradox constant number numbers triangle square protocol framework
calle avenida plaza paseo colegio escuela instituto ceip ies liceo universidad biblioteca museo hospital fundación premio teorema ley teoría método barrio parque río cerro isla ciudad municipio estado
rue avenue boulevard place quai collège lycée école collèges lycées groupe scolaire université bibliothèque médiathèque musée hôpital fondation prix théorème loi méthode théâtre gare square pont mont cité
straße strasse platz allee weg gasse schule gymnasium realschule gesamtschule grundschule universität institut stiftung preis satz gesetz methode modell museum bibliothek krankenhaus turm brücke see berg
katu tie koulu lukio yliopisto kirjasto museo säätiö palkinto lause laki menetelmä malli puisto järvi
saint st sankt santa san santo são ste sainte
`;

// Built by scripts/first-names.mjs; sources and licences: docs/student-check-names.md
export const NAMES = `
baaba baala baalaaditya baalagopaal baba babacar babajide babak babasola babatunde babatunji babawale babette
bac bach badr bafana baffour bagas bagiya bagus bagya bahaa bahar bahareh bahati bahija bahram bahula
bahuraksa bahuwarna bahuwirya baiba baidehi baijayanti bailee bailey bajragin bakari bakary bakda bakiadi
bakianto bakidin bakijan bakiman bakiono bakti baktiadi baktianto baktiono bakula balaaditya balachandra
baladitya balagopal balagovind balaji balamani balamantri balangga balapati balazs baldwin balgopal balidin
balijan balint baltasar balthazar bambang banara banawa banawi bancar bandhu bandhul bandile banel bang
bangizwe banji bankim bankimchandra bankole banna bao baptiste baptistin bara baraa baraka baran barbara barbe
barbel barbora barbro barbu barica baris barna barnabas barnabe barney barrett barry bart bartek barthelemy
bartholome bartimee bartlomiej bartolome bartolomej bartolomeu barton bartosz baruch baryalai basanti basarab
basel bashar bashiir bashir basia basil basile basilisse basma bassam bastiaan bastian bastien bathilde batoul
batrisyia batuhan batya baudouin bautista bawer bayan bayani baylee bayu baz bazyli bea beata beate beatrice
beatrix beatriz beatrycze beau beaulah bebe beca beckett beckham becky begona begum behnaz behrouz behzad
beibei bekele bela belay belaynesh belen belimir belinay belinda bella belle belo ben benadik bence bende
bendeguz bendik benedek benedetta benedict benedicte benedikt benedita benedykt benett bengt beniamin benicio
benigne benita benito benja benjamim benjamin bennet bennett bennie benno benny benoit benone benson bente
benthe bentley bento benton benyamin beranger berangere berard berat bercem berdan beren berend berenice
berfin berhane berina berislav berit beritan berivan berk berkay berke bernabe bernadette bernadine bernard
bernarda bernardo bernd berneice bernhard bernice bernie berniece bernita bert berta bertalan bertha berthe
berti bertie bertil bertille bertram bertrand bertta beryl besa besar besart besian besnik bessie betania
betelhem beth bethan bethany bethlehem beti betiana betina betsan betsy bette bettie bettina betty bettye
betul beulah beuve beverly beyza bhaanumati bhaasvan bhaaswar bhadra bhadrak bhadraksh bhadran bhagavaan
bhagirathi bhagvan bhagwanti bhagwati bhakti bhamini bhanumati bharadwaj bharat bhardwaj bhargava bhargavi
bharti bhasvan bhaswar bhaumik bhavana bhavani bhaves bhavesh bhavik bhavya bheeshma bhekimuzi bhekizizwe
bhekumbuso bhilangana bhima bhisham bhishma bhoj bhoopat bhoopati bhooshan bhooshit bhramar bhudev bhudeva
bhumika bhupati bhupen bhushan bhushit bhuvanesh bhuvaneshwar biak bianca bianka bibi bibiana bibianna biborka
bich biel bijan bilal bilel biljana bill billie billy bilva bilwa bina bineta bingbing binh biniam biniyam
binta bintou binyamin birame birane birgit birgitta birgitte birhan birjesh birk birta birte birthe birtukan
biruk bisenija biserka bishnu bisma bjarki bjarne bjorg bjork bjorn blagica blagoje blahoslav blair blaise
blake blakely blanca blanche blandine blanduzia blanka blas blathnaid blaz blaze blazej blazena bleona blerim
blerina bless blessing boaz bob boban bobana bobbi bobbie bobby bodhan bodhi bodi bodie bodil bodo boet bogdan
bogdana boglarka bogoljub bohan bohdan bohdana bohemond bohumil bohumila bohumir bohus bohuslav bohuslava
bojan bojana bolanle bolatito boldizsar boleslav boluwatife bongani bonginkosi bonifac boniface bonita bonnie
bontu bopha bora borbala boris borivoje borja borjan borje borka borko borna boroka borut borys bosiljka bosko
bosse boston botan botond bouba boubacar boubou bouchard bouchra bounmy boutheina bowen bowie boyd boyu boza
bozena bozica bozidar bozidara brad braden bradford bradley bradly bradut brady braeden braelyn brage brahim
brahma brahmaanand brahmabrata brahmanandam brahmdev braian brajan brajen brajendra brajesh bram brandi brando
brandon brandt brandusa brandy brandyn branimir branimira branislav branislava branka brankica branko brannon
branson brant brantley brashawn braulio braxton brayan brayden braylen braylon breana breanna breanne brecken
bree brenda brendan brenden brendon brenn brenna brennan brennon breno brent breshna bret brett bria briac
brian briana brianna brianne briar brice brid bridget bridgette bridie briella brielle brieuc briggs brigita
brigitta brigitte brijesh brinley brionna brisa briseida bristol britany britney britt britta brittany brixton
brock broderick brody bronagh bronislava bronislaw bronson bronwen bronwyn brooke brooklyn brooklynn brooks
bruce bruna brune brunehaut brunehilde bruno bryan bryana bryanna bryant bryce brycen brygida bryn brynja
brynlee brynn bryon bryson buchi bucur bud buddhana buddy budhil budi budimir buford bugra buhle bukola bulah
bunmi burak burcu burim burkhard burley buse bushra busisiwe busra buster buu byron bystrik byung caasha cabdi
cade caden cadence cadi caesar caetana cagak cager cagla caglar cahal cahya cahyadi cahyanto cahyo cahyono cai
caiden cain caio cairo caitlin caitlyn caius caket cakrabirawa cakrabuana cakrajiya cakrawala cakrawangsa cal
cale caleb calebe caleigh cali calin calista calixte calixto callan callen callie callum calum calvin cam
camari camden camelia camelien cameron camil camila camilla camille camillien camilo campbell camren camron
camryn camylle can cana canab canan candace candela candelaria candelario candice candida candide candido
candra candrakanta caner canh cannon cansu cantemir cao caoilfhionn caoimhe caolan capa capucine cara caraka
caribert caridad carina carine carissa carl carla carlee carles carleton carley carli carlie carlijn carlitos
carlo carloman carlos carlota carlotta carlton carly carmel carmela carmella carmelo carmen carmina carmine
carminho carmo carna carol carolanne carole carolin carolina caroline carolyn carolyne carrie carson carter
carub carys casandra casey cash casian casiana casimer casimir caslav cason caspar casper cassandra cassandre
cassidy cassie cassien cataleya catalin catalina catarina caterina cathal catharina catharine catherine
cathrine cathryn cathy catinca cato catrin catrina catrinel catriona catur caturangga caua caue cawisadi
cawisono cawuk cayadi cayden cayetana cayetano cayla caylee cazimir ceasar ceca cecelia cecep cecil cecile
cecilia cecilie cecylia cecyliusz cedomir cedric cedrick cedrik cedrin celeste celestin celestine celestino
celia celian celien celina celine cem cemal cemani cemeti cemile cemplunk cemre cene cengkal cengkir cerasela
ceren ceri cerys cesaire cesar cesarine ceyda ceylin cezar cezara cezary chaanakya chaaruchandra chace chad
chadd chadi chadrick chaewon chaeyoung chaim chaima chaimaa chaitan chaitanya chakor chakradhar chakravartee
chakravarti chakrika chaltu chamari chan chana chanakya chance chanda chandak chandan chandani chandi chandini
chandira chandler chandni chandra chandraayan chandrabhaga chandrabhan chandradev chandrakala chandraketu
chandrakin chandramani chandramauli chandramohan chandran chandranath chandrani chandraprabha chandraswaroopa
chandravati chanel chanelle chang changming chanida channing chantal chantel chantelle chanthou chaoyang
chapal chapala charak charity charl charlaine charlee charleen charleigh charlemagne charlene charles charley
charli charlie charline charlize charlotta charlotte charu charuchandra charumati charuvrat charvi chase
chasity chaten chatur chatura chaturaanan chaturbhuj chau chauncey chava chaya chayenne chayton chaz chebet
cheick cheikh cheikhou chekhouna chelsea chelsey chelsie chen chenxi chenxuan chenyang chenyu chepkemoi
cheptoo cherechi cherif cherish cheryl chester chet chetan chetanaanand cheyanne cheyenne chhaya chi chiamaka
chiara chibuike chidaakaash chidaatma chidambar chidambaram chidananda chidera chidi chidinma chiedza chiemeka
chien chieu chihiro chika chike childebert chilperic chima chimamanda chinedu chinelo chinh chinmayanand
chinmayananda chinonso chinwe chinyere chioma chipo chirag chiranjeev chiranjeeve chisom chitraksh chitrali
chitramala chitrangada chiyo chizoba chloe chretien chris christ christa christelle christer christiaan
christian christiana christiane christiano christie christin christina christine christodule christof
christoffer christop christoph christophe christopher christos christy chrysa chrysole chrysostome chue chukwu
chukwudi chukwuemeka chung chunhua chunmei chuong chuyen chyna cian ciaobella ciara ciaran cicero cici cielo
cierra cihan cillian cinar cindy cinthia ciprian cipriana ciril citlali citlalli citra ciwan ciya claas claes
claire clara clarabelle clare clarence clarisa clarissa clarisse clark claud claude claudette claudia claudien
claudine claudio claudiu claus clay clayton cleandre clelia clelie clemence clemens clement clemente
clementina clementine cleopatra cleora clery cleta cletus cleve cleveland clifford clifton clint clinton clio
clodagh clotaire clotilde clovis cloyd clyde coby coco codin codrin codrina codrut codruta cody coen cohen
colby cole coleman colette colin coline colins colleen collien collin collins colm colombe colt colten colter
colton columbus conall concepcion conchita cong conner connie connor conor conrad constanca constance constant
constanta constantin constantina constanza consuela consuelo cooper cora coralia coralie coraline corbin
cordelia cordell cordia cordula corene corentin corentine corey corina corine corinna corinne cormac cornel
cornelia cornelis corneliu cornelius cornell corrine corsin cortez cortney corvin cory cosima cosmin cosmina
cosmo costache costel costin coumba courtney craig crawford creed crenguta creola crin crina crisanto cristal
cristea cristhian cristi cristian cristiano cristina cristobal cristofor cristopher croia crosby cruz crystal
crystel csaba csanad csenge csilla csongor ctibor cuauhtemoc cuc cullen cung cuong curt curtis cvetka cvijan
cvijetin cydney cynthia cyprian cyprien cyra cyriaque cyrielle cyril cyrille cyrus cyryl czeslaw daahir daan
daantje dabin dabiziv dace dacian daciana dacin dada dadap dadi daehyun daequan daevi daevika dafina dafna
dafne dafydd dag dagel dagmar dagmara dagmawi dagny dagur dahabo dahir dahlia dahye dai daiana daichi daija
daiki dainius daire daisha daisuke daisy daithi daiwik dajana dajuan dakari dakota daksh daksha dakshayani
dalal dale daley daleyza dalia dalibor dalibora daliborka dalila dalima daliman dalimin daliono dalisay dallas
dallin dalton damar damari damarion damaris damayanti dameon damia damian damien damife damil damilare
damilola damin damion damir damjan damjanka damla damodara damon damu dan dana danae danang dandak dandan
dandapaani dandre dane dang dangelo danh dani dania danial daniat danica daniel daniela daniele daniella
danielle danijel danijela danika danil danila danilo danique danish daniswara daniyal daniyar danjuma danka
danko danna danny dante danu danuja danuta danya danyka danylo dao daouda daphne daphnee daphney daquan dara
darcey darcy dardan dareen daren daria darian dariana dariati dariel darien darija darijan darimin darin
darina darinka dario darion darius dariush dariusz darja darko darla darleen darlene darmaji darman darmana
darmanto darnell daron darragh darrel darrell darren darrick darrin darrion darron darryl darsh darshan
darshana darshwana darsirah dartono daru daruna darwin darya daryani daryl dasa dashawn dasia dat datta dave
davey davi davian david davide davin davina davion davis davon davonte davor davorin davy dawei dawid dawit
dawn dawood dawson dax daxton dayaamay dayaananda dayaanidhi dayamayee dayami dayana dayna dayne dayo dayquan
dayton dea deacon deaglan dean deandra deandre deangelo deanna deb debbie debebe debora deborah debra decebal
declan dedric dedrick deeksha deen deenabandhu deepa deepak deepali deepan deepankar deependra deepesh deepika
deeptanshu deeptendu deepti deeptiman deeptimay deeptimayee deeptimoy deeptimoyee deeqa deevakar defne deion
deiona deiondre deirdre deivid deja dejah dejan dejana dejon dejuan deka delal delaney delaram delbert dele
delfina delia delil delilah della delmer delores delpha delphia delphin delphine delyth demarco demarcus
demario demarion demba dembo demeter demetra demetria demetrius demetriusz demi demid demilade deming demissie
demond dena deneval denis denisa denise denisz deniz dennis denny denver denys denzel deon deondre deonna
deonta deontae deonte deqa derartu dereck derek derick derin deron derrick dersim dervla derya desanka deshaun
deshawn desimir desire desiree desmond despina dessie desta destany destin destinee destiney destini destiny
detlef devadatt devagya devajyoti devak devangana devani devansh devanshi devante devasree devdan deven devesh
deveshwar devi devika devin devon devonte devvrat dewayne dewey dewi dewitt dex dexter dexx deysi dezba
dezider dhaanyalakshmi dhana dhanadeepa dhanalakshmi dhananjay dhanapati dhanesh dhanpati dhanu dhanush
dhanvin dhara dharani dharitri dharmaketu dhatri dhia dhruv dhruvi dhwani dhyanesh dhyaneshwar diaba diah
diako dian diana diane dianna dianne diarmuid diarra dicle dida didier didina diede diego dieke diellza diem
dien diep dieter dietmar dietrich dieu dieudonne dieudonnee dieynaba digambar digambara digby digdaya dijana
diksha dilan dilara dilber dildar dilek dilip dillan dillon dilnaz dilnoza dilovan dilshan dilys dima dimas
dimaz dimitra dimitri dimitrij dimitrije dimitrina dimitris dina dinakar dinara dinda dinesh dinh dinis dinkar
dino dinu diogo dion dionizy dionyz dior dipa dipali dipankar dipendra dipesh dipika diptendu diriye dirja
dirk diroj dirok disha ditte ditya divaakar divakar divina divine divjot divna divya divyansh dixie diya diyar
djayden djenane djeneba djenna djibril dmitri dmitrii dmytro doan doanh dobrila dobromila dobroslav dobroslava
dochia dodong doga dogukan doha dohyun doina dolly dolores domagoj domen domenic domenica domenick domenico
domenik domingo dominic dominick dominik dominika dominique domnica don dona donal donald donat donata donato
donavon dong dongha donghyun dongmei donia donka donna donnacha donnell donnie donny dono donovan dontae donte
donya dora dorana dorcas dorde doreen dorel dorentina dorian doriana doriane dorica dorin dorina dorine
dorinel doris dorit dorka dorli doron dorota dorotea doroteja dorothea dorothee dorothy dorottya dorris dortha
dorthe dorthy doru douaa douce doudou doug douglas douwe dov dovie doyinsola doyle draga dragan dragana
dragica draginja dragisa drago dragoje dragojlo dragoljub dragos dragoslav dragutin drahomir drahomira
drahoslav drahoslava drajat drake draupadi draza drazen dren drew drilon drina driss drita driton dron drona
drzimir drzislav dua duaa dualeh duane duanne duarte dubravka dubravko duc duco ducu dudley duduzile duje dujo
dulari dulce dulcie dumisani dumitra dumitrana dumitru duncan dunja dunya duong durad durda durga durgeshwari
durica durodola duru durward dusan dusana dusanka dusica duska dusko dustin duuk duy duyen duyet duygu
dwaipayan dwaipayana dwayne dwi dwight dyah dyani dylan dylano
`;

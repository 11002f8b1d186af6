// Built by scripts/first-names.mjs; sources and licences: docs/student-check-names.md
export const NAMES = `
aada aaden aadhya aadi aadidev aadinath aaditya aadrika aagam aagney aagneya aahana aakash aaliyah aalok
aaltje aamina aamod aamu aanand aanandaswarup aanandinii aanjaneya aanuoluwapo aanya aapo aaradhya aaratrika
aarav aare aarne aarni aaro aaron aarre aarto aarush aarya aaryan aasa aasha aashritha aashvi aasta aatmaj
aatmaja aatos aatreya aatu aayushmaan aayushman aba abagail abani abayomi abbas abbie abbigail abby abdallah
abdel abdelaziz abdelhak abdelhamid abdelkader abdelkarim abdellah abdelrahman abderrahmane abdi abdiaziz
abdiel abdifatah abdihakim abdikadir abdimalik abdinasir abdirahman abdirizak abdisalam abdon abdonie abdou
abdoul abdoulaye abdul abdulaziz abdulbasir abdulhamid abdulkadir abdulkarim abdullah abdullahi abdulrahman
abdurrahman abe abeba abebe abebi abeer abeiku abel abelard abelardo abelin abeline abena abenet abeni
abhaidev abhay abhaya abhijit abhinav abhirath abhishek abhisyanta abiba abibatou abida abigaelle abigail
abigale abigayle abigel abimbola abinaya abiodun abiona abir abirami abisola abisoye abla abner abondance
abosede abou aboubacar aboubakar abraham abram abril absalon abshir aby abyasa acace acacie acanthe
acaryatanaya ace achaire achalesvara acharyanandana acharyasuta achieng achille achilleas achim achintya
achyut acim ada adaeze adah adalard adalbald adalbaude adalberon adalbert adalberto adaline adalric adalsinde
adalyn adalynn adam adama adan adanech adaora adar adaugo addie addis addison addisu addyson ade adebayo
adebiyi adebowale adeboye adebukola adedayo adedeji adegoke adegrin adegrine adekitan adekola adekunle adel
adela adelaida adelaide adelajda adelbert adele adeleke adelheid adelia adelie adelin adelina adeline adella
adelle adelphe adeltrude adelyn aden adenet adenike adeniyi adeodat adeola adeolu adeoti adepeju aderopo
adesewa adeshina adesoji adesua adetayo adetoke adetoun adewale adeyi adheesh adhemar adhiarja adhiraj adhrit
adi adiarja adib adigun adika adikara adikavi adil adina adinata adinath aditeya aditi aditya adityanandan
adityanandana adjei adjoa adjoua adjutor admir adnan adne adolf adolfo adolph adolphe adolphie adolphus adonis
adonise adrain adrastee adrehilde adriaan adrian adriana adrianna adriano adriel adrien adrienne adrijana
adripathi adunni advait advaya advik adwitiya adwoa afaf affoue afia afolabi afolarin afonso afroza afsaneh
afton afua agapet agasti agastya agata agathange agathe agathon agaton agda aggelos agilbert agilberte aglae
aglaia agnan agnane agne agneflete agnes agnesa agnese agneta agnete agneya agnieszka agnimitra agniprava
agnivesh agnos agrata agripina agrippin agrippine agrypina agus agustin agustina ahalya aharon ahiga ahilya
ahlam ahmad ahmadreza ahmed ahmet ahou ahti ahyoung aicha aida aidan aiden aigerim aikaterini ailani ailbhe
aileen aili ailin ailsa aimable aiman aime aimee aina ainara aine ainhoa aini aino ainoa ainokaisa ainsley
ainslie ainur airi aischa aisha aishani aisling aislinn aissa aissata aissatou aiste aisyah aitana aitor aive
aiyana aizat ajala ajani ajay ajda ajdin ajeet ajeng ajiman ajimat ajimin ajiono ajit ajla ajmal ajoke akande
akanksha akanmu akanni akari akarsana akash ake akeelah akeem akhil aki akihiro akiko akilah akinkunmi
akinlabi akinwale akinyi akira akissi ako akofa akorfa akos akosua akram akroor aksel akseli akshainie akshaj
akshara akshat akshata akshay akshayakeerti akshita aku akua akula akumaa akunna akwasi akwesi alaa alade
alain alaina alaine alais alambana alamu alan alana alani alanis alanna alara alasdair alassane alaya alayah
alayna alba alban albana albane alberade alberic albert alberta alberte albertha albertina albertine alberto
albin albina albrecht alcibiade alcide alcidie alcime alcine alcyone alda aldana aldegonde alden aldo aldonce
aldric alea aleaume alec aled aleen aleena alejandra alejandro alejo alek aleksa aleksandar aleksander
aleksandr aleksandra aleksei aleksej aleksey aleksi aleksis aleksy alem alemayehu alemitu alemka alen alena
alene alenka aleodor alesia alessa alessandra alessandro alessia alessio aleth aletha alevtina alex alexa
alexander alexandra alexandre alexandrea alexandria alexandrina alexandrine alexandro alexandros alexandru
alexane alexanne alexe alexei alexej alexey alexia alexine alexis alexzander aleyna alf alfie alfons alfonso
alfonz alfonzo alford alfred alfreda alfredo algirdas ali alia aliana alica alice alicia alicja alida alienor
aliette aliina alijah alika alikhan alima alin alina aline aliou alioune alireza alis alisa alisha alison
alissa alisson alistair alistar alivia alix aliya aliyah aliz aliza alize alizee aljaz aljosa alka alketa
allan allegra allen allene alliaume allie allison allyson alma almaz almina almine almir almira almire alofa
aloha alois aloise alojz alojza alok alon alondra alonso alonzo aloyse alp alparslan alper alphee alphonse
alphonsine alphonso alpinien alpo alta altan althea althee altin alton alua alun alva alvah alvar alvari
alvaro alvena alvera alverede alverta alvin alvina alwar alwena aly alya alyce alycia alyona alys alysa alysha
alyson alyssa alysson alzbeta ama amabela amadeo amadou amady amahle amaia amaka amal amalia amaliane amalie
amalija amalric amalthee amana amanda amande amandeep amandin amandine amani amant amanuel amar amara amarachi
amaranaath amarande amaranthe amare amaresh amari amarildo amarnath amaru amaryllis amath amaury amaya amayah
ambar amber ambra ambre ambroise ambroisie ambrose ambroz ambrozy amdy amedee amedeo amedeu ameer ameera amela
amelia ameliane amelie amelien ameline amely amer americo ameth amethyste ameyatma ami amia amias amie amiel
amila amin amina aminat aminata amine aminte aminu amir amira amirah amirali amirhossein amirul amish amisha
amit amita amiya amiyah amjad ammar amna amodini amogh amoin amoke amol amon among amope amora amos amour
amparo amra amrei amrit amrita amritambu amsale amund amy amya amyah amza ana anaadi anab anabel anabela
anabelle anae anael anaelle anagh anahera anahi anaiah anaida anais anala analia anamaria anamarija anamika
anand ananda anandamayi anang ananta ananya anas anasooya anass anastacio anastase anastasia anastasie
anastasija anastasije anastasios anastazia anastazija anastazja anasuya anatol anatole anatoli anatolie
anatoly anaya anca ancelin anceline anci ancica ancuta andel andela andelika andelin andelina andelko andelo
andeol ander anders anderson andi andile andoche andor andra andrada andras andraz andre andrea andreane
andreanne andreas andree andreea andrei andrej andreja andres andreu andrew andrey andrii andrija andrijana
andrin andrina andrine andrius andriy andro andrzej andy andzelika ane aneira anej anele anelma anemona
anemone anesa aneta anett anette anezka anfisa angadreme ange angel angela angele angeles angelica angelika
angeliki angelina angeline angelique angelita angelo anggabaya anggun angharad anghel anghelina angie angilbe
angilberte angilran angoustan angus anh ani ania anibal anica anicee anicet anicette aniela anika aniket aniko
anil anila anilaabh anilabh anirudh anis anisa anish anisha anisoara anissa anita aniya aniyah anja anjali
anjaneya anjolaoluwa anjushree anjushri anka ankal anke anker ankit ankita anko ankur anmol ann anna annabel
annabell annabella annabelle annalena annalise annamae annamarie annapurna annastiina anne annegret anneke
anneli annelie anneliese annemarie annemijn annetta annette anni annibal annick annie anniina annika annikki
anniliina annonciade annukka anny anom anong anouar anouck anouk anoushka anqi ansa ansbert ansberte ansel
anselme anselmi ansgar ansgary ansh anshul anshula ansley anssi anstrudie antea antek antero anthelme
anthelmette anthonique anthony antia antide antigone antim antje antoaneta antoine antoinette anton antone
antonela antonella antonetta antonette antoni antonia antonie antonietta antonija antonin antonina antonine
antonio antonis antoniu antony antti anttoni antu antun antwan antwon anu anuhea anuj anuja anuli anunay
anupam anuraag anurag anusha anushka anuska anusuya anuta anvi anwar anwen anwesha anya anze aoi aoibheann
aoibhinn aoife aparna aphelie apinya apollinaire apollinary apolline apollo apolonia apoorva apostolos april
apsara aqela aquilin arabella arabelle araceli aracely aram arame arancha arantxa aranza aranzazu ararat aras
arash arben arber arbnora arcadie archambaud archan archana archange archer archibald archie archit arda
ardella ardian ardita ardith areeba areej arely areum arezo arezou argine argono argyro arham arho ari aria
ariadna ariah arian ariana ariane arianna aric aricie arie ariel ariella arielle ariful arike ariki arin arina
arindam arinola aris ariste aristide aristita ariya ariyah arja arjen arjun arkadi arkadiusz arkady arla
arlene arlet arlette arlind arlo armaan arman armance armand armande armandine armando armani armas armel
armeline armelle armi armide armin armine arnaldo arnar arnau arnaud arnaude arnav arne arnesh arnis arno
arnold arnoldo arnould arnulfo aroa aroha arolde aron arona arooj arpad arpit arsene arseni arsenie arsenije
arseniusz arshdeep arsinoe arsipatra arta artan artanto artawan artem artemi artemis artemisa arthaud artheme
arthit arthur arthurine artjom arto arttu artturi artur arturo artyom arun aruna arunthavanathan aruzhan arved
arvel arvi arvid arvilla arvind arvo arwa arwen arwyn arya aryan aryanna arystarch arzu asa asad asahi asake
asami ascelin asceline ase aseel asel asger asha ashanti asher ashild ashish ashlee ashleigh ashlesh ashley
ashly ashlyn ashlynn asho ashok ashraf ashton ashtyn ashwin asier asif asija asirwada asirwanda asiya asiye
asja askar asko aslak aslesha asli aslijan asma asmaa asmadi asman asmianto asmita asmuni asnaku aspen assa
assaf assane assia assomption assunta asta astarte aster asterie aston astou astree astri astrid astride asuka
asuncion aswani asya ata atakan atanazy atefeh atena athalie athanase athanasie athanasios atharv athena
athenais athina atieno atif atilla atinuke atlas atma atmaja atmanand atmananda atreyee atreyi atsushi atta
atte atticus attila atul aube aubertine aubin aubree aubrey aubrianna aubrie aubry aude audebert audeline
audouin audra audran audreanne audrey august augusta auguste augustin augustina augustine augusto augustus
auli aulia aulikki aulis aune aung aure aurea aurel aurele aurelia aurelian aureliana aurelie aurelien
aurelienne aurelio aurelle aurian auriane aurica aurora aurore austeja austen austin autumn auvo auxane
auxence ava avadhesh avan avani avantika avdal aveline avery avi aviana avigaelle avigail avinash avital aviv
avleen avner avni avoye avraham avram awa awar awaz awero awesi awino axel axeline axelle axinte axl aya ayaan
ayah ayaka ayala ayame ayan ayana ayanda ayanle ayanna ayano ayantu ayat ayaulym ayaz ayca aydan aydarus ayden
aydin ayebatari ayelen ayesha ayham ayinde ayinke ayize ayla ayleen aylen aylin ayman aymard aymardine aymen
aymeric aymon aymonde aynur ayo ayodeji ayodele ayoka ayomide ayoub ayse aysegul aysu aysun ayu ayub ayumi
ayumu ayush ayushi ayushmati azaan azad azadeh azalea azalee azamat azar azaria azariah azeb azelie azeline
azime aziz aziza azlan azra azriel azubuike azucena azul azza azzurra
`;

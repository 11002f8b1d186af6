// Built by scripts/first-names.mjs; sources and licences: docs/student-check-names.md
export const NAMES = `
eabha eamon eanna earlene earline earnest earnestine easter easton ebba ebbe ebele ebere ebiere ebiowei ebla
ebony ebrahim ebru ebuka ecaterina ece eda edd edda eddi eddie eddy eden edgar edgard edgardo edgars edi edie
edin edison edit edita edith edmee edmond edmund edmundo edna edoardo edona edouard eduard eduarda eduardo
edvard edvin edward edwardo edwin edwina edyta edyth edythe eef eefje eekalabya eeli eelis eemeli eemi eemil
eenok eerik eerika eerikki eero eesha eetu eeva eevert eevi efa efe effie efraim efrain efrat efrem efren
efthymios eftimia eftimie efua ega ege eglantine egle egon egor eha ehsan ehud eiad eija eiji eila eileen
eilidh eilif eimear eimy einar einari eini eino eira eire eirian eirik eirin eirini eitan eithne eivind eja
ejike eka ekaaksh ekadant ekaksh ekalavya ekaling ekam ekaparnika ekaterina ekdant ekene ekin eko ekow ekta
ekundayo ela elad eladio elaheh elaina elaine elakshi elanur elbert elcin elda eldon eldora eldred eldrid
eldridge elea eleanor eleanora eleanore eleazar electa eleftheria elen elena elene eleni elenor elenora
eleonora eleonore eleri eleuthere elfrieda elfriede elham eli elia eliabeth eliah elian eliana eliane elianna
elias eliasz elie eliel eliette eliezer elif eliisa elijah elin elina eline elinor elinore eliot eliott elira
elis elisa elisabet elisabeta elisabeth elisangela elisaveta elise elisee elisenda eliseo elisha elisheva
elisio eliska elissa eliyahu eliza elizabet elizabeta elizabeth elizaveta elize elka elke ella ellen elli
elliana ellie elliot elliott ellis ellison ellsworth elly elma elmer elmeri elmi elmira elmo elmore elna elnaz
elnora eloa eloan elodia elodie elody eloi eloisa eloise elon elona elora elouan elouise eloy elroy elsa
elsabet elsbeth elsi elsie elske elspeth elta elton elu eluh eluned elva elvera elvi elvie elvin elvina elvira
elvis elwin elwira elwyn elyas elyne elynn elyse elyssa elza elzbieta elzear ema eman emanoil emanuel emanuela
emanuele emanuelly emanuil emas ember embla embuh emeka emel emelia emelie emeline emely emer emerald emerance
emerencie emeric emerie emerson emersyn emery emese emi emie emiel emiko emil emile emilee emili emilia
emilian emiliano emilie emilien emilija emilijan emilio emiliya emily emin emina emine emir emirhan emma
emmalee emmalyn emmanouil emmanuel emmanuelle emmelie emmeline emmely emmet emmett emmi emmie emmitt emmy emna
emong emory empluk emrah emre emrys emy emyr ena enakshi encarna encarnacion endah endale endel endra endrit
ene enea eneko enes engla enguerrand enid enie eniko eniola enis enitan enn enna enni enno enoch enola enora
enos enric enrico enrique ensar ensio enteng enya enzo eoghan eoin ephraim epiphane era erast eray erdal erdem
eremia eren erfan eri eriberto eric erica erich erick ericka erik erika erin erion erja erkan erkka erkki
erlan erling erma ermal ermias erna ernest ernestina ernestine ernesto ernie erno ernst ersin ertugrul ervin
erwan erwann erwin eryk eryn erza esben esha eshaan eshal eshana eshita esi eskil esma esme esmee esmeralda
espen esperance esperanza esra esraa esse essence essi essie esteban estefania estefany estela estell estella
estelle ester estera esteri estevan esther estiawan estiono estrella esupofo eszter etela etha ethan ethel
ethelyn ethyl etienne etti ettie ettore euan eubert eudes eudokia eudoksja eudora eudoxe eudoxie eufrosina
eugen eugene eugenia eugenie eugenio eugeniusz eula eulah eulalia eulalie euna eunbi eunhye eunice eunji
eunjung eunseo eunwoo euphrasie eusebe eusebia eusebie eusebio eusebiu eustache eustatiu eustracjusz eva
evalyn evan evander evangelia evangeline evangelos evanghelina evans evar evariste evdokija eve evelien
eveliina evelin evelina eveline evelyn evelyne evelynn everardo everett everette everleigh everly evert evgeni
evgeniya evgeny evi evie evin evrard evy ewa ewald ewan ewatomi ewelina ewell ewen exauce eyal eyerusalem
eymen eyob eyram eze ezekiel ezequiel ezgi ezinne ezra faas fabia fabian fabiana fabiano fabien fabienne
fabijan fabio fabiola fabrice fabricia fabricio fabrizio facundo fadekemi faderera fadi fadil fadila faduma
fadumo fae fahad fahd fahim fahmida faidra faisa faisal faith faiza faizah faizan fajar fakhri falba falguni
falk fallon famke fanette fangfang fanika fanni fannie fanny fanta fantasia fantin fantine fanyana fara farah
farai fardau fardin fardowsa fareeha fares farhad farhan farhia farhiya farhunnisa fariba farid farida farideh
fariha faris farishta farkhunda farnaz farooq farouk farrah farshid farxiya farzad farzana farzaneh fatbardha
fatemeh fathi fathia fathiya fathonah fatih fatiha fatim fatima fatimah fatimata fatjon fatma fatme fatna
fatos fatou fatouma fatoumata faustin faustine faustino fausto favian fawzia fay faya faye fayen fayenne fayez
faysal febe feben febi febriana febrina fedde federica federico fedor fehintola fei feifei felicia feliciano
felicie felicien felicita felicitas felicite felicity feliks felina feline felipa felipe felix felton fem femi
femke femm fender fenella fengyi fenja fenna fenne ferdinand ferdynanda ferenc fereshteh fergal fergus ferhat
feride fermin fern fernand fernanda fernando ferne ferran ferre feruza fetu feven feyza ffion fflur fiachra
fiacre fiadh fibikemi fida fidel fidele fieke fien fiene fiep fiete figen fiifi fiina fikadu fikayomi fikret
filemon filiberto filip filipa filipe filipp filippa filippo filiz filmon filofteia filomena filotije filou
filsan fily finia finja finlay finley finn finnegan finnick finnja finnley fiodor fiona fionn fionnuala
fiorella firas firmin firouz fisnik fitri fitria fitriani fitsum fizza fjella fjolla flaka flamur flavia
flavie flavien flavio flaviu flavius fleta fletcher fleur flo floare floarea flodoard floortje flor flora
flore florea florence florencia florencio florencja florent florenta florentin florentina florentine florestan
florian floriana florica florie florin florina florine floris flossie floyd flurin flynn fode folake folasade
folashade folke folu ford forest forrest fortune fortunee fos foss foster foteini fotis fouad foucauld
foulques fowsia fowsiya fran franc frances francesc francesca francesco francette franci francia francina
francine francis francisc francisca francisco francisque franciszek franciszka franck franco francois
francoise franjo frank franka frankie franklin frans frantisek frantiska franz franziska fraser frauke fred
freda freddie freddy frederic frederica frederick frederico frederik frederike frederique fredrick fredrik
fredrikke fredy freeda freek freeman freida frej freja frenkie freshta freweini freya freyja frida fridolin
fridrich frieda friedel frieder friederike friedrich fritz fritznel frode froilan froya frusina fruzsina
fryderyk fuad fulbert fulcran fulgence fumiko fumio funani fungai funke funmilade funmilayo furaha furkan
furman fuyumi fynn fyodor gabe gabi gabija gabin gabino gabor gabriel gabriela gabriele gabriella gabrielle
gabrijela gada gadang gading gadis gaduh gael gaelle gaetan gaetane gaetano gaeun gagan gage gaia gail gaiman
gaj gajaadhar gajabahu gajadhar gajbaahu gal gala galak galang galar galfryd galih galina galiono galit galo
galuh galur gaman gamani gamanto gambira gamblang gamze ganak ganaka ganapati ganda gandewa gandharv gandharva
gandi ganep ganesh ganesha gangesh gangsa gangsar ganjaran gantar gao gara garan garance garang garazi garda
gardner garett garfield garland garnier garret garrett garrick garrison garry garth garud garuda gary gaspar
gaspard gasper gasti gaston gati gatien gatik gatis gatot gatra gatsha gaud gaultier gauraang gaurang gauranga
gaurav gauri gautam gautama gautami gauthier gautier gavin gavrilo gawati gayatri gayle gayoung gbadebo
gbeminiyi gbemisola gbenga gbolahan gbowoade geanina gedeon gediminas geedi geert geeta geetanjali geir gejza
gelila gellert gelu gemine gemini gemma genaro gene genesis genet geneva genevieve gennaro genoveva gent genta
gentiana geo geoffrey geoffroy geon georg george georgel georges georgeta georgette georgi georgia georgian
georgiana georgianna georgie georgije georgina georgios geovanni geovanny geovany geraint gerald geraldine
gerard gerardo gerasim geraud gerazym gerberge gerbert gerd gerda gergely gergo gerhard gerli germain germaine
gero gerrit gerry gerson gertrud gertruda gertrude gertrudis gervais gesa gesine geta getachew gethin gezim
ghada ghaith ghaliyati ghanaanand ghanashyam ghani ghanshyam ghassan ghazal ghazaleh ghenadie gheorghe
gheorghita gherghina ghina ghislain ghislaine ghita ghofran ghulam gia giac giacomo giada gian giana giang
gianina gianluca gianmarco gianna gianni giannis giao giap gibran gica gicu gideon gidon giel gifty gigi gijs
gil gila gilad gilang gilbert gilberte gilberto gilda giles gilles gillian gimena gina ginevra ginewra ginger
gino gintaras gioele gioia giorgia giorgian giorgiana giorgio giorgos giovana giovani giovanna giovanni
giovanny girart giri girija girik girika girindra giriraaj giriraj girish girja girma gisela gisele giselle
gislebert gisselle gita gitanjali gitte giulia giuliana giuliano giulio giuseppe gizela gizem gladyce gladys
gleb glen glenda glenn glenna glennie gligorije glody gloire gloria glyn gnima gobinda godfrey gojko gokce
gokhan golan golda golnaz golub goncalo gondebaud gonsalwy gonthier gontran gonzague gonzalo gopaal gopal
gopee gopi gorakhanatha gorakhnath goran gorana goranka gordan gordana gordon gorka gorkem goro gosia goswamee
goswami gote gottfried gotum gotz goulven gouranga goutam govind govinda graca grace gracie graciela gracja
gradimir grady graham grainne granit grant granville gratian gratiana gratiela grayce grayson grazyna greg
gregg gregoire gregor gregoria gregorian gregorio gregory greta gretchen grete gretel grey greyson grga grgo
grgur griffin grigore grigori grigorije griselda gro grover grozdana gruffydd gry grzegorz guadalupe guang
gubio gudakesa gudakesha gudmund gudrun guenievre guenole guerin guerline guewen gui guido guilhem guilhemine
guilherme guillaume guillem guillemette guillermina guillermo guiseppe gul gula gulalai gulbahar gulcan guled
gulistan gulizar gulnara gulnora gulseren gulsum gunes gunilla gunnar gunnel gunner gunter gunther guoqiang
guowei gurdeep gurdev gurleen gurnoor guro gurpreet gurvan gus gussie gustaf gustav gustave gustavine gustavo
gustaw guuleed guus guusje guyot gvozden gwen gwenael gwenaelle gwendal gwendoline gwendolyn gwenllian gwido
gwilym gwion gwladys gwyneth gyeong gyorgy gyula haakon haben habib habiba habibatou habibullah habibur habon
haby hadar hadas hadassah hadeel hadi hadia hadil hadja hadlee hadley hadrien haeun hafeez hafez hafiz hafsa
hafsah hafshah hagar hagen hagos hai haidar haider haifa haile hailee hailey hailie hailong hailu hairyanto
haitao haitham haiyan haizea hajar hajnalka hakan hakim hakima hakon hal hala haleigh haley halie halil halim
halima halimo halina halle hallie hallvard halona halvor halyna hamad hamada hamdi hamed hamid hamida hamidou
hamidreza hamima hamish hamna hampus hamsini hamza hamzah hana hanaa hanad hanako hanan hanane hande haneen
haneul hanga hanh hani hania hanin hank hanna hannabel hannah hannamari hanne hannele hannelore hannes hannia
hanno hannu hans hansjorg hanspeter hansruedi hansueli hanwen hao haochen haoran haotian haowen haoxuan
haoyang haoyu haoyuan haozhe haralamb haralambie harald haram hardana hardi hardik hardouin hardy hared hari
harimurti harinakshi harinarayan harini haris harish harit harita haritz harja harjasa harjaya harjo harjot
harlan harley harlow harman harmeet harmon harmony harold haroon haroun harpa harper harpreet harri harriet
harrison harry harsana harsanto harsaya harsha harshil harshita hartaka hartana hartmut harto haru haruka
haruki harun haruna haruto harvey hasan haseya hashim hasim haskell hasna hasnaa hassan hassane hatem hatice
hatim hattie hau haude hauke havard haven havin hawa hawar haweya hayat hayato haydee hayden hayder hayes
haylee hayley haylie hayoon hayoung haytham hazal hazel haziq heath heather heaven heba heber hector hedda
hedelin hedi hedieh hedvig hedviga hedwig heejin heejung heema hege heide heidi heigo heike heikki heiko heimo
hein heiner heini heino heinrich heinz heitor heja hekla hekmat hela hele heledd helen helena helene helga
helge heli helier helin helio helka helle hellen hellevi hellin helmer helmi helmiina helmut helmuth heloisa
heloise helvi hema hemant hemi henderson hendra hendri hendrik hendrika hendrix henley henna hennadiy hennes
henni henning henri henrich henrick henrie henrieta henrietta henriette henriikka henrik henrike henrique
henry henryk henryka heracleea herbert heribert heriberto heritier herluin herman hermance hermann hermanni
hermela hermenegildo hermina hermine herminia herminio hernan hershel herta hertha hertta heru herve heryanto
hester hesti heta hetal hettie heval hevi hevin hiba hibaq hibo hicham hidaya hidde hideki hideo hien hiep
hieronim hieu hikari hikaru hikmat hila hilaire hilal hilario hilarion hilary hilbert hilda hilde hildebert
hildegard hildur hilja hilkka hilla hillard hillary hillel hillevi hilma hilppa hilton himadri himani himawan
hina hinata hincmar hind hine hinemoa hipolit hipolito hippolyte hira hiral hiram hiranmay hiranmaya hiranya
hiren hiroki hiroko hiromi hiroshi hiroto hiroyuki hirsi hirut hisashi hisham hitomi hjalmar hlengiwe hlib
hnin hoa hoai hoan hoang hoat hobart hoda hodan hodo hoi hojin hoku holden holger holland hollie holly homa
homer homero hone hong hongmei hongwei hongyan hongyu honoka honore honorine hoodo hooman hop hope horace
horacio horacy horatiu horea horia horst hortense hortensia hortenzia hosea hosna hossein hotaru houda houria
houssam houssem houston howard howell hoyt hozan hrafn hrithik hrvoj hrvoje hrvojka hser hsiao hsin htet htoo
hua huan huayna hubert huda hudhayfa hudson hugh hugo hugues huguette huia huifang huihui huimin huiying hulda
hulya huma humaira humberto humza hung hunor hunter huong huseyin hussain hussam hussein hussnain huthaifa huu
huub huugo huw huy huyen huynh hvalimir hyejin hyeon hyeonwoo hyewon hyman hyojin hyun hyunjin hyunjun hyunseo
hyunsoo hyunwoo hywel
`;

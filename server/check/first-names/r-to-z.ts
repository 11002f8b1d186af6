// Built by scripts/first-names.mjs; sources and licences: docs/student-check-names.md
export const NAMES = `
raage raakel raanan rabab rabia rachael rachana rachel rachela rachele rachelle rachid rachida rachit rada
radek radeke raden radenko radha radhika radika radina radion radisa radit raditya radivoje radmila radmilo
rado radojka radomir rados radosav radoslav radoslaw radovan radu raducu radul raduz radwan rae raed raegan
raelyn raelynn raf rafa rafael rafaela rafal rafay raff raffaele rafi rafic rafid rafik rafila rafiqul
rageshwari rageswari raghad raghav ragheb ragna ragnar ragnhild raha rahaf raharja rahayu raheel raheem rahel
rahim rahima rahma rahman rahmat rahmawati rahmi rahmo rahsaan rahul raihan raija raik raila raili raimo raina
raine rainer raisa raissa raivo raj raja rajaa rajan rajat rajeev rajendra rajesh rajinder rajiv rajko rajmund
rajna rajnold raju rajwinder rakan rakesh rakim rakita ralf ralph raluca rama ramaa ramadan raman ramata
ramatoulaye ramazan ramesh rameshwar ramez rami ramin ramiro ramla ramon ramona ramsay ramy ramzi rana rand
randal randall randi randolf randolph randy rangga rangi rania ranim ranjeet ranjit ranko raoul raphael
raphaela raphaelle rapulane raquel rasa rasha rashaad rashad rashaun rashawn rashed rasheed rasheedah rashi
rashid rashmi rasko rasmus rastislav rati ratih ratimir ratko ratna rauha raul rauno raven ravi ravindra
ravindu rawan rawiri ray raya rayan rayane rayden rayen rayhana raylan raymond raymonde raymundo rayshawn
razan razvan reagan reanna reba rebeca rebecca rebecka rebeka rebekah rebekka recep reda reece reed reem reema
reese reeta reetta refilwe reggie regina reginald regine regis regitze regula rehan rehana rehema rei reid
reidar reign reijo reiko reima rein reina reine reinhard reinhold reino rejane rejean rejeanne reka rekha
reksa relja relu remedios remi remilekun remington remo remus remy ren renan renas renat renata renate renato
renaud rendy rene renee renette renja rens renske renu reo reshma resid respati ressie restu reta retha retno
reto retta reuben reuven reva revi rewi rex rey reyansh reybaud reyes reyhaneh reymundo reyna reynaldo reynold
reza rezaul rhea rhett rhian rhianna rhiannon rhita rhoda rhodri rhona rhonda rhun rhydian rhys ria riaan
riana rica ricarda ricardo riccardo rich richa richard richie richmond rick rickard rickey ricky rico rida
riddhi ridha ridwan rie rieke riff rigard rigoberto rihab riham rihanna riia riikka riin riina riitta rija
rika rike rikke riku rikuto riley rim rima rimantas rimas rimsha rin rina rini rino rinor rio rioghnach risa
rishabh rishi rishika ristana risto rita ritchy ritesh rithy ritika ritsuko ritu ritva ritvik riv river rivka
riya riyad rizal rizki rizky rizwan roan roar robb robbe robbie robel robera robert roberta robertina roberto
roberts robi robin roble robyn roc rocco roch rochelle rocio rocky rod rodel roderick roderyk rodger rodica
rodion rodney rodolfo rodoljub rodolphe rodrick rodrigo rodrigue roel rogelio roger rogers rohan rohana rohat
rohini rohit roi roisin roj rojda rojhat rojin rok rokas rokeya rokhaya rokia roko roksana roland rolande
rolando rolf rollin rolph romain romaine romaisa roman romana romane romanita romaric romee romeo romeu romie
romina romuald romulus romy ron rona ronahi ronak ronald ronaldo ronan rondell rong rongrong roni ronin ronit
ronja ronke ronnie ronny rooda roope roos roosa roosevelt roqia roque rory rosa rosalee rosalia rosalie
rosalina rosalind rosalinda rosalyn rosamond rosamund rosan rosana rosangela rosanna rosario rosaura roscoe
rose roselin roseline rosella roselyn rosemarie rosemary rosendo roser rosetta roshan roshawn roshni rosi
rosie rosina rosita roslyn rosman ross rossie rostislav roswitha rotem rotimi rover rowan rowen rowena rowland
roxana roxane roxanne roxelana roxy roy roya royal royce roza rozalia rozalija rozella rozerin rozina rron
ruairi ruaridh ruba ruben rubie rubina ruby rubye ruchi rudi rudiger rudo rudolf rudolph rudra rudy ruedi
rufina rufus ruhi rui ruihan ruixin ruixue ruiyang ruka ruken rukhmani rukhsana rukmin rumana rumena rumeysa
runa rune runo ruoxi ruoyu rupa rupali rupert rupinder ruqaya ruqayya ruska ruslan ruslana rusman russ russel
russell rustam rusty rut ruta rutendo ruth ruthe ruthie ruti rutuja rutvik ruun ruut ruvimbo ruweyda ruxanda
ruxandra ruyi ruza ruzena ruzgar ruzica ryan ryann ryder ryker rylan ryland rylee ryleigh rylie ryo ryoko
ryoma ryosuke ryota ryszard ryuichi ryuji ryusei saad saadat saado saaga saana saanvi saar saara saba sabah
sabar sabbir sabin sabina sabine sabir sabri sabrina sabrine sabryna sacdiyo sacha sachiko sachin sachini sada
sadaf sade sadhana sadhbh sadia sadie sadina sadio sadiq sadiyo sadye saeed saer safa safaa safae safia
safiatou safietou safina safira safiya safouan safouane safta safwan saga sagar sage saghar sagi sahal sahana
sahar sahil sahin sahra sai said saida saif saiful saige saija saila saima saimi saini saisha saja sajid
sajida sajjad saka sakari saket saki sakti saku sakura sakurako salaad salah salahuddin saleh salem salif
salih salim salima salimah salimata salimatou saliou salla salli sallie sally salma salman salome salomea
salomey salomon saloni salote saloua salsabil salsabila salvador salvatore salwa salwator saly sam samah
samaira saman samaneh samanta samantha samar samara samarth samatar samed sameer samer sami samia samiah samih
samiksha samir samira samiullah sammie sammy sampo samrawit samridhi samsam samson samsul samu samuel samuele
samukelisiwe samuli san sana sanaa sanai sanata sanaya sancho sanda sandeep sander sandhya sandor sandra
sandrine sandro sandu sandy sanela sanele sanelma sanford sangeeta sangho sanghyun sangwoo sanika sanita
saniya saniyah sanja sanjana sanjay sanjeev sanjin sanka sanket sanna sanne sanni sanskriti santa santana
santeri santi santiago santina santino santos santosh santtu sanvi sanya sanzhar sanziana saoirse saphira
sapna saqib sara sarada sarah sarai sarala saraswati saray sardor sare sari sarika sarina sarisha sarit sarita
sarka sarla saroja sarthak sartika sarvin sasa sascha sasha saskia saso satish satoko satomi satoru satoshi
satsuki satu satya satyen saul saule saulius saumya saurabh sauveur sava savanah savanna savannah saveta savi
savin savina savinien savion savita sawsan sawyer sayaka sayed sayen saylor saynab sayuri scarlet scarlett
scholastique scot scott scottie scotty sead seamus sean seana seb sebas sebastiaan sebastian sebastiao
sebastien sebastjan seble seckou seda sedat sedrick seela seema sef sefa seff sefkan sefo segilola segolene
seham sehrish seija seiji sejin sekinat sekou selah selam selamawit selen selena selene selim selin selina
selma selmer sem semaj semenica semhar semih semir semisi semra semyon sena senad senait senan sened senja
senka senn senna senne senni senta seohyun seojun seoyeon seoyoon seoyun sep sepehr sepp seppe seppo septi
sequoia serafima serafin serafina seraina seraphin seraphine serban serbest serdar serdem seren serena
serenity serge sergei sergej sergey sergi sergio sergiu sergiusz serhad serhat serhii serhiy serife serigne
serkan serra servac servan servane setareh seth setsuko setya seulgi seun seungho seunghyun seungmin sev sevda
sever severi severin severina severine sevgi sevil sevinc sevval seweryn sexmus seydou seye seyma seynabou
sfiso shaan shabana shabnam shad shade shadi shadia shafiqa shahab shahad shahana shahd shahid shahida shahin
shahram shahrzad shahzad shahzaib shai shailesh shaima shaimaa shaina shaista shaka shakeel shakhzod shakib
shakila shakira shakti shakuntala shalewa shalini shalom shamar shameka shamima shamiso shams shamsa shan
shana shanaya shane shanel shanelle shanequa shani shania shaniah shanice shanie shanika shaniqua shaniya
shankar shanna shannon shanny shanshan shantanu shante shanti shany shaohua shaquan shaquille sharad sharanya
sharda shari sharifa sharmila sharmin sharon sharonda shashank shashi shashikala shatha shaul shaun shauna
shaurya shavon shawn shawna shawnte shayan shayla shaylee shayna shazia shea sheela shefali sheila shekhar
shekoni shelby sheldon shelia shelley shelly shemar shengnan sher sheri sherif sherin sherly sherlyn sherman
sherri sherrod sherry shervin sherwood sheryl sheyla shigeru shihan shilah shilan shiloh shilpa shima shin
shingo shinichi shinji shinobu shiori shipra shira shiri shirin shirish shirley shiro shital shiv shivaji
shivakari shivam shivani shivansh shiyu shizuka shizuko shlomi shlomo shmuel shobha shobhana shogofa shohreh
shoko shona shorouk shoshana shota shourya shouta shpat shpend shpresa shqipe shravan shravya shresth shresthi
shreya shreyansh shreyas shreyashi shridevi shrishti shriya shruti shu shuang shubha shubham shubhaprada
shufen shuhan shuhui shujuan shukri shulamit shunsuke shunyu shuo shuping shuqi shuting shuxian shuyi shuyu
shwet shyam shyann shyanne siaka siamak sian sibel sibgha sibongile sibusiso sibyl sibylle sid siddarth
siddhant siddharth siddhi siddhran sidiq sidney sidoine sidonia sidonie sidra sidy siebe siegfried sieglinde
siegmund siegrid siem siena sienna siep sierra sieu sifiso sigal sigebert sigge sigismond sigmund sigrid
sigurd siham sihan sihem siim siiri sijia sijuade sil sila silan silas silja silje silke sille silva silvan
silvana silvere silvester silvia silvian silviana silvija silvina silvio silviu sima simao simay simba
simbarashe simcha simen simeon simi similoluwa simin simina siming simion simisola simo simon simona simone
simonida simphiwe simran simret sinan sincere sindisiwe sindre sindri sinead sinenhlanhla sinh sini sinica
sinikka sinisa sinja sintia siobhan sione siosiua sipan siphephelo siphiwe sipho siqi sira siraj siri sirin
sirine sirineu siriporn sirje sirkka sirpa siru sisa siska sisko sisu sita sitara sithembiso siti siu siv
sivan siwan siwoo sixte sixten sixtine siyabend siyabonga siyad siyanda siyar siyi siyu siyuan sizakele sizani
sjoerd sjors skander skender sky skye skyla skylar skyler sladana slamet slava slavek slaven slavica slavka
slavko slavoljub slavomir sloan sloane slobodan slobodanka sloka smaranda smiljana smilla smita smriti sname
sneha snezana snezhana snjezana snorre soad socorro sofi sofia sofian sofiane sofie sofiia sofija sofiya sogol
sohail soham sohan sohee soheil sohrab sohvi sohyun soila soini sointu soizic sokha sokhna sol solal solange
soledad soleh solene solenn solenne soline solomiia solomiya solomon solon solveig solyana som soma somchai
somin somnath somto somu son sona sonal sonali sonam sondre songul sonia sonja sonke sonny sonu sonya soobin
soof sooyoung sope sophea sopheap sophia sophie sora soraia sorana soraya sorcha soren sorin sorina sota
sotiris souad soufiane soukaina souleymane souta sovann sowande soyeon spela spencer speranta spirydion
spogmai spyros srboljub srdan srecko sredoje sreymom sri srishti srna stacey stacy stan stana stanca stancu
stanford stanislas stanislav stanislava stanislaw stanko stanley stanton stas stasa stavros stavroula steen
steevens stef stefan stefana stefania stefanie stefano stefany steffan steffen steffi stela stelian steliana
stelios stella steluta sten stepan stephaans stephan stephane stephania stephanie stephany stephen stephon
ster sterling sterre stevan steve steven stevie stewart stian stig stijn stina stine stipan stipe stjepan
stojan stojanka storai storm strahinja stribor struan stuart sture stuti suad subaru subhash subhashini
subhasini subin subira subodh subomi sucheta suci suda sude sudenaz sudeva sudha sudhir sue suelen suha suhaib
suhaila suhani suhayla suho sui sujata sujin suk sukaina sukanya sukhdeep sukhpreet sulaiman suleekha suleiman
sulevi suleyman sullivan sulo sultan sultana suma sumaira sumaiya suman sumana sumaya sumayya sumayyah sumedha
sumin sumire sumit sumitra summer suna sunaina suncica sundar sune sungho sungmin sunil sunita sunna sunniva
sunny suoma suong surafel suraj suresh suri surya suryakant suryakanta suryakantam susan susana susann susanna
susanne sushant susheel sushil sushma susie sutharsan sutton suus suvi suyai suzana suzanne suze suzie suzon
suzu suzume svantje svatopluk svea svebor svein sven svend svenja sverre svetislav svetlana svetolik svetomir
svetozar svitlana swami swan swann swapnil swara swarnalata swassane swati sweta syafiq syahrini sybil sybilla
syble sydnee sydney sydni sydnie sylas sylvain sylvaine sylvan sylvester sylvestre sylvette sylvi sylvia
sylviane sylvie sylwester sylwia synne synnove szabolcs szczepan szilvia szofi szofia szonja szymon taarush
taavetti taavi tabassum tabea tabitha tacjana tadashi tade tadeas tadej tadeo tadesse tadeusz tadhg tadija
taehyung taemin taewoo tafadzwa tage taha tahani taher tahir tahira tai taichi taiga taika taimi taina taisia
taisiya taisto takahiro takako takashi takeo takeru takeshi takiyah takoda takudzwa takumi tala talal talea
taleb tali talia talib taliesin talita tallulah tama tamana tamar tamara tamas tamati tamer tami tamia tamika
tamim tamina tamino tamir tamirat tammo tammy tamsin tamya tanaka tanay tancrede tane tanel taneli tangaroa
tanguy tania tanika tanirika tanish tanisha taniya taniyah tanja tanjina tanmay tanner tantri tanushree
tanushri tanveer tanvi tanvir tanya tao taotao tapan tapani tapio tapiwa taqwa tara taraji taraneh taranpreet
taras tarek tareq tari tarik tarini tariq tariro tarja tarmo taro tarquin taru tarun taryn tasa tasdik tasha
tashawn tasi tasneem tasnia tasnim taswir tate tatenda tatiana tatjana tatsuya tatu tatum tatyana taufan
taufik taurean taurin tausa tavares tavion tavon tawanda taya tayeb tayen tayler taylor taym tayo tayshaun
tayyab tayyaba teagan tebogo ted teddy tedi teea teemu tegan teguh tehila teija teije tej teja tejal tejas
tekla tekle tellervo telma telmo temesgen temi temidayo temitope tendai tenho teo teodor teodora teodoro
teodosia teofil teofilo teohari teona teppo tere terence terencjusz teresa tereza terezia terezija terhi terho
teri terje terrance terrell terrence terri terrill terry terttu tertuliano tesfa tesfaye tess tessa tessie
tetiana tetsuya teun teunis teuta teuvo tevin tevita tewodros teyana thabang thabisa thabo thac thach thad
thaddeus thadie thais thalea thales thalia thalita tham thamer thamsanqa thanasis thandeka thandi thandiwe
thando thang thanh thanos thant thao tharindu tharshan tharsika thawng thea thelma themba theo theodor
theodora theodore theodoros theodose theophane theophile theophraste theres theresa therese theresia theron
theu theunis theuns thi thiago thibaud thibault thibaut thibert thibo thien thierno thierry thies thije
thijmen thijn thijs thilo thinh thiri thirza thit thivya thoa thoai thobeka thoi thom thomas thor thora
thorben thore thorge thorsteinn thorsten thu thuan thuat thuc thulani thulisile thuong thura thuraya thurman
thusha thuy thuyet thyra tia tiago tian tiana tianhao tianle tianming tianna tianqi tiantian tianyi tianyu
tiara tibbe tiberia tiberiu tibo tibor tichomir tidiane tieme tiemoko tien tiep tiera tiernan tiffany tigist
tihomir tiia tiina tiit tiitus tiiu tija tijana tijmen tijn tijs til tilda tilde tilen tilio till tillman
tillmann tilly tilo tim timbul timea timeo timi timm timmothy timmy timo timofei timofey timoleon timon
timotei timotej timoteo timothe timothee timothy timur tina tinashe tinca tincuta tindra ting tingting tinh
tinja tino tinsley tionna tipene tiphaine tiril tirta tirtayasa tirunesh tirza titan titi titien titilayo
titilope titin tito titouan titus tizian tiziana tjark tjasa tjeerd tjorven toa toai toan tobe tobi tobias
tobiasz tobiloba tobin toby tochi tod todd todor toini toivo toke toki tokunbo tola tolga tolulope toluwani
toluwanimi tom tomas tomasa tomasz tomaz tomek tomer tomi tomiloba tomislav tomislava tomke tommaso tommie
tommy tomoko tomomi tomori tomos tomoya tonci toncica toney tongtong toni tonija tonis tonka tonko tonnin tono
tonu tony tonya tooba toomas toon tope topi topias toprak tor tora torben torbjorn tore tori torrance torrey
torsten torsti toru torunn toscane toshio tou touko toumani toussaint tova tove toyin tra trac tracey trach
traci tracy traian trajan tran trang tranh traudl travis travon trayvon tre treasure tremaine tremayne trent
trenton treshawn tresor tressa tressie treva trever trevion trevon trevor trey treyvon tricia triet trieu
triin trilochan trilochana trilok trilokanath trilokesh triloki trim trine trinh trinidad trinity tripp trisha
tristan tristen tristian triston troels trond trong troy trpimir trpko tru trudie truett trung truong trycia
trygve trystan tsabita tsegaye tsehay tshepo tsion tsitsi tsubasa tsukasa tsutomu tsvi tsz tuan tuana tuba
tucker tudor tudora tudorita tudosia tudur tugba tugce tugiman tui tuija tuire tuisku tumelo tuna tuncay tunde
tung tuomas tuomo tuong tuovi tupac tuqa turan ture turgut turid turlough turner turold tushar tuuka tuukka
tuula tuuli tuulia tuulikki tuur tuure tuva tuyen tuyet tvrtko twan twila txema txomin tyasia tycho tyesha
tygo tyjae tykeem tykhon tyler tylian tylik tymir tymofiy tymon tymoteusz tyquan tyra tyree tyreek tyrek tyrel
tyrell tyrese tyrik tyriq tyrique tyron tyrone tyshawn tyson tyyne tyyni tzipora tzvi ubah ubaid ubaldo ubax
uche uchenna uchita uda udai uday udit udo ueli uffe ufuk ugne ugo ugochi ugonna ugur ujjawal ujjwal uju uku
ulf ulfur uli uliana ulices ulises uljas ulku ulla ulle ulrich ulrik ulrika ulrike ulugbek uluthando ulva
ulwazi ulya ulyana ulysse uma umaima umair umalkheyr umang umar umay umaya umayma umberto umeko umer umesh umi
umida umut umutoni unai unathi unax unggul unjani unna untamo upendra upik urbain urho uri uriah uriel urmas
urmila urooj uros urpo urs ursina urska ursula ursule urszula urvashi urve urvi usama usha usko usman usyi
utama ute uthman utkarsh utku uttam uwase uwe uxia uxue uyen uzi uzma uzodimma vaclav vada vadim vadym
vaggelis vagn vahid vai vaibhav vaidehi vaijayanthi vaijayanti vaike vainamo vaino vaishali vaishnavi vaishno
vaishvi vala valbona valdemar valen valentijn valentim valentin valentina valentine valentino valentyna valer
valera valere valeri valeria valerian valeriano valerie valerija valerio valeriu valeriy valeriya valery vali
valle vallie valma valmir valo valon valter valtteri vanamo vance vanda vandana vanesa vanessa vania vanja
vanna vansh vanshika vanya vappu varalakshmi varma varsha varun varvara vasant vasanti vasco vasil vasile
vasili vasilica vasiliki vasilis vasilisa vasily vasja vasko vasso vasudev vasudeva vasudha vasundhara vasyl
vatroslav vaughn vavrinec vebjorn ved veda vedad vedang vedanga vedanshi vedant vedika vedran vedrana veena
veera veerle veeti vega vegard veikka veikko veiko veini veit vela velana velaphi velda veli velibor velimir
velimira velina vella velma velva vena venance vencel venceslas vendel vendelin vendula venera veniamin venkat
venkatesh venla vera verda verdie vere vered verena vergie verica verla verlie vern verna verner verneri
vernice vernon vero verona veronica veronika veronique vesa veselinka vesna vesper vesta veta vetle vianney
vibeke vic vicent vicenta vicente vicentia vicentiu vicki vickie vicky victoire victor victoria victorien
victorin victorine victorino vid vidak vidal vidhi vidhur vidhya vidur vidya vien viena vienna vieno viera
vieroslava viet vieve vigdis vigga viggo vigile vigo vihaan viivi vijay vijeko vik vika vikas vikram vikrant
viktor viktoria viktorie viktoriia viktorija vilde vilgot vilhelm vilhelmiina vilho vili viliam vilja viljami
viljem viljo villads ville villem villy vilma vilmos vilppu vimal vimala viman vimbai vin vinay vince vincenc
vincent vincente vincentiu vincenza vincenzo vinciane vineet vinh vinicius vinka vinnie vinod vinsen vinz
viola violaine violet violeta violetta violette viorel viorela viorica vipul virag viraj virgie virgil virgile
virginia virginie virman virpi virva virve visar visarion vishal vishnu vishwamitra visnja vit vita vitali
vitalii vitaliy vitaly vitazoslav vitek vithusha vito vitor vitoria vittoria vittorio vitus viva vivaan vive
vivek vivi vivian viviana viviane vivianne vivien vivienne viyan vjekoslav vjenceslav vjosa vlad vlada vladan
vladana vladek vladimir vladimira vladislav vladislava vlado vladyslav vlaicu vlasta vlastimil vlastimir
vlatka vlatko vlora voichita voicu voitto vojin vojislava vojtech volkan volker volodymyr vong vratislav
vratko vreni vrinda vrund vrushali vsevolod vujadin vujica vuk vukan vukasin vukica vukota vuokko vuong vusi
vusumuzi vyacheslav vyas vytautas waclaw wade wadi wael wafa wafaa wagner wahid wahida wahyu waimarie waino
wairimu wajiha wakana wakiman walburga waldemar waldo waleed walenty walentyn walentyna waleran waleria
walerian walery walgierz walid walker wallace walter walton waltraud waluyo waly wambui wanda wandrille wanesa
wangari wani wanjiku wanjiru wannes wanqing waqar waqas wara warda wardaya wardi warji warley warre warren
warsa warsame warsan warsita warta washington wasima wasis wassim wataru watson wava wawan wawrzyniec wayan
waylon wayne wayra webster wei weidong weiguo weihua weijie weimin weiming weiping weiqi weiwei weixin welat
weldon wellington wenbin wenbo wencke wende wendell wendy wenhao wenhui wenjie wenjing wenjun wenke wenqi
wenting wenwen wenxin wenxuan wenya wenyi werner weronika wes wesley wessel westley weston whitney wiam wiara
wibke widad wideline widlyne widya wiebke wieland wies wijdan wiktor wiktoria wilber wilbert wilbur wilburn
wilder wiley wilford wilfred wilfredo wilfrid wilfrido wilfried wilfryd wilhelm wilhelmina wilhelmine wiljam
will willa willard wille willem willi william willie willis willow willy wilma wilmer wilson wilton wim
wincenty winda winfield winfried winifred winnie winnifred winona winston winta winter wira wirda wiremu
wirginia wisnu wissal wissam witalis witold wladyslaw wlodzimierz wojciech wojtek wolf wolfgang wolfram wonho
woodrow woojin wout wouter wren wrenley wulan wulandari wuraola wyatt wyman wyn xaawo xabi xabiba xabier xamdi
xanana xander xanh xanthe xasan xatun xaver xavi xavier xaviere xebat xem xeng xenia xenophon xezal xhevahire
xia xiana xiang xiangyu xiao xiaobo xiaochen xiaodan xiaodong xiaofan xiaofang xiaofei xiaofeng xiaogang
xiaohan xiaohong xiaohua xiaohui xiaojie xiaojing xiaojun xiaolan xiaolei xiaoli xiaolin xiaoling xiaolong
xiaomei xiaomin xiaoming xiaona xiaoping xiaoqian xiaoqing xiaorong xiaorui xiaoting xiaotong xiaowei xiaowen
xiaoxia xiaoxiao xiaoxuan xiaoya xiaoyan xiaoyang xiaoying xiaoyu xiaoyun ximena xin xinran xinrui xinxin
xinyan xinyi xinying xinyu xinyuan xinyue xiomara xiong xiu xiulan xiuying xiuzhen xixi xoan xochitl xolani
xuan xue xuefei xuejun xuemei xueqi xueyan xueying xuseen xuyen xzavier yaa yaakov yaasiin yacine yacoub
yacouba yadira yael yafa yagmur yago yahir yahya yahye yair yaiza yakoub yakov yaku yakubu yalda yalini yaman
yamato yamen yamila yamile yamileth yan yana yanaha yanan yance yandisa yanelis yang yango yangyang yanhong
yani yanina yanis yanling yanmei yann yannic yannick yannik yannis yanping yanyan yao yaoyao yaqi yara yarah
yared yareli yarema yaren yaretzi yaron yaroslav yaroslava yasaman yaseen yasemin yash yashika yashvi yasin
yasir yasmeen yasmim yasmin yasmina yasmine yasser yassin yassine yassir yasuko yasuo yating yavuz yawen yaxin
yaxuan yaya yazan yazmin yeganeh yegor yehuda yehudit yeimi yeison yeji yejide yejin yejun yekta yelena
yelizaveta yemane yemi yena yenthe yeonwoo yer yeray yerin yerlan yesenia yessenia yessi yetunde yevgeni
yevgeniy yevhen yewande yewon yfke yiannis yibanathi yichen yichun yifan yifei yiftach yigit yihan yihang
yiheng yijia yijun yildiz yilin yiling yiming yimo yinan ying yingjie yingying yining yinthe yiran yiru yishai
yisrael yitian yiting yitong yitzhak yiwei yiwen yixin yixuan yiyang yiyi yizhe yizhou ylermi yll yllka ylvi
ylvie yngve yngvild yoan yoann yoav yochanan yodit yoel yogendra yogesh yoginder yogita yohan yohana yohann
yohannes yoko yolanda yolande yonas yonatan yongjun yono yoojin yoona yordanis yordanos yoro yosef yoselin
yoshiko yoshio yossi yotam youen younes youness youngho youngmi younis youp yourick yousef yousra youssef
youssou youssouf youssouph youssoupha youssra youta yrjo ysaline yse yseult yuan yuanyuan yubin yuchen yudai
yudi yue yuelin yueming yuen yuetong yueyang yueyue yufan yufei yufeng yug yuhan yuhang yuhao yuheng yui
yuichi yuina yujia yujie yujin yuka yukari yuki yukiko yukio yuko yukun yulan yulia yuliana yuliia yulin
yuling yulissa yuliya yulong yuma yumeng yumi yumiko yumna yumo yun yuna yunfei yunho yuni yuning yunita
yunseo yunus yunxi yuqi yuqing yurena yuri yuriko yuriy yurong yurub yusef yushan yushu yusimi yusiv yusra
yusuf yusuke yuta yutian yuto yutong yuuki yuuna yuusuf yuvaan yuval yuvraj yuwei yuxi yuxia yuxiang yuxin
yuxuan yuya yuyan yuyang yuying yuze yuzhen yuzhu yuzuki yvain yvan yven yves yvette yvon yvonne zaakir
zabiullah zac zacarias zach zachariah zachariasz zacharie zachary zache zachery zack zackary zackery zadig
zaenab zafar zafir zaha zaharia zaheer zahia zahid zahida zahir zahra zaid zaida zaiden zain zainab zaineb
zaira zaire zakaria zakariya zakariye zakary zakhar zaki zakia zakir zala zalan zalindra zamfir zamfira zamira
zamzam zan zana zander zandile zane zanele zaneta zaniyah zaquan zara zarah zaraza zaria zariah zarije zarina
zariya zariyah zarmina zavida zaw zawadi zayd zayden zayn zayna zaynab zayne zbigniew zdenek zdenka zdenko
zdeslava zdravko zechariah zechen zeeshan zeev zef zehao zehra zeina zeinab zeineb zejnep zeki zelal zelaya
zelda zelie zeliha zeljka zeljko zella zelma zelmira zena zenab zendaya zeno zenobia zenovia zente zenzele
zephirin zephyr zerdest zerihun zerya zeteny zetta zev zewdu zeyd zeynab zeyneb zeynep zeynepnaz zeyu zhane
zhanna zhe zhen zhengyang zhenyu zhigang zhihao zhihui zhijie zhiming zhipeng zhiqiang zhiwei zhixin zhixuan
zhiyi zhiyong zhiyu zhiyuan zhong zhou zhuo zhuoran zhuoya ziad zichen zied ziga zigmund zihan zihang zihao
zihe zihui zijian zikai zikora zilan zilin zimo zin zina zinaida zineb zinhle zion ziqi ziqian zirui zishan
zita zithulele zitong ziva ziwei zixi zixin zixuan ziya ziyad ziyan ziyanda ziyang ziyi ziyu ziyuan ziyue zizi
zlata zlatan zlatica zlatka zlatko zobuhle zodwa zoe zoeva zoey zofia zofija zohaib zohal zohar zohra zohreh
zoi zoie zoila zoja zola zoltan zong zora zoran zorana zorica zorka zoryana zosia zoubida zouhair zoulikha
zoya zrinislav zrinko zsanett zselyke zsigmond zsofia zsolt zsombor zsuzsanna zubaida zubair zuberi zuhair
zula zulaikha zulema zulfa zulfikar zulfiya zulkifli zulma zumra zunaira zuri zurine zuzana zuzanna zuzia
zvezdana zvi zvonimir zvonko zyair zyaire zygmunt zykeria zyon
`;

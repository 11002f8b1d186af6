// Built by scripts/first-names.mjs; sources and licences: docs/student-check-names.md
export const NAMES = `
iacob iacopo iago ian iancu ianis iara iarlaith iasmina ibado ibai iben ibidapo ibironke ibou ibra ibrahim
ibrahima ibrani ibro ibtissam ibukun ibun ica icha ichika ichiro icie iclal ico ida idan idell idella idil
idman ido idoia idris idriss idrissa idun idy ieremia iestyn ieuan ieva ifa ifan ife ifeanyi ifeanyichukwu
ifeoma ifrah iftikhar iftin ifunanya iga ige ignac ignacia ignacio ignacy ignatius ignjat igor ihab ihor ihsan
iida iikka iina iines iiris iiro iita iivari iivo ijaz ije ijeoma ika ikaika ike ikechukwu ikenna ikeoluwa
iker ikhidie ikhlas ikhsan ikin ikram ikran ila ilan ilana ilari ilaria ilarie ilarion ilay ilayda ildiko
ileana ilene ilhaan ilham ilhan ilia iliana ilias ilie ilija ilinca ilinka ilir ilirjana ilja ilka ilker ilkka
ilknur ilko illari ilma ilmar ilmari ilmatar ilmi ilona ilpo ilsa ilse ilta ilwad ilya ilyana ilyas ilyass
ilyes ilze ima imad imam iman imane imani imanol imari imelda imke immanuel immi imogen imogene impi imran
imrane imre imrich imtiaz ina inaam inaki inara inari inas inaya inbal indah inder indie indira indra indre
indrek indu indy ines inese inessa inez ineza inga inge ingeborg ingegerd inger ingo ingolf ingrid ingrida
ingvar inho inigo inioluwa inja inka inkeri inma inmaculada inna innes innocent innocenty ino inocentiu insa
insaf intan inti intisar inyoni ioan ioana ioane ioanina ioanna ioannis iolana iolanda iolo iona ionel ionela
ionelia ionica ionut iosefa iosefina iosif ipek ippolyti iqbal iqra ira iradukunda iraia iraitz iraj irati
irawati ireland irem irena irene ireneusz ireti iretioluwa irfan irfana iria iriana iridenta irina irinel iris
irja irma irmeli irmgard irnanto iro irsad irvin irving irwan irwin iryna isa isaac isabeau isabel isabela
isabell isabella isabelle isabelly isac isadora isadore isai isaiah isaias isak isaline isamu isaure isayas
ise iseoluwa iseult isha ishaan ishak ishan ishani ishaq ishbel ishika ishimwe ishita ishola ishwar isiah
isidore isidoro isidro isioma isis isisa isla islam ismael ismahan ismail ismaila ismerie ismo isobel isom
isra israa israel issa issac issam issouf istahil isto istvan ita itai itamar itati itsuki itzayana itzel
itzik iulia iulian iuliana iuliu iurie iustin iustina iustinian iva ivah ivan ivana ivancica ivanka ivanna
ivar ive ivek iven iver iveta ivette ivica ivna ivo ivona ivonne ivory ivy iwan iwona ixchel iyabo iyabode
iyadunni iyana iyla iza izaak izabela izabella izaiah izajasz izan izaro ize izel izidor izolda iztok izumi
izydor izzati izzy jaafar jaak jaakkima jaakko jaan jaana jaanika jaanus jabal jabali jabari jaber jabir
jabril jabulile jac jacari jace jacek jacey jacinta jacinthe jacinto jack jackeline jackie jacklyn jackson
jacky jaclyn jaco jacob jacoba jacobo jacobus jacoby jacopo jacqueline jacquelyn jacques jacynthe jada jade
jaden jadesola jadon jadran jadranka jadranko jadro jadwiga jaehyun jaelyn jaelynn jaeman jaemin jaewon jaga
jagadish jagadisha jagapati jagaraga jagathi jagdeep jagdish jagger jagica jagmeet jagna jagoda jahanara
jaheim jahlil jahmal jahmir jahnae jahnu jai jaida jaiden jailey jailyn jaiman jaime jaimini jaimy jairo jais
jaivey jaka jakayla jake jakhi jakob jakobe jakov jakub jakubina jakyra jalal jaleel jalen jalil jalisa
jaliyah jalmari jalo jalon jalou jama jamaal jamac jamal jamalia jamar jamarcus jamari jamarion jamarius
jamaya jameel jameela jamel james jameson jami jamie jamil jamila jamilo jamir jamison jamshid jan jana janae
janai janaina janaki janaya jane janek janelle janessa janet janeta janez jangmi janhvi jani janiah janica
janice janick janie janika janin janina janine janis janita janiya janiyah janja janka janko janna jannah
jannat jannatul janne jannek janneke jannes janni jannie jannik jannis jano janos janosch janusz jany japhet
jaquan jaquelin jaqueline jara jared jarek jaren jari jarkko jarlath jarmila jarmo jarne jarno jarod jarolim
jaromir jaron jaroslav jaroslava jaroslaw jarrell jarret jarrett jarrod jarvis jarwa jarwadi jarwi jase jasem
jasen jasenko jasiah jasim jaskaran jasleen jasmani jasmeet jasmijn jasmin jasmina jasmine jasna jason jasper
jaspreet jasse jasur jaswadi jati jatin jatmiko jaunita javad javas javi javier javion javon javonte jawad
jawid jax jaxon jaxson jaxton jaxx jay jaya jayadi jayant jayce jayceon jayda jayde jayden jaydon jayeng
jayesh jayla jaylah jaylani jaylano jaylee jayleen jaylen jaylene jaylin jaylinn jaylon jaylynn jayne jayquan
jayson jayvano jaziyah jazlyn jazmin jazmine jazmyn jazmyne jazz jazzlyn jazzlynn jean jeana jeanette jeanie
jeanne jeannel jeannette jeannie jeannine jeannot jed jedediah jedidiah jeet jef jeff jefferey jefferson
jeffery jeffrey jeffry jefri jefta jehanne jejomar jela jelani jelena jelica jelisaveta jelita jelka jella
jelle jelmer jelte jemarcus jemima jemma jena jenel jenifer jenna jenni jennie jennifer jenny jennyfer jens
jensen jenson jente jeongmin jeppe jerad jerald jeramie jeramy jere jerel jeremi jeremiah jeremias jeremiasz
jeremie jeremih jeremy jergus jermain jermaine jermey jernej jerod jerome jeromy jeronimo jerrell jerrod
jerrold jerry jerzy jesa jesper jess jesse jessica jessie jessika jesslyn jesslynn jessy jessyca jesus jeton
jett jette jettie jevon jevrosima jewel jewell jezdimir jhanvi jhon jhonatan jhosep jiabao jiahao jiahui
jiajia jialin jialing jiaming jian jianfeng jianguo jianhua jianing jianjun jianming jianping jiaqi jiarui
jiawei jiawen jiaxin jiaxuan jiayi jiayin jiaying jiayu jidde jide jie jigna jignesh jihad jihan jihane jiho
jihoon jihye jihyun jil jill jillian jim jimena jimi jimin jimmie jimmy jin jina jinawi jindra jing jingjing
jingwen jingyi jingyu jinho jinhua jinhyuk jinlong jinte jinthe jinwoo jinyu jip jiri jiro jisoo jisu jitender
jitendra jitka jiu jiwon jiwoo jiwoong jiya jiyan jiyar jiyeon jiyoung joachim joah joakim joan joana joanie
joann joanna joanne joannie joanny joao joaquim joaquin joaquina joar joas joceline jocelyn jocelyne jochen
jodi jodie jody joe joel joelina joeline joelle joep joes joesph joey joffre johan johana johann johanna
johanne johannes johathan john johnathan johnathon johnnie johnny johnpaul johnson joko jola jolana jolanda
jolanta jolayemi joleen jolene jolie jolien jolijn jolin jolina joline jomar jomo jon jona jonah jonas jonatan
jonathan jonathon jonay joni jonna jonne jono jonte jooa jooel joohyun joojo joon joona joonas joonatan
joonathan joonho joose joosep jooseppi joost jooyeon jop joppe jordan jordi jordis jordon jordy jordyn jorg
jorge jorgen jori joris jorma jorn jorrit jort jorunn joscha joschua jose josef josefa josefien josefin
josefina josefine joselito josep joseph josephin josephine josette josh joshna joshua joshuah josiah josiane
josianne josie josip josipa josko joso josse josselin jost jostein josua josue josune josy joud jouko joumana
jouni jourdain jouri jousia jovan jovana jovani jovanka jovanni jovanny jovany joy joya joyce joza joze jozef
jozefina joziah jozica jozsef jozue juan juana juanita juanjo juanjuan juda judah judd jude judi judicael
judit judita judith judson judy judyta juelz jugoslav juha juhan juhana juhani juhi juhis juho jukka jula
julan jule julen jules juli julia julian juliana juliane julianna julianne julie julien julienne juliet
julieta julieth juliette julija julijana julika julina juline julio julissa julita julius juliusz juma jumadi
jumana jumari jun juna junaid junayd june jungho jungwoo junhao junho junhui juni junior juniper junis junius
junjie junko juno junseo junwei junyi jur juraj jure jurg jurgen jurgita juri jurre juste justen justice
justin justina justinas justine justo juston justus justyn justyna jutta juul juuli juulia juuso juvenal juwan
juwon jyoti jyotis jyotsana jyri jyrki jytte kaan kaapo kaapro kaarel kaari kaarina kaarle kaarlo kaarlotta
kaat kabir kacey kaci kacie kacper kacung kade kaden kader kadiatou kadidia kadidiatou kadijah kadin kadir
kadri kady kaede kaela kaelyn kagiso kahiau kahu kai kaia kaiden kaija kailani kailash kailee kailey kailyn
kaimana kainat kaino kainoa kaipo kairav kairi kairo kais kaisa kaisla kaisley kaisu kaitlin kaitlyn kaito
kaiwen kaixin kaj kaja kajal kajan kajen kajetan kajsa kala kalani kalea kaleab kaleah kaleb kaleigh kaleinani
kaleo kalervo kalev kaleva kalevi kaley kali kalidou kalilou kalim kalina kalinda kalinik kalistrat kaliyah
kalkidan kalle kallie kalliopi kalpana kaltrina kaltun kalyani kama kamaka kamakana kamal kamala kamalesh
kamari kamaria kamau kambali kambiz kamden kamel kameron kamidin kamil kamila kamilla kamille kamiyah kamla
kamlesh kamon kamran kamren kamron kamrul kamryn kamsi kana kanak kanaka kanako kanchan kanda kane kanerva
kang kangmin kani kania kanika kanishka kaniya kanna kannan kannen kano kanti kanya kanye kao kaori kaoru
kaory kara karam karan kardi kareem karel karelle karen kari kariane karianne karim karima karimah kariman
karin karina karine karita kariuki karja karl karla karlee karley karli karlie karlijn karlo karlotta karly
karma karman karmela karmyn karna karol karolann karoliina karolina karoline karolis karon karsa karsana
karson karsten karsyn karta karter karthik kartik kartika karuna karunanidhi karya kasandra kasen kash kashif
kashish kashton kashvi kashyap kashyapi kasia kasim kasimir kasiran kasiyah kaspar kasper kasperi kassandra
kassidy kasun kasusra kata katalin katariina katarina katarzyna kate katelin katell katelyn katelynn kateri
katerina kateryna katharina katherine katheryn kathleen kathlyn kathrin kathrine kathryn kathryne kathy kati
katia katica katie katija katina katja katla katlyn katlynn kato katri katriina katrin katrina katrine katryn
katsumi katsuo kattie katy katya kaua kauan kauko kaulana kaur kaushik kaveh kavish kavita kaviya kavon kavya
kawa kawaca kawaya kawika kawtar kay kaya kaycee kayden kaydence kayla kaylah kaylani kaylee kayleigh kayley
kayli kaylie kaylin kayode kayra kayson kayun kayvan kazimierz kazimir kazue kazuki kazuko kazuo keagan keala
kealoha keandre keano keanu keara keaton keba kedar keegan keelan keeley keelin keely keenan keerthi keerti
kees keet kehlani keijo keiko keila keimo keira keisha keisuke keit keita keith keji kekoa kelechi kelia
kelian kelis kellen kelley kelli kellie kelly kelsey kelsi kelsie kelton kelvin kelya kemal kemba kemi ken
kenan kenari kendall kende kendra kendrick kene kenechi kenes kenia kenichi kenji kenna kennedi kennedy
kenneth kennith kenny keno kensi kensley kent kenta kento kenton kenya kenyatta kenyon kenza kenzie kenzlee
kenzo keon keoni kerem keren kerim kerline kerry kersti kerstin kerttu kerttuli kesha keshaun keshawn keshia
ketan ketil keven kevin kevine kevo kevon kexin keyla keyon keyshawn keyvan keza kezia kgabu kha khadar
khadeeja khadidiatou khadidja khadija khadijah khadijeh khadim khadra khady khai khalani khaled khalid khalida
khalifa khalil khamla khang khanh khanyisile khari khatera khawla khe khethiwe khiem khieu khin khloe khoa
khoan khoat khoi khoudia khouloud khrystyna khue khulekani khuong khushi khuyen khyati kian kiana kiandra
kianna kiara kiarra kibrom kidane kidist kidus kiel kiele kielo kiem kien kiera kieran kiet kieu kiia kiin
kiira kika kikelomo kiki kiley kilian killa killian kim kimani kimber kimberley kimberly kimi kimia kimmo
kinan kincso kine kinga kingsley kingston kinh kinjal kinley kinslee kinsley kip kipchoge kiplagat kiprotich
kira kiran kirana kiri kirill kirilo kirk kirsi kirsikka kirsten kirstin kirstine kirsty kirti kirubel kishore
kit kitti kitty kiyah kiyoshi kjeld kjell kjersti kjetil klaas klara klarencjusz klaudia klaudiusz klaus
kleber klemen klemens klement klementyna kleopatra klim kliment kloe knox knut koa kobby kobe kobina koby
kocer kody koen koffi kofi kohaku koharu kohei kohen koit koji kojo koko kokoro kolawole kolby kole koloman
kolos kolton komal konan konnor konrad konsta konstancja konstantin konstantina konstantinos konstanty
konstantyn koos kopano koralia koray korbin korbinian korbyn korede korey korinna kornel korneli kornelia
korneliusz kory kosal kosisochukwu kossi kosta kostas kostya kosuke kota kotaro kotone kotryna kouadio kouame
kouki kourosh kraig kresimir krijn krish krisha krishna krishnadas krishnadasa krista kristaps kristen kristi
kristian kristie kristiina kristijan kristin kristina kristine kristjan kristof kristofer kristoffer
kristopher kristy kristyna krisztian krisztina krisztofer krithika kriti kritika krsto krunal kruno krunoslav
krystal krystel krystian krystina krystyna krzysztof ksawera ksawery ksenia ksenija kseniya ksenofont kshitij
kuba kubilay kubra kubura kudzai kujoe kukka kuldeep kullervo kulli kumar kumari kumiko kumuda kunal kuncara
kunle kunthara kurnia kurt kurtis kushal kushtrim kusi kustaa kusuma kuzman kvetoslava kwabena kwadwo kwaku
kwame kwamena kwasi kweku kwesi kwintyn kyan kyano kyara kyaw kyla kylan kyle kylee kyleigh kylen kyler kylian
kylie kyllikki kylo kymani kyoko kyosti kyra kyree kyriaki kyriakos kyrie kyrylo kyson kyung kyungmin laal
labinot labron labuh lacey lachlan lacramioara lacy lada ladan ladarius ladina ladislau ladislav laerke
laetitia lafayette lagi lagle lahja lai laia laiba laila laima laine lainey lais laisha lajos lakeisha lakesha
laksana laksh lakshay lakshman lakshmi lakshmidhar lakshminath laksita lal lala laleh lalie lalit lalita lamar
lambert lamia lamija lamine lamis lamont lan lana lanang lance lancelot landen lander landon landry landyn
laney langa langgeng langston lani lanjar lantar laoise laquan laquisha lara laras lari larisa larissa laron
larry lars larysa lascar lashawn lashonda lasmanto lasmono lassana lasse laswi laszlo lata latasha latavia
latif latifa latika latisha latonya latoya latrice lauha laura laurane laure laureen laurel laureline lauren
laurence laurencja laurencjusz laurene laurens laurent laurentia laurentiu laurenty laurentyna laurenz
lauretta laurette lauri laurian lauriane laurianne laurie laurin laurine laury lauryn lautaro lavada lavanya
laverna laverne lavina lavinia lavonne lawrence lawrencia lawson laxman laxmi layal layan layla layne layton
lazar lazare lazaro lazarz lea leah leana leander leandra leandre leandro leane leann leanna leanne leart
leatha lebron leda lee leela leeloo leen leena leendert leevi lefteris lega legawa leia leidy leif leigh
leighton leila leilani leilei leili leire lejla leke lela lelah leland lele lelia leman lemar lembah lembit
lempi lemuel len lena lendita lene leni lenia lenin lenja lenka lenn lenna lennard lennart lenne lennert lenni
lennie lennon lennox lenny lenora lenore lensa lenya leo leola leon leona leonard leonardo leonel leonhard
leoni leonid leonida leonidas leonie leonne leonor leonora leonore leontin leontina leontine leopold
leopoldina leopoldine leopoldo leora leposava lera lerato lere leroy lesana lesedi lesley leslie lesly lessie
lestari lester lesya leszek leta letha leticia letitia letizia lettie leu leufroy leutrim lev levent levente
levi levin levke levoslav lew lewin lewis lex lexi lexie lexus leydi leyla leyna lia liah liam lian liana lias
liat liban libbie libby libere libertad liberty libor libusa lica lidia lidija lidiya lidya lieke liem liene
liesbeth lieselotte liet lietald lieuwe lieve lieze ligaya ligia lihi lihua lihuen liibaan liina liis liisa
liisi liisu lijuan lila lilah lilan lilas lili lilia lilian liliana liliane lilianna lilie lilien lilith
liliya lilja lilla lilli lillian lilliana lillie lilly lilou lily lilyan lilyana liman limar lin lina linah
linas lincoln linda linde lindiwe lindsay lindsey linett ling lingling linh linlin linn linne linnea lino
linoi lintang linus linwood lioara lionel lior liora liping liqiang liridon liridona lirik lis lisa lisandro
lisann lisanne lisbeth lise liselotte lisette lison lissandro litzy liubov liudmila liv liva livia livio liviu
liwei liwia liya liyam liyana liying liyuan liz liza lizbeth lize lizea lizeth lizz lizzie lizzy ljiljana
ljuba ljubica ljubisa ljubomir ljudevit ljudmila lleucu llew llewellyn llewelyn llinos llio llorenc lloyd lluc
lluis loa loane loann loanne loc loek loes loet logan loic loicia lois lok lokelani lokesh lola lolade lolita
loma lomasi lon london londyn long longin lonnie lonny lonzo loore lora loraine lorcan lore lorea loredana
loreen lorelai lorelei loreley lorena lorene lorenz lorenza lorenzo loreta loretta lori lorin lorine loris
lorna lorrain lorraine lothaire lott lotta lotte lotti lottie lou loua louane louanne louay loubna louca
loucas louie louis louisa louise louison loujain louka lourdes lourenco louvenia lova lovepreet loviisa lovis
lovisa lovorka lovro lowell lowie lowri loyce luan luana luat lubica lubna lubomir lubomira lubor lubos
luboslav luboslava lubov luc luca lucas lucca luce lucentiu lucero lucette lucia lucian luciana luciano lucie
lucien lucienne lucija lucijan lucila lucile lucille lucinda lucio lucious lucius lucja lucjan lucretia
lucretiu lucy ludger ludgina ludie ludivine ludmila ludolphe ludomil ludomila ludovic ludovica ludovit ludvig
ludwig ludwik ludwika luella luena luhung luigi luis luisa luisana luise luisito luiz luiza lujain lujan
lujayn lujza luk luka lukas lukasz luke lukhona lukita lukman lula lulu luluh lulut lulzim lumi lumia luminita
luna lungelo lungile luningning luong lupe lupita lura lurhur lurline lutfan luther luthfi lutz luuk luukas
luul luula luus luwam luwar luwes lux luz luzie luzviminda lwandle lwazi lya lyam lyana lyda lydia lydie lykke
lyla lylah lyle lylou lyn lyna lynda lynette lynn lynne lyra lyric lysanne lyubov lyudmila lyydia lyyli
`;

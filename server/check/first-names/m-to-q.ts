// Built by scripts/first-names.mjs; sources and licences: docs/student-check-names.md
export const NAMES = `
maaike maame maan maaria maarit maarja maarten maartje maas maayan mabel mabelle mable mabli mac maca macaire
macarena macey maci macie maciej mack mackenzie macsen mactar macy madalena madalin madalina madaline madalyn
maddi maddie maddison maddox maddy madeleine madelief madeline madelyn madelynn madge madhav madhavi madhu
madhur madhuri madie madiha madilyn madilynn madina madisen madison madisyn madita madleen madlen madoka
madonna mads mady madyson mae maegan mael maelie maeline maelis maelle maely maelya maelys maes maeva maeve
mafalda magali magda magdalen magdalena maggie magne magnolia magnus maguelone maguette maha mahad mahamadou
mahaut mahbub mahdi mahdis mahe maheen mahendra maher mahesa mahesh maheswar mahfud mahfuz mahi mahima mahina
mahir mahlet mahmood mahmoud mahmud mahmut mahnoor mahsa mahshid mahtab maia maialen maica maicol maida maider
maie maija maiju maik maike maikel maikki maiko maikol maila maile mailin mailys maimouna maimunah maira maire
mairead mairi maisa maisie maissa maite maiten maiwenn maiya maj maja majd majda majed majid majlinda makai
makan makana makara makary makayla makda makena makenna makenzie makhi makhtar maki makinwa mako makoa makoto
maks maksim maksym maksymilian makuta mala malachi malachy malaika malak malakai malamine malani malati malaya
malaysia malcolm malea malee malek malen malena malene malgorzata malhar mali malia malick maliha maliheh
malik malika malin malina malinda malini malisa maliyah malka malla mallaury mallie mallika mallory malo
malone malorie malou malte malthe malti malva malvina malwina mamadou mamady maman mame mamert mami mamie
mamour mana manah manaia manal manami manan manar manas manasi manasse manav manawa manca manda mandaakin
mandakini mandana mandeep mandla mandy manel manfred mang mangala mangalya manh mani manik manikya manish
manisha manja manjeet manju manjusha manley manoah manoj manole manolo manon manpreet mansi mansour manta
mantas manu manuel manuela manuelita mao maphikelela mar mara marah maral maram marama marame maras marat marc
marceau marcel marcela marceli marcelin marcelina marceline marcelino marcell marcella marcelle marcellin
marcellus marcelo marcheta marcia marcial marcin marco marcos marcu marcus mareike marek mareme maren marena
marga margana margaret margareta margarete margarethe margarett margaretta margarette margarida margarita
margaux marge marged margherita margie margit margita margo margot margret margrit margrith marguerite margus
mari maria mariadi mariah mariam mariama mariame marian mariana mariane marianela mariangeles marianna
marianne mariano mariasole maribel marica maricarmen maricel maricica marie marieke mariela mariella marielle
marieme marietta mariette mariia marija marijan marijana marijn marika mariko marilena marilie marilou marilu
marilyn marilyne marin marina marinela marinko marinus mario marioara mariola marion maris marisa marisol
marissa marit marites maritza mariuca marius mariusz mariya marja marjaana marjan marjatta marjeta marjo
marjolaine marjolein marjorie marjory marjukka marjut mark marketa marketta markika markku marko markos markus
marla marlee marleen marlen marlena marlene marley marli marlie marlies marlis marlo marloes marlon marlowe
marly maros marquel marques marquez marquis marquise marquita marrit marsha marshall marsito marsudi mart
marta martaka martana martani marte marten martha marthe marti martim martin martina martine martins martirio
marton martta martti marty martyna marut marvin marwa marwan marwata marwin mary maryadi maryam maryama maryan
maryana maryann maryanto maryjane maryna maryse masa masahiro masaki masako masami masao masaru masina masinka
mason masooma masoud massamba massimo massire matan matas matei matej mateja mateo mateu mateus mateusz mathea
matheo matheus mathew mathias mathieu mathijs mathilda mathilde mathis mathurin mathuys mathys mati matias
matija matilda matilde matis matiu matjaz matko matleena mats matt matteo matthaus matthew matthias matthieu
matthijs matthis matti mattia mattias mattie mattis matus matvei matvey maty matyas matylda matz maud maude
maudie maugis maulik mauno maura maureen mauri maurice mauricette mauricio maurine maurits maurizio mauro
maurycy maverick mavis mawuena mawusi max maxamed maxellende maxence maxi maxim maxima maxime maximilian
maximiliano maximilien maximillian maximina maximo maximus maxine maxton maxwell may maya mayank mayar maybell
maybelle maye mayeul maylis maymie maynard mayoor mayowa mayra mayron mays maysa maysam mayson mayte mayu
mayuko mayumi mayur mazie mazlum mbali mbalienhle mbaye mbuyi mckayla mckenna mckenzie mckinley mea meabh
meadow meagan meaghan mebrahtu meda medard mederic medhanie medina medine medoune medya meea meelis meena
meenakshi meera meeri mees megan megane meggie megha meghan meghana meghnad meghnath megumi mehari mehdi
mehdia mehmet mehran mehrdad mehreen mehrnaz mehul mehwish mei meihua meik meike meilani meilin meiling meinir
meir meire meissa meiyu meja mekdes mekhi melani melania melanie melaniya melany melat melba melchior mele
melek melenija meleri melika melike melina melinda meline melis melisa melisande melissa melissandre melita
melker melle mellie melodie melody mels meltem melusine melvin melvina melyna melyssa memphis menachem menaka
mence menghan mengjie mengmeng mengqi mengyao mengyuan menka menno meral merav merce mercedes merces merche
mercia mercy mereana meredith merel mererid merete meri meriem merijn merike meritxell merja merle merli
merlin meron merovee merrick mert mertie merve merveille mervi mervin meryem meseret messiah mesut metehan
metin metod mette mex meyra mhambi mia micael micaela micah micha michael michaela michal michalina michalis
micheal michel michela michele micheline michelle michiko mick mickael midas midori mieke mieko miel miguel
miha mihael mihaela mihai mihail mihailo mihajlo mihaly mihi mihir mihkel mihnea miho miia miika miikka miio
miisa mija mijat mik mika mikael mikaela mikail mikako mikala mikayla mike mikel mikhail miki mikias mikiko
mikka mikkel mikki mikko miklos mikolaj mikoto mikulas mila milad milada miladin milagros milan milana milani
milanka milanko milano mildred milena miles mileta miley milford milic milica milind milisav milivoj milja
miljan miljana miljenko milka milla millaray mille millen milli millicent millie milly milo milojica milomir
milorad milos miloslav miloslava milosz milota milou milton milutin mima mimmi mimo mimosa mimoza mina minah
minahil minakshi mindaugas mindy minea minerva ming minghao minghui mingi mingxuan mingyu mingze minh minho
minhyuk minja minjae minjeong minji minju minjun minka minkyu minmin minna minni minnie minodora minseo minsoo
minsu minttu minwoo minyoung mioara miodrag miomir mira mirabela mirac miracle mirain miran miranda miray
mircea mirco mireia mireille mirela mirella mireya miri miriam miriama mirja mirjam mirjami mirjana mirjeta
mirka mirkka mirko mirna miro miron mirona miroslav miroslava miroslaw mirre mirta mirte mirthe miruna mirva
mirwais mirza misa misael misaki misbah misha mishal misko mislav misra missouri mitali mitar mitch mitchel
mitchell mitica mitja mitra mitrut mitsuki mitsuko mitsuru mittie mitu miu miyah miyako miyoung miyu miyuki
mizan mizanur mizgin mizuki mladana mladen moa moana mobeen mobolaji mochen moctar modesta modeste modesto
modou modupe moe moesha mofifoluwa mohamad mohamadou mohamed mohammad mohammed mohan mohana mohinder mohini
mohit mohsen moira moise moises moisette mojca mojgan mojisola mojisoluwa mojmir mojzesz mollie molly momina
momir momira momme momo momoka momoko mona monae monalisa moncef moni monica monika monique monroe monserrat
montana monte montse montserrat monty moona moonika morad moradeke morag morayo mordechai morenike morgan
morgana morgane moriah moric moritz morne morolake morris morten morteza mortimer morton morven morwenna mose
moses mosese moshe mosinmileoluwa mostafa mosunmola motunrayo mouad mouhamadou mouhamed mouhameth mouhammadou
mouna mounir mourad moussa moustapha moyosore mozelle mozes mpho mpilo mpumelelo mridula msizi mthunzi muath
muayad mubarak mubashir muchen mudassir mugisha mugur mugurel muhamed muhammad muhammed muhammet muhannad
muhubo muir muireann mujur mukesh mukta mukul mulki mulu mulugeta mulya mulyanto mulyono mumbi mumina mumpuni
muna munashe muni munir murat murdo muriel murilo murphy murray mursal mursinin mursita murti musa musawenkosi
muse muslim mustafa mustapha mustika mustofa muthoni mutia mutsumi muusa muuse muyang muyiwa muzaffer mwangi
mya myah myesha myfanwy mykhailo mykola mykyta myla mylah mylan mylene myles mylo myra myriam myrna myron
myroslava myrthe myrtice myrtie myrtis myrtle myrto naama nabeel nabil nabila nabou nada nadalina nadav nadeem
nadege nader nadezda nadezhda nadia nadiia nadine nadir nadiya nadja nadya nadzieja nae nael naelle naemi nafi
nafisa nafissatou naftali nagabhushanam naghmeh nagisa naheed nahia nahiara nahid nahil nahla nahuel naia
naiara naila naim naima naina naira nais naja najam najat najeeb najib najibullah najla najma najwa nakato
nakia nakiyah nala nalani nalar naledi nalini nam naman name namrata nana nanako nanami nancy nand nanda nandi
nandini nandor nang nani nanna nannan nannie nansi nao naoki naoko naomi naomie naoto naoufal naoufel napoleon
nara naradi narayan narcis narcisa narciso narcisse nardi nardos naree naren narendra narges nargis nari narin
narinder narjes narji naroa narong nasab nascha nash nasieku nasim nasir nasra nasrat nasreen nasrin nasrullah
nasser nassim nastaran nasteexo nasteho nastia nastja nastya nat natalia natalie nataliia natalija nataly
natalya natan natanael nataniel natasa natascha natasha natasza nate nathalie nathan nathanael nathanial
nathaniel nathen nathifa natividad natka natnael natsinet natsuki natsumi nattapong naud naudet naura naval
navdeep naveed naveen navid navin navjot navya naw nawal nawar nawroz nayab nayan nayara nayef nayeli nayeon
nayoung nayra naz nazanin nazar nazariusz nazariy nazary nazha nazia nazli ndeye ndidi ndleleni ndondoloza nea
neal neasa nebiyu nebojsa nechifor ned neda nedeljko nedim nedjeljka nedjeljko nedra neea neel neela neelam
neele neeltje neema neeme neeraj nefeli negar negin neha nehemie nehir nehuen neil neja nejc nejra nektaria
nela nelda nele neli nell nella nelle nelli nellie nelly nels nelson nelu nemanja nena nenad neo neoma nepomuk
nera nerea neringa nermin nermina nerys nesa neslihan nesrin nesrine nestor nestori neta netanel netta nettie
neus neva nevaeh neven nevena nevenka nevio newell newen newroz newton nga ngaio ngaire ngalula ngan nghi
nghia nghiem nghiep ngoc ngon ngone ngozi nguyen nguyet nha nhan nhat nhi nhiem nhien nhlakanipho nhon nhu
nhuan nhung nhuong nia niakale niall niamh nicanor nicephore nichifor nicholas nicholaus nichole nick nicklas
nicklaus nickolas niclas nico nicoara nicodim nicol nicola nicolae nicolai nicolaie nicolas nicole nicoleen
nicoleta nicolette nicoline nicolle nicolo nicu niculina niculita nicusor nicuta nidal nidhi nidia niek nieke
niels niene nienke nieves nigel nihad nihat nii niilo niina niini nik nika nikau nike nikhil niki nikita nikki
nikkie nikko niklas niklaus niko nikodem nikola nikolai nikolaos nikolas nikolasz nikolaus nikolay nikoleta
nikolett nikolina nikos niksa nila nilab nilam nilay nilda nilesh nilofar niloofar nils nilufar nilufer nima
nimakoah nimas nimco nimisha nimit nimo nimra nimrod nina ning ningning ninh ninioluwa nino ninon ninthe nir
niraj niranjan nirbhay nirmala niro nisa nisanur nisha nishant nishita nisreen nisrine nistiman nita nithya
nitin nitya nitzan nixon niyaga niyilolawa nizar nizhoni njegomirka njeri nkanyezi nkechi nkem nkiru nkosenye
nkosingiphile nkosinhle nkosiyabo nnamdi nneka nnenna noa noah noam noami noan noboru nobuko nobuo nodira noe
noel noelani noelia noelie noeline noella noelle noemi noemie noemy nofoto noga nogaye nohea nohr nokuthula
nola nolan nolen nolwazi nolwenn noman nomi nomsa nomvula nona nonhlanhla nonjabulo nonkululeko nonso nooa
noomi noor noora noortje nora norah norbert norberto nore norene norica noriko norina norma norman normand
norris norval norwood nosipho nou noud nouha nouhaila nour noura nourhan nouri nout nova novah novak novalie
novan novella novi noviana novita nowi nox noy nozipho nozomi nqobile nrima nsimba nthabiseng ntokozo ntombi
ntombizodwa nuala nubia nuda nudem nugraha nuno nuong nupelda nuppu nupur nura nuray nurcan nuredin nuria
nurit nurlan nursena nursultan nurul nusa nusrat nuur nuurto nuutti nuwan nwando nya nyah nyambura nyana
nyasha nyasia nyeem nyla nylah nynke nyokabi nyoman nyomi nzuzi oakley oaklyn oaklynn oana oanh oba obada
obaida obanijesu obi obie obinna obioma obrad obren oceane ochieng octav octave octavia octavian octaviana
octavie octavio octaviu octavius oda oddvar oded odell odessa odette odhiambo odhran odile odilon odin odon
odysseas ofelia ofer ofir ofra ogechi oger ognjana ognjen ogooluwa oguz oguzhan ohto oili oisin oiva oivi ojas
ojaswini okan oke okechukwu okey okko oksana oktay okto ola olabisi oladare oladele oladimeji olaf olafur
olaia olaide olajumoke olakunle olalla olamide olanrewaju olansile olasunmbo olatz olav olavi oldrich ole olea
oleg oleh olek oleksandr oleksandra oleksii oleksiy olena olesia olesya oleta olga olgica olha oliivia olimpia
olimpian olimpiu olin oline oliva olive oliver olivera olivia olivier oliviu oliwia oliwier olle olli ollie
olof ololade olu oluchi olufemi olufunke olufunmi olufunmilayo olumide olumorotimi oluwadamilare oluwafemi
oluwagbemiga oluwakemi oluwamumibori oluwamuyiwa oluwasanmi oluwasegun oluwaseun oluwatobi oluwatoyin oluwole
oluwunmi olwen olympe olympia omaima oman omana omar omari omarion omawunmi omayma ombeline ombline omer omid
omkar omobobola omobolanle omodunni omolabake omolara omondi omosalewa omotara omotayo omotola omotoun omowumi
omran omri ona onawa ondrej onerva oni onni onome onoriode onufry onur onyango onyeka onyinye onyx oona
oormila opal opalina opaline opan opeyemi ophelia ophelie ophir opung ora oran orane oren oreofe orest orestes
orges orhan oriana oriande oriane orin oriol orion orit orjan orkideh orla orlaith orland orlando orlane orlo
orly orpha orrin orsolya ortansa orval orville orvokki orysia osagie osama osamu osaze osbaldo osborne oscar
osian oskar oskari osku osman osmo osmund osnat ossi ostap osten ostoja osunleke osvaldo oswald oswaldo otava
otavio otha othilie othman othmane otho otieno otilia otis oto otso ottilie ottis otto ouassim oumaima oumar
oumayma oumayra oumou oury ousmane oussama ousseynou outi ove ovidiu owain owen oyenike oyindasola oyku
oystein oyvind ozan ozana ozanne ozella ozge ozgur ozlem ozren ozy paavo pablito pablo paco pacome padma padmi
padraig paige paiman paislee paisley paivi paivikki paivio paja palemon palesa pallavi palma palmer paloma
palwasha pam pamela pamfil panagachie panagiota panagiotis panait panca pancho pandu pangeran pangestu panji
panka pankrac pankracy panna panos pansy pantaleon pao paola paolo parag param paramartha paramita paras
paraschiva paraskevi pardi parham pari paris parisa parker parman parsa parth parul parvati parveen parvin
parwana pascal pascale pascaline pascual pashtana pasquale pastora pat paterne pathe patience patrice patricia
patricija patricio patrick patrik patrizia patru patrycja patrycjusz patrycy patryk patsy patti pattie patty
pau paul paula paule paulette pauli paulica paulien pauliina paulin paulina pauline paulino paulo pava pavan
pavel pavica pavitra pavla pavle pavlo pavlos pavol pawel paxton payal payam payton pearl pearlie pearline
pecine peder pedram pedro peer peeter peetu peggie peggy pekka pekko pelagia pelagie pele pelin pelle penda
penelopa penelope peng pengfei penina penny pentti pepa pepe pepijn pepin pepo peppi pera perceval percival
percy peri perica perkasa perla pernilla pernille perparim perrine perry persephone peruna pessi petar pete
peter peterson petko petr petra petre petri petrica petrija petrisor petro petronela petronille petros petru
petrus petrut petruta petter petteri peyman peyton phap phat phi phil phila philani phileine philemon
philibert philine philip philipp philippa philippe philippine phillip philomene philothee philou phirun
phiwokwakhe phoebe phoenix phong phu phuc phung phuoc phuong phyllis pia piedad pien pierce pierre pierrette
pierrick pierrot piet pieter pietra pietro pihla piia pilar pilvi pim pinar pinchas pingping pinja pinkie pio
piotr piotrek piper pippa piret piripi pirita pirjo pirkko pius piyush pjeter plamedi platon pleun poju pol
pola polikarp polina polly polona pompilia pompiliu pontus pooja poonam poornima pooya poppy porfiriusz
porfiry porsha poul pouya poyraz praba prabawa prabhat prabhjot prabhu prabowo prabu prachi pradeep prakash
prakosa pramila pramod pran pranata pranav pranawa pranay pranjal prasad prasanna prasetya prasetyo prashant
prateek pratham prathamesh pratik pratiksha pratiwi pravdan praveen pravoslav prayag prayitna prayoga prayogo
precious predrag preeti preity prem prema prerna preston priit prima primerose primoz princeton prisca
priscila priscilla priscille prisha priska prita priti priya priyal priyala priyanka priyansh priyanshi
profira prokles prokop prokul promise prosper prudence prvoslav przemek przemyslaw pua pualani puanani puck
puja puji puk pulcherie puneet punit puput purificacion purnima purushottam purva purwa purwadi purwanto
pushti puspa puspita puti putra putri putu pyry qais qali qamar qasim qendrim qian qiang qianqian qiming qing
qingqing qinyi qistina qiuyu qori quan quang quantavious quavon queenie quentin quentine quetzal quieta quim
quin quincy quinisha quinn quintavius quinten quintia quinton quinty quique quirin quitterie quoc qusay quy
quyen quyet quynh
`;

/** Words of the language that look like a first name or one of its forms, as they stand in the text. */
export const WORDS_TOO = `
niin vain mikä tai anna ennen aina vai koko olin meillä kai niitä meitä ilman pian saada usko meille
varmaan sain luulin ikinä varma mihin rahaa kauan pari sai ainoa paras alkaa sama luulen hiljaa mieltä
niistä siltä meistä eli jopa uskoa eri toki sille uskon sanon parasta annan aamulla naisen vaikea avaa
ase toivon laita joko maan olekin vitun kenen oman josta vien alan saman tapan vihaan rauhaan iltaa veli
rauhassa esiin ilta keitä haista naisia oven lukea tien naista valita moni kenelle sepä sana pienen
niille sota parin maksan joudun monia lailla niillä kannata vedä aseen lahja kamalaa panna niihin avain
ellen toivoa sanaa vikaa niissä meiltä avata perillä toivoin hankin pientä maksa olleen kamala kate
jonain jakaa maasta meihin parissa raha valo perille alta veden nousta pannaan kamaa rahasta sisko sotaa
vika tapana inhoan pelin lain ilmaa satuta rauhaa aamu oletan valoa periksi ovea joen sara yllä sanan
rahan viet juna rauhan lahjan johan ilmaan onni lista tasan tuuli toivo tila avaan rajan voitto ollen munaa
 keneltä kirkon ansa pankaa ilma esille uskoin salli ken ilmassa veit ovesta kostaa veren valon
pariin päiviä rauha kenellä polta kieltä nauraa kauaa joukossa hain arvon ilmi loukata kala ali ovelle
poju varmaa kalaa hienon satu esitä oluen sotaan samana lomalla kanaa munia vailla paria kenestä
tina kokoa alkaen tasalla arvo alun ovella ainoan ollessa aamun mille katolla kannalta naama karata junior
kamalan kana santa naura voittoa perin jonne revin meri pariksi arvosta tilan ansaan sallia raja
lomaa lana arvelin vietin rahalla pelle tuuria kamalalta maissa silta legenda
 naurata katolle sade junan lennä kiinan lomalle aamuun kokoon elin kartan tonnin kannan aidan aine
mielen saaren junaan kanna valossa data suihin koita junassa hai katoa arvoa monista katon aarre
muna ansassa vikaan vedin sadan veressä maksun levitä oveen monien junalla taikaa naamaa vieraan
loma joukon kamalia alin lahjaksi iltaan lennon jano sinistä rajaa anneta niiltä kalan valan kato
 naamaan ikinen katolta kama valoon meissä omana kielen teon jona linna linnan lahjaa 
joelle verestä radion lataa joukosta lukita ansan tasalle sisua suusta toden jaan vaille alfa
revi kukka jonossa aamusta junasta tanner aseta halata
niilla heilla heille heiltä teillä teille meillä minulla minulle sinulla kaikilla kaikille joilla joille
näillä näille noilla taimi taimet tuulella satua sadun armas armaan helmi helmen pilvi pilven lumi lumen
meren merellä ansio kielo lilja ruusu ruusun orvokki vieno kaino sulo impi lempi tyyni tyynen viljan vilja
taika taian sointu soinnun säde säteen säteet aura auran uljas poju veikko kukan halla
hallan talvi suvi kesä kesän aamuisin iltaisin pari parin kerran kertaa kanssa kanssani seela toini taru
tarun tarut saaga saagan saima lahjat lahjoja outi outo oiva oivan oton taisto taiston tarmo tarmon
terho unto usva vesa vesan vaahto valta voima väli väliin kataja vanamo kanerva kaisla kaislan jalo jalon
alpo kauko kaukana rami lista marja marjan marjat marjoja maila mailan
 aina ainakin ainoana sini sinisen uuno onnea
onnella onneksi onnen valo valolla varma varmasti rauhassa rauhaksi illan illalla ilta iltapäivällä maan
maalla maata
kukaan ketään kenenkään kellekään kenellekään mikään mitään missään mistään mihinkään millään jokin jotakin jossain jonnekin jokainen
jokaisen jokaista kumpikin kumpikaan kumpi molemmat muut muita muille muilla muilta toinen toisen toista toisille toisilla toisella itse itseään
alla alta alle ansiosta illoin jolla jolle jolta jossa josta joka jokin samalla samaan samassa aivan alussa alusta alkuun lopussa lopulta
vappu vappuna vapun vappua runo runon runot ole sen minä sinä hän
`;

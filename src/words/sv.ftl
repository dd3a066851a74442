# Svenska ord. En rad per ordval; det som står efter ett nummertecken är till för den som läser.

## Tal

number-decimal = ,
number-thousands = { "\u00A0" }
percent = { $points }{ "\u00A0" }%
rate = { $rate } Mbit/s
hours =
    { $hours ->
        [one] { $hours } timme
       *[other] { $hours } timmar
    }
length-metres = { $metres } m
length-kilometres = { $kilometres } km

## Uppräkningar

list-and = { $first } och { $last }
list-or = { $first } eller { $last }
list-more = { $count } till

## Koder: det som står i en cell, och dess ord

knowledge--yes = ja
knowledge--no = nej
knowledge--unknown = okänt

site-kind--school = skola
    .a = en skola
    .the = skolan
    .plural = skolor
site-kind--preschool = förskola
    .a = en förskola
    .the = förskolan
    .plural = förskolor
site-kind--care_home = särskilt boende
    .a = ett särskilt boende
    .the = boendet
    .plural = särskilda boenden
site-kind--health_centre = vårdmottagning
    .a = en vårdmottagning
    .the = mottagningen
    .plural = vårdmottagningar
site-kind--other = annan verksamhet
    .a = en verksamhet
    .the = verksamheten
    .plural = andra verksamheter

element-kind--mast = mast
    .the = masten
    .it = masten
    .plural = master
element-kind--node = nod
    .the = noden
    .it = noden
    .plural = noder
element-kind--power_feed = elmatning
    .the = elmatningen
    .it = elmatningen
    .plural = elmatningar
element-kind--span = kabel
    .the = kabeln
    .it = kabeln
    .plural = kablar
element-kind--trench = schakt
    .the = schaktet
    .it = schaktet
    .plural = schakt

fixed-status--connected = ansluten
fixed-status--passed = nät i närheten
fixed-status--planned = planerad
fixed-status--none = ingen
fixed-status--unknown = okänt

network-status--reached = nådd
network-status--cut_off = avskuren
network-status--not_attached = inte ansluten
network-status--unknown = okänt

stage--access = anslutningen
stage--network = nätet

effect--fixed = fast anslutning
effect--all = all tjänst
effect--unknown = okänt

fallback--independent = oberoende
fallback--shared = delad
fallback--none = ingen
fallback--unknown = okänt

fallback-needed--none = ingen
fallback-needed--any = vilken som helst
fallback-needed--independent = oberoende

municipality-match--inside = läget
municipality-match--nearest = närmaste
municipality-match--none = ingen

reach-basis--layer = täckningslager
reach-basis--range = räckvidd
reach-basis--assumed = antagen

readiness--ready = redo
    .long = redo
    .long-plural = redo
    .in-plot = redo
readiness--at_risk = sårbar
    .long = fungerar i dag men är sårbar
    .long-plural = fungerar i dag men är sårbara
    .in-plot = sårbar: fungerar i dag utan krävd reserv
readiness--not_ready = inte redo
    .long = inte redo
    .long-plural = inte redo
    .in-plot = inte redo
readiness--unknown = okänt
    .long = går inte att avgöra
    .long-plural = går inte att avgöra
    .in-plot = okänt

need--fixed = fast anslutning
    .a = fast anslutning
need--download = hastighet
    .a = tillräcklig hastighet
need--single_points = inga enskilda punkter
    .a = en väg som inget enskilt fel bryter
need--fallback = reservväg
    .a = reservväg
need--endurance = uthållighet
    .a = uthållighet utan elnät

measure--connect = anslut med 1 Gbit/s
    .long = anslut med 1 Gbit/s
measure--gigabit = höj till 1 Gbit/s
    .long = höj anslutningen till 1 Gbit/s
measure--mobile = ett mobilnät till
    .long = ett mobilnät till, 30 Mbit/s
measure--second_way = en andra framföring
    .long = en andra framföring, skild från den första
measure--backup_power = reservkraft 24 timmar
    .long = egen reservkraft för 24 timmar
measure--second_feed = en andra elmatning
    .long = en andra elmatning

fact--connection = fast anslutning
fact--download = hastighet
fact--mobile = mobil täckning
fact--second_network = ett andra mobilnät
fact--network = nod i nätet
fact--node_power = nodernas uthållighet
fact--masts = master
fact--backup_power = reservkraft
fact--power_feeds = elmatningar
fact--persons = personer

holder--site_owner = verksamheternas huvudman
    .the = verksamheternas huvudman
holder--network_owner = nätägaren
    .the = nätägaren
holder--mobile_operator = mobiloperatörerna
    .the = mobiloperatörerna
holder--mast_owner = mastägarna
    .the = mastägarna
holder--grid_owner = elnätsföretaget
    .the = elnätsföretaget
holder--municipality = kommunen
    .the = kommunen

mean--arithmetic = aritmetiskt medelvärde
mean--geometric = geometriskt medelvärde
mean--harmonic = harmoniskt medelvärde
mean--minimum = det sämsta räknas

factor--weights = vikterna
factor--aggregation = sättet att väga ihop
factor--goalposts = målvärdena
factor--unknowns = det okända

standing--strength = styrka
standing--weakness = svaghet
standing--typical = som de flesta
standing--unknown = okänt

real--yes = ja
real--intervals_overlap = intervallen överlappar
real--no_score = ingen poäng
real--nothing_asked_in_both = ingen fråga gemensam

weigh-by--sites = verksamheter
weigh-by--persons = personer

outcome--loses_all = förlorar all tjänst
outcome--unknown = okänt
outcome--loses_fixed = förlorar fast
outcome--loses_mobile = förlorar mobilt
outcome--keeps_some = behåller någon
outcome--keeps_all = behåller allt
outcome--had_none = hade ingen

flag--below_target = under hastighetsmålet
    .long = Anslutningen når inte hastighetsmålet eller saknas
flag--municipality_mismatch = annan kommun än i registret
    .long = Registret anger en annan kommun än läget
flag--no_backup_power = ingen reservkraft
    .long = Ingen egen reservkraft
flag--no_fallback = ingen reservväg
    .long = Ingen reservväg
flag--outside_municipalities = utanför kommunerna
    .long = Räknas inte till någon kommun
flag--shared_fallback = reservvägen delas
    .long = Reservvägen är inte oberoende
flag--spof_access = en enda anslutningspunkt
    .long = Hänger på en enda nod eller mast, som alla med bara en ledning
flag--spof_network = en enda punkt i nätet
    .long = En enskild del längre in i nätet kan ensam bryta tjänsten
flag--spof_power = en enda elmatning
    .long = En enda elmatning kan bryta tjänsten
flag--spof_trench = ett enda schakt
    .long = Ett enda schakt kan bryta tjänsten
flag--unconnected = utan fast anslutning
    .long = Saknar fast anslutning
flag--unknown_connection = okänd anslutning
    .long = Det är inte känt om det finns en fast anslutning

edition--full = fullständig
edition--public = publik

severity--error = fel
severity--warning = varning
severity--info = upplysning

## Ofta sagt

count-of =
    { $count ->
        [one] { $count } { $one }
       *[other] { $count } { $many }
    }
in-brackets = { $what } ({ $more })
advice = Råd: { $hint }
element = { $kind } { $id }
core-node = kärnnod
sites =
    { $count ->
        [one] { $count } verksamhet
       *[other] { $count } verksamheter
    }
other-sites =
    { $count ->
        [one] { $count } annan
       *[other] { $count } andra
    }
trench-drawn = kablarna { $cables } är ritade inom { $within } från varandra på en sträcka av { $length } och antas ligga i samma schakt
trench-stated = kablarna { $cables } anges ligga i samma schakt
row-of-file = rad { $row } i { $file }
feature-of-file = objekt { $row } i { $file }
licence = licens { $licence }
synthetic = syntetiska uppgifter
quarter--best = den bästa fjärdedelen
quarter--second = den näst bästa fjärdedelen
quarter--third = den näst sämsta fjärdedelen
quarter--worst = den sämsta fjärdedelen
draws-hardly = i färre än en av 10 dragningar
draws-of-ten = i { $tenths } av 10 dragningar
draws-nearly-all = i nästan alla dragningar
draws-all = i alla dragningar

## Kolumner i tabellerna: vad de kallas och betyder

column-in-language = { $about } ({ $language })

column--site_id = Verksamhets-id
    .about = Verksamheten.
in-sites--site_id = Verksamhets-id
    .about = Id från registret.
in-network-dependencies--site_id = Verksamhets-id
    .about = Noden.
column--name = Namn
    .about = Namn i nätet; för en mast operatören.
in-mend--name = Namn
    .about = Dess namn.
in-outage--name = Namn
    .about = Dess namn.
in-outage_municipalities--name = Namn
    .about = Dess namn.
in-municipalities--name = Namn
    .about = Som filen skriver det.
in-indicator_values--name = Namn
    .about = Som filen skriver det.
in-services--name = Namn
    .about = Tjänstens namn.
in-service_summary--name = Namn
    .about = Tjänstens namn.
in-network-nodes--name = Namn
    .about = Namn i nätet.
in-network-elements--name = Namn
    .about = Namn i nätet.
in-sites--name = Namn
    .about = Namn från registret, annars id.
in-questions--name = Namn
    .about = Kommunens. Tomt: hela regionen.
in-scores--name = Namn
    .about = Enhetens.
in-differences--name = Namn
    .about = Enhetens, som det andra resultatet skriver det.
column--kind = Slag
    .about = school, preschool, care_home, health_centre eller other.
in-mend--kind = Slag
    .about = Vad den är.
column--municipality_code = Kommunkod
    .about = Alltid text.
in-sites--municipality_code = Kommunkod
    .about = Kommunen den räknas till.
in-site_indicators--municipality_code = Kommunkod
    .about = Kommunen den räknas till.
in-mend--municipality_code = Kommunkod
    .about = Kommunen den räknas till.
in-outage--municipality_code = Kommunkod
    .about = Kommunen den räknas till.
in-elements--municipality_code = Kommunkod
    .about = Var den finns; för en kabel eller ett schakt var mitten är. Tom för en elmatning och ett angivet schakt, som inte har något läge.
in-network-elements--municipality_code = Kommunkod
    .about = Tom: inga kommuner läses.
column--municipality_match = Kommun bestämd genom
    .about = inside; nearest (utanför alla ytor, förd till den närmaste); none (ingen yta: koden, om den finns, är den som registret anger för en verksamhet utan läge).
column--easting_m = Öst (m)
    .about = I projektets referenssystem.
column--northing_m = Nord (m)
    .about = I projektets referenssystem.
column--persons = Personer
    .about = De som är beroende av verksamheten.
column--fixed_status = Fast anslutning
    .about = connected, passed, planned, none eller unknown.
column--fixed_technology = Fast teknik
    .about = Som källan skriver det.
column--fixed_download_mbps = Fast hastighet ned (Mbit/s)
    .about = Mbit/s; där fixed_status är unknown, anslutningens om den finns. Tomt där ett annat område på platsen säger detsamma utan att ange sin hastighet, som kan vara högre.
column--fixed_source = Källa för fast
    .about = Vem som säger det.
column--fixed_source_date = Datum för fast
    .about = Per vilket datum.
column--meets_target = Når hastighetsmålet
    .about = yes, no eller unknown: targets.site_download_mbps.
column--mobile_networks_10mbps = Mobilnät med 10 Mbit/s
    .about = Radionät som säkert täcker med 10 Mbit/s; tomt utan något mobillager.
column--mobile_networks_30mbps = Mobilnät med 30 Mbit/s
    .about = Radionät som säkert täcker med 30 Mbit/s; tomt utan något mobillager.
column--mobile_networks_unknown = Mobilnät, okänt
    .about = Radionät som inte är kända för någon av de två hastigheterna; tomt utan något mobillager.
column--nearest_node = Närmaste nod
    .about = Nod i nätet.
column--nearest_node_m = Närmaste nod (m)
    .about = Avstånd fågelvägen i meter.
column--nearest_mast = Närmaste mast
    .about = Mast.
column--nearest_mast_m = Närmaste mast (m)
    .about = Avstånd fågelvägen i meter.
column--access_node = Anslutningsnod
    .about = Noden som verksamheten hänger på.
column--drop_length_m = Till anslutningsnoden (m)
    .about = Avståndet dit fågelvägen i meter.
column--network_status = Väg till kärnan
    .about = reached, cut_off, not_attached eller unknown.
column--disjoint_paths = Skilda vägar
    .about = Vägar utan gemensam nod från anslutningsnoden till kärnan: 0, 1 eller 2 för två eller fler.
in-network-nodes--disjoint_paths = Skilda vägar
    .about = Vägar utan gemensam nod till kärnan: 0, 1 eller 2 för två eller fler.
column--single_points = Enskilda punkter
    .about = Delar bortom anslutningsnoden som var för sig kan ta verksamhetens tjänst: rader i dependencies med stage network.
in-network-nodes--single_points = Enskilda punkter
    .about = Hur många andra noder och kablar som var för sig skär av noden; tomt där den redan är avskuren.
column--fallback = Reservväg
    .about = independent (en mast klarar varje enskilt fel som tar den fasta tjänsten), shared, none eller unknown.
column--endurance_h = Uthållighet (h)
    .about = Timmar med någon tjänst när elnätet är borta överallt; tomt om inte de två gränserna nedan sammanfaller.
column--flags = Flaggor
    .about = Koder åtskilda av ;, sorterade.
column--source = Källa
    .about = Filen som den lästes från.
in-sites--source = Källa
    .about = Registret som den lästes från.
column--source_row = Rad i källan
    .about = Raden i den.
in-network-nodes--source_row = Rad i källan
    .about = Platsen i listan.
in-network-elements--source_row = Rad i källan
    .about = Platsen i listan.
column--fixed_source_row = Rad för fast
    .about = Raden som anger den fasta anslutningen.
column--endurance_low_h = Uthållighet lägst (h)
    .about = Timmar som den räcker minst.
column--endurance_high_h = Uthållighet högst (h)
    .about = Timmar som den räcker längst; tomt där inget är känt som gör slut på den.
column--served = Har tjänst
    .about = Om den har fast eller mobil tjänst nu: yes, no eller unknown.
column--fixed_service = Har fast tjänst
    .about = Om den har fast tjänst nu: yes, no eller unknown.
column--mobile_service = Har mobil tjänst
    .about = Om den har mobil tjänst nu, med 10 Mbit/s: yes, no eller unknown.
column--fixed_source_file = Fil för fast
    .about = Filen som anger den fasta anslutningen.
column--fixed_layer_file = Fil för fast täckning
    .about = Filen med lagret som anger tekniken.
column--fixed_layer_row = Rad för fast täckning
    .about = Raden i den.
column--backup_power_h = Reservkraft (h)
    .about = Timmar som den egna reservkraften räcker.
column--power_feeds = Elmatningar
    .about = Dess elmatningar åtskilda av ;, tomt där de inte är kända.
column--unlisted_mast = Mast utanför listan kan nå
    .about = Om en mast som inte finns i någon lista kan nå den: yes eller no; tomt utan masterlista.
column--fixed_rate_file = Fil för fast hastighet
    .about = Filen som anger hastigheten: registret eller ett lager.
column--fixed_rate_row = Rad för fast hastighet
    .about = Raden i den.
column--fixed_download_low_mbps = Fast hastighet ned, minst (Mbit/s)
    .about = Mbit/s: den högsta kända hastigheten; lägre än hastigheten bara där den är tom.
column--element_kind = Slag av nätdel
    .about = mast, node, power_feed, span eller trench.
in-network-elements--element_kind = Slag av nätdel
    .about = node eller span.
in-network-dependencies--element_kind = Slag av nätdel
    .about = node eller span.
column--element_id = Nätdel
    .about = Dess id.
in-dependencies--element_id = Nätdel
    .about = Delen.
in-network-dependencies--element_id = Nätdel
    .about = Delen.
column--stage = Var i nätet
    .about = access (anslutningsnoden, eller det som inte tar mer än det som verksamheten själv hänger på) eller network (bortom den).
in-network-dependencies--stage = Var i nätet
    .about = access (noden själv) eller network (varje annan del).
column--effect = Vad som bryts
    .about = Vad bortfallet gör: fixed (fast tjänst förloras, en mast som står kvar tar över), all (all tjänst förloras) eller unknown.
in-network-dependencies--effect = Vad som bryts
    .about = unknown: inget är känt om någon reservväg.
column--trench_within_m = Schakt: antaget avstånd (m)
    .about = För ett schakt som härletts ur ritade sträckningar: avståndet som antogs, i meter.
column--order_to_core = Ordning mot kärnan
    .about = För noder och kablar längs den fasta anslutningens väg: 1 är närmast verksamheten, den sista närmast kärnan.
column--sites_cut_off = Verksamheter som bryts
    .about = Verksamheter som mister den tjänst de har: fast, eller mobil för dem utan fast.
in-network-elements--sites_cut_off = Verksamheter som bryts
    .about = Noder som mister sin väg till kärnan med den, en nod själv inräknad; 0 där den inte skär av något.
column--schools_cut_off = Skolor som bryts
    .about = Skolor bland sites_cut_off.
in-elements--schools_cut_off = Skolor som bryts
    .about = Skolor bland dem.
in-network-elements--schools_cut_off = Skolor som bryts
    .about = Tomt: ingen nod är känd som en sådan.
column--care_homes_cut_off = Särskilda boenden som bryts
    .about = Särskilda boenden bland sites_cut_off.
in-elements--care_homes_cut_off = Särskilda boenden som bryts
    .about = Särskilda boenden bland dem.
in-network-elements--care_homes_cut_off = Särskilda boenden som bryts
    .about = Tomt: ingen nod är känd som en sådan.
column--persons_cut_off = Personer som bryts
    .about = Personer vid de av sites_cut_off vars antal är känt.
in-elements--persons_cut_off = Personer som bryts
    .about = Personer vid de verksamheter vars antal är känt; tomt där inget antal är känt.
in-network-elements--persons_cut_off = Personer som bryts
    .about = Tomt: okänt.
column--sites_without_service = Verksamheter utan någon tjänst
    .about = Verksamheter som säkert mister all tjänst.
in-elements--sites_without_service = Verksamheter utan någon tjänst
    .about = Verksamheter som säkert mister all tjänst; se sites_service_unknown.
in-network-elements--sites_without_service = Verksamheter utan någon tjänst
    .about = Tomt: inget är känt om någon reservväg.
column--rank = Rang
    .about = 1 är bäst; lika delar rang; tomt utan poäng.
in-elements--rank = Rang
    .about = 1 tar flest verksamheter; lika delar rang.
in-gains--rank = Rang
    .about = Som det är nu.
in-network-elements--rank = Rang
    .about = 1 tar flest noder; lika delar rang.
column--sites_service_unknown = Verksamheter där reserven är okänd
    .about = Verksamheter där det inte är känt om en reservväg håller.
column--sites_persons_unknown = Verksamheter med okänt antal personer
    .about = Verksamheter vars antal personer inte är känt.
column--trench_length_m = Schakt: längd (m)
    .about = För ett schakt som härletts ur ritade sträckningar: hur långt det är, i meter.
column--consists_of = Består av
    .about = För ett schakt kablarna i det, för en elmatning de noder, master och verksamheter som inte har någon annan; slag:id, åtskilda av ;.
column--core = Kärnnod
    .about = För en nod, om den är en kärnnod: yes eller no.
in-network-nodes--core = Kärnnod
    .about = yes eller no: om den räknas till kärnan.
column--mast_id = Mast
    .about = Masten.
column--radio_network = Radionät
    .about = Radionätet som den bär.
column--reaches = Når fram
    .about = Om den når verksamheten: yes eller unknown.
column--basis = Grund
    .about = Hur det är känt: layer (ett mobillager namnger masten), range (räckvidd) eller assumed (ingen säger hur långt den når).
column--holds = Håller
    .about = Om den klarar varje enskilt fel som tar verksamhetens fasta tjänst; för en verksamhet utan fast, om en annan mast gör det när denna faller.
column--shared_kind = Slag av gemensam nätdel
    .about = Slaget av den första del som tar båda; tomt där det inte finns någon.
column--shared_id = Gemensam nätdel
    .about = Dess id.
column--mast_node = Mastens nod
    .about = Noden i nätet som masten anges hänga på.
column--mast_feeds = Mastens elmatningar
    .about = Dess elmatningar, åtskilda av ;.
column--mast_way = Mastens väg till kärnan
    .about = Om nätet når noden som masten hänger på: reached, cut_off, eller unknown där ingen sådan nod är känd.
column--sites = Verksamheter
    .about = Verksamheter som räknas dit.
in-questions--sites = Verksamheter
    .about = Hur många verksamheter som saknar uppgiften och skulle räknas annorlunda av ett svar. 0 för en indikator.
in-endurance--sites = Verksamheter
    .about = Dess verksamheter.
in-service_summary--sites = Verksamheter
    .about = Verksamheter som tjänsten angår.
column--schools = Skolor
    .about = Skolor bland dem.
column--care_homes = Särskilda boenden
    .about = Särskilda boenden bland dem.
column--sites_connected = Anslutna
    .about = Med fast anslutning i drift.
column--sites_unconnected = Utan fast anslutning
    .about = Som säkert saknar (fixed_status none).
column--sites_unknown = Okänd anslutning
    .about = Som ingen vet något om (fixed_status unknown).
column--sites_with_spof = Hänger på en enda punkt
    .about = Med flaggan spof_network.
column--score = Poäng
    .about = 0–100, den bästa skattningen; tomt utan verksamheter eller där inget är känt: scores säger varför.
in-scores--score = Poäng
    .about = 0–100; tomt där no_score säger varför.
in-gains--score = Poäng
    .about = Som det är nu.
column--score_low = Poäng lägst
    .about = När allt okänt faller illa ut.
in-questions--score_low = Poäng lägst
    .about = Som det är nu. Detta och det följande: tomt för regionen.
column--score_high = Poäng högst
    .about = När allt okänt faller väl ut.
in-questions--score_high = Poäng högst
    .about = Som det är nu.
column--rank_low = Rang lägst
    .about = Rangens 5:e percentil över dragningarna, eller rangen där den är bättre.
column--rank_high = Rang högst
    .about = Rangens 95:e percentil över dragningarna, eller rangen där den är sämre.
column--sites_passed = Nät i närheten
    .about = Som ett nät passerar.
column--sites_planned = Planerade
    .about = Med en anslutning som är beslutad men inte byggd.
column--known_share = Andel känt
    .about = För hur stor del av det som poängen består av den är känd, 0–1.
in-indicators--known_share = Andel känt
    .about = För hur stor del den är känd; tomt där den inte angår enheten.
in-scores--known_share = Andel känt
    .about = För hur stor del av det den består av den är känd, 0–1.
column--score_rests_on = Poängen vilar på
    .about = Pelarna som frågas efter: det poängen består av. Id åtskilda av blanksteg, i ramverkets ordning; lika för alla.
column--ranked_among = Rang av hur många
    .about = Hur många som rangordnas tillsammans: de som har poäng.
in-scores--ranked_among = Rang av hur många
    .about = Hur många enheter som rangordnas tillsammans: de som har poäng i gruppen.
column--service_places = Tjänster vid verksamheter
    .about = Par av en verksamhet och en digital tjänst som angår den: rader i services.
column--service_places_ready = Tjänster som är redo
    .about = Av dem redo.
column--service_places_unknown = Tjänster, okänt
    .about = Av dem inte kända som redo eller inte.
column--group = Grupp
    .about = Som kommunernas gruppkolumn skriver det.
in-scores--group = Grupp
    .about = Gruppen i ramverket; den första är indexet.
in-coherence--group = Grupp
    .about = Gruppen; för ett par den gemensamma, tom mellan pelare.
column--unit_id = Enhet
    .about = Kommunen genom sin kod. Tomt: hela regionen.
in-scores--unit_id = Enhet
    .about = Kommunen, gruppen eller tabellens enhet.
in-rank_pairs--unit_id = Enhet
    .about = Enheten med bättre rang.
in-sensitivity--unit_id = Enhet
    .about = Enheten; tomt för rank_shift.
in-differences--unit_id = Enhet
    .about = Kommunen eller tabellens enhet.
in-difference_indicators--unit_id = Enhet
    .about = Som i differences.
column--fact = Uppgift
    .about = Vad som inte är känt: connection, download, mobile, network (vilken nod en verksamhet hänger på), node_power (hur länge noder räcker), masts (räckvidd, nod, elmatning och batterier), backup_power, power_feeds, persons, eller indicator: och id för en av kommunernas egna indikatorer.
column--holder = Vem som vet
    .about = Vem som vet, som regel: site_owner, network_owner, mobile_operator, mast_owner, grid_owner eller municipality.
column--narrows_from = Intervallets bredd
    .about = Hur brett poängens intervall är, i poäng. För regionen: medelvärdet av kommunerna, vägt med verksamheter.
column--narrows_to = Bredd med svar
    .about = Hur brett det är när alla dessa verksamheter har fått svar och svaren faller som den bästa skattningen. Tabellen har det som smalnar med 0,05 poäng eller mer.
column--project_key = Plats i projektfilen
    .about = Projektfilens avsnitt som tar emot svaret, och dess nyckel.
column--answered_low = Med svar, lägst
    .about = När svaren faller som den bästa skattningen.
column--answered_high = Med svar, högst
    .about = När svaren faller som den bästa skattningen.
column--yes_low = Med bästa svar, lägst
    .about = När varje svar är det bästa möjliga.
column--yes_high = Med bästa svar, högst
    .about = När varje svar är det bästa möjliga.
column--no_low = Med sämsta svar, lägst
    .about = När varje svar är det sämsta möjliga.
column--no_high = Med sämsta svar, högst
    .about = När varje svar är det sämsta möjliga.
column--site_ids = Verksamhets-id:n
    .about = Vilka verksamheter, åtskilda av ;. Inte i den publika utgåvan.
in-gains--site_ids = Verksamhets-id:n
    .about = Var, åtskilda av ;: särskilda boenden först, sedan skolor, sedan andra; flest personer först.
column--indicator = Indikator
    .about = Se docs/indicators/.
in-difference_indicators--indicator = Indikator
    .about = I något av ramverken.
in-difference_sites--indicator = Indikator
    .about = Villkoret som ändrades, som site_indicators kallar det; annars tomt.
column--pillar = Delområde
    .about = Var den räknas: gruppen närmast under indexet.
column--value = Värde
    .about = Som det lästes.
in-indicators--value = Värde
    .about = Den bästa skattningen i indikatorns eget mått, av det kända och det okända tillsammans; en andel är 0–1. Tomt där inget är känt.
in-coherence--value = Värde
    .about = Pearsons korrelation, −1 till 1; eller Cronbachs alfa, högst 1.
column--value_low = Värde lägst
    .about = Det lägsta det kan vara; för verksamheter när allt okänt är nej.
column--value_high = Värde högst
    .about = Det högsta det kan vara; för verksamheter när allt okänt är ja.
column--normalised = Normaliserat 0–100
    .about = Värdet på 0–100, mellan målvärdena.
column--weight = Vikt
    .about = Inom sin grupp.
column--normalised_low = Normerat lägst
    .about = På 0–100, när det okända faller illa ut.
column--normalised_high = Normerat högst
    .about = På 0–100, när det okända faller väl ut.
column--weight_in_index = Vikt i hela poängen
    .about = Dess andel av all vikt i det som frågas efter, 0–1.
in-coherence--weight_in_index = Vikt i hela poängen
    .about = För ett inflytande: dess andel av all vikt.
column--region_median = Mitten av alla
    .about = Mitten av alla enheter på 0–100.
column--standing = Styrka eller svaghet
    .about = strength eller weakness (10 poäng eller mer över eller under medianen, vad det okända än är), typical eller unknown.
column--outside_goalposts = Utanför målvärdena
    .about = Om värdet ligger utanför målvärdena och räknas som det närmaste: yes eller no.
column--no_score = Varför ingen poäng
    .about = Varför det inte finns något värde: not_asked, där ingen källa i projektet kan svara; not_concerned, där den inte angår enheten; eller nothing_known.
in-scores--no_score = Varför ingen poäng
    .about = Varför det inte finns någon poäng: not_asked, där ingen källa i projektet kan svara på något i gruppen; nothing_known; known_share_too_low; eller without:ID, där gruppen ID under den saknar poäng.
column--estimate = Skattning
    .about = Som value; också där inget är känt, för poängen måste räkna med något.
column--estimate_sd = Skattning standardavvikelse
    .about = Sanningens standardavvikelse kring skattningen; tom där ingen anger den.
column--probability_best_quarter = Sannolikhet: bästa fjärdedelen
    .about = Andel av dragningarna där rangen ligger i den fjärdedelen av de rangordnade, 0–1; tomt med färre än fyra.
column--probability_second_quarter = Sannolikhet: andra fjärdedelen
    .about = Andel av dragningarna där rangen ligger i den fjärdedelen av de rangordnade, 0–1; tomt med färre än fyra.
column--probability_third_quarter = Sannolikhet: tredje fjärdedelen
    .about = Andel av dragningarna där rangen ligger i den fjärdedelen av de rangordnade, 0–1; tomt med färre än fyra.
column--probability_worst_quarter = Sannolikhet: sista fjärdedelen
    .about = Andel av dragningarna där rangen ligger i den fjärdedelen av de rangordnade, 0–1; tomt med färre än fyra.
column--below_unit_id = Enhet efter
    .about = Enheten med sämre rang, eller samma.
column--probability = Sannolikhet
    .about = Att den första verkligen ligger över den andra: andelen dragningar där den gör det; lika räknas till hälften.
column--output = Vad som flyttas
    .about = rank_shift (medelvärdet över enheterna med poäng av hur många platser rangen flyttas) eller score (för en enhet).
column--factor = Faktor
    .about = weights, aggregation, goalposts eller unknowns.
column--first_order = Första ordningens effekt
    .about = Sobols: andelen av variansen som valet gör ensamt.
column--first_order_low = Första ordningens effekt lägst
    .about = Nedre änden av dess 95-procentiga bootstrapintervall.
column--first_order_high = Första ordningens effekt högst
    .about = Övre änden.
column--total = Total effekt
    .about = Sobols: andelen av variansen som valet har del i, tillsammans med andra.
column--total_low = Total effekt lägst
    .about = Nedre änden av dess 95-procentiga bootstrapintervall.
column--total_high = Total effekt högst
    .about = Övre änden.
column--samples = Antal prov
    .about = Hur många prov det bygger på.
column--check = Kontroll
    .about = pair (två indikatorer), with_group (med gruppen ovanför), influence (på indexet) eller alpha (Cronbachs, av det en grupp består av).
column--first = Första
    .about = Indikatorn eller gruppen.
column--second = Andra
    .about = För ett par den andra indikatorn.
column--units = Antal enheter
    .about = Hur många enheter det vilar på.
column--verdict = Utslag
    .about = fine; för ett par redundant eller opposed; för ett inflytande does_nothing, dominates, counts_backwards eller weightless; för ett alfa consistent eller questionable; too_few_units eller constant där det inte finns något tal.
column--influence_in_index = Inflytande på poängen
    .about = För ett inflytande: dess andel av de kvadrerade korrelationerna med indexet.
column--measure = Åtgärd
    .about = connect (1 Gbit/s), gigabit (höj en anslutning dit), mobile (ett radionät till, 30 Mbit/s), second_way (för anslutningen), backup_power (24 h) eller second_feed.
column--sites_mended = Verksamheter som åtgärdas
    .about = Vid hur många verksamheter den prövas.
column--sites_lacking = Verksamheter som saknar
    .about = Hur många som säkert saknar den.
column--score_after = Poäng efter
    .about = Med åtgärden, alla andra som de är.
column--gain = Ändring i poäng
    .about = Skillnaden i poäng.
column--score_low_after = Poäng efter, lägst
    .about = När allt okänt faller illa ut.
column--score_high_after = Poäng efter, högst
    .about = När allt okänt faller väl ut.
column--rank_after = Rang efter
    .about = Med åtgärden.
column--hours = Timmar
    .about = Timmar sedan allt föll; 0 där scenariot inte har något elavbrott. Det som räcker precis så länge räknas med.
in-endurance--hours = Timmar
    .about = Timmar sedan elnätet försvann överallt. Det som räcker precis så länge räknas med.
column--with_service = Med tjänst
    .about = Verksamheter med någon tjänst kvar.
column--without_service = Utan tjänst
    .about = Verksamheter utan någon; däribland de som aldrig hade någon.
column--unknown = Okänt
    .about = Verksamheter där det inte är känt.
in-service_summary--unknown = Okänt
    .about = Verksamheter med denna status.
column--service_id = Tjänst
    .about = Tjänsten.
column--status = Status
    .about = ready; at_risk (fungerar i dag, men ett krav på reserv eller uthållighet är inte uppfyllt); not_ready; unknown.
in-mend--status = Status
    .about = not_ready, at_risk eller unknown.
in-network-nodes--status = Status
    .about = reached (det finns en väg till kärnan) eller cut_off fast inget har fallit.
column--missing = Saknas eller okänt
    .about = Krav som inte är uppfyllda eller inte kända, åtskilda av ;.
column--not_known = Därav okänt
    .about = De av dem som inte är kända.
in-mend--not_known = Därav okänt
    .about = Krav där det inte är känt, åtskilda av ;.
column--needed_download_mbps = Krav: hastighet ned (Mbit/s)
    .about = Vad den kräver vid verksamheten, i Mbit/s; tomt där den inget kräver eller där det beror på ett antal personer som inte är känt.
column--needed_fallback = Krav: reservväg
    .about = none, any eller independent.
column--needed_endurance_h = Krav: uthållighet (h)
    .about = Timmar den måste räcka; tomt där den inget kräver.
column--ready = Redo
    .about = Verksamheter med denna status.
column--at_risk = Sårbar
    .about = Verksamheter med denna status.
column--not_ready = Inte redo
    .about = Verksamheter med denna status.
column--order = Ordning
    .about = 1 är den första att åtgärda.
column--municipality = Kommun
    .about = Dess namn.
column--not_met = Krav som inte uppfylls
    .about = Krav som säkert inte är uppfyllda, åtskilda av ;.
column--rule = Regel
    .about = Se `docs/findings.md`.
column--severity = Allvar
    .about = error, warning eller info.
column--dataset = Fil
    .about = Filens sökväg från projektfilen, eller bara namnet om den ligger någon annanstans; eller ”project file”.
column--row = Rad
    .about = I tabeller som ett kalkylblad räknar (rubriken är rad 1), i Parquet från 1, i vektorfiler objektets id, i OFDS-paket platsen i listan från 1, i raster raden av celler uppifrån från 1.
column--field = Fält
    .about = Kolumnen eller nyckeln.
column--message = Meddelande
    .about = Vad som är fel och vad som gjordes.
column--hint = Råd
    .about = Vad man kan göra åt det.
column--fixed_before = Fast före
    .about = Om den hade fast tjänst: yes, no eller unknown.
column--mobile_before = Mobilt före
    .about = Om den hade mobil tjänst med 10 Mbit/s: yes, no eller unknown.
column--fixed_after = Fast efter
    .about = Om den har fast tjänst kvar: yes, no eller unknown.
column--mobile_after = Mobilt efter
    .about = Om den har mobil tjänst kvar: yes, no eller unknown.
column--outcome = Utfall
    .about = loses_all (den hade, eller kan ha haft, tjänst och har säkert ingen kvar), unknown (inte känt om någon är kvar), loses_fixed (mobil är kvar), loses_mobile (fast är kvar), keeps_some (en tjänst är kvar; om den andra är det inte känt), keeps_all (allt den säkert hade) eller had_none (hade säkert ingen).
column--with_service_before = Med tjänst före
    .about = Verksamheter som säkert hade någon tjänst.
column--with_service_after = Med tjänst efter
    .about = Verksamheter som säkert har någon tjänst kvar.
column--without = Utan tjänst
    .about = Verksamheter som säkert inte har någon; däribland de som ingen hade innan.
column--schools_without = Skolor utan tjänst
    .about = Skolor bland dem utan.
column--care_homes_without = Särskilda boenden utan tjänst
    .about = Särskilda boenden bland dem utan.
column--persons_without = Personer utan tjänst
    .about = Personer vid dem utan vars antal är känt; tomt där inget antal är känt.
column--loses_all = Förlorar all tjänst
    .about = De utan som hade, eller kan ha haft, tjänst innan.
column--loses_fixed = Förlorar fast
    .about = Verksamheter som mister fast tjänst och har mobil kvar.
column--loses_mobile = Förlorar mobilt
    .about = Verksamheter som mister mobil tjänst och har fast kvar.
column--named_by = Utpekad av
    .about = Vad i scenariot som pekar ut den: elements, eller area, provider eller operator med vilken.
column--place = Plats
    .about = 1 är den värsta.
column--element_kind_1 = Slag av nätdel 1
    .about = mast, node, power_feed, span eller trench.
column--element_id_1 = Nätdel 1
    .about = Dess id.
column--name_1 = Namn 1
    .about = Namn i nätet; för en mast operatören.
column--element_kind_2 = Slag av nätdel 2
    .about = mast, node, power_feed, span eller trench.
column--element_id_2 = Nätdel 2
    .about = Dess id.
column--name_2 = Namn 2
    .about = Namn i nätet; för en mast operatören.
column--sites_together = Verksamheter bara tillsammans
    .about = De bland dem som ingen av de två tar ensam.
column--score_a = Poäng A
    .about = 0–100 i det första resultatet, med dess ramverk och allt det frågade efter; tomt utan poäng.
column--score_low_a = Poäng lägst A
    .about = Det första, när allt okänt faller illa ut.
column--score_high_a = Poäng högst A
    .about = Det första, när allt okänt faller väl ut.
column--rank_a = Rang A
    .about = Bland det första resultatets enheter, med allt det frågade efter; 1 är bäst, lika delar rang. Där scope är ifyllt och inte 0 handlar de två resultatens ranger om olika saker: se common_rank_a och common_rank_b.
column--score_b = Poäng B
    .about = 0–100 i det andra resultatet, med dess ramverk och allt det frågade efter; tomt utan poäng.
column--score_low_b = Poäng lägst B
    .about = Det andra, när allt okänt faller illa ut.
column--score_high_b = Poäng högst B
    .about = Det andra, när allt okänt faller väl ut.
column--rank_b = Rang B
    .about = Bland det andra resultatets enheter, med allt det frågade efter.
column--difference = Skillnad
    .about = score_b minus score_a; tomt där något av dem är det.
column--data = Därav data
    .about = Den del som kommer av andra värden på det båda frågade efter: med det första ramverket och med det andra, i genomsnitt. Mål och tjänster räknas som data. Tomt där reason säger varför.
column--method = Därav metod
    .about = Den del som kommer av ett annat ramverk: resten av det båda frågade efter.
column--scope = Därav omfattning
    .about = Den del som kommer av det bara ett av de två frågade efter. data, method och scope summerar till difference; 0 där båda frågade efter samma sak.
column--real = Säker skillnad
    .about = Om poängen av det båda frågade efter, för en fråga mer flyttar en poäng utan att något har ändrats. yes: vad det okända än är skiljer de sig; intervals_overlap: de går inte att skilja åt, för det okända ensamt kan göra skillnaden; no_score: ett resultat ger ingen, eller ingen av det båda frågade efter; nothing_asked_in_both. Tomt för en enhet som bara det ena har.
column--reason = Skäl
    .about = Varför inget delas upp: only_in_a, only_in_b; nothing_asked_in_both; eller vems värden med vems ramverk som inte ger någon poäng, som a_under_b, och efter ett kolon nothing_known, known_share_too_low, without:ID (en grupp under) eller no_goalposts:ID (de går inte att ta ur värdena). Har resultatet en poäng här är det av det båda frågade efter som det saknar en.
column--common_score_a = Gemensam poäng A
    .about = Det första resultatets poäng med dess ramverk av det båda frågade efter: av den görs data, method och real. Tomt utan poäng.
column--common_score_low_a = Gemensam poäng lägst A
    .about = Detsamma, när allt okänt faller illa ut.
column--common_score_high_a = Gemensam poäng högst A
    .about = Detsamma, när allt okänt faller väl ut.
column--common_rank_a = Gemensam rang A
    .about = Bland det första resultatets enheter, av det båda frågade efter.
column--common_score_b = Gemensam poäng B
    .about = Det andra resultatets poäng med dess ramverk av det båda frågade efter.
column--common_score_low_b = Gemensam poäng lägst B
    .about = Detsamma, när allt okänt faller illa ut.
column--common_score_high_b = Gemensam poäng högst B
    .about = Detsamma, när allt okänt faller väl ut.
column--common_rank_b = Gemensam rang B
    .about = Bland det andra resultatets enheter, av det båda frågade efter.
column--points = Poäng av skillnaden
    .about = Dess del av data i differences, som en enhets delar summerar till; 0 där inget av den ändrades; tomt där inget delas upp, och för det inte båda frågade efter.
column--value_a = Värde A
    .about = I det första resultatet, i dess eget mått; tomt där den inte är känd eller inte finns.
column--value_b = Värde B
    .about = I det andra resultatet.
column--normalised_a = Normaliserat A 0–100
    .about = I det första resultatet på 0–100, mellan dess ramverks målvärden; tomt där det inte har den.
column--normalised_b = Normaliserat B 0–100
    .about = I det andra resultatet på 0–100, mellan dess egna.
column--asked = Frågas i
    .about = Vilka resultat som frågade efter den, eller kunde ha gjort det där bara det andras ramverk har den: both, a, b eller neither. Det som bara det ena frågade efter hör till scope i differences.
column--municipality_code_a = Kommunkod A
    .about = Kommunen den räknas till i det första resultatet; tomt också för ingen.
column--municipality_code_b = Kommunkod B
    .about = Kommunen den räknas till i det andra resultatet; tomt också för ingen.
column--change = Ändring
    .about = new (bara i det andra resultatet), gone (bara i det första), moved (räknas till en annan kommun) eller changed (villkoret bredvid gäller på annat sätt).
column--before = Före
    .about = Om det gällde i det första resultatet: yes, no eller unknown.
column--after = Efter
    .about = Om det gäller i det andra: yes, no eller unknown.
column--node_id = Nod-id
    .about = Id i nätet.
column--next_single_point = Nästa enskilda punkt
    .about = Den enskilda punkt som är närmast noden. Dess egen rad (för en kabel i `elements`) namnger nästa, och så vidare till kärnan: tillsammans allt som skär av noden. Tomt där inget gör det.
in-network-elements--next_single_point = Nästa enskilda punkt
    .about = Det som skär av allt som denna del skär av, och den själv: den närmaste sådana delen. Tomt där det inte finns någon, och för en kabel som inte skär av något.
column--next_single_point_kind = Slag av nästa enskilda punkt
    .about = node eller span: en nod och en kabel kan ha samma id.
in-network-elements--next_single_point_kind = Slag av nästa enskilda punkt
    .about = node eller span.
column--nodes_cut_off = Noder som bryts
    .about = Noder som mister sin väg till kärnan med denna, den själv inräknad.
column--in_service = I drift
    .about = yes eller no: det som inte är i drift bär inget.
column--start_node = Från nod
    .about = För en kabel: ena änden.
column--end_node = Till nod
    .about = För en kabel: andra änden.
table--sites = Verksamheter
    .about = En rad per verksamhet.
    .sheet = En rad per verksamhet: anslutning, täckning, vad den hänger på och hur länge den klarar sig.
table--dependencies = Beroenden
    .about = En rad per verksamhet och enskild felpunkt.
    .sheet = En rad per verksamhet och enskild punkt vars bortfall bryter dess tjänst.
table--elements = Nätdelar
    .about = En rad per del som tar tjänst från minst en verksamhet.
    .sheet = En rad per nod, kabel, schakt, mast eller elmatning som bryter tjänsten för minst en verksamhet.
table--backups = Reservvägar
    .about = En rad per verksamhet och mast som når den, eller kan göra det.
    .sheet = En rad per verksamhet och mast som når den, eller kan nå den.
table--municipalities = Kommuner
    .about = En rad per kommun.
    .sheet = En rad per kommun: antal, poäng, rang och delområden.
table--groups = Grupper
    .about = En rad per grupp av kommuner, där projektet anger en gruppkolumn.
    .sheet = En rad per grupp av kommuner.
table--questions = Att fråga om
    .about = Vad man ska fråga härnäst: en rad per kommun, eller regionen, och slag av uppgift som saknas och skulle smalna av en poängs intervall.
    .sheet = Vilka uppgifter som saknas och skulle göra poängen säkrare.
table--indicators = Indikatorer
    .about = En rad per kommun och indikator i ramverket. Av `beredd score` är första kolumnen unit_id.
    .sheet = En rad per kommun och indikator.
table--scores = Poäng
    .about = En rad per kommun med verksamheter och grupp i ramverket.
    .sheet = Poäng, rang och delområden.
table--rank_pairs = Parjämförelser
    .about = En rad per par av kommuner med poäng; är de fler än 300, var och en med de tio som följer.
    .sheet = Hur säkert det är att den ena ligger före den andra.
table--sensitivity = Känslighet
    .about = En rad per val bakom poängen och sak som det flyttar; utan det som inget flyttar.
    .sheet = Hur mycket olika antaganden betyder för resultatet.
table--coherence = Samstämmighet
    .about = En rad per tal som säger om indikatorerna hör ihop.
    .sheet = Om indikatorerna drar åt samma håll.
table--group_indicators = Grupper – indikatorer
    .about = Som indicators, för grupper av kommuner.
    .sheet = En rad per grupp och indikator.
table--group_scores = Grupper – poäng
    .about = Som scores, för grupper av kommuner.
    .sheet = Gruppernas poäng, rang och delområden.
table--group_rank_pairs = Grupper – parjämförelser
    .about = Som rank_pairs, för grupper av kommuner.
    .sheet = Detsamma för grupper av kommuner.
table--group_sensitivity = Grupper – känslighet
    .about = Som sensitivity, för grupper av kommuner.
    .sheet = Detsamma för grupper av kommuner.
table--group_coherence = Grupper – samstämmighet
    .about = Som coherence, för grupper av kommuner.
    .sheet = Detsamma för grupper av kommuner.
table--indicator_values = Indikatorvärden
    .about = En rad per kommun med verksamheter; fem kolumner för varje indikator som beräknas (de för tjänster och ur kommunernas egna tabeller står sist). `beredd score` läser den.
    .sheet = Indikatorernas värden bredvid varandra.
table--site_indicators = Verksamheter per indikator
    .about = En rad per verksamhet, med varje villkor som räknas.
    .sheet = Vilka verksamheter som uppfyller vilken indikator.
table--gains = Åtgärder
    .about = En rad per kommun med poäng, åtgärd och antal verksamheter den prövas vid.
    .sheet = Vad en åtgärd skulle ge.
table--endurance = Uthållighet
    .about = En rad per kommun med verksamheter och timme sedan elnätet försvann överallt.
    .sheet = Hur många verksamheter som har tjänst kvar så många timmar efter att elnätet gått ner överallt.
table--group_endurance = Grupper – uthållighet
    .about = Som endurance, för grupper av kommuner.
    .sheet = Detsamma per grupp av kommuner.
table--services = Tjänster
    .about = En rad per verksamhet och digital tjänst som angår den.
    .sheet = En rad per verksamhet och digital tjänst som berör den.
table--service_summary = Tjänster per kommun
    .about = En rad per kommun och digital tjänst.
    .sheet = En rad per kommun och digital tjänst.
table--group_service_summary = Grupper – tjänster
    .about = Som service_summary, för grupper av kommuner.
    .sheet = En rad per grupp och digital tjänst.
table--mend = Att åtgärda
    .about = Av `--service ID`: en rad per verksamhet som inte är redo för tjänsten, den första att åtgärda först.
    .sheet = Verksamheter som inte är redo för tjänsten, den värsta först.
table--findings = Anmärkningar
    .about = En rad per anmärkning på indata.
    .sheet = Vad indata ger skäl att tvivla på: rader som inte användes, eller användes med en gissning.
table--outage = Avbrott
    .about = Av `beredd outage`: en rad per verksamhet och timme.
table--outage_municipalities = Avbrott per kommun
    .about = Av `beredd outage`: en rad per kommun med verksamheter och timme.
table--outage_elements = Det som faller
    .about = Av `beredd outage`: en rad per del som faller.
table--worst = De värsta delarna
    .about = Av `beredd outage --worst`: en rad per del, den värsta först.
table--worst_pairs = De värsta paren
    .about = Av `beredd outage --worst-pairs`: en rad per par av delar, det värsta först.
table--differences = Skillnader
    .about = Av `beredd compare`: en rad per kommun, eller annan enhet, i något av resultaten.
table--difference_indicators = Skillnader per indikator
    .about = Av `beredd compare`: en rad per enhet i båda resultaten och indikator i något av ramverken.
table--difference_sites = Skillnader per verksamhet
    .about = Av `beredd compare` med två fullständiga utgåvor: en rad per verksamhet som är ny, borta eller flyttad, och per verksamhet och villkor som ändrades. Ett villkor som bara ett av resultaten har jämförs inte.
table--network-nodes = Noder
    .about = En rad per nod.
table--network-elements = Delar av nätet
    .about = En rad per nod och kabel, också där den inte skär av något.
table--network-dependencies = Vad noder hänger på
    .about = Bara med `--dependencies`: en rad per nod som nås och del som skär av den, den själv inräknad.
table--network-findings = Anmärkningar
    .about = En rad per anmärkning på indata.
of-pillar--whole = –
    .about = Pelaren, 0–100; tom där inget i den är känt eller inget frågas efter.
of-pillar--low = lägst
    .about = Pelaren, när allt okänt faller illa ut.
of-pillar--high = högst
    .about = Pelaren, när allt okänt faller väl ut.
of-indicator--whole = –
    .about = Den bästa skattningen av indikatorn i dess eget mått, av det kända och det okända tillsammans; en andel är 0–1.
of-indicator--low = lägst
    .about = Det lägsta den kan vara.
of-indicator--high = högst
    .about = Det högsta den kan vara.
of-indicator--known = andel känt
    .about = För hur stor del den är känd. Är alla fem tomma angår indikatorn inte kommunen; är de tomma för alla kommuner frågas den inte efter.
of-indicator--sd = standardavvikelse
    .about = Sanningens standardavvikelse kring skattningen; tom där ingen anger den.
of-condition--whole = –
    .about = Om verksamheten räknas in i indikatorn med detta namn: yes, no eller unknown.
indicator--sites_connected_share = Fast anslutning
indicator--sites_100_share = Minst 100 Mbit/s
indicator--sites_gigabit_share = Minst 1 Gbit/s
indicator--sites_target_share = Når projektets hastighetsmål
indicator--sites_mobile_10_share = Mobilnät 10 Mbit/s
indicator--sites_mobile_30_share = Mobilnät 30 Mbit/s
indicator--sites_two_networks_share = Två mobilnät
indicator--sites_redundant_share = Ingen enskild del bryter anslutningen
indicator--sites_always_served_share = Inget enskilt fel tar all tjänst
indicator--sites_backup_24h_share = Reservkraft 24 timmar
indicator--sites_backup_power_share = Reservkraft enligt projektets mål
indicator--sites_two_feeds_share = Två elmatningar
indicator--sites_endurance_24h_share = Tjänst 24 timmar utan elnät
indicator--sites_served_share = Tjänst i dag

## Fler koder

no-value--not_asked = frågas inte efter
no-value--not_concerned = angår inte enheten
no-value--nothing_known = inget känt
moved--rank_shift = rangerna
moved--score = poängen
check--pair = par
check--with_group = med sin grupp
check--influence = inflytande
check--alpha = Cronbachs alfa
verdict--fine = inget att anmärka
verdict--redundant = säger samma sak
verdict--opposed = drar isär
verdict--does_nothing = påverkar inte
verdict--dominates = dominerar
verdict--counts_backwards = räknas baklänges
verdict--weightless = utan vikt
verdict--consistent = hör ihop
verdict--questionable = tveksamt
verdict--too_few_units = för få enheter
verdict--constant = lika för alla
asked-in--both = båda
asked-in--a = det första
asked-in--b = det andra
asked-in--neither = inget av dem
site-changed--new = ny
site-changed--gone = borta
site-changed--moved = flyttad
site-changed--changed = ändrad

## Sidan om en kommun

municipality-no-sites = { $name } har inga verksamheter i { $files }.
municipality-no-sites-no-score = Därför har kommunen ingen poäng.
municipality-sites-of-other-kinds = { $name } har { sites } i { $files }, inga skolor eller särskilda boenden.
municipality-sites = { $name } har { sites } i { $files }: { $kinds }.
municipality-of-them = Av dem: { $statuses }.
municipality-connected = { $count } har fast anslutning
municipality-passed = { $count } har bara nät i närheten
municipality-planned = { $count } har en beslutad anslutning
municipality-unconnected = { $count } saknar fast anslutning
municipality-connection-unknown = för { $count } är det inte känt
municipality-no-single-point = För ingen verksamhet är det känt att en enda del bortom den egna noden kan bryta tjänsten.
municipality-single-point = { sites } kan förlora tjänsten om en enda del bortom den egna noden slutar fungera.

## Sidan om en kommun: poäng och placering

municipality-score-heading = Poäng och placering
municipality-score-certain = Poängen är { $score } av 100, vad det okända än är, och vilar på { $rests }.
municipality-score-wide = Poängen ligger mellan { $low } och { $high } av 100, och vilar på { $rests }; den bästa skattningen är { $score }.
municipality-score = Poängen är { $score } av 100, och vilar på { $rests }. Det som inte är känt kan göra den till allt mellan { $low } och { $high }.
municipality-not-asked = Inte med, eftersom projektet inte anger någon källa: { $names }.
municipality-no-score-without =
    { $count ->
       *[other] Det finns ingen poäng, eftersom { $names } saknar poäng.
    }
municipality-no-score = Det finns ingen poäng: av det som den bygger på { $cause }.
municipality-no-score-no-source = Det finns ingen poäng: projektet anger ingen källa för något som ramverket frågar efter.
municipality-pillar-without = { $name } saknar poäng eftersom { $names } gör det.
municipality-in-pillar = I { $name } { $cause }.
municipality-cause-known = är bara { $known } känt, och minst { $asked } krävs
municipality-cause-too-little = är för lite känt
municipality-cause-nothing = är inget känt
municipality-score-may-be = Beroende på det som inte är känt kan den vara allt mellan { $low } och { $high }.
municipality-ranked-alone = Ingen annan kommun har en poäng att jämföra med.
municipality-rank-certain = Placeringen är { $rank } av { $ranked } som rangordnas{ municipality-rank-shared }, där 1 är bäst; i nio av tio dragningar av det okända och av valen bakom poängen är den { $low }.
municipality-rank = Placeringen är { $rank } av { $ranked } som rangordnas{ municipality-rank-shared }, där 1 är bäst; i nio av tio dragningar av det okända och av valen bakom poängen ligger den mellan { $low } och { $high }.
municipality-rank-shared =
    { $sharing ->
        [0] { "" }
        [one] , delad med { $sharing } annan
       *[other] , delad med { $sharing } andra
    }
municipality-quarter = Kommunen hör till { $first } av kommunerna { $draws_of_first }.
municipality-quarters = Kommunen hör till { $first } av kommunerna { $draws_of_first }, och till { $second } { $draws_of_second }.
municipality-services-ready = Av de digitala tjänster som verksamheterna behöver: { $ready }. En tjänst räknas en gång för varje verksamhet som den berör.
municipality-apart-and-not = Bland de närmaste i placering är den { $told }, men går inte att skilja från { $not }.
municipality-apart = Bland de närmaste i placering är den { $told }.
municipality-not-apart = Bland de närmaste i placering: den går inte att skilja från { $not }.
municipality-clearly-below = tydligt efter { $names }
municipality-probably-below = troligen efter { $names }
municipality-clearly-above = tydligt före { $names }
municipality-probably-above = troligen före { $names }
municipality-reversed = I de flesta dragningar hamnar den { $place }, trots placeringen.
municipality-above = före { $names }
municipality-below = efter { $names }
municipality-clearly-means = Tydligt betyder minst 95 dragningar av 100, troligen minst 80.

## Sidan om en kommun: områden och indikatorer

municipality-pillars-heading = Områden och indikatorer
municipality-pillar = { $name }.
municipality-pillar-is = { $name }: { $value }.
municipality-pillar-between = { $name }: { $value } ({ $low }–{ $high }).
municipality-left-out = inte med, ingen källa
municipality-nothing-known = inget är känt
municipality-too-little-known = ingen poäng, bara { $known } är känt
municipality-without-score = ingen poäng
municipality-outside-pillars = Utanför områdena:
municipality-indicator-left-out = { $name }: { municipality-left-out }.
municipality-indicator-nowhere = { $name }: berör ingen verksamhet här.
municipality-indicator-unknown = { $name }: inte känt för någon.
municipality-indicator = { $name }: { $value } (känt för alla).
municipality-indicator-estimated = { $name }: { $value } enligt bästa skattningen. Det är känt för { $known }, och vad det okända än är ligger andelen mellan { $low } och { $high }.
municipality-value = { $name }: { $value }.
municipality-value-gives = { $name }: { $value }, vilket ger { $score } av 100.
municipality-value-between = { $value } (mellan { $low } och { $high })
municipality-value-unknown = inte känt

## Sidan om en kommun: styrkor och svagheter

municipality-standing-heading = Styrkor och svagheter
municipality-strengths = Styrkor, minst { $limit } poäng över medianen bland kommunerna vad det okända än är: { $names }.
municipality-no-strength = Ingen indikator ligger säkert { $limit } poäng eller mer över medianen bland kommunerna.
municipality-weaknesses = Svagheter, minst { $limit } poäng under medianen bland kommunerna vad det okända än är: { $names }.
municipality-no-weakness = Ingen indikator ligger säkert { $limit } poäng eller mer under medianen bland kommunerna.
municipality-no-standing = Ingen indikator ligger säkert { $limit } poäng eller mer över eller under medianen bland kommunerna.
municipality-against-median = { $name } ({ $own } poäng, medianen är { $median })

## Sidan om en kommun: vad som skulle ändra poängen

municipality-change-heading = Vad som skulle ändra poängen
municipality-no-measures = Utan poäng prövas inga åtgärder. Det som behövs först är svar på det som inte är känt.
municipality-no-measures-until = Utan poäng prövas inga åtgärder. Det som behövs först är svar på det som inte är känt i { $pillars }.
municipality-change = Åtgärder som ger mest, var och en prövad för sig vid högst { $at_most } av de verksamheter som säkert saknar det, medan alla andra kommuner är som i dag:
municipality-no-change = Ingen av de åtgärder som prövas vid högst { $at_most } verksamheter ändrar poängen.
municipality-connect = Anslut { sites } med 1 Gbit/s
municipality-gigabit = Höj anslutningen till 1 Gbit/s för { sites }
municipality-mobile = Ge { sites } täckning från ett mobilnät till, med 30 Mbit/s
municipality-second-way = Dra en andra, oberoende väg för anslutningen till { sites }
municipality-backup-power = Ge { sites } egen reservkraft för 24 timmar
municipality-second-feed = Ge { sites } en andra elmatning
municipality-gain = { $what } ({ $names }): poängen { $before } → { $after }.
municipality-gain-same-rank = { $what } ({ $names }): poängen { $before } → { $after }, placeringen är fortfarande { $rank }.
municipality-gain-rank = { $what } ({ $names }): poängen { $before } → { $after }, placering { $rank } → { $rank_after }.

## Sidan om en kommun: vad ni bör fråga om

municipality-questions-heading = Vad ni bör fråga om härnäst
municipality-questions = Utan att något byggs skulle svar göra poängen säkrare. Det här gör mest, var och en för sig och om svaren faller ut som den bästa skattningen räknar med:
municipality-question-sites = Det gäller { $names }.
municipality-question-sites-more = Det gäller { $names } och { $more } till.
municipality-question = Fråga { $whom } { $about }: { $now } blir { $answered }. Svaret anges i { $key }.

## Sidan om en kommun: vad som bryter tjänsten

municipality-worst-heading = Vad som ensamt bryter tjänsten för flest
municipality-no-element = Ingen enskild del är känd som ensam bryter tjänsten för någon.
municipality-element = { $element }: { sites }, { $effects }.
municipality-element-elsewhere = { $element }, i kommun { $code }
municipality-element-trench = { $element }, där { $consists }
municipality-hit-all = all tjänst bryts
municipality-hit-all-at = all tjänst bryts för { $count }
municipality-hit-fixed = minst en mast håller
municipality-hit-fixed-at = minst en mast håller för { $count }
municipality-hit-unknown = det är inte känt om någon mast håller
municipality-hit-unknown-at = det är inte känt om någon mast håller för { $count }
municipality-endurance-heading = När elnätet är borta överallt
municipality-none-at-once = Ingen verksamhet förlorar säkert all tjänst genast.
municipality-at-once = { sites } förlorar säkert all tjänst genast.
municipality-endurance-counted = Nedan räknas den vars tjänst varar precis så länge ännu som att ha den kvar.
municipality-after = Efter { $hours }: { $parts }.
municipality-with-service = { $count } har tjänst kvar
municipality-without-service = { $count } är utan tjänst
municipality-service-unknown = för { $count } är det inte känt

## Sidan om en kommun: digitala tjänster

municipality-services-heading = Digitala tjänster
municipality-service-nowhere = { $name }: berör ingen verksamhet här.
municipality-service-at-one = { $name }: { sites }, { $status }.
municipality-service-at-all = { $name }: { sites }, alla { $status }.
municipality-service = { $name }: { sites }, varav { $parts }.
municipality-service-part = { $count } { $status }

## Sidan om en kommun: vad som inte är känt

municipality-gaps-heading = Vad som inte är känt, och vad som skulle visa det
municipality-no-gap = Inget av det som resultatet bygger på är okänt här.
municipality-gap-place = Läget är inte känt för { sites }. Koordinater i registret skulle visa vad som täcker och når dit.
municipality-gap-persons = Antalet personer är inte känt för { sites }. En kolumn med antalet i registret skulle visa det.
municipality-gap-connection = Om det finns fast anslutning är inte känt för { sites }. Ägarens uppgift i registret, eller fullständiga täckningslager, skulle visa det.
municipality-gap-rate = Hastigheten på den fasta anslutningen är inte känd för { sites }. Ägarens uppgift i registret, eller hastigheten i ett täckningslager, skulle visa den.
municipality-gap-mobile = Täckningen från alla mobilnät är inte känd för { sites }. Fullständiga mobillager skulle visa den.
municipality-gap-backup-power = Egen reservkraft är inte känd för { sites }. En kolumn med timmar i registret skulle visa den.
municipality-gap-power-feed = Elmatningen är inte känd för { sites }. En kolumn med elmatningar i registret skulle visa den.
municipality-gap-endurance = Den exakta uthålligheten utan elnätet är inte känd för { sites }. Batteritid för noder och master och reservkraft för verksamheter skulle visa den.
municipality-gap-fallback = Om reservvägen är oberoende är inte känt för { sites }. En fullständig mastlista med nod, elmatning och räckvidd för varje mast, och noden för varje verksamhet, skulle visa det.
municipality-gap-node = { sites } har eller kan ha fast anslutning utan att hänga på någon känd nod. Noden i registret, eller fler noder i nätet, skulle visa vad anslutningen hänger på.
municipality-gap-network = { sites } har eller kan ha fast anslutning, men inget nät är angivet. Nätets noder och kablar skulle visa vad anslutningen hänger på.
municipality-gap-mast-node = Noden är inte känd för { $masts } som når eller kan nå verksamheterna. Noder i mastlistan skulle visa vad de beror på.
municipality-gap-mast-cut-off = Noden har ingen väg till en kärnnod för { $masts } som når eller kan nå verksamheterna. Nätet saknar en kabel eller en kärnnod, eller så är noden i mastlistan fel.
municipality-gap-mast-feed = Elmatningen är inte känd för { $masts } som når eller kan nå verksamheterna. Elmatningar i mastlistan skulle visa den.
municipality-gap-mast-range = Räckvidden eller läget är inte känt för { $masts } som kan nå verksamheterna. Räckvidd i mastlistan, eller mobillager som nämner masten, skulle visa det.
municipality-gaps-public = Det här är den publika utgåvan, som inte har några verksamheter: vilka som är okända framgår bara av den fullständiga.
municipality-least-known = Den indikator som är minst känd är känd för { $known } av verksamheterna.

## Sidan om en del av nätet

element-middle-in = Mitten av { $the } ligger i { $name } ({ $code }).
element-in = { $the } finns i { $name } ({ $code }).
element-feed-nowhere = Elmatningen har inget eget läge.
element-middle-nowhere = Mitten av { $the } ligger inte i någon av resultatets kommuner, eller är inte känd.
element-nowhere = { $the } ligger inte i någon av resultatets kommuner, eller har inget känt läge.
element-trench-of = { $consists }.
element-only-feed-of = Den är den enda elmatningen för { $parts }.
element-trench-found-in = Schaktet är härlett ur kablarnas ritade sträckningar i { $file }.
element-trench-found = Schaktet är härlett ur kablarnas ritade sträckningar.
element-without-row = Den har ingen egen rad i någon fil: andra rader nämner den.
element-read-from = Uppgifterna kommer från { $source }.
element-loss-of-mast = Om masten slutar fungera
element-loss-of-node = Om noden slutar fungera
element-loss-of-power-feed = Om elmatningen faller bort
element-loss-of-span = Om kabeln går av
element-loss-of-trench = Om allt i schaktet går av
element-loses = { sites } förlorar sin tjänst.
element-loses-among = { sites } förlorar sin tjänst, varav { $among }.
element-persons =
    { $persons ->
        [one] De har tillsammans { $persons } person.
       *[other] De har tillsammans { $persons } personer.
    }
element-persons-at-least = De har tillsammans minst { $persons } personer; för { sites } är antalet inte känt.
element-persons-unknown = Hur många personer som drabbas är inte känt.
element-worst = Inget annat av det som ensamt bryter tjänsten för någon ({ $all } rader i elements.csv) drabbar fler verksamheter.
element-rank = Det är plats { $rank } av { $all } bland det som ensamt bryter tjänsten för någon, där plats 1 drabbar flest verksamheter.
element-sites-losing-all = Förlorar all tjänst: { $count }
element-sites-losing-fixed = Förlorar den fasta anslutningen, men minst en mast håller: { $count }
element-sites-losing-unknown = Förlorar tjänst; om något mobilnät fungerar är inte känt: { $count }
element-site =
    { $persons ->
        [one] { $id } { $name } ({ $kind }, { $persons } person)
       *[other] { $id } { $name } ({ $kind }, { $persons } personer)
    }
element-site-persons-unknown = { $id } { $name } ({ $kind }, antalet personer inte känt)
element-more-sites = { $count } till, i dependencies.csv
element-mentioned = Resultatet nämner { $element } i { $file }, men elements.csv har ingen rad om { $it }: det är inte känt att någon verksamhet förlorar tjänst om enbart { $it } slutar fungera.
element-not-mentioned = Resultatet nämner inte { $kind } { $id }. Tabellen elements.csv listar bara det som ensamt bryter tjänsten för någon: antingen gör { $id } inte det, eller så finns inget sådant.
element-listed = I elements.csv finns { count-of }.
element-nearest = Närmast till namnet är { $ids }.
element-mast-reaches = Masten når { sites }: { $ids }.
## Sidan om en verksamhet: fast anslutning och mobilnät

site-connected-by-register = { $the_site } har fast anslutning enligt sitt eget register, { $register }.
site-connected-by-layer = { $the_site } har fast anslutning enligt täckningslagret, { $layer }.
site-passed = Ett nät finns i absoluta närheten men är inte draget till { $the_site }, enligt { $layer }.
site-planned = En fast anslutning är beslutad men inte byggd, enligt { $layer }.
site-unconnected-by-register = { $the_site } har ingen fast anslutning enligt sitt eget register, { $register }, och inget täckningslager anger att ett nät passerar eller planeras.
site-unconnected-by-layers = { $the_site } har ingen fast anslutning: läget ligger utanför alla ytor i { $layers }, och lagren anges vara fullständiga.
site-unknown = Det är inte känt om { $the_site } har fast anslutning: registret anger det inte ({ $register }), och { $why }.
# Fortsätter site-unknown.
site-unknown-no-layer = det finns inget täckningslager
site-unknown-outside = läget ligger utanför ytorna i { $layers }, men alla lager är inte fullständiga
site-unknown-no-place = utan känt läge kan { $layers } inte svara
site-rate-by-register = Hastigheten är { $rate } enligt det egna registret, { $register }.
site-rate-if-connected = Finns den är hastigheten { $rate } enligt det egna registret, { $register }.
site-technology-and-rate = tekniken anges som ”{ $technology }” och hastigheten som { $rate }
site-technology = tekniken anges som ”{ $technology }”
site-technology-no-rate = tekniken anges som ”{ $technology }”, hastigheten anges inte
site-rate = hastigheten anges som { $rate }
site-rate-open = Ett annat område där säger detsamma utan att ange sin hastighet, så den kan vara högre.
# Börjar med en av de fyra ovan.
site-by-layer = { $what } enligt täckningslagret, { $layer }.
site-target-met = Det uppfyller målet på { $rate } Mbit/s.
site-target-missed = Det når inte målet på { $rate } Mbit/s.
site-target-therefore = Målet på { $rate } Mbit/s är därför inte uppfyllt.
site-target-rate-unknown = Hastigheten är inte känd, och därför inte heller om målet på { $rate } Mbit/s är uppfyllt.
site-target-unknown = Därför är det inte heller känt om målet på { $rate } Mbit/s är uppfyllt.
site-no-mobile-layer = Inget mobillager är angivet, så det är inte känt om något mobilnät täcker { $the_site }.
site-no-mobile = Inget mobilnät täcker { $the_site } med 10 Mbit/s, enligt { $files }.
site-mobile-not-known = Inget mobilnät täcker säkert { $the_site } med 10 Mbit/s, enligt { $files }.
site-mobile = { $at_ten } mobilnät täcker { $the_site } med minst 10 Mbit/s och { $at_thirty } med minst 30 Mbit/s, enligt { $files }.
site-mobile-unknown = För { $count } mobilnät är det inte känt om någon av hastigheterna nås.
site-mobile-shared = Operatörer som delar radionät räknas som ett mobilnät.

## Ofta sagt på flera sidor

municipalities =
    { $count ->
        [one] { $count } kommun
       *[other] { $count } kommuner
    }
between = { $low }–{ $high }
rank-of = { $rank } av { $of }
synthetic-data = SYNTETISKA DATA – inte verkligheten. Verksamheter, nät och täckning är påhittade.
services-ready =
    { $all ->
        [one] { $ready } av { $all } tjänst redo
       *[other] { $ready } av { $all } tjänster redo
    }
services-ready-unknown =
    { $unknown ->
        [one] { services-ready }, { $unknown } okänd
       *[other] { services-ready }, { $unknown } okända
    }
services-ready-short = { $ready }/{ $all } redo

## Vad poängen vilar på

rests-on-nothing = ingenting
rests-on-all = { $names } (alla { $of } pelare)
rests-on = { $names } ({ $count } av { $of } pelare)
score-rests-on-nothing = Inget av det som poängen frågar efter har någon källa.
score-rests-on-so-many = Poängen vilar på { $count } av { $of } pelare.
score-rests-on = Poängen vilar på { $pillars }.

## Vem man frågar om vad, och var svaret anges

# Allt till och med ask-value står efter ”Fråga nätägaren”.
ask-connection = om { sites } har fast anslutning
ask-rate =
    { $count ->
        [one] om hastigheten vid { $count } anslutning
       *[other] om hastigheten vid { $count } anslutningar
    }
ask-mobile = om täckningen vid { sites }
ask-network = om vilken nod { sites } hänger på
ask-node-power = om hur länge noderna som { sites } hänger på klarar sig utan elnät
ask-masts = om masternas räckvidd, nod, elmatning och batteri, för { sites }
ask-backup-power = om hur länge den egna reservkraften räcker vid { sites }
ask-power-feeds = om hur många elmatningar { sites } har
ask-persons = om hur många personer som finns vid { sites }
ask-value = om värdet av ”{ $name }”
# De tre står efter ”Svaret anges i”.
answer-in-file = en fil under `{ $section }`
answer-in-table = tabellen `{ $key }` i `{ $section }`
answer-in-column = kolumnen `{ $key }` i `{ $section }`

## Rapporten: sammanfattningen

summary-counted = { $sites } i { $municipalities } är med
summary-counted-outside = { $sites } i { $municipalities } är med (ytterligare { $outside } ligger utanför)
# Börjar med någon av de två ovan.
summary-rests-on-nothing = { $counted }, men ingen kommun kan få poäng, eftersom projektet inte anger någon källa för det som poängen frågar efter.
summary-rests = { $counted }, och poängen vilar på { $pillars }.
summary-rests-without =
    { $count ->
        [one] { $counted }, och poängen vilar på { $pillars }; { $left_out } är inte med, eftersom projektet inte anger någon källa för den pelaren.
       *[other] { $counted }, och poängen vilar på { $pillars }; { $left_out } är inte med, eftersom projektet inte anger någon källa för dem.
    }
summary-connected = { $yes } av { $sites } är säkert anslutna ({ $share }) och { $no } är det säkert inte
summary-connected-unknown = Om verksamheternas fasta anslutning är inget känt
# Börjar med någon av de två ovan.
summary-known = { $connected }.
summary-known-ends = { $connected }; { $ends }.
# Går vidare från summary-known-ends, till och med summary-no-ends.
summary-ends-same = alla kommuner har samma poäng
summary-ends = ingen kan ligga före { $before } och ingen efter { $behind }
summary-ends-open = ingen kan ligga före { $before } och ingen efter { $behind }, vad det okända än visar sig vara
summary-first = ingen kan ligga före { $before }
summary-first-open = ingen kan ligga före { $before }, vad det okända än visar sig vara
summary-last = ingen kan ligga efter { $behind }
summary-last-open = ingen kan ligga efter { $behind }, vad det okända än visar sig vara
summary-no-ends = vem som ligger främst eller sist går inte att säga säkert
summary-nothing-answered = Inget som poängen frågar efter har något svar, så varje kommun kan ha allt mellan 0 och 100.
summary-nothing-unknown = Inget av det som poängen frågar efter är okänt.
summary-unknown-harmless = Av det som poängen frågar efter är { $open } okänt, men ingen kommuns poäng kan flyttas { $wide } poäng av det.
summary-unknown = Av det som poängen frågar efter är { $open } okänt; { $clauses }.
# Går vidare från summary-unknown.
summary-range = bara ett intervall har { $whose } ({ $range })
summary-ranges = bara ett intervall har { $whose }, bredast { $widest } ({ $range })
summary-nothing-known-of = inget alls är känt om { $whose }
summary-too-little-known-of = för lite för en poäng är känt om { $whose }
summary-loses = mister { sites } sin tjänst
summary-matters =
    { $alike ->
        [0] Mest hänger på { $element }: faller den ensam { summary-loses }.
       *[other] Mest hänger på { $element }: faller den ensam { summary-loses } ({ $alike } till tar lika många).
    }
summary-matters-all =
    { $alike ->
        [0] Mest hänger på { $element }: faller den ensam { summary-loses }, och därmed all tjänst.
       *[other] Mest hänger på { $element }: faller den ensam { summary-loses }, och därmed all tjänst ({ $alike } till tar lika många).
    }
summary-matters-some =
    { $alike ->
        [0] Mest hänger på { $element }: faller den ensam { summary-loses }, { $losing } av dem all tjänst.
       *[other] Mest hänger på { $element }: faller den ensam { summary-loses }, { $losing } av dem all tjänst ({ $alike } till tar lika många).
    }
summary-costs-unknown = Vad som betyder mest går inte att säga förrän något är känt.
summary-costs-connection = Mest betyder att { sites } säkert saknar fast anslutning.
summary-costs-nothing = Ingenting drar ned poängen: kommunerna som har en står på 100.
summary-costs-one = Poängen vilar bara på { $pillar }, och där fattas i genomsnitt { $all } poäng av 100.
summary-costs = Mest poäng kostar { $pillar }: i genomsnitt { $own } av de { $all } som fattas upp till 100.
summary-no-source = Poäng får kommunerna när projektet anger en källa för något av { $pillars }.
summary-gain = Mest skulle ändras i { $whose } av en åtgärd vid { sites } – { $what } – som lyfter den bästa skattningen av poängen från { $from } till { $to }.
summary-question = Mest osäkerhet försvinner i { $whose } om ni frågar { $whom } { $what }: { $now } blir { $answered }.
summary-least-sure = Osäkrast är poängen i { $whose }: den kan bli allt mellan { $low } och { $high }, och inget enskilt svar ändrar det.
summary-no-answer = Inga svar kan ändra poängen, bara att något byggs eller bryts.

## Rapporten

report-title = Digital beredskap – { $region }
report-incomplete = OFULLSTÄNDIGA DATA. Om någon kommun är inget känt, eller för lite för en poäng.
report-edition-full = Fullständig utgåva: visar svaga punkter, stannar internt.
report-edition-public = Publik utgåva: endast kommuner.
report-municipality = Kommun
report-sites = Verksamheter
report-schools = Skolor
report-care-homes = Särskilda boenden
report-rank = Rang
report-kind = Typ
report-file = Fil
report-more-in = Ytterligare { $count } i { $file }.
report-questions-heading = Vad ni bör fråga om härnäst
report-questions-about = Det okända kan flytta kommunernas poäng med i genomsnitt { $now } poäng. De här svaren skulle minska det mest:
report-question = Fråga { $whom } { $what }: från { $from } till { $to } poäng. Svaret anges i { $key }.
report-questions-more = Varje fråga är prövad genom att räkna om poängen med bästa och med sämsta svar. Vad varje kommun bör fråga om står på dess sida; alla frågor står i questions.csv.
report-questions-left-out = Det här tar poängen inte med alls, eftersom projektet inte anger någon källa. Det tas med när projektfilen får det som står efter:
report-scores-heading = Poäng per kommun
report-left-out = Inte med, eftersom projektet inte anger någon källa: { $names }.
report-scores-about = Poängen går från 0 till 100. Intervallet visar vad den kan bli beroende på det som är okänt; är det { $wide } poäng eller bredare står det i stället för ett tal. Rangen följer den bästa skattningen.
report-score = Poäng
report-estimate = Bästa skattning
report-interval = Intervall
report-services = Tjänster
report-contrast-heading = Poängen och tjänsterna berättar olika saker
report-contrast-about = Poängen väger ihop indikatorer. En tjänst är redo först när allt den kräver säkert är uppfyllt, och frågar inte efter mer. Här skiljer sig platsen efter poäng från platsen efter andelen redo tjänster med mer än en fjärdedel av listan.
# Står efter kommunens namn och ett kolon.
report-contrast = plats { $by_score } av { $among } efter poäng och { $by_services } efter tjänster ({ $ready }).
report-contrast-lifted = Poängen lyfts av { $name }: { $own }, mot { $median } för mittenkommunen. Det frågar { $asking } av de { $services } tjänsterna efter.
report-contrast-lowered = Poängen dras ned av { $name }: { $own }, mot { $median } för mittenkommunen. Det frågar { $asking } av de { $services } tjänsterna efter.
report-contrast-lacking = Av de { $all } som inte är redo saknar { $lacks } { $what }.
report-contrast-lacking-open = Av de { $all } som inte säkert är redo saknar { $lacks } { $what }, och för { $open } är det inte känt.
report-connections-heading = Verksamheternas fasta anslutning
report-connected = Anslutna
report-passed = I närheten
report-planned = Planerade
report-unconnected = Utan
report-unknown = Okända
report-on-one-point = Hänger på en enda punkt
report-why-heading = Varför poängen är som den är
report-services-heading = Digitala tjänster
report-services-about = Antal verksamheter som är redo för varje tjänst. Sårbar: fungerar i dag men saknar den reserv som tjänsten kräver.
report-service = Tjänst
report-service-ready = Redo
report-service-at-risk = Sårbar
report-service-not-ready = Inte redo
report-service-unknown = Okänt
report-service-source = Varifrån kraven kommer
report-groups-heading = Delregioner
report-elements-heading = Vad som slår ut mest
report-elements-about = Noder, kablar, schakt, elmatningar och master vars bortfall ensamt tar den tjänst som verksamheter har: den fasta, eller den mobila där ingen fast finns. En elmatning räknas som borta längre än alla batterier räcker.
report-element = Del av nätet
report-without-service = Utan all tjänst
report-service-open = Ovisst
report-trench-found = kablar inom { $within }
report-trench-stated = uppgivet
report-fallbacks-heading = Reservvägar
report-fallbacks-about = Vad verksamheterna har att falla tillbaka på när den fasta anslutningen bryts. En mast är en oberoende reserv bara om den står kvar genom varje enskilt fel som tar den fasta anslutningen; hänger den på samma kabel är den delad. Skälet för varje mast står i backups.csv.
report-fallback-independent = Oberoende
report-fallback-shared = Delad
report-fallback-none = Ingen
report-fallback-unknown = Okänt
report-municipalities-heading = Kommunerna, en i taget
report-findings-heading = Osäkerheter i indata
report-findings-about = Varje rad som inte användes, eller användes med en gissning.
report-nothing = Inget.
report-errors = { $count } fel
report-warnings =
    { $count ->
        [one] { $count } varning
       *[other] { $count } varningar
    }
report-notes =
    { $count ->
        [one] { $count } upplysning
       *[other] { $count } upplysningar
    }
report-row = Rad
report-field = Fält
report-value = Värde
report-message = Meddelande
report-sources-heading = Källor
report-source = Källa
report-date = Datum
report-licence = Licens
report-certainty-heading = Hur säkert är det?
report-certainty-nothing = Utan poäng finns inget att pröva.
report-ranks-heading = Hur säker är rangordningen?
report-ranks-about = Vikter, sätt att väga ihop, målvärden och det okända varieras slumpmässigt många gånger. Inom parentes står mellan vilka platser rangen ligger i nio fall av tio. Två kommuner vars intervall överlappar går ofta inte att skilja åt.
report-group-ranks-heading = Delregionernas rang
report-as-table = Som tabell
report-nine-of-ten = I nio fall av tio
report-choices-heading = Vilka val betyder något?
report-choices-about = Vad som flyttar rangerna: hur stor del av variationen varje val står för, ensamt och tillsammans med de andra (Sobols index, med 95 procents intervall).
report-choice = Val
report-choice-alone = Ensamt
report-choice-together = Tillsammans
report-choice-share = { $points } % ({ $low }–{ $high })
report-coherence-heading = Håller ramverket ihop?
report-coherence-about = Poängen väger ihop indikatorer. Här prövas om de hör ihop: om två säger samma sak, om någon inte påverkar, och om någon påverkar mycket mer än sin vikt. Det är statistik över just dessa kommuner och inget fel i sig. Alla tal står i coherence.csv.
report-coherence-few =
    { $units ->
        [one] Bara { $units } kommun har poäng; med färre än { $at_least } går det inte att säga.
       *[other] Bara { $units } kommuner har poäng; med färre än { $at_least } går det inte att säga.
    }
report-coherence-redundant = ”{ $a }” och ”{ $b }” säger nästan samma sak (korrelation { $r }): det räknas två gånger.
report-coherence-opposed = ”{ $a }” och ”{ $b }” drar åt olika håll inom samma område (korrelation { $r }).
report-coherence-idle = ”{ $name }” påverkar inte poängen bland dessa kommuner.
report-coherence-dominant = ”{ $name }” styr poängen mycket mer än sin vikt.
report-coherence-backwards = ”{ $name }” är bättre där poängen är sämre.
report-coherence-questionable = Delarna av ”{ $name }” mäter inte en och samma sak (Cronbachs alfa { $alpha }): det är ett val att väga ihop dem.
report-coherence-open = { $count } samband går inte att räkna ut: för få kommuner har båda värdena, eller så är ett av dem lika för alla.
report-coherence-clean = Inget att anmärka på.

## Sidan om ett avbrott

outage-exercise = Övningsunderlag, avbrott · { $region }
outage-date = Datum
outage-participants = Deltagare
outage-stays-inside = Visar svaga punkter: stannar inom den krets som övar.
outage-fails-heading = Vad som slås ut
outage-grid = Elnätet ligger nere överallt. Läget visas efter { $hours }.
outage-grid-in-area = Elnätet ligger nere i området { $area }. Läget visas efter { $hours }.
outage-grid-of-feeds = Elnätet ligger nere på elmatning { $feeds }. Läget visas efter { $hours }.
outage-grid-of-feeds-in-area = Elnätet ligger nere på elmatning { $feeds } i området { $area }. Läget visas efter { $hours }.
outage-nothing-else = Inget annat fallerar.
outage-result-heading = Så går det
outage-hours = Timmar
outage-lose-all = Förlorar all tjänst
outage-schools-without = Skolor utan tjänst
outage-care-homes-without = Särskilda boenden utan tjänst
outage-persons-without = Personer utan tjänst
outage-lose-fixed = Förlorar fast
outage-lose-mobile = Förlorar mobil
outage-open = Ovisst
outage-keep = Har tjänst kvar
outage-had-none = Utan tjänst räknas också { $count } som ingen hade innan.
outage-at-least = minst { $persons }
outage-municipalities-heading = Vad varje kommun förlorar
outage-municipalities-about = Verksamheter utan någon tjänst, med antalet ovissa efter plustecknet.
outage-before-count = Med tjänst före
outage-without-after = Utan efter { $hours }{"\u00A0"}h
outage-without = Utan tjänst
outage-persons = Personer
outage-outside = Utanför kommunerna
outage-all = Alla
outage-at-the-last = Skolor, boenden och personer utan tjänst vid den sista tidpunkten.
outage-list-loses-all = Verksamheter som blir utan tjänst
outage-list-unknown = Verksamheter där det är ovisst om någon tjänst finns kvar
outage-list-loses-fixed = Verksamheter som bara har mobil tjänst kvar
outage-list-loses-mobile = Verksamheter som bara har fast tjänst kvar
outage-none-known = Ingen känd.
outage-site = Verksamhet
outage-before = Före
outage-after = { $hours }{"\u00A0"}h
outage-left = Finns kvar
outage-fixed = fast
outage-mobile = mobil
outage-no-service = ingen
outage-notes-heading = Anteckningar
outage-how-heading = Så är det räknat
outage-how-at-once = Allt i scenariot fallerar samtidigt. En verksamhet har fast tjänst så länge det finns en väg från dess nod till en kärnnod, och mobil tjänst så länge någon mast som når den är i drift. Båda upphör när verksamheten själv saknar el.
outage-how-power = En elmatning som slås ut är borta längre än alla batterier räcker. Ligger elnätet nere ett antal timmar håller det som har batteri eller reservkraft för minst så lång tid.
outage-how-unknown = ? betyder att det inte är känt: någon har inte uppgett batteri, nod eller räckvidd. Det som ingen har uppgett räknas varken som ja eller nej.
outage-doubts-heading = Osäkerheter
outage-findings =
    { $count ->
        [one] Indata ger { $count } anmärkning: findings.csv.
       *[other] Indata ger { $count } anmärkningar: findings.csv.
    }

## Sidan om en verksamhet: rubriker, vad den är, i vilken kommun

site-fixed-heading = Fast anslutning
site-mobile-heading = Mobilnät
site-way-heading = Vägen genom nätet
site-points-heading = Vad som ensamt kan bryta tjänsten
site-fallback-heading = Reservväg
site-endurance-heading = När elnätet är borta
site-flags-heading = I korthet, med koderna i sites.csv
site-services-heading = Digitala tjänster
site-counted-heading = I kommunens poäng
site-findings-heading = Anmärkningar på raden
site-with-persons =
    { $persons ->
        [one] { $what } med { $persons } person
       *[other] { $what } med { $persons } personer
    }
site-is = { $id } är { $what }.
site-is-in = { $id } är { $what } i { $name } ({ $code }).
site-persons-unknown = Antalet personer är inte känt.
site-read-from = Uppgifterna kommer från { $source }.
site-borders = kommungränserna
site-borders-of = kommungränserna i { $file }
site-inside = { $the_site } ligger i kommunen enligt { $borders }.
site-nearest = { $the_site } ligger utanför alla kommuner enligt { $borders } och räknas till den närmaste.
site-stated = Läget är inte känt; kommunen är den som registret anger.
site-outside = { $the_site } ligger inte i någon av resultatets kommuner enligt { $borders } och räknas inte till någon.
site-nowhere = Läget är inte känt och registret anger ingen av resultatets kommuner, så { $the_site } räknas inte till någon.

## Sidan om en verksamhet: vägen genom nätet

site-node-cut-off = Men enligt nätet finns ingen väg från { $node } till en kärnnod, inte ens när allt fungerar.
site-nearest-node = Närmast är { $node }, { $far } bort fågelvägen.
site-hangs-on-no-node = { $the_site } hänger inte på någon känd nod i nätet.
site-no-network = Inget nät är angivet, så det är inte känt vad { $the_site } hänger på.
site-node-unknown = Läget är inte känt, så det är inte heller känt vilken nod { $the_site } hänger på.
site-would-hang = En fast anslutning av { $the_site } skulle hänga på { $node }.
site-would-hang-far = En fast anslutning av { $the_site } skulle hänga på { $node }, { $far } bort fågelvägen.
site-hangs = { $the_site } hänger på { $node }.
site-hangs-far = { $the_site } hänger på { $node }, { $far } bort fågelvägen.
site-at-a-core-node-of-two = Den är själv en kärnnod och når även en annan kärnnod.
site-at-a-core-node = Den är själv en kärnnod.
site-two-ways = Därifrån går minst två vägar till kärnan utan någon gemensam nod däremellan.
site-no-two-ways = Därifrån finns inga två vägar till kärnan som är oberoende av varandra: alla passerar samma nod någonstans.
site-ways-unknown = Hur många vägar som går därifrån är inte känt.
site-mobile-no-point = { $the_site } har bara mobilnät. Inget är gemensamt för alla master som når dit, så ingen enskild del är känd som ensam kan bryta tjänsten.
site-mobile-points = { $the_site } har bara mobilnät. Var och en av dessa kan ensam bryta den tjänsten:
site-mobile-without-masts = { $the_site } har bara mobilnät, och utan mastlista är det inte känt vad det hänger på.
site-neither-service = { $the_site } har varken fast eller mobil tjänst att förlora.
site-service-unknown = { $the_site } har ingen fast tjänst, och om något mobilnät fungerar där är inte känt. Därför är det inte heller känt vad som kan bryta tjänsten.
site-points-unknown = Vad den fasta anslutningen hänger på i nätet är inte känt.
site-points-unknown-but = Vad den fasta anslutningen hänger på i nätet är inte känt, utom detta:
site-points-if-connected = Om { $the_site } har fast tjänst är inte känt. I så fall kan var och en av dessa ensam bryta den, med början närmast { $the_site }:
site-points = Var och en av dessa kan ensam bryta den fasta anslutningen, med början närmast { $the_site }:
site-point = { $element }: { $effect }.
site-point-detailed = { $element }, { $detail }: { $effect }.
# Går vidare från site-point-detailed, till och med site-point-feed.
site-point-access = som { $the_site } hänger på
site-point-trench = där { $consists }
site-point-own-feed = den enda som { $the_site } har
site-point-feed = den enda som { $parts } har
# Går vidare från site-point, till och med site-effect-masts-unknown.
site-effect-fixed = den fasta anslutningen bryts men minst en mast håller
site-effect-all = all tjänst bryts
site-effect-unknown = den fasta anslutningen bryts; om någon mast håller är inte känt
site-effect-masts-unknown = de master som säkert når dit slutar fungera; om någon annan tar över är inte känt
site-points-of-effect = för { $count } av dem gäller att { $effect }
site-points-left = Sedan ytterligare { $count } noder och kablar mot kärnan: { $effects }. Den sista är:
site-points-beside = Ytterligare { $count } schakt, elmatningar och master: { $effects }.

## Sidan om en verksamhet: reservväg

site-more-masts = { $count } master till står med sina skäl i backups.csv.
site-independent-masts = { $the_site } har bara mobilnät men en oberoende reserv: bland masterna { $masts } finns två som inget enskilt fel slår ut samtidigt.
site-independent =
    { $count ->
        [one] Det finns en oberoende reservväg: masten { $masts } når { $the_site } och står kvar vid varje enskilt fel som bryter den fasta anslutningen.
       *[other] Det finns en oberoende reservväg: masterna { $masts } når { $the_site }, och var och en står kvar vid varje enskilt fel som bryter den fasta anslutningen.
    }
site-shared-masts = { $the_site } har bara mobilnät och ingen oberoende reserv: inga två av masterna som når eller kan nå dit är oberoende av varandra.
site-shared = Det finns ingen oberoende reservväg. Master når { $the_site }, men varje mast slutar fungera vid något fel som också bryter den fasta anslutningen.
site-shared-maybe = Det finns ingen oberoende reservväg. Master kan nå { $the_site }, men varje mast slutar fungera vid något fel som också bryter den fasta anslutningen.
site-no-second-network = Det finns ingen reservväg: färre än två mobilnät täcker { $the_site }.
site-no-network-beside = Det finns ingen reservväg: inget mobilnät täcker { $the_site }.
site-no-mast = Det finns ingen reservväg: ingen mast i mastlistan når { $the_site }.
site-one-mast = Det finns ingen reservväg: masten { $mast } är den enda som kan nå { $the_site }.
site-fallback-unknown = Det är inte känt om { $the_site } har en oberoende reservväg.
site-no-mast-list = Ingen lista över master är angiven, och utan den är det inte känt vad mobilnätet hänger på.
site-unlisted-mast = Minst ett mobilnät täcker eller kan täcka { $the_site } utan att någon av dess master i mastlistan når dit; den mast som gör det saknas i listan.
site-way-unknown = Eftersom det inte är känt vad den fasta anslutningen hänger på, går det inte att veta om någon mast är oberoende av den.
site-mast-no-backup =
    { $count ->
        [one] Masten { $masts } { $reason }: den är ingen oberoende reserv.
       *[other] Masterna { $masts } { $reason }: ingen av dem är en oberoende reserv.
    }
site-mast-open =
    { $count ->
        [one] Masten { $masts }: { $reason }.
       *[other] Masterna { $masts }, för var och en: { $reason }.
    }
# Går vidare från site-mast-no-backup, till och med site-mast-shares.
site-mast-hangs = hänger på { $node } och { $shares }
site-mast-cut-off = har ingen väg till en kärnnod
site-mast-alone = har ingen annan mast att dela på arbetet med
site-mast-stops = slutar fungera vid samma fel
site-mast-shares-node-with-mast = delar den noden med en annan mast som når eller kan nå dit
site-mast-shares-with-mast = delar { $element } med en annan mast som når eller kan nå dit
site-mast-shares-node = delar den noden med { $the_site }
site-mast-shares = delar { $element } med { $the_site }
# Går vidare från site-mast-open, till och med site-mast-way-unknown.
site-mast-no-rate = mobillagret anger ingen hastighet vid { $the_site }
site-mast-no-place = läget för { $the_site } är inte känt, så räckvidden avgör inget
site-mast-no-range = räckvidd eller läge anges inte, så det är inte känt om { $the_site } nås
site-mast-node-cut-off = den angivna noden { $node } har ingen väg till en kärnnod
site-mast-no-node = ingen nod anges, så vad som kan slå ut masten är inte känt
site-mast-node-unknown = den angivna noden { $node } finns inte i nätet
site-mast-no-feed = elmatning anges inte
site-mast-others-unknown = det är inte känt om någon annan mast är oberoende av den
site-mast-way-unknown = når dit, men vad den fasta anslutningen hänger på är inte känt

## Sidan om en verksamhet: när elnätet är borta

site-no-service-to-lose = { $the_site } har ingen tjänst att förlora.
site-ends-at-once = Tjänsten upphör genast när elnätet är borta överallt.
site-lasts = Någon tjänst finns kvar i { $hours } när elnätet är borta överallt.
site-lasts-between = Någon tjänst finns kvar i minst { $low } och högst { $high } när elnätet är borta överallt.
site-lasts-at-most = Tjänsten varar högst { $high } när elnätet är borta överallt; om den varar alls är inte känt.
site-lasts-at-least = Någon tjänst finns kvar i minst { $low } när elnätet är borta överallt; hur mycket längre är inte känt.
site-lasts-unknown = Hur länge tjänsten varar när elnätet är borta överallt är inte känt.
site-needs-no-power = Inget på vägen behöver el, så tjänsten upphör inte av strömavbrott.
site-backup-unknown = Hur länge { $the_site }s egen reservkraft räcker anges inte ({ $register }).
site-no-backup = { $the_site } har ingen egen reservkraft ({ $register }).
site-backup-limits = Längre räcker inte { $the_site }s egen reservkraft: { $hours } ({ $register }).
site-backup-outlasts = { $the_site }s egen reservkraft räcker { $hours } ({ $register }), så det är näten dit som tar slut först.
site-backup = { $the_site }s egen reservkraft räcker { $hours } ({ $register }).

## Sidan om en verksamhet: digitala tjänster

service-status = { $name }: { $status }.
service-missing = Det saknas { $needs }.
service-not-known = Det är inte känt { $questions }.
service-all-met = Alla behov är uppfyllda.
service-all-met-among = Alla behov är uppfyllda, däribland { $needs }.
# Går vidare från service-missing eller service-all-met-among, till och med service-some-endurance.
service-fixed = en fast anslutning
service-enough = tillräcklig hastighet
service-way = en väg genom nätet som inget enskilt fel bryter
service-mobile-backup = ett mobilnät som reserv
service-no-mobile-backup = ett mobilnät som reserv (inget når 10 Mbit/s här)
service-independent = en oberoende reservväg
service-endurance = { $hours } timmars drift utan elnät
service-some-endurance = drift utan elnät
service-rate-if-connected = { $rate } (en fast anslutning ger { $own }, om den finns)
service-rate-over-it = { $rate } över den
service-rate-below = { $rate } (den fasta anslutningen ger { $own })
service-rate-of-none = { $rate } (det finns ingen fast anslutning, och inget mobilnät når så mycket)
# Står inom parentes efter behovet, till och med service-lasts-at-least.
service-passed = ett nät finns i närheten
service-planned = en är beslutad men inte byggd
service-rate-of-fixed = den fasta anslutningen ger { $own }
service-rate-of-mobile = över mobilnät
service-no-fixed = det finns ingen fast anslutning
service-node-cut-off = noden har ingen väg till kärnan
service-breaks =
    { $count ->
        [one] { $names } kan ensam bryta den
       *[other] { $names } kan var för sig bryta den
    }
service-no-fallback = det finns ingen reserv alls
service-something-else = något annat
service-masts-share =
    { $count ->
        [one] masten som når eller kan nå dit delar { $shared } med en annan
       *[other] varje mast som når eller kan nå dit delar { $shared } med en annan
    }
service-masts-share-with =
    { $count ->
        [one] masten som når eller kan nå dit delar { $shared } med { $the_site }
       *[other] varje mast som når eller kan nå dit delar { $shared } med { $the_site }
    }
service-nothing-lasts = det finns ingen tjänst som kan vara
service-ends-at-once = tjänsten upphör genast
service-lasts = tjänsten varar { $hours }
service-lasts-between = tjänsten varar minst { $low } och högst { $high }
service-lasts-at-most = tjänsten varar högst { $high }
service-needs-no-power = tjänsten upphör inte av strömavbrott
service-lasts-at-least = tjänsten varar minst { $low }
# Går vidare från service-not-known.
service-open-fixed = om det finns en fast anslutning
service-open-way = om någon enskild del av nätet kan bryta den fasta anslutningen
service-open-mobile-backup = om något mobilnät når { $the_site } med 10 Mbit/s
service-open-independent = om det finns en oberoende reservväg
service-open-endurance = om tjänsten varar i { $hours } utan elnät
service-open-rate = om hastigheten når { $rate }
service-open-rate-not-stated = om hastigheten når { $rate } (den fasta anslutningens anges inte)
service-open-rate-of-persons = om hastigheten räcker (behovet beror på antalet personer, som inte är känt)
service-open-enough = om hastigheten räcker

## Sidan om en verksamhet: i kommunens poäng

site-counts-nowhere = { $the_site } räknas inte i någon kommuns poäng.
site-counts = Räknas som { $parts }.
# De tre går vidare från site-counts.
site-counts-yes = ja i: { $names }
site-counts-no = nej i: { $names }
site-counts-unknown = okänt i: { $names }

## Kartor och diagram

map-synthetic = SYNTETISKA DATA – inte verkligheten
map-incomplete = OFULLSTÄNDIGA DATA
map-no-score = utan poäng
map-no-score-class = Utan poäng
map-between-classes = Visas som intervall
map-at-least-at-most = Med streck: minst så bra som ytans färg, högst så bra som streckens.
map-darker-is-better = Mörkare är bättre. Samma klasser varje år.
map-services-ready = Raden under poängen: hur många av de digitala tjänster som verksamheterna behöver som är redo. En tjänst räknas en gång för varje verksamhet som den berör.
map-class-uncertain = Osäker klass: det okända kan flytta kommunen till en annan klass
map-see-table = Poäng och intervall för varje kommun står i tabellen.
map-numbered = Kommuner med nummer på kartan
map-sites = Skolor, boenden och andra verksamheter
map-service-note = Varje verksamhet visas en gång.
map-worst-counts = Varje verksamhet visas en gång, med den allvarligaste bristen.
map-scale = Skala
map-how-to-read-endurance = Hela höjden är alla verksamheter; strecket till vänster är läget före avbrottet. Axeln visar timmar.
plot-nobody-concerned = ingen verksamhet berörs
plot-how-to-read-services = Talet är hur många verksamheter som säkert är redo, av alla som tjänsten berör. Hela stapeln är alla som berörs.
plot-how-to-read-shares = Varje ruta är en tjänst i en kommun. Mörkare är bättre: en större andel av de verksamheter som tjänsten berör är säkert redo. Antalen står i tabellen.
plot-how-to-read-ranking = Rang 1 är högst poäng, efter bästa skattning. Inom parentes: mellan dessa platser ligger rangen i 90 procent av beräkningarna (5:e till 95:e percentilen).
plot-how-to-read-contributions = Hela stapeln är 100 poäng. Till vänster om det svarta strecket: poäng som varje delområde ger. Till höger, blekare: poäng som delområdet förlorar.
plot-range-of-contributions = Där poängen står som intervall visar stapeln den bästa skattningen, och linjen under den intervallet.
plot-rank-in-result = rangen i resultatet
plot-how-to-read-strip = Hur ofta en kommun får en rang när poängen beräknas många gånger, i procent. En enda mörk ruta: rangen är säker. Många bleka: kommunen kan lika gärna ha en annan rang.
map-source = Källa: { $source }
map-date = Datum:{"\u00A0"}{ $date }
map-crs = Koordinatsystem:{"\u00A0"}{ $crs }
map-score-classes = Poäng 0–100
map-score-classes-counted = kommuner
map-wide-interval = Är intervallet { $wide } poäng eller bredare står bara det. Ringen är den bästa skattningen.
map-interval-heading = Så säker är poängen
map-interval = Punkten är poängen. Fältet visar den lägsta och den högsta möjliga poängen med hänsyn till det okända, samma tal som inom parentes.
map-network = Nät
map-cable = Kabel
map-cable-alone = Kabel utan reservväg
map-cable-failed = Kabel som slås ut
map-point-failed = Nod eller mast som slås ut
map-area-hit = Område som drabbas
plot-with-service = har tjänst
plot-service-unknown = okänt
plot-without-service = utan tjänst
plot-after-a-day = efter 24 timmar: { $served } av { $sites }
plot-ready-shares = Andel redo:
plot-ready-unsure = det okända kan ändra klassen
plot-ready-unknown = allt är okänt
plot-score = poäng
plot-rank = rang
plot-score-of = poäng { $score }
plot-best-estimate = bästa skattning, där poängen står som intervall
plot-possible = lägsta till högsta möjliga med hänsyn till det okända
plot-value = kommunens värde
plot-best-value = bästa skattning, där intervallet är brett
plot-no-value = utan värde
plot-median = regionens median
plot-ranks-together = Varje ruta är { $each } platser i rangordningen tillsammans.
map-score-title = Digital beredskap
map-score-subtitle = Poäng 0–100 för skolor och omsorg. { $rests_on }
map-sites-title = Verksamheter
map-sites-subtitle = Skolor, förskolor, vård och omsorg efter det allvarligaste som är känt
plot-endurance-title = Uthållighet
plot-endurance-subtitle = Verksamheter med fast eller mobil tjänst, timmar efter att elnätet fallit överallt
plot-all-municipalities = Alla kommuner
plot-services-title = Digitala tjänster
plot-services-subtitle = Hur många av de verksamheter som berörs som är redo
plot-ranking-title = Rangordning
plot-ranking-subtitle = Poäng och rang med intervall. { $rests_on }
plot-contributions-title = Bidrag
plot-contributions-subtitle = Vad varje område ger till poängen, och vad det kostar. { $rests_on }
plot-profiles-title = Profiler
map-outage-before = Före: vilken tjänst som finns
map-outage-after = Efter: vem som förlorar vad
map-outage-after-hours = Efter { $hours } utan el: vem som förlorar vad
plot-profiles-subtitle = Varje område mot mitten av alla. { $rests_on }
plot-profiles-subtitle-hidden = Varje område mot mitten av alla; { $hidden } med sämre rang visas inte här. { $rests_on }
plot-chances-title = Rang med osäkerhet
plot-chances-subtitle = Hur sannolik varje rang är när val och okända fakta varieras. { $rests_on }
map-other-sites =
    { $count ->
        [one] { $count } annan
       *[other] { $count } andra
    }
map-off-map =
    { $count ->
        [one] { $count } plats ligger utanför kartan.
       *[other] { $count } verksamheter ligger utanför kartan.
    }

site-condition--unconnected = Saknar fast anslutning
site-condition--single_point = Hänger på en enda punkt
site-condition--below_target = Under hastighetsmålet
site-condition--unknown = Okänt
site-condition--nothing_found = Ingen känd brist
service-now--nothing = Ingen tjänst
service-now--unknown = Okänt om det finns tjänst
service-now--mobile = Bara mobil känd
service-now--fixed = Bara fast känd
service-now--both = Fast och mobil
service-lost--all = Förlorar all tjänst
service-lost--unknown = Ovisst om tjänst finns kvar
service-lost--fixed = Förlorar fast, mobil finns kvar
service-lost--mobile = Förlorar mobil, fast finns kvar
service-lost--had_none = Hade ingen tjänst innan
service-lost--nothing = Ingen känd förlust

## Arbetsboken

workbook-about = Arbetsboken visar om den digitala infrastrukturen är redo vid skolor, särskilda boenden och andra verksamheter, och vad som slutar fungera om en enda sak går sönder.
workbook-about-score = Arbetsboken visar poäng och rang för varje enhet i en tabell av indikatorer, och hur säkra de är.
workbook-arithmetic-mean = Aritmetiskt medel
workbook-arithmetic-rank = Aritmetisk rang
workbook-blank-cells = En tom cell betyder okänt, eller att kolumnen saknar mening för raden. Samma tabeller finns som CSV och Parquet i samma mapp, med kolumnnamn på engelska; docs/output.md förklarar varje kolumn.
workbook-date = Datum
workbook-edition = Utgåva
workbook-edition-full = Fullständig: visar svaga punkter, stannar internt.
workbook-edition-public = Publik: endast kommuner.
workbook-framework = Ramverk
workbook-geometric-mean = Geometriskt medel
workbook-geometric-rank = Geometrisk rang
workbook-invented = Påhittade
workbook-licence = Licens
workbook-own-rank = Rang i resultatet
workbook-own-score = Poäng i resultatet
workbook-program = Program
workbook-readme = Läs mig
workbook-region = Region
workbook-rests-on = Poängen vilar på
workbook-rows = Rader
workbook-rows-left-out = { $sentence } Bara de första { $shown } raderna får plats; { $left_out } är utelämnade. Alla finns i { $file }.csv.
workbook-same-table = Samma tabell som
workbook-settings = Inställningar (SHA-256)
workbook-sheets = Blad
workbook-shows = Vad det visar
workbook-sources = Källor
workbook-title = Digital beredskap
workbook-try-weights = Räkna själv
workbook-weight = Vikt
workbook-weight-allowed = Talet ska vara 0 eller mer.
workbook-weights = Pröva egna vikter för delområdena: poäng och rang räknas om av Excel.
workbook-weights-how = Ändra de gula vikterna, 0 eller mer: poäng och rang räknas om. Ett delområde med vikt 0 räknas inte; är ett annat tomt blir poängen tom.
workbook-weights-means = I det geometriska medlet drar ett svagt delområde ned poängen; i det aritmetiska kan ett gott uppväga det. Det gula talet ovanför det geometriska medlet läggs till varje delområde och dras av igen: utan det gör ett enda delområde på 0 hela poängen till 0.

## Jämförelsen på skärmen

compare-and-more = { $names } och { $more } till
compare-another = ett annat
compare-another-alike = ett annat, fast med samma namn och version
compare-basis = grund
compare-both-rest = båda vilar på { $names } ({ $some } av { $many } pelare)
compare-both-rest-apart = båda vilar på { $names } ({ $some } av { $many } pelare), men inte på samma indikatorer
compare-counted = { $units }. De skiljer sig säkert: { $real }; går inte att skilja åt: { $alike }; poäng saknas i A eller B: { $none }
compare-counted-in-common = { $units }. I det som både A och B frågar efter skiljer de sig säkert: { $real }; går inte att skilja åt: { $alike }; poäng saknas: { $none }
compare-difference = skillnad
compare-framework = ramverk
compare-inputs = indata
compare-more-in = … { $count } till i differences.csv …
compare-moved-heading = de indikatorer som flyttade mest, i poäng:
compare-municipality = kommun
compare-no-goalposts = inget delas upp i data och metod: värdena i { $values } ger inga gränsvärden för { $ids } i ramverket i { $framework }
compare-no-score = poäng saknas
compare-not-apart = går inte att skilja åt
compare-note = obs
compare-nothing-common = { $units }. A och B frågar inte efter något gemensamt, så poängen säger inte vad som har ändrats
compare-nothing-in-common = inget gemensamt
compare-of-data = av data
compare-of-method = av metod
compare-of-scope = av omfattning
compare-only-asks = bara { $name } frågar efter: { $names }
compare-only-in = bara i { $name }: { $names }
compare-real = säker?
compare-rests-also = { $one } vilar på { $names }; { $other } också på { $more }
compare-rests-apart = A vilar på { $names }; B på { $others }
compare-same = samma
compare-scored-otherwise = beredd { $version } räknade poäng i { $name } på annat sätt ({ $count }); här räknar den här versionen båda
compare-sites = verksamheter: { $new } nya, { $gone } borta, { $changed } ändrade (i difference_sites.csv)
compare-sites-left-out = verksamheter jämförs inte: { $side } är den publika utgåvan, som inte har några
compare-sum = { $name }: { $total } = data { $data } + metod { $method } + omfattning { $scope } ({ $basis })
compare-synthetic = SYNTETISKA DATA: verksamheter, nät och täckning är påhittade.
compare-tables = tabeller
compare-target = { $rate } Mbit/s, { $hours } h reservkraft
compare-targets = mål
compare-targets-differ = { $before } → { $after }; vad det gör räknas som data
compare-unit = enhet
compare-files-differ =
    { $count ->
        [one] { $count } fil skiljer (i run.json)
       *[other] { $count } filer skiljer (i run.json)
    }
compare-units =
    { $count ->
        [one] { $count } enhet
       *[other] { $count } enheter
    }

## Regler för anmärkningar

rule--file_missing = Filen finns inte eller får inte läsas.
rule--file_unreadable = Filen är skadad, för stor eller i ett format som inte läses.
rule--file_elsewhere = Filen hänvisar till andra filer som inte hör till den.
rule--file_empty = Filen har inga rader.
rule--encoding_unreadable = Texten är varken UTF-8, märkt UTF-16 eller Windows-1252.
rule--encoding_guessed = Texten är inte UTF-8 och lästes som Windows-1252.
    .outcome = används som reparerad
rule--encoding_mixed = Några rader har en annan teckenkodning än resten.
    .outcome = används som den lästes; se efter på raderna
rule--layer_missing = Filen saknar lagret, eller har flera och inget är angivet.
rule--column_missing = Filen saknar kolumnen.
rule--column_unreadable = Kolumnen är lagrad som en typ som inte läses.
rule--crs_missing = Varken filen eller projektet anger koordinatsystem.
rule--crs_unusable = Det går inte att räkna om från koordinatsystemet.
rule--quote_unclosed = Ett citattecken är inte avslutat och slukar raderna efter det.
rule--row_blank = Raden är tom och utelämnades.
    .outcome = används inte
rule--row_width = Raden har ett annat antal fält än rubriken: saknade räknas som tomma, med för många användes den inte.
    .outcome = saknade fält är tomma; med för många används raden inte
rule--id_missing = Raden saknar id och användes inte.
    .outcome = används inte
rule--id_duplicate = Två rader har samma id.
rule--number_unreadable = Fältet går inte att läsa som tal och räknas som okänt.
    .outcome = används; fältet är okänt
rule--number_out_of_range = Talet kan inte stämma och räknas som okänt.
    .outcome = används; fältet är okänt
rule--value_unknown = Fältet har ett okänt ord och räknas som okänt.
    .outcome = används, med fältet okänt; ett område i `[[fixed]]` utan status används inte
rule--kind_unknown = Verksamhetstypen är okänd och räknas som övrigt.
    .outcome = används som typen `other`
rule--text_formula = Texten skulle tolkas som en formel; i CSV skrivs den efter en apostrof.
    .outcome = används; bara hur texten skrivs eller visas ändras
rule--text_line_break = Texten har en radbrytning; kartor och rapport visar mellanslag.
    .outcome = används; bara hur texten skrivs eller visas ändras
rule--text_too_long = Ett fält är längre än någon text.
rule--zero_or_blank = Tal är 0 i ett format som lagrar tomt som 0.
    .outcome = räknas som okända
rule--coordinate_missing = Raden saknar användbara koordinater och behålls utan plats.
    .outcome = används, utan plats
rule--coordinate_zero = Båda koordinaterna är noll; raden behålls utan plats.
    .outcome = används, utan plats
rule--coordinate_swapped = Koordinaterna stämmer bara om x och y byter plats; raden behålls utan plats.
    .outcome = används, utan plats
rule--coordinates_swapped = De flesta rader har x och y omkastade.
rule--coordinates_unreadable = De flesta rader har koordinater som inte går att läsa eller använda.
rule--coordinate_outside_extent = Verksamheten ligger utanför koordinatsystemets område; raden behålls utan plats.
    .outcome = används, utan plats
rule--geometry_missing = Raden saknar geometri och användes inte.
    .outcome = används inte
rule--geometry_wrong_kind = Raden har fel slags geometri och användes inte.
    .outcome = används inte; en kabel används och ritas rak
rule--geometry_not_polygons = Ingen rad har en yta.
rule--geometry_repaired = Ytan korsar eller överlappar sig själv, eller har annat än ytor i sig; den reparerades.
    .outcome = används som reparerad
rule--geometry_changed = Ytan korsar sig själv, eller delar av den överlappar; reparationen ändrade den mycket.
    .outcome = används som reparerad; se efter att ytan är den som avses
rule--geometry_unusable = Geometrin går inte att laga eller räkna om; raden användes inte.
    .outcome = används inte
rule--geometry_reduced = Verksamheten är ritad som mer än en punkt; en punkt i den används.
    .outcome = används som reparerad
rule--layer_elsewhere = Inget i filen ligger i eller nära någon kommun i projektet.
    .outcome = används; det säger inget om någon verksamhet i projektet
rule--layer_not_complete = Rader i ett lager som anges vara fullständigt användes inte; utanför det räknas som okänt.
    .outcome = används, och utanför räknas som okänt
rule--municipality_code_padded = Koden hade tappat sin inledande nolla, som sattes tillbaka.
    .outcome = används som reparerad
rule--municipality_merged = Flera rader har samma kod; deras ytor lades ihop.
    .outcome = används, tillsammans med den tidigare
rule--municipality_overlap = Två kommuner överlappar; en verksamhet i båda räknas till den med lägst kod.
    .outcome = båda används
rule--municipality_selection = En utvald kommun finns inte i filen.
rule--site_outside_municipalities = Verksamheten ligger inte i någon kommun och räknas inte till någon.
    .outcome = används; verksamheten räknas inte till någon kommun
rule--site_nearest_municipality = Verksamheten ligger utanför alla ytor och fördes till den närmaste.
    .outcome = används; verksamheten räknas till den närmaste kommunen
rule--site_municipality_mismatch = Registret anger en annan kommun än den som läget anger.
    .outcome = används; läget avgör
rule--site_municipality_stated = Verksamheten saknar läge; kommunen är den som registret anger.
    .outcome = används; verksamheten räknas till den uppgivna kommunen
rule--rate_without_connection = Registret anger hastigheten på en anslutning som verksamheten inte säkert har.
    .outcome = används; hastigheten räknas bara där anslutningen är okänd, och då bara mot den
rule--raster_no_georeference = Rastret anger inte var det ligger.
rule--raster_bands = Rastret har flera band.
    .outcome = det första bandet används
rule--raster_value_impossible = Verksamheter ligger i celler vars värde inte kan stämma.
    .outcome = räknas som okänt
rule--raster_no_data = Verksamheter ligger i celler utan värde eller utanför rastret.
    .outcome = används; räknas som utan täckning där lagret är fullständigt, annars som okänt
rule--network_unreadable = Filen är inte ett OFDS-paket.
rule--network_core_missing = Ingen nod är en kärnnod, så inget kan nås.
rule--network_core_unknown = En nod som anges som kärnnod finns inte i nätet.
rule--network_without_nodes = Ett nät i paketet saknar lista över noder, så inget av det används.
    .outcome = används inte
rule--network_without_spans = Ett nät saknar lista över kablar, så ingen av dess noder når en annan.
    .outcome = används
rule--node_without_place = Noden saknar läge; ingen verksamhet ansluts till den efter avstånd.
    .outcome = används; nås bara med namn och över kablar
rule--status_missing = Noder eller kablar anger ingen status.
    .outcome = används; missing_status säger om de för trafik
rule--status_unknown = Statusen är ingen kod i Open Fibre Data Standard.
    .outcome = används; den för ingen trafik
rule--node_not_in_service = Noden är inte i drift och för ingen trafik.
    .outcome = används; den för ingen trafik
rule--span_not_in_service = Kabeln är inte i drift och för ingen trafik.
    .outcome = används; den för ingen trafik
rule--span_end_missing = En ände saknar nod; kabeln användes inte.
    .outcome = används inte
rule--span_end_snapped = En ände fördes till noden den är ritad vid.
    .outcome = används som reparerad
rule--span_loop = Kabeln börjar och slutar i samma nod.
    .outcome = används; den leder ingenstans
rule--span_end_far = En ände är ritad långt från sin nod; noden gäller.
    .outcome = används; den slutar vid noden den anger
rule--span_reversed = Sträckningen är ritad från slut till start och vändes.
    .outcome = används som reparerad
rule--network_not_reached = Delar av nätet saknar väg till en kärnnod.
    .outcome = används; det som hänger på dem är avskuret
rule--site_node_not_reached = Noden som verksamheten hänger på saknar väg till en kärnnod.
    .outcome = används; nätet når inte verksamheten
rule--trench_column_empty = Ingen kabel har ett värde i egenskapen som anger schakt.
    .outcome = inget schakt uppges av den
rule--trench_span_unknown = Kabeln som anges ligga i ett schakt finns inte i nätet; raden användes inte.
    .outcome = används inte
rule--trench_of_one_span = Bara en kabel anges ligga i schaktet, vilket inte säger mer än kabeln.
    .outcome = ingen egen del av nätet
rule--trench_declared_apart = Kablar är ritade tillsammans men uppgivna i skilda schakt; uppgiften gäller.
    .outcome = används inte: inget schakt görs av det ritade
rule--trench_without_routes = Kablar utan ritad sträckning är inte med när schakt söks.
    .outcome = används; de är inte med när delade schakt söks
rule--power_node_unknown = Noden finns inte i nätet; raden användes inte.
    .outcome = används inte
rule--power_conflict = Två rader anger olika uppgifter för samma nod; den sämre gäller.
    .outcome = används med den sämre av de två
rule--mast_node_unknown = Noden som masten hänger på finns inte i nätet; vad masten beror på är okänt.
    .outcome = används; vad masten beror på är okänt
rule--mast_unknown = Ett mobillager anger en mast som inte finns i mastlistan.
    .outcome = används som täckning; dess mast är okänd
rule--site_node_unknown = Noden som verksamheten anger finns inte i nätet.
    .outcome = används; verksamheten ansluts till närmaste nod inom räckhåll, om någon finns
rule--column_not_used = Tabellen har kolumner som ramverket inte nämner.
    .outcome = kolumnen används inte
rule--bounds_unusable = Värdet ligger inte mellan sina gränser och räknas som okänt.
    .outcome = räknas som okänt
rule--unit_unknown = Raden gäller en kommun som inte ingår i projektet; den användes inte.
    .outcome = används inte
rule--indicator_unknown = Ramverket nämner en indikator som varken beräknas eller finns i någon tabell.
rule--column_taken = En grupp eller indikator i ramverket heter som en kolumn som en tabell redan har.
rule--indicator_direction = Alla beräknade indikatorer är bättre ju högre de är.
rule--indicator_twice = Två tabeller har samma indikator, eller en som beräknas.
rule--value_missing = Värdet saknas, och ramverket säger missing = "fail".
rule--value_not_positive = Värdet är inte större än 0, och skalan är logaritmisk.
rule--goalposts_equal = Målvärdena är observerade, och tabellen saknar två olika värden.
rule--value_outside_goalposts = Värdet ligger utanför målvärdena och räknas som det närmaste.
    .outcome = används som det närmaste målvärdet
rule--one_unit = Det finns bara en enhet: dess rang säger inget.
    .outcome = används; den får rang 1 av 1
rule--persons_assumed = Verksamheter vägs efter personer, och för några är antalet okänt: de väger som medel för sin typ.
    .outcome = används med medel för sin typ
rule--scenario_name_unknown = Scenariot nämner något som inte finns i projektet; det utelämnades.
    .outcome = används inte; resten av scenariot används
rule--scenario_area_empty = Inget av det som scenariot frågar efter finns i dess område.
    .outcome = används; det gör att inget faller bort
rule--not_used_yet = Inställningen används inte av den här versionen.
    .outcome = inställningen har ingen verkan

## Anmärkningar: filer och tabeller

finding-not-read = det går inte att läsa { $file }: { $cause }
finding-it-not-read = det går inte att läsa den: { $cause }
finding-is-directory = är en mapp
finding-no-file = är ingen vanlig fil
finding-no-parquet = går inte att läsa som Parquet: { $cause }
finding-no-raster = GDAL kan inte öppna den som raster: { $cause }
finding-no-vector = GDAL kan inte öppna den som vektorfil: { $cause }
finding-unknown-format = den har inget format som läses
finding-layer-damaged = lagret går inte att läsa: { $cause }
finding-no-band = inget första band: { $cause }
finding-raster-damaged = skadat raster: { $cause }
finding-raster-picture = rastret är en bild: banden är färger, inte hastigheter eller signalstyrkor
finding-raster-bands = rastret har { $count } band; det första används
finding-grid-number = skadat raster: inte ett tal
finding-grid-header = skadat raster: huvudet måste ange detta, som ett tal som kan stämma
finding-grid-short = skadat raster: det slutar på den här raden; huvudet anger { $height } rader med { $width } celler
finding-grid-long = skadat raster: det innehåller mer än de { $height } rader med { $width } celler som huvudet anger
finding-file-elsewhere = filen hänvisar till andra filer som inte hör till den, och de öppnas inte
finding-file-too-large = filen är på { $mb } MB; text läses upp till { $most } MB
finding-text-too-long = fältet är på { $mb } MB; fält läses upp till { $most } MB
finding-zero-or-blank = { $count } tal är 0, vilket också är hur formatet (MapInfo) lagrar tomt; de räknas som okända
finding-no-json = går inte att läsa som JSON: { $cause }
finding-file-empty = filen är tom
finding-no-rows = filen har inga rader som går att använda
finding-no-such-layer = lagret finns inte; filen har: { $layers }
finding-several-layers = filen har { $count } lager: { $layers }
finding-no-such-column = kolumnen finns inte; filen har: { $columns }
finding-column-type = lagrad som { $stored }, vilket varken är text eller tal
finding-column-twice = flera kolumner heter så
finding-no-crs = filen säger inte vilket koordinatsystem den har
finding-crs-unknown = ”{ $crs }” är inget koordinatsystem som PROJ känner till
finding-no-database = PROJ hittar inte sin databas över koordinatsystem (proj.db): installera den (i Debian proj-data), eller ange dess mapp i miljövariabeln PROJ_DATA
finding-crs-degrees = ”{ $crs }” ({ $name }) räknar i grader; det som beräkningen görs i måste vara projicerat, i meter, som EPSG:3006 (SWEREF 99 TM)
finding-crs-unit = ”{ $crs }” ({ $name }) räknar i { $unit }; det som beräkningen görs i måste vara i meter
finding-crs-no-way = det går inte att räkna om från { $from } till { $to }: { $cause }
finding-unreadable-as = filen är märkt som { $encoding } men går inte att läsa som det
finding-no-text = filen innehåller byte som inte är text
finding-encoding-guessed = texten är inte UTF-8 och lästes som Windows-1252
finding-encoding-mixed =
    { $count ->
        [one] { $count } rad är inte UTF-8 som resten; läst som Windows-1252: { $lines }
       *[other] { $count } rader är inte UTF-8 som resten; lästa som Windows-1252: { $lines }
    }
finding-quote-unclosed = raden sträcker sig över { $lines } textrader
finding-row-blank = tom rad utelämnades
finding-row-too-wide = raden har { $width } fält och rubriken { $wanted }, så det går inte att se vad som är vad; användes inte
finding-row-too-narrow = raden har { $width } fält och rubriken { $wanted }; de sista räknas som tomma
finding-no-number = inte ett tal; räknas som okänt
finding-number-two-ways = kan läsas som { $decimals } eller som { $thousands }; räknas som okänt
finding-number-bound = en gräns och inte ett tal; räknas som okänt
finding-impossible = detta kan inte stämma; räknas som okänt
finding-no-yes-no = varken ja eller nej; räknas som okänt

## Anmärkningar: id

finding-no-id = inget id; raden användes inte
finding-no-id-of = inget { $column }; raden användes inte
finding-no-id-of-element = inget id; användes inte
finding-no-code = ingen kommunkod; användes inte
finding-no-ids = ingen rad har ett id
finding-same-id = rad { $row } har samma id
finding-id-in-file = samma id finns i { $file }, rad { $row }
finding-two-masts = två master har detta id
finding-node-id-twice = nod { $row } i listan har också detta id
finding-span-id-twice = kabel { $row } i listan har också detta id
finding-node-twice = nod-id ”{ $id }” finns två gånger
finding-span-twice = kabel-id ”{ $id }” finns två gånger
finding-network-broken = nätet går inte att sätta samman: { $cause }
finding-same-municipality = rad { $row } gäller samma kommun

## Anmärkningar: platser

finding-place-blank = tomt; behålls utan plats
finding-place-no-number = inte ett tal; behålls utan plats
finding-place-not-finite = inget ändligt tal; behålls utan plats
finding-place-no-geometry = ingen geometri; behålls utan plats
finding-place-no-point = en geometri utan någon punkt i sig; behålls utan plats
finding-place-reduced = ritad som mer än en punkt; en punkt i den används
finding-place-zero = noll och noll är ingen plats; behålls utan plats
finding-place-swapped = stämmer bara om x och y byter plats; behålls utan plats
finding-place-outside = utanför koordinatsystemets område; behålls utan plats
finding-most-swapped = { $count } av { $all } rader har x och y omkastade
finding-most-unreadable = { $count } av { $all } rader har koordinater som inte är tal, eller är noll
finding-most-outside = { $count } av { $all } rader ligger utanför koordinatsystemets område
finding-no-coordinates = filen har ingen geometri och projektet nämner inga koordinatkolumner

## Anmärkningar: områden och lager

finding-no-geometry = ingen geometri; användes inte
finding-no-polygon = en yta behövs; användes inte
finding-only-polygons = bara ytorna i en blandad geometri används
finding-area-swapped = stämmer bara om x och y byter plats; användes inte
finding-area-repaired = ytan korsar sig själv, eller delar av den överlappar; reparerad till det som den täcker, vilket ändrade { $area } m²
finding-area-unusable = innesluter inget, går inte att laga eller går inte att räkna om till koordinatsystemet; användes inte
finding-not-complete = { $unused } av { $rows } rader användes inte; utanför lagret räknas som okänt
finding-table-no-area = en tabell utan ytor är inget område
finding-no-area = ingen rad går att använda som område
finding-table-no-fixed = en tabell utan ytor säger inget om enskilda verksamheter
finding-no-fixed-area = ingen rad går att använda som område med fast täckning
finding-no-mobile-area = ingen rad går att använda som område med mobiltäckning
finding-no-municipality-area = ingen rad går att använda som en kommuns område
finding-no-status = ingen status; raden användes inte
finding-elsewhere = inget område i lagret berör någon kommun i projektet
finding-no-georeference = rastret säger inte var dess celler ligger
finding-cells-not-covered =
    { $count ->
        [one] { $count } verksamhet ligger i en cell utan värde, vilket räknas som utan täckning
       *[other] { $count } verksamheter ligger i celler utan värde, vilket räknas som utan täckning
    }
finding-cells-unknown =
    { $count ->
        [one] { $count } verksamhet ligger i en cell utan värde, vilket räknas som okänt
       *[other] { $count } verksamheter ligger i celler utan värde, vilket räknas som okänt
    }
finding-outside-not-covered =
    { $count ->
        [one] { $count } verksamhet ligger utanför rastret, vilket räknas som utan täckning
       *[other] { $count } verksamheter ligger utanför rastret, vilket räknas som utan täckning
    }
finding-outside-unknown =
    { $count ->
        [one] { $count } verksamhet ligger utanför rastret, vilket räknas som okänt
       *[other] { $count } verksamheter ligger utanför rastret, vilket räknas som okänt
    }
finding-raster-elsewhere = alla verksamheter ligger utanför rastret
finding-elsewhere-places = inget i filen ligger i någon kommun i projektet, eller inom { $km } km från en
finding-cells-impossible =
    { $count ->
        [one] { $count } verksamhet ligger i en cell vars värde inte kan stämma
       *[other] { $count } verksamheter ligger i celler vars värde inte kan stämma
    }

## Anmärkningar: kommuner och verksamheter

finding-code-padded = läst som { $code }
finding-site-code-padded = verksamhet { $site }: läst som { $code }
finding-merged = ett område till för { $code }
finding-no-such-code = ingen användbar rad har denna kod
finding-overlap = { $one } och { $other } överlappar med { $area } km²; en verksamhet i båda räknas till { $code }
finding-nearest = verksamhet { $site } ligger { $distance } utanför alla kommuner och fördes till { $municipality }
finding-in-none = verksamhet { $site } ligger inte i någon kommun och räknas inte till någon
finding-mismatch = verksamhet { $site } ligger i { $municipality }, inte i { $stated }; läget gäller
finding-stated = verksamhet { $site } saknar läge och räknas till { $stated }, som registret anger
finding-nowhere = verksamhet { $site } saknar läge och känd kommun, och räknas inte till någon
finding-kind = räknas som övrigt
finding-formula = ett kalkylblad skulle köra detta; i CSV står det efter en apostrof
finding-line-break = kartor och rapporter visar ett mellanslag
finding-rate-but-no = verksamhet { $site } har hastigheten { $rate }, och registret säger att den inte är ansluten; hastigheten användes inte
finding-rate-alone = verksamhet { $site } har hastigheten { $rate }, och inget säger att den är ansluten; hastigheten utesluter bara det som är snabbare
finding-rate-but-status = verksamhet { $site } har hastigheten { $rate }, och enligt lagren är dess status { $status }; hastigheten användes inte

## Anmärkningar: nätet

finding-no-networks = ingen lista `networks`
finding-no-features = ingen GeoJSON-samling av objekt
finding-no-node-list = ett nät har ingen lista `nodes`
finding-no-span-list = ett nät har ingen lista `spans`
finding-package-empty = paketet har inga noder
finding-no-core-id = ingen nod har detta id
finding-no-core-type = ingen nod är av denna typ
finding-no-core = ingen nod är en kärnnod, så inget kan nås
finding-core-not-in-service = ingen kärnnod är i drift, så inget kan nås
finding-node-no-place = nod { $node }: { $why }
finding-node-no-position = inget läge; verksamheter kan bara anslutas till den med namn
finding-node-not-finite = läget är inget par av tal
finding-node-zero = noll och noll är inget läge
finding-node-swapped = läget stämmer bara som latitud före longitud
finding-node-outside = läget är utanför koordinatsystemets område
finding-no-positions = ingen av { $count } noder har ett användbart läge; kablar förbinder dem bara med id
finding-status-unknown = ingen status i standarden; antas vara ur drift
finding-status-missing-in = { $count } av { $all } anger ingen status; de räknas som i drift
finding-status-missing-out = { $count } av { $all } anger ingen status; de räknas som ur drift
finding-node-off = nod { $node } är inte i drift och för ingen trafik
finding-span-off = kabel { $span } är inte i drift och för ingen trafik
finding-no-route = kabel { $span }: sträckningen är ingen användbar linje; den ritas rak
finding-route-reversed = kabel { $span }: sträckningen är ritad från slut till start
finding-start-far = kabel { $span }: starten är ritad { $distance } från nod { $node }; noden gäller
finding-end-far = kabel { $span }: slutet är ritat { $distance } från nod { $node }; noden gäller
finding-snapped = kabel { $span }: noden finns inte; förd till { $node }, där den är ritad
finding-start-unknown = kabel { $span }: noden vid starten finns inte i nätet; kabeln användes inte
finding-end-unknown = kabel { $span }: noden vid slutet finns inte i nätet; kabeln användes inte
finding-start-missing = kabel { $span }: noden vid starten saknas; kabeln användes inte
finding-end-missing = kabel { $span }: noden vid slutet saknas; kabeln användes inte
finding-loop = kabel { $span } börjar och slutar i samma nod
finding-not-reached = { $count } av { $all } noder saknar väg till en kärnnod, bland dem { $node }
finding-site-not-reached = verksamhet { $site }: nod { $node }, som den hänger på, saknar väg till en kärnnod, så nätet når den inte
finding-site-node-instead = verksamhet { $site }: ingen nod i nätet har detta id; ansluten till närmaste nod, { $node }
finding-site-node-none = verksamhet { $site }: ingen nod i nätet har detta id; inte ansluten
finding-mast-node = mast { $mast }: ingen nod i nätet har detta id; vad masten beror på räknas som okänt
finding-mast = ingen mastlista har detta id; vad masten beror på är okänt
finding-row-node = ingen nod i nätet har detta id; raden användes inte
finding-nothing-of-power = inget om el; filen har: { $columns }
finding-battery-conflict = nod { $node }: en annan rad säger { $hours }; det lägre gäller
finding-power-conflict = nod { $node }: en annan rad säger motsatsen; den behöver el
finding-trench-column = ingen kabel har ett värde i denna egenskap
finding-trench-span = schakt { $trench }: ingen kabel i nätet har detta id; raden användes inte
finding-trench-one = bara kabel { $span } anges ligga i schaktet, så det säger inte mer än kabeln; användes inte
finding-trench-apart = dessa kablar är ritade tillsammans i { $length }, men inget uppgivet schakt har alla; uppgiften gäller
finding-no-routes = { $count } av { $all } kablar saknar ritad sträckning; om de delar schakt är inte känt

## Anmärkningar: indikatorer och poäng

finding-columns-not-used = ramverket nämner ingen indikator { $columns }
finding-bounds = det ska ligga mellan { $low } och { $high }; det räknas som okänt
finding-value-blank = tomt
finding-unit = ingen kommun i projektet har denna kod
finding-computed-already = beredd beräknar den redan
finding-in-table-already = en annan tabell har den redan
finding-indicator = varken beräknad eller i någon tabell under [[indicators]]
finding-direction = beredd beräknar den, och mer av den är bättre
finding-column-taken = en tabell i resultatet har redan en kolumn som heter så
finding-one-value = observerade målvärden kräver två olika värden; tabellens enda värde är { $value }
finding-no-value = observerade målvärden kräver två olika värden; tabellen har inget värde
finding-not-positive = en logaritmisk skala kräver värden över 0
finding-value-missing = tomt, och ramverket säger missing = "fail"
finding-clamped = utanför målvärdena { $low } och { $high }; det räknas som { $score }
finding-persons =
    { $count ->
        [one] { $count } verksamhet anger inte antalet personer
       *[other] { $count } verksamheter anger inte antalet personer
    }
finding-one-unit = dess rang är 1 av 1, vilken poäng den än har
finding-column-needed = kolumnen finns inte, och ramverket behöver den
finding-columns-empty = ingen av kolumnerna för ramverkets indikatorer har ett värde

## Anmärkningar: scenariot och projektet

finding-no-provider = ingen nod eller kabel har denna leverantör
finding-no-operator = ingen mast tillhör denna operatör eller detta radionät
finding-no-feed = ingen elmatning har detta id
finding-no-element = inget av slaget { $kind } i projektet har detta id
finding-nothing-in-area = ingen nod, mast, kabel eller schakt av de slag som efterfrågas finns i området
finding-not-used-yet = { $setting } förstås, men den här versionen gör inget med det

## Råd

hint-near-setting = menades { $key } = "{ $near }"?
hint-near = menades { $near }?
hint-near-quoted = menades "{ $near }"?
hint-column = ange någon av kolumnerna i `{ $key }`
hint-status-codes = skriv något av { $codes }
hint-missing-status = missing_status i [network] säger vad de räknas som
hint-column-names = ge varje kolumn ett eget namn
hint-column-type = lagra den som text, tal eller sant och falskt, eller namnge en annan kolumn
hint-crs = ange crs = "EPSG:…" i dess avsnitt; EPSG:3006 är SWEREF 99 TM, EPSG:4326 är longitud och latitud
hint-network-crs = utelämna `crs` i nätet om det är longitud och latitud
hint-decimal = ange decimal = ","
hint-decimal-here = ange decimal = "," i detta avsnitt
hint-sign-stated = ange decimal = "." eller decimal = "," i detta avsnitt, eller skriv talet utan tecken mellan tusental
hint-sign-in-table = skriv tusental utan tecken emellan, och annat än tre decimaler
hint-number-alone = skriv bara talet: { $number }
hint-number-bound = skriv det tal som är säkert, eller lämna det tomt
hint-yes-no = skriv yes, no, ja, nej, true, false, 1, 0 eller lämna det tomt
hint-empty = utelämna avsnittet om det inte finns något att säga; en tom fil är inte detsamma som ingen
hint-parquet = filer som slutar på .parquet måste vara Parquet eller GeoParquet
hint-raster = utelämna `raster` om filen har ytor
hint-formats = spara den som GeoPackage, till exempel i QGIS; CSV och Parquet känns igen på ändelsen, Shapefile, GeoJSON, FlatGeobuf, KML, MapInfo, DXF, Excel och ODS på innehållet
hint-layer = ange ett av dem med layer = "…"
hint-paths = sökvägar räknas från projektfilen
hint-separator = en text som innehåller skiljetecknet måste stå inom citattecken
hint-zero-or-blank = exportera lagret som GeoPackage, som skiljer tomt från 0
hint-quote = avsluta citattecknet som öppnas på raden, eller ta bort det
hint-utf8 = spara filen på nytt som CSV UTF-8
hint-encoding = kontrollera å, ä och ö i resultatet, eller spara filen som CSV UTF-8
hint-zero = lämna båda tomma där platsen inte är känd
hint-x-and-y = x är longitud eller östlig koordinat, y är latitud eller nordlig
hint-check-crs = kontrollera koordinaterna och avsnittets crs
hint-swap = låt `x` nämna kolumnen med longitud eller östlig koordinat och `y` den med latitud eller nordlig
hint-decimal-or-columns = ange decimal = "," om filen skriver 12,5, och kontrollera `x` och `y`
hint-both-crs = kontrollera `crs` i detta avsnitt och i [region]
hint-area-crs = kontrollera avsnittets `crs`; x är longitud eller östlig koordinat
hint-polygon = rita det som en yta
hint-mend-rows = rätta raderna som de andra anmärkningarna nämner
hint-fixed-polygons = fast täckning kräver ytor; det man vet om en verksamhet anges i dess kolumn `connected`
hint-fixed-crs = fast täckning måste vara ytor; om den är det, kontrollera `crs`
hint-municipality-crs = kommuner måste vara ytor; om de är det, kontrollera `crs`
hint-mobile-raster = för ett raster, ange raster = {"{"} unit = "mbps" {"}"} eller {"{"} unit = "dbm", … {"}"}
hint-status = skriv connected, passed eller planned
hint-layer-crs = kontrollera avsnittets `crs`, eller utelämna filen
hint-world-file = lägg en världsfil bredvid, eller spara det med georeferens (GeoTIFF)
hint-raster-picture = använd det raster som bilden ritades från
hint-file-elsewhere = kopiera innehållet till en enda fil, till exempel som GeoPackage i QGIS
hint-damaged = spara rastret på nytt därifrån det kommer, eller hämta det igen
hint-limits = ange en vanlig fil; en stor tabell blir mindre som Parquet, och ett stort lager som GeoPackage
hint-nodata = ange i filen vilket värde tomma celler har (nodata), och kontrollera `unit`
hint-unit-once = varje enhet anges en gång; ta bort den andra raden
hint-municipality-once = varje kommun anges en gång; ta bort den andra raden
hint-site-id = ge varje verksamhet ett eget id
hint-site-id-once = varje verksamhet behöver ett eget id; ta bort kopian, eller lägg till typen i id:t
hint-mast-id-once = varje mast behöver ett eget id; ta bort kopian
hint-node-id-once = varje nod behöver ett eget id, bland alla nät i filen
hint-span-id-once = varje kabel behöver ett eget id, bland alla nät i filen
hint-codes-text = spara kommunkoder som text
hint-codes-digits = koder är text med fyra siffror, som "0114"
hint-four-digits = fyra siffror, som 1421; ta bort rader om andra
hint-nearest = höj municipalities.nearest_within_m, eller använd noggrannare gränser
hint-where = ange `x`, `y` och `crs`, eller åtminstone `municipality` eller `network_node`
hint-kind = översätt det: kind_map = {"{"} "{ $word }" = "school" {"}"}
hint-formula = kontrollera var texten kommer ifrån
hint-rate-or-no = rätta det som är fel: hastigheten, eller nejet
hint-connected = om den är ansluten, ange det i en kolumn och nämn den som `connected`
hint-node-as-written = skriv id:t som nätet skriver det
hint-node-or-blank = skriv id:t som nätet skriver det, eller lämna fältet tomt
hint-mast-as-written = skriv id:t som mastlistan skriver det
hint-power-columns = kolumnerna power_feed, battery_h (timmar) och needs_power (yes eller no) bredvid node_id
hint-trench-column = nämn den egenskap hos kablarna som har schaktets id
hint-trench = uppge ett schakt för dem om de faktiskt ligger tillsammans
hint-span-or-core = om verksamheten ändå har tjänst saknar nätet en kabel eller en kärnnod
hint-core-of-part = en del av ett nät som nås behöver en egen kärnnod, eller kabeln som förbinder den
hint-draw-span = rita kabeln till sin nod, eller ange noden den är ritad till
hint-snap-project = ange noden, rita kabeln till inom { $metres } m från den, eller höj network.snap_within_m
hint-snap = ange noden, eller rita kabeln till inom { $metres } m från den
hint-core-project = ange core = {"{"} types = […] {"}"} eller core = {"{"} ids = […] {"}"}; { $candidates }
hint-core = ange kärnnoder med --core ID, eller alla av en typ med --core-type TYPE; { $candidates }
hint-form-project = [network] läser ett OFDS-paket i JSON, eller `nodes` och `spans` som OFDS GeoJSON
hint-form-no-project = NETWORK är ett OFDS-paket i JSON; en projektfil är till `beredd run`
hint-form = NETWORK är ett OFDS-paket i JSON, eller med --spans FIL noderna i OFDS GeoJSON
hint-package-project = ett OFDS-paket är {"{"} "networks": [ {"{"} "nodes": […], "spans": […] {"}"} ] {"}"}
hint-package = ett OFDS-paket är {"{"} "networks": [ {"{"} "nodes": […], "spans": […] {"}"} ] {"}"}; för GeoJSON, som har noder och kablar i två filer, ange kablarna med --spans FIL
hint-other-nodes = dess kablar kan bara förbinda noder i filens andra nät
hint-empty-spans = skriv "spans": [] om det inte finns några
hint-package-links = noder och kablar måste stå i filen: om den bara länkar till dem, hämta dem dit, eller använd GeoJSON-filerna
hint-one-file = ett JSON-paket är en fil: utelämna --spans
hint-use-column = lägg till en [[indicator]] med det id:t i ramverket för att använda den
hint-bounds = { $id }_low ≤ { $id } ≤ { $id }_high
hint-own-name = ge kolumnen, och dess [[indicator]], ett eget namn
hint-indicator = nämn en kolumn i en tabell under [[indicators]], eller någon av { $computed }
hint-direction = utelämna `better`, eller ange better = "higher"
hint-other-id = ge gruppen eller indikatorn ett annat id
hint-goalposts = ange målvärdena som två tal, som [0.0, 1.0]
hint-scale = ange scale = "linear", eller lämna cellen tom där värdet inte är känt
hint-missing = fyll i det, eller ange missing = "interval"
hint-clamped = kontrollera kolumnens enhet; eller flytta målvärdena
hint-persons = ange `persons` för varje verksamhet, eller väg efter verksamheter
hint-one-unit = lägg till enheterna den ska jämföras med
hint-column-needed = lägg till kolumnen; eller ta bort [[indicator]] ur ramverket
hint-fill-in = fyll i minst en av dem
hint-area = kontrollera området och dess `crs`

## Vad som kan vara nätets kärna

candidates-no-types = ingen nod anger en typ
candidates-types = typer i filen: { $types }
candidates-types-more = typer i filen: { $types } och { $count } till
candidates-all = { $types }; noder med flest kablar: { $nodes }
candidates-node = { $node } ({ $spans } kablar)

## Inbyggda digitala tjänster

service--administration = Verksamhetssystem och e-post
    .source = 10 Mbit/s: funktionellt tillträde till internet (samhällsomfattande tjänst 2018)
service--digital_exams = Digitala nationella prov
    .source = 1 Mbit/s per elev: norska provtjänstens krav; Skolverket anger inget tal
service--learning_platform = Lärplattform och digitala läromedel
    .source = 0,1 Mbit/s per elev: FCC och SETDA, mål på kort sikt
service--video_conference = Videomöte i hög upplösning
    .source = 6 Mbit/s: FCC Broadband Speed Guide
service--video_visits = Videobesök i vård och omsorg
    .source = 10 Mbit/s: US ONC 2019 för vårdhem; reservväg är ett antagande
service--remote_monitoring = Egenmonitorering och sensorer
    .source = 4 Mbit/s: US ONC 2019; reservväg är ett antagande
service--safety_alarms = Trygghetslarm
    .source = antagande: lite data, ska alltid fungera (SKR); kommunen sätter kraven
service--night_supervision = Digital tillsyn på natten
    .source = antagande: bild några gånger per natt, personal inom 15–45 min vid avbrott (SKR)

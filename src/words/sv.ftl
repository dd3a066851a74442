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
    .plural = master
element-kind--node = nod
    .the = noden
    .plural = noder
element-kind--power_feed = elmatning
    .the = elmatningen
    .plural = elmatningar
element-kind--span = kabel
    .the = kabeln
    .plural = kablar
element-kind--trench = schakt
    .the = schaktet
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
readiness--at_risk = sårbar
    .long = fungerar i dag men är sårbar
    .long-plural = fungerar i dag men är sårbara
readiness--not_ready = inte redo
    .long = inte redo
    .long-plural = inte redo
readiness--unknown = okänt
    .long = går inte att avgöra
    .long-plural = går inte att avgöra

need--fixed = fast anslutning
need--download = hastighet
need--single_points = inga enskilda punkter
need--fallback = reservväg
need--endurance = uthållighet

measure--connect = anslut med 1 Gbit/s
measure--gigabit = höj till 1 Gbit/s
measure--mobile = ett mobilnät till
measure--second_way = en andra framföring
measure--backup_power = reservkraft 24 timmar
measure--second_feed = en andra elmatning

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
holder--network_owner = nätägaren
holder--mobile_operator = mobiloperatörerna
holder--mast_owner = mastägarna
holder--grid_owner = elnätsföretaget
holder--municipality = kommunen

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
flag--municipality_mismatch = annan kommun än i registret
flag--no_backup_power = ingen reservkraft
flag--no_fallback = ingen reservväg
flag--outside_municipalities = utanför kommunerna
flag--shared_fallback = reservvägen delas
flag--spof_access = en enda anslutningspunkt
flag--spof_network = en enda punkt i nätet
flag--spof_power = en enda elmatning
flag--spof_trench = ett enda schakt
flag--unconnected = utan fast anslutning
flag--unknown_connection = okänd anslutning

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

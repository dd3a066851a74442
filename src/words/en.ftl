# English words. One line for each; what stands behind a number sign is for the reader.

## Numbers

number-decimal = .
number-thousands = ,
percent = { $points }%
rate = { $rate } Mbit/s
hours =
    { $hours ->
        [one] { $hours } hour
       *[other] { $hours } hours
    }
length-metres = { $metres } m
length-kilometres = { $kilometres } km

## Lists

list-and = { $first } and { $last }
list-or = { $first } or { $last }
list-more = { $count } more

## Codes: what stands in a cell, and its word

knowledge--yes = yes
knowledge--no = no
knowledge--unknown = unknown

site-kind--school = school
    .a = a school
    .the = the school
    .plural = schools
site-kind--preschool = preschool
    .a = a preschool
    .the = the preschool
    .plural = preschools
site-kind--care_home = care home
    .a = a care home
    .the = the care home
    .plural = care homes
site-kind--health_centre = health centre
    .a = a health centre
    .the = the health centre
    .plural = health centres
site-kind--other = other site
    .a = a site of another kind
    .the = the site
    .plural = other sites

element-kind--mast = mast
    .the = the mast
    .it = it
    .plural = masts
element-kind--node = node
    .the = the node
    .it = it
    .plural = nodes
element-kind--power_feed = power feed
    .the = the power feed
    .it = it
    .plural = power feeds
element-kind--span = cable
    .the = the cable
    .it = it
    .plural = cables
element-kind--trench = trench
    .the = the trench
    .it = it
    .plural = trenches

fixed-status--connected = connected
fixed-status--passed = passed
fixed-status--planned = planned
fixed-status--none = none
fixed-status--unknown = unknown

network-status--reached = reached
network-status--cut_off = cut off
network-status--not_attached = not attached
network-status--unknown = unknown

stage--access = the access
stage--network = the network

effect--fixed = fixed service
effect--all = every service
effect--unknown = unknown

fallback--independent = independent
fallback--shared = shared
fallback--none = none
fallback--unknown = unknown

fallback-needed--none = none
fallback-needed--any = any
fallback-needed--independent = independent

municipality-match--inside = by its place
municipality-match--nearest = the nearest
municipality-match--none = none

reach-basis--layer = coverage layer
reach-basis--range = range
reach-basis--assumed = assumed

readiness--ready = ready
    .long = ready
    .long-plural = ready
    .in-plot = ready
readiness--at_risk = at risk
    .long = works today, but at risk
    .long-plural = work today, but at risk
    .in-plot = at risk: works today without a needed backup
readiness--not_ready = not ready
    .long = not ready
    .long-plural = not ready
    .in-plot = not ready
readiness--unknown = unknown
    .long = cannot be told
    .long-plural = cannot be told
    .in-plot = unknown

need--fixed = fixed connection
    .a = a fixed connection
need--download = download rate
    .a = a sufficient rate
need--single_points = no single points
    .a = a way that no single failure breaks
need--fallback = fallback
    .a = a fallback
need--endurance = endurance
    .a = endurance without grid power

measure--connect = connect at 1 Gbit/s
    .long = connect at 1 Gbit/s
measure--gigabit = raise to 1 Gbit/s
    .long = raise the connection to 1 Gbit/s
measure--mobile = one more mobile network
    .long = one more mobile network, 30 Mbit/s
measure--second_way = a second way
    .long = a second way, apart from the first
measure--backup_power = backup power for 24 hours
    .long = backup power of its own for 24 hours
measure--second_feed = a second power feed
    .long = a second power feed

fact--connection = fixed connection
fact--download = download rate
fact--mobile = mobile coverage
fact--second_network = a second mobile network
fact--network = node in the network
fact--node_power = endurance of the nodes
fact--masts = masts
fact--backup_power = backup power
fact--power_feeds = power feeds
fact--persons = persons

holder--site_owner = who runs the sites
    .the = the owner of the sites
holder--network_owner = the network owner
    .the = the owner of the network
holder--mobile_operator = the mobile operators
    .the = the mobile operators
holder--mast_owner = the mast owners
    .the = the owners of the masts
holder--grid_owner = the grid company
    .the = the owner of the power grid
holder--municipality = the municipality
    .the = the municipality

mean--arithmetic = arithmetic mean
mean--geometric = geometric mean
mean--harmonic = harmonic mean
mean--minimum = the worst counts

factor--weights = the weights
factor--aggregation = the way of combining
factor--goalposts = the goalposts
factor--unknowns = the unknowns

standing--strength = strength
standing--weakness = weakness
standing--typical = typical
standing--unknown = unknown

real--yes = yes
real--intervals_overlap = the intervals overlap
real--no_score = no score
real--nothing_asked_in_both = no question in common

weigh-by--sites = sites
weigh-by--persons = persons

outcome--loses_all = loses all service
outcome--unknown = unknown
outcome--loses_fixed = loses fixed
outcome--loses_mobile = loses mobile
outcome--keeps_some = keeps some
outcome--keeps_all = keeps all
outcome--had_none = had none

flag--below_target = below the target rate
    .long = The connection is below the target, or missing
flag--municipality_mismatch = another municipality than in the register
    .long = The register states another municipality than the place
flag--no_backup_power = no backup power
    .long = No backup power of its own
flag--no_fallback = no fallback
    .long = No fallback
flag--outside_municipalities = outside the municipalities
    .long = Counts in no municipality
flag--shared_fallback = the fallback is shared
    .long = The fallback is not independent
flag--spof_access = a single point of access
    .long = Hangs on one node or mast, as every place with one line does
flag--spof_network = a single point in the network
    .long = A single part further into the network can break the service
flag--spof_power = a single power feed
    .long = A single power feed can break the service
flag--spof_trench = a single trench
    .long = A single trench can break the service
flag--unconnected = no fixed connection
    .long = No fixed connection
flag--unknown_connection = unknown connection
    .long = It is not known whether there is a fixed connection

edition--full = full
edition--public = public

severity--error = error
severity--warning = warning
severity--info = note

## Often said

count-of =
    { $count ->
        [one] { $count } { $one }
       *[other] { $count } { $many }
    }
in-brackets = { $what } ({ $more })
advice = Hint: { $hint }
element = { $kind } { $id }
core-node = core node
sites =
    { $count ->
        [one] { $count } site
       *[other] { $count } sites
    }
other-sites =
    { $count ->
        [one] { $count } other
       *[other] { $count } others
    }
trench-drawn = cables { $cables } are drawn within { $within } of each other over { $length } and are assumed to share a trench
trench-stated = cables { $cables } are stated to share a trench
row-of-file = row { $row } of { $file }
feature-of-file = feature { $row } of { $file }
licence = licence { $licence }
synthetic = synthetic
quarter--best = the best quarter
quarter--second = the second best quarter
quarter--third = the second worst quarter
quarter--worst = the worst quarter
draws-hardly = in fewer than one draw of 10
draws-of-ten =
    { $tenths ->
        [one] in { $tenths } draw of 10
       *[other] in { $tenths } draws of 10
    }
draws-nearly-all = in nearly all draws
draws-all = in all draws

## Columns of the tables: what they are called, and mean

column-in-language = { $about } ({ $language })

column--site_id = Site id
    .about = The site.
in-sites--site_id = Site id
    .about = Id from the register.
in-network-dependencies--site_id = Site id
    .about = The node.
column--name = Name
    .about = Name in the network; of a mast, its operator.
in-mend--name = Name
    .about = Its name.
in-outage--name = Name
    .about = Its name.
in-outage_municipalities--name = Name
    .about = Its name.
in-municipalities--name = Name
    .about = As the file writes it.
in-indicator_values--name = Name
    .about = As the file writes it.
in-services--name = Name
    .about = Name of the service.
in-service_summary--name = Name
    .about = Name of the service.
in-network-nodes--name = Name
    .about = Name in the network.
in-network-elements--name = Name
    .about = Name in the network.
in-sites--name = Name
    .about = Name from the register, else the id.
in-questions--name = Name
    .about = Of the municipality. Blank: the region as a whole.
in-scores--name = Name
    .about = Of the unit.
in-differences--name = Name
    .about = Of the unit, as the second result writes it.
column--kind = Kind
    .about = school, preschool, care_home, health_centre or other.
in-mend--kind = Kind
    .about = What it is.
column--municipality_code = Municipality code
    .about = Always text.
in-sites--municipality_code = Municipality code
    .about = The municipality it counts in.
in-site_indicators--municipality_code = Municipality code
    .about = The municipality it counts in.
in-mend--municipality_code = Municipality code
    .about = The municipality it counts in.
in-outage--municipality_code = Municipality code
    .about = The municipality it counts in.
in-elements--municipality_code = Municipality code
    .about = Where it is; of a span or trench, where its middle is. Blank of a power feed and of a declared trench, which have no place.
in-network-elements--municipality_code = Municipality code
    .about = Blank: no municipalities are read.
column--municipality_match = Municipality found by
    .about = inside; nearest (outside every polygon, joined the nearest); none (no polygon: the code, where there is one, is what the register states of a site without a place).
column--easting_m = Easting (m)
    .about = In the working CRS.
column--northing_m = Northing (m)
    .about = In the working CRS.
column--persons = Persons
    .about = Who depend on the site.
column--fixed_status = Fixed connection
    .about = connected, passed, planned, none or unknown.
column--fixed_technology = Technology of the fixed connection
    .about = As the source writes it.
column--fixed_download_mbps = Download rate, fixed (Mbit/s)
    .about = Mbit/s; where fixed_status is unknown, that of the connection if there is one. Blank where another area at the site says the same without telling its rate, which may be higher.
column--fixed_source = Source of the fixed connection
    .about = Who says so.
column--fixed_source_date = Date of that source
    .about = As of when.
column--meets_target = Meets the rate target
    .about = yes, no or unknown: targets.site_download_mbps.
column--mobile_networks_10mbps = Mobile networks at 10 Mbit/s
    .about = Radio networks known to cover at 10 Mbit/s; blank without any mobile layer.
column--mobile_networks_30mbps = Mobile networks at 30 Mbit/s
    .about = Radio networks known to cover at 30 Mbit/s; blank without any mobile layer.
column--mobile_networks_unknown = Mobile networks, unknown
    .about = Radio networks not known at one of the two rates; blank without any mobile layer.
column--nearest_node = Nearest node
    .about = Node of the network.
column--nearest_node_m = Distance to nearest node (m)
    .about = Straight distance in metres.
column--nearest_mast = Nearest mast
    .about = Mast.
column--nearest_mast_m = Distance to nearest mast (m)
    .about = Straight distance in metres.
column--access_node = Node it hangs on
    .about = The node the site hangs on.
column--drop_length_m = Distance to that node (m)
    .about = Straight distance to it in metres.
column--network_status = Network status
    .about = reached, cut_off, not_attached or unknown.
column--disjoint_paths = Separate paths to the core
    .about = Node-disjoint paths from the access node to the core: 0, 1, or 2 for two or more.
in-network-nodes--disjoint_paths = Separate paths to the core
    .about = Node-disjoint paths to the core: 0, 1, or 2 for two or more.
column--single_points = Single points of failure
    .about = Elements beyond the access node whose loss alone takes the site's service: rows of dependencies with stage network.
in-network-nodes--single_points = Single points of failure
    .about = How many other nodes and spans cut the node off, each by its loss alone; blank where it is cut off already.
column--fallback = Fallback
    .about = independent (a mast stays up through every single failure that takes the fixed service), shared, none or unknown.
column--endurance_h = Endurance (h)
    .about = Hours with some service when grid power is lost everywhere; blank unless the two bounds below meet.
column--flags = Flags
    .about = Codes joined by ;, sorted.
column--source = Source
    .about = The file it was read from.
in-sites--source = Source
    .about = The register it was read from.
column--source_row = Source row
    .about = The row in it.
in-network-nodes--source_row = Source row
    .about = The place in its list.
in-network-elements--source_row = Source row
    .about = The place in its list.
column--fixed_source_row = Fixed source row
    .about = The row that tells the fixed status.
column--endurance_low_h = Endurance, at least (h)
    .about = Hours it lasts at least.
column--endurance_high_h = Endurance, at most (h)
    .about = Hours it lasts at most; blank where nothing is known to end it.
column--served = Has service now
    .about = Whether it has fixed or mobile service now: yes, no or unknown.
column--fixed_service = Has fixed service now
    .about = Whether it has fixed service now: yes, no or unknown.
column--mobile_service = Has mobile service now
    .about = Whether it has mobile service now, at 10 Mbit/s: yes, no or unknown.
column--fixed_source_file = Fixed source file
    .about = The file that tells the fixed status.
column--fixed_layer_file = Fixed layer file
    .about = The file of the layer that tells the technology.
column--fixed_layer_row = Fixed layer row
    .about = The row in it.
column--backup_power_h = Backup power (h)
    .about = Hours that its own backup power lasts.
column--power_feeds = Power feeds
    .about = Its power feeds, joined by ;; blank where not known.
column--unlisted_mast = A mast outside the list may reach it
    .about = Whether a mast that no list has may reach it: yes or no; blank without a list of masts.
column--fixed_rate_file = Fixed rate file
    .about = The file that tells the rate: the register, or a layer.
column--fixed_rate_row = Fixed rate row
    .about = The row in it.
column--fixed_download_low_mbps = Download rate, fixed, at least (Mbit/s)
    .about = Mbit/s: the best rate that is known; less than the rate only where that is blank.
column--element_kind = Element kind
    .about = mast, node, power_feed, span or trench.
in-network-elements--element_kind = Element kind
    .about = node or span.
in-network-dependencies--element_kind = Element kind
    .about = node or span.
column--element_id = Element id
    .about = Its id.
in-dependencies--element_id = Element id
    .about = The element.
in-network-dependencies--element_id = Element id
    .about = The element.
column--stage = Stage
    .about = access (the access node, or what takes down no more than what the site itself hangs on) or network (beyond it).
in-network-dependencies--stage = Stage
    .about = access (the node itself) or network (any other element).
column--effect = Effect
    .about = What its loss does: fixed (fixed service is lost, a mast that stays up carries on), all (every service is lost) or unknown.
in-network-dependencies--effect = Effect
    .about = unknown: nothing is known of a fallback.
column--trench_within_m = Trench: assumed distance (m)
    .about = Of a trench found from drawn routes: the distance that was assumed, in metres.
column--order_to_core = Order towards the core
    .about = Of the nodes and spans on the way of a fixed connection: 1 is nearest the site, the last nearest the core.
column--sites_cut_off = Sites cut off
    .about = Sites that lose the service they have: fixed, or of those without, mobile.
in-network-elements--sites_cut_off = Sites cut off
    .about = Nodes that lose their way to the core with it, a node itself included; 0 where it cuts off nothing.
column--schools_cut_off = Schools cut off
    .about = Schools among sites_cut_off.
in-elements--schools_cut_off = Schools cut off
    .about = Schools among them.
in-network-elements--schools_cut_off = Schools cut off
    .about = Blank: a node is not known to be one.
column--care_homes_cut_off = Care homes cut off
    .about = Care homes among sites_cut_off.
in-elements--care_homes_cut_off = Care homes cut off
    .about = Care homes among them.
in-network-elements--care_homes_cut_off = Care homes cut off
    .about = Blank: a node is not known to be one.
column--persons_cut_off = Persons cut off
    .about = Persons at sites_cut_off whose number is known.
in-elements--persons_cut_off = Persons cut off
    .about = Persons at those sites whose number is known; blank where it is known of none.
in-network-elements--persons_cut_off = Persons cut off
    .about = Blank: unknown.
column--sites_without_service = Sites without service
    .about = Sites known to lose every service.
in-elements--sites_without_service = Sites without service
    .about = Sites known to lose every service; see sites_service_unknown.
in-network-elements--sites_without_service = Sites without service
    .about = Blank: nothing is known of a fallback.
column--rank = Rank
    .about = 1 is best; equals share a rank; blank without a score.
in-elements--rank = Rank
    .about = 1 takes most sites down; equals share a rank.
in-gains--rank = Rank
    .about = As it is.
in-network-elements--rank = Rank
    .about = 1 takes most nodes down; equals share a rank.
column--sites_service_unknown = Sites whose fallback is unknown
    .about = Sites of which it is not known whether a fallback holds.
column--sites_persons_unknown = Sites with unknown number of persons
    .about = Sites whose number of persons is not known.
column--trench_length_m = Trench length (m)
    .about = Of a trench found from drawn routes: how long it is, in metres.
column--consists_of = Consists of
    .about = Of a trench the spans in it, of a power feed the nodes, masts and sites that have no other; kind:id, joined by ;.
column--core = Core
    .about = Of a node, whether it is a core node: yes or no.
in-network-nodes--core = Core
    .about = yes or no: whether it counts as core.
column--mast_id = Mast id
    .about = The mast.
column--radio_network = Radio network
    .about = The radio network it carries.
column--reaches = Reaches the site
    .about = Whether it reaches the site: yes or unknown.
column--basis = Basis
    .about = How that is known: layer (a mobile layer names the mast), range, or assumed (nobody says how far it reaches).
column--holds = Stays up
    .about = Whether it stays up through every single failure that takes the site's fixed service; of a site without, whether another mast does when this one fails.
column--shared_kind = Kind of what both share
    .about = Kind of the first element that takes down both; blank where there is none.
column--shared_id = Id of what both share
    .about = Its id.
column--mast_node = Node of the mast
    .about = The network node the mast is said to hang on.
column--mast_feeds = Power feeds of the mast
    .about = Its power feeds, joined by ;.
column--mast_way = Way of the mast to the core
    .about = Whether the network reaches the node the mast hangs on: reached, cut_off, or unknown where no such node is known.
column--sites = Sites
    .about = Sites that count in it.
in-questions--sites = Sites
    .about = How many sites lack it and would be counted otherwise by an answer. 0 of an indicator.
in-endurance--sites = Sites
    .about = Its sites.
in-service_summary--sites = Sites
    .about = Sites that the service concerns.
column--schools = Schools
    .about = Schools among them.
column--care_homes = Care homes
    .about = Care homes among them.
column--sites_connected = Sites with a fixed connection
    .about = With a fixed connection in service.
column--sites_unconnected = Sites without a fixed connection
    .about = Known to be without (fixed_status none).
column--sites_unknown = Sites of unknown connection
    .about = Of which nobody knows (fixed_status unknown).
column--sites_with_spof = Sites with a single point of failure
    .about = With the flag spof_network.
column--score = Score
    .about = 0–100, the best estimate; blank without sites, or where nothing is known: scores says why.
in-scores--score = Score
    .about = 0–100; blank where no_score says why.
in-gains--score = Score
    .about = As it is.
column--score_low = Score, lowest
    .about = When every unknown falls badly.
in-questions--score_low = Score, lowest
    .about = As it is. This and what follows: blank of the region.
column--score_high = Score, highest
    .about = When every unknown falls well.
in-questions--score_high = Score, highest
    .about = As it is.
column--rank_low = Rank, best
    .about = 5th percentile of the rank over the draws, or the rank where that is better.
column--rank_high = Rank, worst
    .about = 95th percentile of the rank over the draws, or the rank where that is worse.
column--sites_passed = Sites passed by a network
    .about = That a network passes.
column--sites_planned = Sites with a planned connection
    .about = With a connection decided but not built.
column--known_share = Share known
    .about = Of how large a part of what the score is made of it is known, 0–1.
in-indicators--known_share = Share known
    .about = Of how large a part it is known; blank where it is not about the unit.
in-scores--known_share = Share known
    .about = Of how large a part of what it is made of it is known, 0–1.
column--score_rests_on = Score rests on
    .about = The pillars that are asked: what the score is made of. Ids, separated by blanks, in the order of the framework; the same for all.
column--ranked_among = Ranked among
    .about = How many are ranked together: those that have a score.
in-scores--ranked_among = Ranked among
    .about = How many units are ranked together: those that have a score in this group.
column--service_places = Services at sites
    .about = Pairs of a site and a digital service that concerns it: rows of services.
column--service_places_ready = Services at sites, ready
    .about = Of them, ready.
column--service_places_unknown = Services at sites, unknown
    .about = Of them, not known to be ready or not.
column--group = Group
    .about = As the group column of the municipalities writes it.
in-scores--group = Group
    .about = The group of the framework; the first is the index.
in-coherence--group = Group
    .about = The group; of a pair, the one they have in common, blank across pillars.
column--unit_id = Unit id
    .about = The municipality, by its code. Blank: the region as a whole.
in-scores--unit_id = Unit id
    .about = The municipality, group, or unit of the table.
in-rank_pairs--unit_id = Unit id
    .about = The unit with the better rank.
in-sensitivity--unit_id = Unit id
    .about = The unit; blank of rank_shift.
in-differences--unit_id = Unit id
    .about = The municipality, or unit of the table.
in-difference_indicators--unit_id = Unit id
    .about = As in differences.
column--fact = Fact
    .about = What is not known: connection, download, mobile, network (which node a site hangs on), node_power (how long nodes last), masts (their reach, node, feeds and batteries), backup_power, power_feeds, persons, or indicator: and the id of an indicator of the municipalities' own.
column--holder = Holder
    .about = Who knows, as a rule: site_owner, network_owner, mobile_operator, mast_owner, grid_owner or municipality.
column--narrows_from = Width of the interval
    .about = How wide the interval of the score is, in points. Of the region: the mean of its municipalities, weighed by sites.
column--narrows_to = Width when answered
    .about = How wide it is when all these sites are answered, and the answers fall as the best estimate has it. The table has what narrows by 0.05 points or more.
column--project_key = Key of the project file
    .about = The section of the project file that takes the answer, and its key.
column--answered_low = Score when answered, lowest
    .about = When the answers fall as the best estimate has it.
column--answered_high = Score when answered, highest
    .about = When the answers fall as the best estimate has it.
column--yes_low = Score at best answers, lowest
    .about = When every answer is the best there is.
column--yes_high = Score at best answers, highest
    .about = When every answer is the best there is.
column--no_low = Score at worst answers, lowest
    .about = When every answer is the worst there is.
column--no_high = Score at worst answers, highest
    .about = When every answer is the worst there is.
column--site_ids = Ids of the sites
    .about = Which sites, joined by ;. Not in the public edition.
in-gains--site_ids = Ids of the sites
    .about = Where, joined by ;: care homes first, then schools, then others; most persons first.
column--indicator = Indicator
    .about = See docs/indicators/.
in-difference_indicators--indicator = Indicator
    .about = Of either framework.
in-difference_sites--indicator = Indicator
    .about = The condition that changed, as site_indicators names it; otherwise blank.
column--pillar = Pillar
    .about = Where it counts: the group right below the index.
column--value = Value
    .about = As it was read.
in-indicators--value = Value
    .about = The best estimate in its own measure, of the known and the unknown together; a share is 0–1. Blank where nothing is known.
in-coherence--value = Value
    .about = Pearson's correlation, −1 to 1; or Cronbach's alpha, 1 at most.
column--value_low = Value, lowest
    .about = The lowest it can be; of sites, when every unknown is a no.
column--value_high = Value, highest
    .about = The highest it can be; of sites, when every unknown is a yes.
column--normalised = Normalised
    .about = The value on 0–100, between its goalposts.
column--weight = Weight
    .about = Within its group.
column--normalised_low = Normalised, lowest
    .about = On 0–100, when the unknown falls badly.
column--normalised_high = Normalised, highest
    .about = On 0–100, when the unknown falls well.
column--weight_in_index = Weight in index
    .about = Its share of all weight of what is asked, 0–1.
in-coherence--weight_in_index = Weight in index
    .about = Of an influence: its share of all weight.
column--region_median = Median of the region
    .about = The middle of all units on 0–100.
column--standing = Standing
    .about = strength or weakness (10 points or more above or below the median, whatever the unknowns are), typical, or unknown.
column--outside_goalposts = Outside goalposts
    .about = Whether the value lies outside its goalposts and counts as the nearer one: yes or no.
column--no_score = Why there is none
    .about = Why there is no value: not_asked, where no source of the project can answer it; not_concerned, where it is not about the unit; or nothing_known.
in-scores--no_score = Why there is none
    .about = Why there is no score: not_asked, where no source of the project can answer anything in the group; nothing_known; known_share_too_low; or without:ID, where the group ID below it has none.
column--estimate = Estimate
    .about = As value; also where nothing is known, for the score has to count with something.
column--estimate_sd = Standard deviation of the estimate
    .about = The standard deviation of the truth around the estimate; blank where nobody states it.
column--probability_best_quarter = Probability of the best quarter
    .about = Share of the draws in which its rank is in that quarter of those that are ranked, 0–1; blank with fewer than four.
column--probability_second_quarter = Probability of the second best quarter
    .about = Share of the draws in which its rank is in that quarter of those that are ranked, 0–1; blank with fewer than four.
column--probability_third_quarter = Probability of the second worst quarter
    .about = Share of the draws in which its rank is in that quarter of those that are ranked, 0–1; blank with fewer than four.
column--probability_worst_quarter = Probability of the worst quarter
    .about = Share of the draws in which its rank is in that quarter of those that are ranked, 0–1; blank with fewer than four.
column--below_unit_id = Unit below
    .about = The unit with the worse rank, or an equal one.
column--probability = Probability
    .about = That the first is truly above the second: the share of the draws in which it is; ties count half.
column--output = Output
    .about = rank_shift (the mean over the units with a score of how many places the rank moves) or score (of one unit).
column--factor = Factor
    .about = weights, aggregation, goalposts or unknowns.
column--first_order = First-order effect
    .about = Sobol's: the share of the variance that it makes alone.
column--first_order_low = First-order effect, lowest
    .about = Lower end of its 95 % bootstrap interval.
column--first_order_high = First-order effect, highest
    .about = Upper end.
column--total = Total effect
    .about = Sobol's: the share of the variance that it takes part in, together with others.
column--total_low = Total effect, lowest
    .about = Lower end of its 95 % bootstrap interval.
column--total_high = Total effect, highest
    .about = Upper end.
column--samples = Samples
    .about = How many samples it is from.
column--check = Check
    .about = pair (two indicators), with_group (with the group above), influence (on the index) or alpha (Cronbach's, of what a group is made of).
column--first = First
    .about = The indicator or group.
column--second = Second
    .about = Of a pair, the other indicator.
column--units = Units
    .about = How many units it rests on.
column--verdict = Verdict
    .about = fine; of a pair redundant or opposed; of an influence does_nothing, dominates, counts_backwards or weightless; of an alpha consistent or questionable; too_few_units or constant where there is no figure.
column--influence_in_index = Influence in index
    .about = Of an influence: its share of the squared correlations with the index.
column--measure = Measure
    .about = connect (1 Gbit/s), gigabit (raise a connection to it), mobile (one more radio network, 30 Mbit/s), second_way (for the connection), backup_power (24 h) or second_feed.
column--sites_mended = Sites mended
    .about = At how many sites it is tried.
column--sites_lacking = Sites lacking
    .about = How many are known to lack it.
column--score_after = Score after
    .about = With the measure, all others as they are.
column--gain = Gain
    .about = The difference, in points.
column--score_low_after = Score after, lowest
    .about = When every unknown falls badly.
column--score_high_after = Score after, highest
    .about = When every unknown falls well.
column--rank_after = Rank after
    .about = With the measure.
column--hours = Hours
    .about = Hours since everything failed; 0 where the scenario has no grid loss. What lasts exactly so long still counts.
in-endurance--hours = Hours
    .about = Hours since grid power was lost everywhere. What lasts exactly so long still counts.
column--with_service = With service
    .about = Sites with some service left.
column--without_service = Without service
    .about = Sites with none; those that never had any among them.
column--unknown = Unknown
    .about = Sites of which it is not known.
in-service_summary--unknown = Unknown
    .about = Sites with this status.
column--service_id = Service id
    .about = The service.
column--status = Status
    .about = ready; at_risk (works today, but a need for redundancy or endurance is not met); not_ready; unknown.
in-mend--status = Status
    .about = not_ready, at_risk or unknown.
in-network-nodes--status = Status
    .about = reached (there is a way to the core), or cut_off though nothing has failed.
column--missing = Missing
    .about = Needs not met or not known, joined by ;.
column--not_known = Not known
    .about = Those of them that are not known.
in-mend--not_known = Not known
    .about = Needs of which it is not known, joined by ;.
column--needed_download_mbps = Download rate needed (Mbit/s)
    .about = What it needs at this site, in Mbit/s; blank where it needs none, or where that depends on a number of persons that is not known.
column--needed_fallback = Fallback needed
    .about = none, any or independent.
column--needed_endurance_h = Endurance needed (h)
    .about = Hours it must last; blank where it needs none.
column--ready = Ready
    .about = Sites with this status.
column--at_risk = At risk
    .about = Sites with this status.
column--not_ready = Not ready
    .about = Sites with this status.
column--order = Order
    .about = 1 is the first to mend.
column--municipality = Municipality
    .about = Its name.
column--not_met = Not met
    .about = Needs known not to be met, joined by ;.
column--rule = Rule
    .about = See `docs/findings.md`.
column--severity = Severity
    .about = error, warning or info.
column--dataset = Dataset
    .about = The path of the file from the project file, or its name alone where it lies elsewhere; or “project file”.
column--row = Row
    .about = In tables as a spreadsheet counts (the header is row 1), in Parquet from 1, in vector files the feature id, in OFDS packages the place in its list from 1, in rasters the row of cells from the top from 1.
column--field = Field
    .about = The column or key.
column--message = Message
    .about = What is wrong and what was done.
column--hint = Hint
    .about = What to do about it.
column--fixed_before = Fixed before
    .about = Whether it had fixed service: yes, no or unknown.
column--mobile_before = Mobile before
    .about = Whether it had mobile service at 10 Mbit/s: yes, no or unknown.
column--fixed_after = Fixed after
    .about = Whether it has fixed service left: yes, no or unknown.
column--mobile_after = Mobile after
    .about = Whether it has mobile service left: yes, no or unknown.
column--outcome = Outcome
    .about = loses_all (it had, or may have had, service and is known to have none left), unknown (not known whether any is left), loses_fixed (mobile is left), loses_mobile (fixed is left), keeps_some (one service is left; of the other it had it is not known), keeps_all (everything it was known to have) or had_none (known to have had none).
column--with_service_before = With service before
    .about = Sites known to have had some service.
column--with_service_after = With service after
    .about = Sites known to have some service left.
column--without = Sites without service
    .about = Sites known to have none; those that had none before among them.
column--schools_without = Schools without service
    .about = Schools among those without.
column--care_homes_without = Care homes without service
    .about = Care homes among those without.
column--persons_without = Persons without service
    .about = Persons at those without whose number is known; blank where it is known of none.
column--loses_all = Loses all
    .about = Those without that had, or may have had, service before.
column--loses_fixed = Loses fixed
    .about = Sites that lose fixed service and have mobile left.
column--loses_mobile = Loses mobile
    .about = Sites that lose mobile service and have fixed left.
column--named_by = Named by
    .about = What in the scenario names it: elements, or area, provider or operator with which.
column--place = Place
    .about = 1 is the worst.
column--element_kind_1 = Element kind 1
    .about = mast, node, power_feed, span or trench.
column--element_id_1 = Element id 1
    .about = Its id.
column--name_1 = Name 1
    .about = Name in the network; of a mast, its operator.
column--element_kind_2 = Element kind 2
    .about = mast, node, power_feed, span or trench.
column--element_id_2 = Element id 2
    .about = Its id.
column--name_2 = Name 2
    .about = Name in the network; of a mast, its operator.
column--sites_together = Sites together
    .about = Those among them that neither of the two takes down alone.
column--score_a = Score a
    .about = 0–100 in the first result, under its framework and by all that it asked; blank without a score.
column--score_low_a = Score a, lowest
    .about = The first, when every unknown falls badly.
column--score_high_a = Score a, highest
    .about = The first, when every unknown falls well.
column--rank_a = Rank a
    .about = Among the units of the first result, by all that it asked; 1 is best, equals share a rank. Where scope is filled and not 0, the ranks of the two results are about different things: see common_rank_a and common_rank_b.
column--score_b = Score b
    .about = 0–100 in the second result, under its framework and by all that it asked; blank without a score.
column--score_low_b = Score b, lowest
    .about = The second, when every unknown falls badly.
column--score_high_b = Score b, highest
    .about = The second, when every unknown falls well.
column--rank_b = Rank b
    .about = Among the units of the second result, by all that it asked.
column--difference = Difference
    .about = score_b less score_a; blank where either is.
column--data = Data
    .about = The part of it that comes from other values of what both asked: with the first framework and with the second, on the average. Targets and services count as data. Blank where reason says why.
column--method = Method
    .about = The part that comes from another framework: the rest of what both asked.
column--scope = Scope
    .about = The part that comes from what only one of the two asked. data, method and scope sum to difference; 0 where both asked the same.
column--real = Real
    .about = Of the scores by what both asked, for a question more moves a score without anything having changed. yes: whatever the unknowns are, they differ; intervals_overlap: they cannot be told apart, for the unknowns alone can make the difference; no_score: a result gives none, or none by what both asked; nothing_asked_in_both. Blank of a unit that only one has.
column--reason = Reason
    .about = Why nothing is split: only_in_a, only_in_b; nothing_asked_in_both; or whose values under whose framework give no score, as a_under_b, and behind a colon nothing_known, known_share_too_low, without:ID (a group below) or no_goalposts:ID (they cannot be taken from the values). Where that result has a score here, it is by what both asked that it has none.
column--common_score_a = Common score a
    .about = The score of the first result under its framework by what both asked: from it data, method and real are made. Blank without one.
column--common_score_low_a = Common score a, lowest
    .about = The same, when every unknown falls badly.
column--common_score_high_a = Common score a, highest
    .about = The same, when every unknown falls well.
column--common_rank_a = Common rank a
    .about = Among the units of the first result, by what both asked.
column--common_score_b = Common score b
    .about = The score of the second result under its framework by what both asked.
column--common_score_low_b = Common score b, lowest
    .about = The same, when every unknown falls badly.
column--common_score_high_b = Common score b, highest
    .about = The same, when every unknown falls well.
column--common_rank_b = Common rank b
    .about = Among the units of the second result, by what both asked.
column--points = Points
    .about = Its part of data in differences, to which the parts of a unit sum; 0 where nothing of it changed; blank where nothing is split, and of what not both asked.
column--value_a = Value a
    .about = In the first result, in its own measure; blank where it is not known or not there.
column--value_b = Value b
    .about = In the second result.
column--normalised_a = Normalised a
    .about = In the first result on 0–100, between the goalposts of its framework; blank where that does not have it.
column--normalised_b = Normalised b
    .about = In the second result on 0–100, between those of its own.
column--asked = Asked
    .about = Which results asked it, or could have where only the other's framework has it: both, a, b or neither. What one alone asked is part of scope in differences.
column--municipality_code_a = Municipality code, a
    .about = The municipality it counts in, in the first result; blank also of none.
column--municipality_code_b = Municipality code, b
    .about = The municipality it counts in, in the second result; blank also of none.
column--change = Change
    .about = new (in the second result only), gone (in the first only), moved (counts in another municipality) or changed (the condition beside it holds otherwise).
column--before = Before
    .about = Whether it held in the first result: yes, no or unknown.
column--after = After
    .about = Whether it holds in the second: yes, no or unknown.
column--node_id = Node id
    .about = Id in the network.
column--next_single_point = Next single point of failure
    .about = The single point nearest to the node. Its own row (of a span, in `elements`) names the next, and so on to the core: together all that cut the node off. Blank where nothing does.
in-network-elements--next_single_point = Next single point of failure
    .about = What cuts off all that this element cuts off, and it too: the nearest such element. Blank where there is none, and of a span that cuts off nothing.
column--next_single_point_kind = Kind of the next single point of failure
    .about = node or span: a node and a span may have the same id.
in-network-elements--next_single_point_kind = Kind of the next single point of failure
    .about = node or span.
column--nodes_cut_off = Nodes cut off
    .about = Nodes that lose their way to the core with this one, itself included.
column--in_service = In service
    .about = yes or no: what is not in operation carries nothing.
column--start_node = Start node
    .about = Of a span: one end.
column--end_node = End node
    .about = Of a span: the other end.
table--sites = Sites
    .about = One row per site.
    .sheet = One row per site: connection, coverage, what it hangs on and how long it lasts.
table--dependencies = Dependencies
    .about = One row per site and single point of failure.
    .sheet = One row per site and single point of failure.
table--elements = Elements
    .about = One row per element that takes service from at least one site.
    .sheet = One row per element that takes service from at least one site.
table--backups = Backups
    .about = One row per site and mast that reaches it, or may.
    .sheet = One row per site and mast that reaches it, or may.
table--municipalities = Municipalities
    .about = One row per municipality.
    .sheet = One row per municipality: counts, score, rank and pillars.
table--groups = Groups
    .about = One row per group of municipalities, where the project names a group column.
    .sheet = One row per group of municipalities.
table--questions = To ask
    .about = What to ask next: one row per municipality, or the region, and kind of fact that is missing and would narrow the interval of a score.
    .sheet = Which facts are missing and would make the score surer.
table--indicators = Indicators
    .about = One row per municipality and indicator of the framework. Of `beredd score`, the first column is unit_id.
    .sheet = One row per municipality and indicator.
table--scores = Scores
    .about = One row per municipality with sites and group of the framework.
    .sheet = Score, rank and pillars.
table--rank_pairs = Rank pairs
    .about = One row per pair of municipalities with a score; beyond 300 of them, each with the ten that follow.
    .sheet = How certain it is that one is ahead of the other.
table--sensitivity = Sensitivity
    .about = One row per choice behind the score and thing that it moves; without what nothing moves.
    .sheet = How much each assumption matters for the result.
table--coherence = Coherence
    .about = One row per figure that says whether the indicators belong together.
    .sheet = Whether the indicators point the same way.
table--group_indicators = Groups – indicators
    .about = As indicators, for groups of municipalities.
    .sheet = One row per group and indicator.
table--group_scores = Groups – scores
    .about = As scores, for groups of municipalities.
    .sheet = Score, rank and pillars of the groups.
table--group_rank_pairs = Groups – rank pairs
    .about = As rank_pairs, for groups of municipalities.
    .sheet = The same for groups of municipalities.
table--group_sensitivity = Groups – sensitivity
    .about = As sensitivity, for groups of municipalities.
    .sheet = The same for groups of municipalities.
table--group_coherence = Groups – coherence
    .about = As coherence, for groups of municipalities.
    .sheet = The same for groups of municipalities.
table--indicator_values = Indicator values
    .about = One row per municipality with sites; five columns for each indicator that is computed (those of services and of the municipalities' own tables come last). `beredd score` reads it.
    .sheet = The values of the indicators side by side.
table--site_indicators = Sites per indicator
    .about = One row per site, with every condition that is counted.
    .sheet = Which sites meet which indicator.
table--gains = Gains
    .about = One row per municipality with a score, measure, and number of sites it is tried at.
    .sheet = What a measure would gain.
table--endurance = Endurance
    .about = One row per municipality with sites and hour since grid power was lost everywhere.
    .sheet = How many sites have service left so many hours after grid power was lost everywhere.
table--group_endurance = Groups – endurance
    .about = As endurance, for groups of municipalities.
    .sheet = The same per group of municipalities.
table--services = Services
    .about = One row per site and digital service that concerns it.
    .sheet = One row per site and digital service that concerns it.
table--service_summary = Services per municipality
    .about = One row per municipality and digital service.
    .sheet = One row per municipality and digital service.
table--group_service_summary = Groups – services
    .about = As service_summary, for groups of municipalities.
    .sheet = One row per group and digital service.
table--mend = To mend
    .about = Of `--service ID`: one row per site that is not ready for it, the first to mend first.
    .sheet = Sites that are not ready for the service, the worst first.
table--findings = Findings
    .about = One row per finding about the input.
    .sheet = What the input leaves in doubt: rows that were not used, or used with a guess.
table--outage = Outage
    .about = Of `beredd outage`: one row per site and hour.
table--outage_municipalities = Outage by municipality
    .about = Of `beredd outage`: one row per municipality with sites and hour.
table--outage_elements = What fails
    .about = Of `beredd outage`: one row per element that fails.
table--worst = The worst elements
    .about = Of `beredd outage --worst`: one row per element, the worst first.
table--worst_pairs = The worst pairs
    .about = Of `beredd outage --worst-pairs`: one row per pair of elements, the worst first.
table--differences = Differences
    .about = Of `beredd compare`: one row per municipality, or other unit, of either result.
table--difference_indicators = Differences by indicator
    .about = Of `beredd compare`: one row per unit of both results and indicator of either framework.
table--difference_sites = Differences by site
    .about = Of `beredd compare` with two full editions: one row per site that is new, gone or moved, and per site and condition that changed. A condition that only one of the results has is not compared.
table--network-nodes = Nodes
    .about = One row per node.
table--network-elements = Elements
    .about = One row per node and span, also where it cuts off nothing.
table--network-dependencies = Dependencies
    .about = Only with `--dependencies`: one row per node that is reached and element that cuts it off, itself included.
table--network-findings = Findings
    .about = One row per finding about the input.
of-pillar--whole = –
    .about = Pillar, 0–100; blank where nothing in it is known, or nothing is asked.
of-pillar--low = at least
    .about = Pillar, when every unknown falls badly.
of-pillar--high = at most
    .about = Pillar, when every unknown falls well.
of-indicator--whole = –
    .about = The best estimate of the indicator in its own measure, of the known and the unknown together; a share is 0–1.
of-indicator--low = at least
    .about = The lowest it can be.
of-indicator--high = at most
    .about = The highest it can be.
of-indicator--known = share known
    .about = Of how large a part it is known. Where all five are blank, the indicator is not about the municipality; where they are for all municipalities, it is not asked.
of-indicator--sd = standard deviation
    .about = The standard deviation of the truth around the estimate; blank where nobody states it.
of-condition--whole = –
    .about = Whether it counts towards the indicator of this name: yes, no or unknown.
indicator--sites_connected_share = Fixed connection
indicator--sites_100_share = At least 100 Mbit/s
indicator--sites_gigabit_share = At least 1 Gbit/s
indicator--sites_target_share = Reaches the project’s target rate
indicator--sites_mobile_10_share = Mobile at 10 Mbit/s
indicator--sites_mobile_30_share = Mobile at 30 Mbit/s
indicator--sites_two_networks_share = Two mobile networks
indicator--sites_redundant_share = No single part breaks the connection
indicator--sites_always_served_share = No single failure takes all service
indicator--sites_backup_24h_share = Backup power for 24 hours
indicator--sites_backup_power_share = Backup power by the project’s target
indicator--sites_two_feeds_share = Two power feeds
indicator--sites_endurance_24h_share = Service for 24 hours without grid power
indicator--sites_served_share = Service today

## More codes

no-value--not_asked = not asked
no-value--not_concerned = not concerned
no-value--nothing_known = nothing known
moved--rank_shift = the ranks
moved--score = the score
check--pair = pair
check--with_group = with its group
check--influence = influence
check--alpha = Cronbach’s alpha
verdict--fine = fine
verdict--redundant = say the same
verdict--opposed = pull apart
verdict--does_nothing = does nothing
verdict--dominates = dominates
verdict--counts_backwards = counts backwards
verdict--weightless = without weight
verdict--consistent = belong together
verdict--questionable = questionable
verdict--too_few_units = too few units
verdict--constant = the same for all
asked-in--both = both
asked-in--a = the first
asked-in--b = the second
asked-in--neither = neither
site-changed--new = new
site-changed--gone = gone
site-changed--moved = moved
site-changed--changed = changed

## The page about a municipality

municipality-no-sites = { $name } has no sites in { $files }.
municipality-no-sites-no-score = So it has no score.
municipality-sites-of-other-kinds = { $name } has { sites } in { $files }, no schools or care homes.
municipality-sites = { $name } has { sites } in { $files }: { $kinds }.
municipality-of-them = They are: { $statuses }.
municipality-connected = { $count } with a fixed connection
municipality-passed = { $count } only passed by a network
municipality-planned = { $count } with a planned connection
municipality-unconnected = { $count } without a fixed connection
municipality-connection-unknown = { $count } of which it is not known
municipality-no-single-point = Of no site it is known that a single element beyond its own node can break the service.
municipality-single-point = { sites } can lose service to a single element beyond their own node.

## The page about a municipality: score and rank

municipality-score-heading = Score and rank
municipality-score-certain = The score is { $score } of 100, whatever the unknowns are, and rests on { $rests }.
municipality-score-wide = The score is between { $low } and { $high } of 100, and rests on { $rests }; the best estimate is { $score }.
municipality-score = The score is { $score } of 100, and rests on { $rests }. What is not known can make it anything from { $low } to { $high }.
municipality-not-asked = Left out, because the project names no source: { $names }.
municipality-no-score-without =
    { $count ->
        [one] There is no score, because { $names } has none.
       *[other] There is no score, because { $names } have none.
    }
municipality-no-score = There is no score: of what it is made of, { $cause }.
municipality-no-score-no-source = There is no score: the project names no source for anything that the framework asks for.
municipality-pillar-without = { $name } has none because of { $names }.
municipality-in-pillar = In { $name }, { $cause }.
municipality-cause-known = only { $known } is known, and at least { $asked } is asked for
municipality-cause-too-little = too little is known
municipality-cause-nothing = nothing is known
municipality-score-may-be = Depending on what is not known it may be anything from { $low } to { $high }.
municipality-ranked-alone = No other municipality has a score to compare with.
municipality-rank-certain = The rank is { $rank } of the { $ranked } that are ranked{ municipality-rank-shared }, where 1 is best; in nine of ten draws of the unknowns and of the choices behind the score it is { $low }.
municipality-rank = The rank is { $rank } of the { $ranked } that are ranked{ municipality-rank-shared }, where 1 is best; in nine of ten draws of the unknowns and of the choices behind the score it is between { $low } and { $high }.
municipality-rank-shared =
    { $sharing ->
        [0] { "" }
        [one] , shared with { $sharing } other
       *[other] , shared with { $sharing } others
    }
municipality-quarter = It belongs to { $first } of the municipalities { $draws_of_first }.
municipality-quarters = It belongs to { $first } of the municipalities { $draws_of_first }, and to { $second } { $draws_of_second }.
municipality-services-ready = Of the digital services that its sites need: { $ready }. A service counts once for each site that it concerns.
municipality-apart-and-not = Of those nearest in rank it is { $told }, but cannot be told apart from { $not }.
municipality-apart = Of those nearest in rank it is { $told }.
municipality-not-apart = Of those nearest in rank: it cannot be told apart from { $not }.
municipality-clearly-below = clearly below { $names }
municipality-probably-below = probably below { $names }
municipality-clearly-above = clearly above { $names }
municipality-probably-above = probably above { $names }
municipality-reversed = In most draws it comes { $place }, in spite of the ranks.
municipality-above = above { $names }
municipality-below = below { $names }
municipality-clearly-means = Clearly means at least 95 draws of 100, probably at least 80.

## The page about a municipality: pillars and indicators

municipality-pillars-heading = Pillars and indicators
municipality-pillar = { $name }.
municipality-pillar-is = { $name }: { $value }.
municipality-pillar-between = { $name }: { $value } ({ $low }–{ $high }).
municipality-left-out = left out, no source
municipality-nothing-known = nothing is known
municipality-too-little-known = no score, only { $known } is known
municipality-without-score = no score
municipality-outside-pillars = Outside the pillars:
municipality-indicator-left-out = { $name }: { municipality-left-out }.
municipality-indicator-nowhere = { $name }: concerns no site here.
municipality-indicator-unknown = { $name }: not known of any.
municipality-indicator = { $name }: { $value } (known of all).
municipality-indicator-estimated = { $name }: { $value } by the best estimate. It is known of { $known }, and whatever the unknowns are the share is between { $low } and { $high }.
municipality-value = { $name }: { $value }.
municipality-value-gives = { $name }: { $value }, which gives { $score } of 100.
municipality-value-between = { $value } (between { $low } and { $high })
municipality-value-unknown = not known

## The page about a municipality: strengths and weaknesses

municipality-standing-heading = Strengths and weaknesses
municipality-strengths = Strengths, at least { $limit } points above the median of the municipalities whatever the unknowns are: { $names }.
municipality-no-strength = No indicator is known to be { $limit } points or more above the median of the municipalities.
municipality-weaknesses = Weaknesses, at least { $limit } points below the median of the municipalities whatever the unknowns are: { $names }.
municipality-no-weakness = No indicator is known to be { $limit } points or more below the median of the municipalities.
municipality-no-standing = No indicator is known to be { $limit } points or more above or below the median of the municipalities.
municipality-against-median = { $name } ({ $own } points, the median is { $median })

## The page about a municipality: what would change the score

municipality-change-heading = What would change the score
municipality-no-measures = Without a score no measures are tried. What is needed first are answers to what is not known.
municipality-no-measures-until = Without a score no measures are tried. What is needed first are answers to what is not known in { $pillars }.
municipality-change = The measures that give most, each tried alone at up to { $at_most } of the sites known to lack it, with every other municipality as it is:
municipality-no-change = None of the measures tried at up to { $at_most } sites changes the score.
municipality-connect = Connect { sites } at 1 Gbit/s
municipality-gigabit = Raise the connection of { sites } to 1 Gbit/s
municipality-mobile = Cover { sites } by one more mobile network, at 30 Mbit/s
municipality-second-way = Give the connection of { sites } a second, independent way
municipality-backup-power = Give { sites } backup power of 24 hours
municipality-second-feed = Give { sites } a second power feed
municipality-gain = { $what } ({ $names }): the score { $before } → { $after }.
municipality-gain-same-rank = { $what } ({ $names }): the score { $before } → { $after }, the rank is still { $rank }.
municipality-gain-rank = { $what } ({ $names }): the score { $before } → { $after }, rank { $rank } → { $rank_after }.

## The page about a municipality: what to ask

municipality-questions-heading = What to ask next
municipality-questions = With nothing built, answers would make the score surer. These do most, each alone and if the answers fall as the best estimate expects:
municipality-question-sites = That is of { $names }.
municipality-question-sites-more = That is of { $names } and { $more } more.
municipality-question = Ask { $whom } { $about }: { $now } becomes { $answered }. The answer goes into { $key }.

## The page about a municipality: what takes service

municipality-worst-heading = What alone takes service from most
municipality-no-element = No single element is known to take service from anyone.
municipality-element = { $element }: { sites }, { $effects }.
municipality-element-elsewhere = { $element }, in municipality { $code }
municipality-element-trench = { $element }, where { $consists }
municipality-hit-all = every service is lost
municipality-hit-all-at = every service is lost at { $count }
municipality-hit-fixed = at least one mast holds
municipality-hit-fixed-at = at least one mast holds at { $count }
municipality-hit-unknown = it is not known whether a mast holds
municipality-hit-unknown-at = it is not known whether a mast holds at { $count }
municipality-endurance-heading = When grid power is lost everywhere
municipality-none-at-once = At no site every service is known to end at once.
municipality-at-once = At { sites } every service is known to end at once.
municipality-endurance-counted = Below, a site whose service lasts exactly so long still counts as having it.
municipality-after = After { $hours }: { $parts }.
municipality-with-service = { $count } with service
municipality-without-service = { $count } without
municipality-service-unknown = { $count } not known

## The page about a municipality: digital services

municipality-services-heading = Digital services
municipality-service-nowhere = { $name }: concerns no site here.
municipality-service-at-one = { $name }: { sites }, { $status }.
municipality-service-at-all = { $name }: { sites }, all { $status }.
municipality-service = { $name }: { sites }, of which { $parts }.
municipality-service-part = { $count } { $status }

## The page about a municipality: what is not known

municipality-gaps-heading = What is not known, and what would tell
municipality-no-gap = Nothing that the result rests on is unknown here.
municipality-gap-place = The place is not known of { sites }. Coordinates in the register would tell what covers and reaches it.
municipality-gap-persons = The number of persons is not known of { sites }. A column of the register would tell.
municipality-gap-connection = Whether there is a fixed connection is not known of { sites }. The owner's word in the register, or complete coverage layers, would tell.
municipality-gap-rate = The rate of the fixed connection is not known of { sites }. The owner's word in the register, or the rate in a coverage layer, would tell.
municipality-gap-mobile = The coverage of every mobile network is not known of { sites }. Complete mobile layers would tell.
municipality-gap-backup-power = Backup power of its own is not known of { sites }. A column of hours in the register would tell.
municipality-gap-power-feed = The power feed is not known of { sites }. A column of feeds in the register would tell.
municipality-gap-endurance = The exact endurance without grid power is not known of { sites }. Battery hours of nodes and masts and backup power of sites would tell.
municipality-gap-fallback = Whether the fallback is independent is not known of { sites }. A complete list of masts with node, power feed and range of each, and the node of every site, would tell.
municipality-gap-node =
    { $count ->
        [one] { sites } has or may have a fixed connection but hangs on no known node. The node in the register, or more nodes in the network, would tell what it hangs on.
       *[other] { sites } have or may have a fixed connection but hang on no known node. The node in the register, or more nodes in the network, would tell what it hangs on.
    }
municipality-gap-network =
    { $count ->
        [one] { sites } has or may have a fixed connection, but no network is given. Its nodes and cables would tell what the connection hangs on.
       *[other] { sites } have or may have a fixed connection, but no network is given. Its nodes and cables would tell what the connection hangs on.
    }
municipality-gap-mast-node = The node is not known of { $masts } that may serve these sites. Nodes in the list of masts would tell what they depend on.
municipality-gap-mast-cut-off = The node has no way to a core node of { $masts } that may serve these sites. The network lacks a cable or a core node, or the node in the list of masts is wrong.
municipality-gap-mast-feed = The power feed is not known of { $masts } that may serve these sites. Feeds in the list of masts would tell.
municipality-gap-mast-range = Range or place is not known of { $masts } that may serve these sites. Ranges in the list of masts, or mobile layers that name the mast, would tell.
municipality-gaps-public = This is the public edition, which has no sites: only the full edition tells which are unknown.
municipality-least-known = The indicator that is known least is known of { $known } of the sites.

## The page about an element

element-middle-in = The middle of { $the } is in { $name } ({ $code }).
element-in = { $the } is in { $name } ({ $code }).
element-feed-nowhere = A power feed has no place of its own.
element-middle-nowhere = The middle of { $the } is in no municipality of the result, or not known.
element-nowhere = { $the } is in no municipality of the result, or has no known place.
element-trench-of = { $consists }.
element-only-feed-of = It is the only power feed of { $parts }.
element-trench-found-in = The trench was found from the drawn routes of the cables in { $file }.
element-trench-found = The trench was found from the drawn routes of the cables.
element-without-row = It has no row of its own in any file: other rows name it.
element-read-from = This was read from { $source }.
element-loss-of-mast = When the mast fails
element-loss-of-node = When the node fails
element-loss-of-power-feed = When the power feed is lost
element-loss-of-span = When the cable is cut
element-loss-of-trench = When everything in the trench is cut
element-loses =
    { $count ->
        [one] { sites } loses the service it has.
       *[other] { sites } lose the service they have.
    }
element-loses-among =
    { $count ->
        [one] { sites } loses the service it has, among them { $among }.
       *[other] { sites } lose the service they have, among them { $among }.
    }
element-persons =
    { $persons ->
        [one] { $persons } person depends on them.
       *[other] { $persons } persons depend on them.
    }
element-persons-at-least =
    { $persons ->
        [one] At least { $persons } person depends on them; of { sites } the number is not known.
       *[other] At least { $persons } persons depend on them; of { sites } the number is not known.
    }
element-persons-unknown = How many persons that concerns is not known.
element-worst = No other of the { $all } elements in elements.csv takes service from more.
element-rank = That is rank { $rank } among the { $all } elements that take service from anyone; 1 takes most sites down.
element-sites-losing-all = Lose every service: { $count }
element-sites-losing-fixed = Lose the fixed connection, but at least one mast holds: { $count }
element-sites-losing-unknown = Lose service; whether a mobile network works is not known: { $count }
element-site =
    { $persons ->
        [one] { $id } { $name } ({ $kind }, { $persons } person)
       *[other] { $id } { $name } ({ $kind }, { $persons } persons)
    }
element-site-persons-unknown = { $id } { $name } ({ $kind }, number of persons not known)
element-more-sites = { $count } more, in dependencies.csv
element-mentioned = The result names { $element } in { $file }, but elements.csv has no row about it: no site is known to lose service when { $it } alone fails.
element-not-mentioned = The result names no { $kind } with the id { $id }. The table elements.csv lists only what alone takes service from somebody: either { $id } does not, or there is no such { $kind }.
element-listed =
    { $count ->
        [one] There is { count-of } in elements.csv.
       *[other] There are { count-of } in elements.csv.
    }
element-nearest = Nearest by name: { $ids }.
element-mast-reaches = The mast reaches { sites }: { $ids }.

## The page about a site: fixed connection and mobile networks

site-connected-by-register = { $the_site } has a fixed connection according to its own register, { $register }.
site-connected-by-layer = { $the_site } has a fixed connection according to the coverage layer, { $layer }.
site-passed = A network passes { $the_site }, which is not connected to it, says { $layer }.
site-planned = A fixed connection is decided but not built, says { $layer }.
site-unconnected-by-register = { $the_site } has no fixed connection according to its own register, { $register }, and no coverage layer says that a network passes or is planned.
site-unconnected-by-layers = { $the_site } has no fixed connection: the place is outside every area of { $layers }, and the layers are stated to be complete.
site-unknown = It is not known whether { $the_site } has a fixed connection: the register does not say ({ $register }), and { $why }.
# Goes on from site-unknown.
site-unknown-no-layer = there is no coverage layer
site-unknown-outside = the place is outside the areas of { $layers }, but not every layer is complete
site-unknown-no-place = without a known place { $layers } cannot tell
site-rate-by-register = The rate is { $rate } according to its own register, { $register }.
site-rate-if-connected = If there is one, its rate is { $rate } according to its own register, { $register }.
site-technology-and-rate = the technology is stated as “{ $technology }” and the rate as { $rate }
site-technology = the technology is stated as “{ $technology }”
site-technology-no-rate = the technology is stated as “{ $technology }”, the rate is not stated
site-rate = the rate is stated as { $rate }
site-rate-open = Another area there says the same without telling its rate, so the rate may be higher.
# Begins with one of the four above.
site-by-layer = { $what } by the coverage layer, { $layer }.
site-target-met = That meets the target of { $rate } Mbit/s.
site-target-missed = That is below the target of { $rate } Mbit/s.
site-target-therefore = The target of { $rate } Mbit/s is therefore not met.
site-target-rate-unknown = The rate is not known, and so neither is whether the target of { $rate } Mbit/s is met.
site-target-unknown = So it is not known either whether the target of { $rate } Mbit/s is met.
site-no-mobile-layer = No mobile layer is given, so it is not known whether a mobile network covers { $the_site }.
site-no-mobile = No mobile network covers { $the_site } at 10 Mbit/s, by { $files }.
site-mobile-not-known = No mobile network is known to cover { $the_site } at 10 Mbit/s, by { $files }.
site-mobile =
    { $at_ten ->
        [one] { $at_ten } mobile network covers { $the_site } at 10 Mbit/s or more and { $at_thirty } at 30 Mbit/s or more, by { $files }.
       *[other] { $at_ten } mobile networks cover { $the_site } at 10 Mbit/s or more and { $at_thirty } at 30 Mbit/s or more, by { $files }.
    }
site-mobile-unknown =
    { $count ->
        [one] Of { $count } mobile network it is not known whether it reaches one of the rates.
       *[other] Of { $count } mobile networks it is not known whether they reach one of the rates.
    }
site-mobile-shared = Operators that share a radio network count as one mobile network.

## Often said on several pages

municipalities =
    { $count ->
        [one] { $count } municipality
       *[other] { $count } municipalities
    }
between = { $low }–{ $high }
rank-of = { $rank } of { $of }
synthetic-data = SYNTHETIC DATA – not reality. Sites, network and coverage are invented.
services-ready =
    { $all ->
        [one] { $ready } of { $all } service ready
       *[other] { $ready } of { $all } services ready
    }
services-ready-unknown = { services-ready }, { $unknown } unknown
services-ready-short = { $ready }/{ $all } ready

## What the score rests on

rests-on-nothing = nothing
rests-on-all = { $names } (all { $of } pillars)
rests-on = { $names } ({ $count } of { $of } pillars)
score-rests-on-nothing = Nothing that the score asks for has a source.
score-rests-on-so-many = The score rests on { $count } of { $of } pillars.
score-rests-on = The score rests on { $pillars }.

## Whom to ask about what, and where the answer goes

# Everything up to ask-value stands behind “Ask the owner of the network”.
ask-connection =
    { $count ->
        [one] whether { sites } has a fixed connection
       *[other] whether { sites } have a fixed connection
    }
ask-rate =
    { $count ->
        [one] for the rate of { $count } connection
       *[other] for the rate of { $count } connections
    }
ask-mobile = about the coverage at { sites }
ask-network =
    { $count ->
        [one] on which node { sites } hangs
       *[other] on which node { sites } hang
    }
ask-node-power = how long the nodes of { sites } last without grid power
ask-masts = for the reach, node, power feed and battery of the masts, for { sites }
ask-backup-power = how long the backup power of { sites } lasts
ask-power-feeds =
    { $count ->
        [one] how many power feeds { sites } has
       *[other] how many power feeds { sites } have
    }
ask-persons = how many persons depend on { sites }
ask-value = for the value of “{ $name }”
# The three stand behind “The answer goes into”.
answer-in-file = a file under `{ $section }`
answer-in-table = the table `{ $key }` in `{ $section }`
answer-in-column = the column `{ $key }` in `{ $section }`

## The report: the summary

summary-counted = { $sites } in { $municipalities } count
summary-counted-outside = { $sites } in { $municipalities } count ({ $outside } more lie outside)
# Begins with one of the two above.
summary-rests-on-nothing = { $counted }, but no municipality can have a score, because the project names no source for anything that the score asks for.
summary-rests = { $counted }, and the score rests on { $pillars }.
summary-rests-without =
    { $count ->
        [one] { $counted }, and the score rests on { $pillars }; { $left_out } is left out, because the project names no source for it.
       *[other] { $counted }, and the score rests on { $pillars }; { $left_out } are left out, because the project names no source for them.
    }
summary-connected = { $yes } of { $sites } are known to be connected ({ $share }) and { $no } not to be
summary-connected-unknown = Nothing is known of the sites' fixed connections
# Begins with one of the two above.
summary-known = { $connected }.
summary-known-ends = { $connected }; { $ends }.
# Goes on from summary-known-ends, up to summary-no-ends.
summary-ends-same = all municipalities have the same score
summary-ends = nobody can stand above { $before } and nobody below { $behind }
summary-ends-open = nobody can stand above { $before } and nobody below { $behind }, whatever the unknowns turn out to be
summary-first = nobody can stand above { $before }
summary-first-open = nobody can stand above { $before }, whatever the unknowns turn out to be
summary-last = nobody can stand below { $behind }
summary-last-open = nobody can stand below { $behind }, whatever the unknowns turn out to be
summary-no-ends = who stands first or last cannot be said for certain
summary-nothing-answered = Nothing that the score asks for has an answer, so every municipality may have anything between 0 and 100.
summary-nothing-unknown = Nothing that the score asks for is unknown.
summary-unknown-harmless = Of what the score asks for { $open } is unknown, but it can move no municipality's score by { $wide } points.
summary-unknown = Of what the score asks for { $open } is unknown; { $clauses }.
# Goes on from summary-unknown.
summary-range = only a range is given for { $whose } ({ $range })
summary-ranges = only a range is given for { $whose }, the widest for { $widest } ({ $range })
summary-nothing-known-of = nothing at all is known of { $whose }
summary-too-little-known-of = too little for a score is known of { $whose }
summary-loses =
    { $count ->
        [one] { sites } loses its service
       *[other] { sites } lose their service
    }
summary-matters =
    { $alike ->
        [0] Most hangs on { $element }: if it alone fails { summary-loses }.
       *[other] Most hangs on { $element }: if it alone fails { summary-loses } ({ $alike } more take as many).
    }
summary-matters-all =
    { $alike ->
        [0] Most hangs on { $element }: if it alone fails { summary-loses }, and with it every service.
       *[other] Most hangs on { $element }: if it alone fails { summary-loses }, and with it every service ({ $alike } more take as many).
    }
summary-matters-some =
    { $alike ->
        [0] Most hangs on { $element }: if it alone fails { summary-loses }, { $losing } of them every service.
       *[other] Most hangs on { $element }: if it alone fails { summary-loses }, { $losing } of them every service ({ $alike } more take as many).
    }
summary-costs-unknown = What matters most cannot be said until something is known.
summary-costs-connection = What matters most: { sites } known to have no connection.
summary-costs-nothing = Nothing takes the score down: the municipalities that have one stand at 100.
summary-costs-one = The score rests on { $pillar } alone, where { $all } points of 100 are missing on average.
summary-costs = Most points are lost in { $pillar }: { $own } of the { $all } that are missing from 100 on average.
summary-no-source = Municipalities get a score when the project names a source for any of { $pillars }.
summary-gain = Most would change in { $whose } by a measure at { sites } – { $what } – which lifts the best estimate of the score from { $from } to { $to }.
summary-question = Most uncertainty would go in { $whose } if you ask { $whom } { $what }: { $now } becomes { $answered }.
summary-least-sure = The score is least sure in { $whose }: it may be anything between { $low } and { $high }, and no single answer changes that.
summary-no-answer = No answers can change the score, only that something is built or broken.

## The report

report-title = Digital readiness – { $region }
report-incomplete = INCOMPLETE DATA. Of some municipality nothing is known, or too little for a score.
report-edition-full = Full edition: shows weak points, stays inside.
report-edition-public = Public edition: municipalities only.
report-municipality = Municipality
report-sites = Sites
report-schools = Schools
report-care-homes = Care homes
report-rank = Rank
report-kind = Kind
report-file = File
report-more-in = { $count } more in { $file }.
report-questions-heading = What to ask next
report-questions-about = What is unknown can move the municipalities' scores by { $now } points on average. These answers would lower that most:
report-question = Ask { $whom } { $what }: from { $from } to { $to } points. The answer goes into { $key }.
report-questions-more = Each question was tried by scoring anew with the best answer and with the worst. What each municipality should ask is on its page; all questions are in questions.csv.
report-questions-left-out = This the score leaves out altogether, because the project names no source. It is taken in when the project file gets what stands behind it:
report-scores-heading = Score per municipality
report-left-out = Left out, because the project names no source: { $names }.
report-scores-about = Scores go from 0 to 100. The interval shows what the score may turn out to be depending on what is unknown; where it is { $wide } points or wider it stands in place of a number. Ranks follow the best estimate.
report-score = Score
report-estimate = Best estimate
report-interval = Interval
report-services = Services
report-contrast-heading = The score and the services tell different stories
report-contrast-about = The score combines indicators. A service is ready only when everything it needs is known to be met, and asks for nothing more. Here the place by score differs from the place by the share of ready services by more than a quarter of the list.
# Stands behind the name of the municipality and a colon.
report-contrast = place { $by_score } of { $among } by score and { $by_services } by services ({ $ready }).
report-contrast-lifted = The score is lifted by { $name }: { $own }, beside { $median } of the median municipality. Of the { $services } services { $asking } need what it counts.
report-contrast-lowered = The score is drawn down by { $name }: { $own }, beside { $median } of the median municipality. Of the { $services } services { $asking } need what it counts.
report-contrast-lacking = Of the { $all } that are not ready { $lacks } lack { $what }.
report-contrast-lacking-open = Of the { $all } that are not known to be ready { $lacks } lack { $what }, and of { $open } that is not known.
report-connections-heading = The sites' fixed connections
report-connected = Connected
report-passed = Passed
report-planned = Planned
report-unconnected = Without
report-unknown = Unknown
report-on-one-point = On a single point
report-why-heading = Why the score is as it is
report-services-heading = Digital services
report-services-about = How many sites are ready for each service. At risk: works today without the backup that the service needs.
report-service = Service
report-service-ready = Ready
report-service-at-risk = At risk
report-service-not-ready = Not ready
report-service-unknown = Unknown
report-service-source = Where the needs come from
report-groups-heading = Sub-regions
report-elements-heading = What takes most down
report-elements-about = Nodes, cables, trenches, power feeds and masts whose loss alone takes the service that sites have: fixed, or mobile where there is no fixed. A power feed counts as lost for longer than any battery lasts.
report-element = Element
report-without-service = Without any service
report-service-open = Not known
report-trench-found = cables within { $within }
report-trench-stated = declared
report-fallbacks-heading = Fallbacks
report-fallbacks-about = What sites have to fall back on when their fixed connection fails. A mast is an independent fallback only if it stays up through every single failure that takes the fixed connection; if it hangs on the same cable it is shared. The reason for each mast is in backups.csv.
report-fallback-independent = Independent
report-fallback-shared = Shared
report-fallback-none = None
report-fallback-unknown = Not known
report-municipalities-heading = The municipalities, one by one
report-findings-heading = What the input leaves in doubt
report-findings-about = Every row that was not used, or used with a guess.
report-nothing = Nothing.
report-errors =
    { $count ->
        [one] { $count } error
       *[other] { $count } errors
    }
report-warnings =
    { $count ->
        [one] { $count } warning
       *[other] { $count } warnings
    }
report-notes =
    { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }
report-row = Row
report-field = Field
report-value = Value
report-message = Message
report-sources-heading = Sources
report-source = Source
report-date = Date
report-licence = Licence
report-certainty-heading = How sure is it?
report-certainty-nothing = Without scores there is nothing to try.
report-ranks-heading = How sure is the ranking?
report-ranks-about = Weights, ways of combining, goalposts and the unknowns are varied at random many times. In brackets stands between which places the rank lies in nine of ten cases. Two municipalities whose intervals overlap can often not be told apart.
report-group-ranks-heading = Ranks of sub-regions
report-as-table = As a table
report-nine-of-ten = In nine of ten cases
report-choices-heading = Which choices matter?
report-choices-about = What moves the ranks: how much of the variation each choice makes, alone and together with the others (Sobol indices, with intervals of 95 per cent).
report-choice = Choice
report-choice-alone = Alone
report-choice-together = Together
report-choice-share = { $points }% ({ $low }–{ $high })
report-coherence-heading = Does the framework hold together?
report-coherence-about = The score combines indicators. Here it is asked whether they belong together: whether two say the same, whether one does nothing, and whether one does far more than its weight. These are statistics of just these municipalities, and no fault in themselves. Every figure is in coherence.csv.
report-coherence-few =
    { $units ->
        [one] Only { $units } municipality has a score; with fewer than { $at_least } nothing can be said.
       *[other] Only { $units } municipalities have a score; with fewer than { $at_least } nothing can be said.
    }
report-coherence-redundant = “{ $a }” and “{ $b }” say nearly the same (correlation { $r }): it counts twice.
report-coherence-opposed = “{ $a }” and “{ $b }” pull against each other within one pillar (correlation { $r }).
report-coherence-idle = “{ $name }” does nothing to the score among these municipalities.
report-coherence-dominant = “{ $name }” drives the score far more than its weight.
report-coherence-backwards = “{ $name }” is better where the score is worse.
report-coherence-questionable = The parts of “{ $name }” do not measure one and the same thing (Cronbach's alpha { $alpha }): to combine them is a choice.
report-coherence-open = { $count } relations cannot be computed: too few municipalities have both values, or one of them is the same for all.
report-coherence-clean = Nothing to remark on.

## The page about an outage

outage-exercise = Exercise, outage · { $region }
outage-date = Date
outage-participants = Participants
outage-stays-inside = Shows weak points: stays with those who exercise.
outage-fails-heading = What fails
outage-grid = Grid power is lost everywhere. Shown after { $hours }.
outage-grid-in-area = Grid power is lost in the area { $area }. Shown after { $hours }.
outage-grid-of-feeds = Grid power is lost on power feed { $feeds }. Shown after { $hours }.
outage-grid-of-feeds-in-area = Grid power is lost on power feed { $feeds } in the area { $area }. Shown after { $hours }.
outage-nothing-else = Nothing else fails.
outage-result-heading = What becomes of it
outage-hours = Hours
outage-lose-all = Lose every service
outage-schools-without = Schools without
outage-care-homes-without = Care homes without
outage-persons-without = Persons without
outage-lose-fixed = Lose fixed
outage-lose-mobile = Lose mobile
outage-open = Not known
outage-keep = Have service left
outage-had-none = Those without include { $count } that had none before.
outage-at-least = at least { $persons }
outage-municipalities-heading = What each municipality loses
outage-municipalities-about = Sites without any service; behind the plus those of which it is not known.
outage-before-count = With service before
outage-without-after = Without at { $hours }{"\u00A0"}h
outage-without = Without
outage-persons = Persons
outage-outside = In no municipality
outage-all = All
outage-at-the-last = Schools, care homes and persons without service at the last hour.
outage-list-loses-all = Sites left without service
outage-list-unknown = Sites of which it is not known whether any service is left
outage-list-loses-fixed = Sites with only mobile service left
outage-list-loses-mobile = Sites with only fixed service left
outage-none-known = None known.
outage-site = Site
outage-before = Before
outage-after = { $hours }{"\u00A0"}h
outage-left = Left
outage-fixed = fixed
outage-mobile = mobile
outage-no-service = none
outage-notes-heading = Notes
outage-how-heading = How it is worked out
outage-how-at-once = Everything in the scenario fails at once. A site has fixed service as long as there is a way from its node to a core node, and mobile service as long as some mast that reaches it is up. Both end when the site itself is without power.
outage-how-power = A power feed that fails is gone for longer than any battery lasts. Where grid power is lost for some hours, what has a battery or backup for at least as long stays up.
outage-how-unknown = ? means that it is not known: somebody has not stated a battery, node or range. What nobody stated counts neither as yes nor as no.
outage-doubts-heading = Doubts
outage-findings =
    { $count ->
        [one] The input gives { $count } finding: findings.csv.
       *[other] The input gives { $count } findings: findings.csv.
    }

## The page about a site: headings, what it is, in which municipality

site-fixed-heading = Fixed connection
site-mobile-heading = Mobile networks
site-way-heading = The way through the network
site-points-heading = What alone can break the service
site-fallback-heading = Fallback
site-endurance-heading = When grid power is lost
site-flags-heading = In short, with the codes in sites.csv
site-services-heading = Digital services
site-counted-heading = In the score of the municipality
site-findings-heading = Findings about the row
site-with-persons =
    { $persons ->
        [one] { $what } with { $persons } person
       *[other] { $what } with { $persons } persons
    }
site-is = { $id } is { $what }.
site-is-in = { $id } is { $what } in { $name } ({ $code }).
site-persons-unknown = The number of persons is not known.
site-read-from = This was read from { $source }.
site-borders = the boundaries
site-borders-of = the boundaries of { $file }
site-inside = { $the_site } lies in the municipality by { $borders }.
site-nearest = { $the_site } lies outside every municipality by { $borders } and counts in the nearest.
site-stated = The place is not known; the municipality is the one that the register states.
site-outside = { $the_site } lies in no municipality of the result by { $borders } and counts in none.
site-nowhere = The place is not known and the register states no municipality of the result, so { $the_site } counts in none.

## The page about a site: the way through the network

site-node-cut-off = But by the network there is no way from { $node } to a core node, even when everything works.
site-nearest-node = Nearest is { $node }, { $far } away in a straight line.
site-hangs-on-no-node = { $the_site } hangs on no known node of the network.
site-no-network = No network is given, so it is not known what { $the_site } hangs on.
site-node-unknown = The place is not known, so neither is the node that { $the_site } hangs on.
site-would-hang = A fixed connection of { $the_site } would hang on { $node }.
site-would-hang-far = A fixed connection of { $the_site } would hang on { $node }, { $far } away in a straight line.
site-hangs = { $the_site } hangs on { $node }.
site-hangs-far = { $the_site } hangs on { $node }, { $far } away in a straight line.
site-at-a-core-node-of-two = It is a core node itself and reaches another core node too.
site-at-a-core-node = It is a core node itself.
site-two-ways = From there at least two ways lead to the core with no other node in common.
site-no-two-ways = From there no two ways to the core are independent of each other: all of them pass the same node somewhere.
site-ways-unknown = How many ways lead from there is not known.
site-mobile-no-point = { $the_site } has mobile service only. The masts that reach it have nothing in common, so no single part is known that alone can break the service.
site-mobile-points = { $the_site } has mobile service only. Each of these alone can break it:
site-mobile-without-masts = { $the_site } has mobile service only, and without a list of masts it is not known what that hangs on.
site-neither-service = { $the_site } has neither fixed nor mobile service to lose.
site-service-unknown = { $the_site } has no fixed service, and whether a mobile network works there is not known. So neither is what can break the service.
site-points-unknown = What the fixed connection hangs on in the network is not known.
site-points-unknown-but = What the fixed connection hangs on in the network is not known, except this:
site-points-if-connected = Whether { $the_site } has fixed service is not known. If so, each of these alone can break it, beginning next to { $the_site }:
site-points = Each of these alone can break the fixed connection, beginning next to { $the_site }:
site-point = { $element }: { $effect }.
site-point-detailed = { $element }, { $detail }: { $effect }.
# Goes on from site-point-detailed, up to site-point-feed.
site-point-access = which { $the_site } hangs on
site-point-trench = where { $consists }
site-point-own-feed = the only one { $the_site } has
site-point-feed = the only one that { $parts } have
# Goes on from site-point, up to site-effect-masts-unknown.
site-effect-fixed = the fixed connection breaks but at least one mast holds
site-effect-all = every service breaks
site-effect-unknown = the fixed connection breaks; whether a mast holds is not known
site-effect-masts-unknown = the masts known to serve it stop working; whether another takes over is not known
site-points-of-effect = of { $count } of them { $effect }
site-points-left = Then { $count } more nodes and cables towards the core: { $effects }. The last is:
site-points-beside = Then { $count } more trenches, power feeds and masts: { $effects }.

## The page about a site: fallback

site-more-masts = { $count } more masts are in backups.csv with their reasons.
site-independent-masts = { $the_site } has mobile service only, but an independent backup: among masts { $masts } there are two that no single failure takes down together.
site-independent =
    { $count ->
        [one] There is an independent fallback: mast { $masts } reaches { $the_site } and holds through every single failure that breaks the fixed connection.
       *[other] There is an independent fallback: masts { $masts } reach { $the_site }, and each holds through every single failure that breaks the fixed connection.
    }
site-shared-masts = { $the_site } has mobile service only and no independent backup: no two of the masts that reach it, or may, are independent of each other.
site-shared = There is no independent fallback. Masts reach { $the_site }, but each stops working with some failure that also breaks the fixed connection.
site-shared-maybe = There is no independent fallback. Masts may reach { $the_site }, but each stops working with some failure that also breaks the fixed connection.
site-no-second-network = There is no fallback: fewer than two mobile networks cover { $the_site }.
site-no-network-beside = There is no fallback: no mobile network covers { $the_site }.
site-no-mast = There is no fallback: no mast of the list reaches { $the_site }.
site-one-mast = There is no fallback: mast { $mast } is the only one that can reach { $the_site }.
site-fallback-unknown = It is not known whether { $the_site } has an independent fallback.
site-no-mast-list = No list of masts is given, and without it nobody knows what mobile coverage hangs on.
site-unlisted-mast = At least one mobile network covers or may cover { $the_site } while none of its listed masts reaches it; the mast that does is missing from the list.
site-way-unknown = As it is not known what the fixed connection hangs on, nobody can tell whether a mast is independent of it.
site-mast-no-backup =
    { $count ->
        [one] Mast { $masts } { $reason }: it is no independent backup.
       *[other] Masts { $masts } { $reason }: none of them is an independent backup.
    }
site-mast-open =
    { $count ->
        [one] Mast { $masts }: { $reason }.
       *[other] Masts { $masts }, of each: { $reason }.
    }
# Goes on from site-mast-no-backup, up to site-mast-shares.
site-mast-hangs =
    { $count ->
        [one] hangs on { $node } and { $shares }
       *[other] hang on { $node } and { $shares }
    }
site-mast-cut-off =
    { $count ->
        [one] has no way to a core node
       *[other] have no way to a core node
    }
site-mast-alone =
    { $count ->
        [one] has no other mast beside it
       *[other] have no other mast beside it
    }
site-mast-stops =
    { $count ->
        [one] stops working with the same failure
       *[other] stop working with the same failure
    }
site-mast-shares-node-with-mast =
    { $count ->
        [one] shares that node with another mast that reaches it, or may
       *[other] share that node with another mast that reaches it, or may
    }
site-mast-shares-with-mast =
    { $count ->
        [one] shares { $element } with another mast that reaches it, or may
       *[other] share { $element } with another mast that reaches it, or may
    }
site-mast-shares-node =
    { $count ->
        [one] shares that node with { $the_site }
       *[other] share that node with { $the_site }
    }
site-mast-shares =
    { $count ->
        [one] shares { $element } with { $the_site }
       *[other] share { $element } with { $the_site }
    }
# Goes on from site-mast-open, up to site-mast-way-unknown.
site-mast-no-rate = the mobile layer states no rate at { $the_site }
site-mast-no-place = the place of { $the_site } is not known, so its reach tells nothing
site-mast-no-range = range or place is not stated, so it is not known whether { $the_site } is reached
site-mast-node-cut-off = the stated node { $node } has no way to a core node
site-mast-no-node = no node is stated, so what can take it down is not known
site-mast-node-unknown = the stated node { $node } is not in the network
site-mast-no-feed = no power feed is stated
site-mast-others-unknown = it is not known whether another mast is independent of it
site-mast-way-unknown = reaches it, but what the fixed connection hangs on is not known

## The page about a site: when grid power is lost

site-no-service-to-lose = { $the_site } has no service to lose.
site-ends-at-once = Service ends at once when grid power is lost everywhere.
site-lasts = Some service lasts { $hours } when grid power is lost everywhere.
site-lasts-between = Some service lasts at least { $low } and at most { $high } when grid power is lost everywhere.
site-lasts-at-most = Service lasts { $high } at most when grid power is lost everywhere; whether it lasts at all is not known.
site-lasts-at-least = Some service lasts at least { $low } when grid power is lost everywhere; how much longer is not known.
site-lasts-unknown = How long service lasts when grid power is lost everywhere is not known.
site-needs-no-power = Nothing on the way needs power, so service does not end without it.
site-backup-unknown = How long the backup power of { $the_site } itself lasts is not stated ({ $register }).
site-no-backup = { $the_site } has no backup power of its own ({ $register }).
site-backup-limits = The backup power of { $the_site } itself lasts no longer: { $hours } ({ $register }).
site-backup-outlasts = The backup power of { $the_site } itself lasts { $hours } ({ $register }), so it is the networks that end first.
site-backup = The backup power of { $the_site } itself lasts { $hours } ({ $register }).

## The page about a site: digital services

service-status = { $name }: { $status }.
service-missing = Missing: { $needs }.
service-not-known = It is not known { $questions }.
service-all-met = Every need is met.
service-all-met-among = Every need is met, among them { $needs }.
# Goes on from service-missing or service-all-met-among, up to service-some-endurance.
service-fixed = a fixed connection
service-enough = a sufficient rate
service-way = a way through the network that no single failure breaks
service-mobile-backup = a mobile network as backup
service-no-mobile-backup = a mobile network as backup (none reaches 10 Mbit/s here)
service-independent = an independent fallback
service-endurance = { $hours } hours of service without grid power
service-some-endurance = service without grid power
service-rate-if-connected = { $rate } (a fixed connection gives { $own }, if there is one)
service-rate-over-it = { $rate } over it
service-rate-below = { $rate } (the fixed connection gives { $own })
service-rate-of-none = { $rate } (there is no fixed connection, and no mobile network gives as much)
# Stands in brackets behind the need, up to service-lasts-at-least.
service-passed = a network passes by
service-planned = one is decided but not built
service-rate-of-fixed = the fixed connection gives { $own }
service-rate-of-mobile = over a mobile network
service-no-fixed = there is no fixed connection
service-node-cut-off = its node has no way to the core
service-breaks =
    { $count ->
        [one] { $names } alone can break it
       *[other] each of { $names } alone can break it
    }
service-no-fallback = there is no fallback at all
service-something-else = something else
service-masts-share =
    { $count ->
        [one] the mast that reaches it, or may, shares { $shared } with another
       *[other] each mast that reaches it, or may, shares { $shared } with another
    }
service-masts-share-with =
    { $count ->
        [one] the mast that reaches it, or may, shares { $shared } with { $the_site }
       *[other] each mast that reaches it, or may, shares { $shared } with { $the_site }
    }
service-nothing-lasts = there is no service to last
service-ends-at-once = service ends at once
service-lasts = service lasts { $hours }
service-lasts-between = service lasts at least { $low } and at most { $high }
service-lasts-at-most = service lasts { $high } at most
service-needs-no-power = service does not end without power
service-lasts-at-least = service lasts at least { $low }
# Goes on from service-not-known.
service-open-fixed = whether there is a fixed connection
service-open-way = whether a single part of the network can break the fixed connection
service-open-mobile-backup = whether a mobile network reaches { $the_site } at 10 Mbit/s
service-open-independent = whether there is an independent fallback
service-open-endurance = whether service lasts { $hours } without grid power
service-open-rate = whether the rate reaches { $rate }
service-open-rate-not-stated = whether the rate reaches { $rate } (that of the fixed connection is not stated)
service-open-rate-of-persons = whether the rate is enough (the need depends on the number of persons, which is not known)
service-open-enough = whether the rate is enough

## The page about a site: in the score of the municipality

site-counts-nowhere = { $the_site } counts in no municipality's score.
site-counts = Counts as { $parts }.
# The three go on from site-counts.
site-counts-yes = yes in: { $names }
site-counts-no = no in: { $names }
site-counts-unknown = unknown in: { $names }

## Maps and plots

map-synthetic = SYNTHETIC DATA – not reality
map-incomplete = INCOMPLETE DATA
map-no-score = no score
map-no-score-class = No score
map-between-classes = Shown as a range
map-at-least-at-most = With lines: at least as good as the ground, at most as good as the lines.
map-darker-is-better = Darker is better. Same classes every year.
map-services-ready = The line under the score: how many of the digital services that the sites need are ready. A service counts once for each site that it concerns.
map-class-uncertain = Uncertain class: the unknowns could move the municipality to another
map-see-table = The score and interval of every municipality are in the table.
map-numbered = Numbered municipalities
map-sites = Schools, care homes and other sites
map-service-note = Every site is shown once.
map-worst-counts = Every site is shown once, by what is worst there.
map-scale = Scale
map-how-to-read-endurance = The full height is all sites; the mark on the left is before the outage. The axis shows hours.
plot-nobody-concerned = no site is concerned
plot-how-to-read-services = The number is how many sites are known to be ready, of all that the service concerns. The whole bar is all that are concerned.
plot-how-to-read-shares = Every cell is a service in a municipality. Darker is better: more of the sites that the service concerns are known to be ready. The counts are in the table.
plot-how-to-read-ranking = Rank 1 is the highest score, by the best estimate. In brackets: the rank lies between these places in 90 per cent of the calculations (5th to 95th percentile).
plot-how-to-read-contributions = The whole bar is 100 points. Left of the black line: points that each part of the score gives. Right of it, paler: points that the part loses.
plot-range-of-contributions = Where the score is given as a range the bar shows the best estimate, and the line under it the range.
plot-rank-in-result = the rank in the result
plot-how-to-read-strip = How often a municipality has a rank when the score is calculated many times, in per cent. A single dark cell: the rank is certain. Many pale ones: another rank is as likely.
map-source = Source: { $source }
map-date = Date:{"\u00A0"}{ $date }
map-crs = Coordinate{"\u00A0"}system:{"\u00A0"}{ $crs }
map-score-classes = Score 0–100
map-score-classes-counted = municipalities
map-wide-interval = Where the interval is { $wide } points or wider it stands alone. The ring is the best estimate.
map-interval-heading = How certain the score is
map-interval = The dot is the score. The field around it runs from the lowest to the highest score that the unknowns allow, the numbers in brackets.
map-network = Network
map-cable = Cable
map-cable-alone = Cable without another way
map-cable-failed = Cable that fails
map-point-failed = Node or mast that fails
map-area-hit = Area that is hit
plot-with-service = with service
plot-service-unknown = not known
plot-without-service = without service
plot-after-a-day = after 24 hours: { $served } of { $sites }
plot-ready-shares = Share ready:
plot-ready-unsure = the unknowns could change the class
plot-ready-unknown = nothing is known
plot-score = score
plot-rank = rank
plot-score-of = score { $score }
plot-best-estimate = best estimate, where the score is given as a range
plot-possible = lowest to highest that the unknowns allow
plot-value = value of the municipality
plot-best-value = best estimate, where the interval is wide
plot-no-value = no value
plot-median = median of the region
plot-ranks-together = Every cell is { $each } ranks together.
map-score-title = Digital readiness
map-score-subtitle = Score 0–100 for schools and care. { $rests_on }
map-sites-title = Sites
map-sites-subtitle = Schools, preschools and care by the worst that is known
plot-endurance-title = Endurance
plot-endurance-subtitle = Sites with fixed or mobile service, hours after grid power was lost everywhere
plot-all-municipalities = All municipalities
plot-services-title = Digital services
plot-services-subtitle = How many of the sites that are concerned are ready
plot-ranking-title = Ranking
plot-ranking-subtitle = Score and rank with their intervals. { $rests_on }
plot-contributions-title = Contributions
plot-contributions-subtitle = What each pillar gives to the score, and what it costs. { $rests_on }
plot-profiles-title = Profiles
map-outage-before = Before: what service there is
map-outage-after = After: who loses what
map-outage-after-hours = After { $hours } without power: who loses what
plot-profiles-subtitle = Each pillar against the middle of all. { $rests_on }
plot-profiles-subtitle-hidden = Each pillar against the middle of all; { $hidden } of worse rank are not shown. { $rests_on }
plot-chances-title = Rank with uncertainty
plot-chances-subtitle = How likely each rank is when choices and unknown facts vary. { $rests_on }
map-other-sites = { $count } other
map-off-map =
    { $count ->
        [one] { $count } site lies outside the map.
       *[other] { $count } sites lie outside the map.
    }

site-condition--unconnected = No fixed connection
site-condition--single_point = Hangs on a single point
site-condition--below_target = Below the speed target
site-condition--unknown = Unknown
site-condition--nothing_found = Nothing known to be wrong
service-now--nothing = No service
service-now--unknown = Not known to have service
service-now--mobile = Only mobile known
service-now--fixed = Only fixed known
service-now--both = Fixed and mobile
service-lost--all = Loses every service
service-lost--unknown = Not known if any is left
service-lost--fixed = Loses fixed, mobile is left
service-lost--mobile = Loses mobile, fixed is left
service-lost--had_none = Had none before
service-lost--nothing = No known loss

## The workbook

workbook-about = This workbook shows whether the digital infrastructure is ready at schools, care homes and other sites, and what stops working if a single thing breaks.
workbook-about-score = This workbook shows score and rank of each unit in a table of indicators, and how sure they are.
workbook-arithmetic-mean = Arithmetic mean
workbook-arithmetic-rank = Arithmetic rank
workbook-blank-cells = A blank cell means unknown, or without meaning for the row. The same tables are in the same directory as CSV and Parquet; docs/output.md explains every column.
workbook-date = Date
workbook-edition = Edition
workbook-edition-full = Full: shows weak points, stays inside.
workbook-edition-public = Public: municipalities only.
workbook-framework = Framework
workbook-geometric-mean = Geometric mean
workbook-geometric-rank = Geometric rank
workbook-invented = Invented
workbook-licence = Licence
workbook-own-rank = Rank in the result
workbook-own-score = Score in the result
workbook-program = Program
workbook-readme = README
workbook-region = Region
workbook-rests-on = Scores rest on
workbook-rows = Rows
workbook-rows-left-out = { $sentence } Only the first { $shown } rows fit; { $left_out } are left out. All are in { $file }.csv.
workbook-same-table = The same table as
workbook-settings = Settings (SHA-256)
workbook-sheets = Sheets
workbook-shows = What it shows
workbook-sources = Sources
workbook-title = Digital readiness
workbook-try-weights = Try weights
workbook-weight = Weight
workbook-weight-allowed = The number has to be 0 or more.
workbook-weights = Try weights of your own for the pillars: Excel works out score and rank anew.
workbook-weights-how = Change the yellow weights, 0 or more: score and rank follow. A pillar of weight 0 does not count; where another is blank, so is the score.
workbook-weights-means = In the geometric mean a weak pillar pulls the score down; in the arithmetic a good one can make up for it. The yellow number above the geometric mean is added to each pillar and taken off again: without it a single pillar at 0 makes the whole score 0.

## The comparison on the screen

compare-and-more = { $names } and { $more } more
compare-another = another one
compare-another-alike = another one, though of the same name and version
compare-basis = basis
compare-both-rest = both rest on { $names } ({ $some } of { $many } pillars)
compare-both-rest-apart = both rest on { $names } ({ $some } of { $many } pillars), though not by the same indicators
compare-counted = { $units }. They differ for certain: { $real }; cannot be told apart: { $alike }; no score in A or B: { $none }
compare-counted-in-common = { $units }. In what both A and B ask for, they differ for certain: { $real }; cannot be told apart: { $alike }; no score: { $none }
compare-difference = difference
compare-framework = framework
compare-inputs = inputs
compare-more-in = … { $count } more in differences.csv …
compare-moved-heading = the indicators that moved most, in points:
compare-municipality = municipality
compare-no-goalposts = nothing is split into data and method: the values of { $values } give no goalposts for { $ids } in the framework of { $framework }
compare-no-score = no score
compare-not-apart = cannot be told apart
compare-note = note
compare-nothing-common = { $units }. A and B ask for nothing in common, so the scores do not say what has changed
compare-nothing-in-common = nothing in common
compare-of-data = of data
compare-of-method = of method
compare-of-scope = of scope
compare-only-asks = only { $name } asks for: { $names }
compare-only-in = only in { $name }: { $names }
compare-real = real?
compare-rests-also = { $one } rests on { $names }; { $other } also on { $more }
compare-rests-apart = A rests on { $names }; B on { $others }
compare-same = the same
compare-scored-otherwise = beredd { $version } computed scores of { $name } otherwise ({ $count }); here this version computes both
compare-sites = sites: { $new } new, { $gone } gone, { $changed } changed (in difference_sites.csv)
compare-sites-left-out = sites are left out: { $side } is the public edition, which has none
compare-sum = { $name }: { $total } = data { $data } + method { $method } + scope { $scope } ({ $basis })
compare-synthetic = SYNTHETIC DATA: sites, network and coverage are invented.
compare-tables = tables
compare-target = { $rate } Mbit/s, { $hours } h backup power
compare-targets = targets
compare-targets-differ = { $before } → { $after }; what that does counts as data
compare-unit = unit
compare-files-differ =
    { $count ->
        [one] { $count } file differs (in run.json)
       *[other] { $count } files differ (in run.json)
    }
compare-units =
    { $count ->
        [one] { $count } unit
       *[other] { $count } units
    }

## Rules of findings

rule--file_missing = The file does not exist or may not be read.
rule--file_unreadable = The file is damaged, too large, or not in a format that can be read.
rule--file_elsewhere = The file names others that do not belong to it.
rule--file_empty = The file has no rows.
rule--encoding_unreadable = The text is neither UTF-8, UTF-16 with a mark, nor Windows-1252.
rule--encoding_guessed = The text is not UTF-8 and was read as Windows-1252.
    .outcome = used as repaired
rule--encoding_mixed = Some lines are in another encoding than the rest.
    .outcome = used as read; look at the named lines
rule--layer_missing = The file has no such layer, or several and none was named.
rule--column_missing = The file has no such column.
rule--column_unreadable = The column is stored as a type that is not read.
rule--crs_missing = Neither the file nor the project says which coordinate reference system applies.
rule--crs_unusable = There is no way from the coordinate reference system into the working one.
rule--quote_unclosed = A double quote is not closed and swallows the rows behind it.
rule--row_blank = The row is blank and was passed over.
    .outcome = not used
rule--row_width = The row has another number of fields than the header: missing ones count as blank, and with too many it was not used.
    .outcome = missing fields are blank; with too many the row is not used
rule--id_missing = The row has no id and was not used.
    .outcome = not used
rule--id_duplicate = Two rows have the same id.
rule--number_unreadable = The field holds no number that can be read and counts as unknown.
    .outcome = used; the field is unknown
rule--number_out_of_range = The number cannot be true and counts as unknown.
    .outcome = used; the field is unknown
rule--value_unknown = The field holds a word that has no meaning here and counts as unknown.
    .outcome = used, with the field unknown; an area of `[[fixed]]` without a status is not used
rule--kind_unknown = The kind of site is not known and counts as other.
    .outcome = used as kind `other`
rule--text_formula = A spreadsheet would run the text as a formula; in CSV it is written behind an apostrophe.
    .outcome = used; only how the text is written or shown changes
rule--text_line_break = The text holds a line break; maps and reports show a space.
    .outcome = used; only how the text is written or shown changes
rule--text_too_long = A field is longer than any text.
rule--zero_or_blank = Numbers are 0 in a format that stores a blank as 0.
    .outcome = count as unknown
rule--coordinate_missing = The row has no usable coordinates; it is kept without a place.
    .outcome = used, without a place
rule--coordinate_zero = Both coordinates are zero, the mark of a failed geocoding; the row is kept without a place.
    .outcome = used, without a place
rule--coordinate_swapped = The coordinates fit only when x and y change places; the row is kept without a place.
    .outcome = used, without a place
rule--coordinates_swapped = Most rows of the dataset have x and y the wrong way round.
rule--coordinates_unreadable = Most rows of the dataset have coordinates that cannot be read or used.
rule--coordinate_outside_extent = The place is outside the area of the working coordinate system; the row is kept without a place.
    .outcome = used, without a place
rule--geometry_missing = The row has no geometry or an empty one and was not used.
    .outcome = not used
rule--geometry_wrong_kind = The row has another kind of geometry than this dataset needs and was not used.
    .outcome = not used; a span is used and drawn straight
rule--geometry_not_polygons = No row of the dataset has a polygon.
rule--geometry_repaired = The polygon crosses or overlaps itself, or holds other things than polygons; it was repaired.
    .outcome = used as repaired
rule--geometry_changed = The polygon crosses itself, or parts of it overlap; the repair changed much of it.
    .outcome = used as repaired; see that the polygon is the one that is meant
rule--geometry_unusable = The geometry is broken beyond repair, or has no image in the working coordinate system; the row was not used.
    .outcome = not used
rule--geometry_reduced = The site is drawn as more than a point; a point inside it stands for it.
    .outcome = used as repaired
rule--layer_elsewhere = Nothing in the file lies in or near a municipality of the project.
    .outcome = used; it says nothing of any site inside
rule--layer_not_complete = Rows of a layer that is stated to be complete were not used; outside it counts as unknown.
    .outcome = used, and outside it counts as unknown
rule--municipality_code_padded = The code had lost its leading zero, which was put back.
    .outcome = used as repaired
rule--municipality_merged = Several rows have the same code; their areas were put together.
    .outcome = used, together with the earlier one
rule--municipality_overlap = Two municipalities overlap; a site in both goes to the lower code.
    .outcome = both used
rule--municipality_selection = A selected municipality is not in the file.
rule--site_outside_municipalities = The site lies in no municipality and counts in none.
    .outcome = used; the site counts in no municipality
rule--site_nearest_municipality = The site lies outside every polygon and joined the nearest.
    .outcome = used; the site counts in the nearest municipality
rule--site_municipality_mismatch = The register states another municipality than the one the place is in.
    .outcome = used; the place decides
rule--site_municipality_stated = The site has no place; the municipality is the one the register states.
    .outcome = used; the site counts in the stated municipality
rule--rate_without_connection = The register states the rate of a connection that the site is not known to have.
    .outcome = used; the rate counts only where the connection is unknown, and then only against it
rule--raster_no_georeference = The raster does not say where it lies.
rule--raster_bands = The raster has several bands.
    .outcome = the first band is used
rule--raster_value_impossible = Sites lie in cells whose value cannot be true.
    .outcome = counts as unknown
rule--raster_no_data = Sites lie in cells without a value, or outside the raster.
    .outcome = used; counts as not covered where the layer is complete, else as unknown
rule--network_unreadable = The file is no OFDS package.
rule--network_core_missing = No node is a core node, so nothing can be reached.
rule--network_core_unknown = A node named as core is not in the network.
rule--network_without_nodes = A network of the package has no list of nodes, so there is nothing of it to use.
    .outcome = not used
rule--network_without_spans = A network has no list of spans, so none of its nodes reaches another.
    .outcome = used
rule--node_without_place = The node has no usable position; no site is attached to it by distance.
    .outcome = used; reached by name and over spans only
rule--status_missing = Nodes or spans state no status.
    .outcome = used; missing_status says whether it carries something
rule--status_unknown = The status is no code of the Open Fibre Data Standard.
    .outcome = used; it carries nothing
rule--node_not_in_service = The node is not in operation and carries nothing.
    .outcome = used; it carries nothing
rule--span_not_in_service = The span is not in operation and carries nothing.
    .outcome = used; it carries nothing
rule--span_end_missing = An end of the span is no node of the network; the span was not used.
    .outcome = not used
rule--span_end_snapped = An end of the span joined the node it is drawn at.
    .outcome = used as repaired
rule--span_loop = The span starts and ends at the same node.
    .outcome = used; it is no way to anywhere
rule--span_end_far = An end of the span is drawn far from the node it belongs to; the node counts.
    .outcome = used; it ends at the node it names
rule--span_reversed = The route is drawn from the end of the span to its start, and was turned.
    .outcome = used as repaired
rule--network_not_reached = Parts of the network have no way to a core node.
    .outcome = used; what hangs on them is cut off
rule--site_node_not_reached = The node the site hangs on has no way to a core node.
    .outcome = used; the network does not reach the site
rule--trench_column_empty = No span has a value in the property that names its trench.
    .outcome = no trench is declared by it
rule--trench_span_unknown = The span said to lie in a trench is not in the network; the row was not used.
    .outcome = not used
rule--trench_of_one_span = Only one span is said to lie in the trench, which says no more than the span.
    .outcome = no element of its own
rule--trench_declared_apart = Spans are drawn together, but declared in trenches of their own; the declaration counts.
    .outcome = not used: no trench is made of what is drawn
rule--trench_without_routes = Spans without a drawn route take no part when trenches are found.
    .outcome = used; not looked at for shared trenches
rule--power_node_unknown = The node is not in the network; the row was not used.
    .outcome = not used
rule--power_conflict = Two rows state different things of one node; the worse counts.
    .outcome = used with the worse of the two
rule--mast_node_unknown = The node the mast hangs on is not in the network; what the mast depends on is unknown.
    .outcome = used; on what the mast depends is unknown
rule--mast_unknown = A mobile layer names a mast that is not in the list of masts.
    .outcome = used as coverage; its mast is unknown
rule--site_node_unknown = The node the site names is not in the network; the site is not attached by name.
    .outcome = used; the site joins the nearest node in reach, if any
rule--column_not_used = The table has columns that the framework does not name.
    .outcome = the column is not used
rule--bounds_unusable = The value does not lie between its bounds; it counts as unknown.
    .outcome = counts as unknown
rule--unit_unknown = The row is about a municipality that the project does not have; it was not used.
    .outcome = not used
rule--indicator_unknown = The framework names an indicator that is neither computed nor in any table.
rule--column_taken = A group or an indicator of the framework is named like a column that a table has already.
rule--indicator_direction = Every computed indicator is better when higher.
rule--indicator_twice = Two tables hold the same indicator, or one that is computed.
rule--value_missing = The value is missing, and the framework says missing = "fail".
rule--value_not_positive = The value is not above 0, and the scale is logarithmic.
rule--goalposts_equal = The goalposts are observed, and the table does not have two different values.
rule--value_outside_goalposts = The value lies outside the goalposts and counts as the nearer one.
    .outcome = used as the nearer goalpost
rule--one_unit = There is only one unit: its rank says nothing.
    .outcome = used; it is ranked 1 of 1
rule--persons_assumed = Sites weigh by their persons, and of some nobody knows how many: they weigh as much as the mean of their kind.
    .outcome = used with the mean of their kind
rule--scenario_name_unknown = The scenario names something that the project does not have; it was left out.
    .outcome = not used; the rest of the scenario is
rule--scenario_area_empty = Nothing of the project that the scenario asks for is in its area.
    .outcome = used; it makes nothing fail
rule--not_used_yet = This version reads the setting but no stage uses it.
    .outcome = the setting has no effect

## Findings: files and tables

finding-not-read = cannot read { $file }: { $cause }
finding-it-not-read = cannot read it: { $cause }
finding-is-directory = is a directory
finding-no-file = is no regular file
finding-no-parquet = not readable as Parquet: { $cause }
finding-no-raster = GDAL cannot open it as a raster: { $cause }
finding-no-vector = GDAL cannot open it as a vector file: { $cause }
finding-unknown-format = it is in no format that is read
finding-layer-damaged = the layer cannot be read: { $cause }
finding-no-band = no first band: { $cause }
finding-raster-damaged = damaged raster: { $cause }
finding-raster-picture = the raster is a picture: its bands are colours, not rates or signal strengths
finding-raster-bands = the raster has { $count } bands; the first is used
finding-grid-number = damaged raster: not a number
finding-grid-header = damaged raster: the header needs this, as a number that can be true
finding-grid-short = damaged raster: it ends in this row; the header promises { $height } rows of { $width } cells
finding-grid-long = damaged raster: it holds more than the { $height } rows of { $width } cells that the header promises
finding-file-elsewhere = the file names others that do not belong to it, and they are not opened
finding-file-too-large = the file has { $mb } MB; text is read up to { $most } MB
finding-text-too-long = the field has { $mb } MB; fields are read up to { $most } MB
finding-zero-or-blank = { $count } numbers are 0, which is also how this format (MapInfo) stores a blank; they count as unknown
finding-no-json = not readable as JSON: { $cause }
finding-file-empty = the file is empty
finding-no-rows = the file has no rows that can be used
finding-no-such-layer = no such layer; the file has: { $layers }
finding-several-layers = the file has { $count } layers: { $layers }
finding-no-such-column = no such column; the file has: { $columns }
finding-column-type = stored as { $stored }, which is neither text nor number
finding-column-twice = several columns have this name
finding-no-crs = the file does not say which coordinate system it is in
finding-crs-unknown = "{ $crs }" is no coordinate reference system that PROJ knows
finding-no-database = PROJ does not find its database of coordinate systems (proj.db): install it (in Debian proj-data), or name its directory in the environment variable PROJ_DATA
finding-crs-degrees = "{ $crs }" ({ $name }) counts in degrees; the working CRS must be projected, in metres, such as EPSG:3006 (SWEREF 99 TM)
finding-crs-unit = "{ $crs }" ({ $name }) counts in { $unit }; the working CRS must be in metres
finding-crs-no-way = no transformation from { $from } to { $to }: { $cause }
finding-unreadable-as = the file is marked as { $encoding } but is not readable as that
finding-no-text = the file holds bytes that are no text
finding-encoding-guessed = the text is not UTF-8 and was read as Windows-1252
finding-encoding-mixed =
    { $count ->
        [one] { $count } line is not UTF-8 as the rest is; read as Windows-1252: { $lines }
       *[other] { $count } lines are not UTF-8 as the rest is; read as Windows-1252: { $lines }
    }
finding-quote-unclosed = the row runs over { $lines } lines
finding-row-blank = blank row passed over
finding-row-too-wide = the row has { $width } fields and the header { $wanted }, so they cannot be told apart; not used
finding-row-too-narrow = the row has { $width } fields and the header { $wanted }; the last ones count as blank
finding-no-number = not a number; counts as unknown
finding-number-two-ways = can be read as { $decimals } or as { $thousands }; counts as unknown
finding-number-bound = a bound and not a number; counts as unknown
finding-impossible = this cannot be true; counts as unknown
finding-no-yes-no = neither yes nor no; counts as unknown

## Findings: ids

finding-no-id = no id; the row was not used
finding-no-id-of = no { $column }; the row was not used
finding-no-id-of-element = no id; not used
finding-no-code = no municipality code; not used
finding-no-ids = no row has an id
finding-same-id = row { $row } has the same id
finding-id-in-file = this id is also in { $file }, row { $row }
finding-two-masts = two masts have this id
finding-node-id-twice = node { $row } of the list has this id too
finding-span-id-twice = span { $row } of the list has this id too
finding-node-twice = node id "{ $id }" occurs twice
finding-span-twice = span id "{ $id }" occurs twice
finding-network-broken = the network cannot be put together: { $cause }
finding-same-municipality = row { $row } is about the same municipality

## Findings: places

finding-place-blank = blank; kept without a place
finding-place-no-number = not a number; kept without a place
finding-place-not-finite = not a finite number; kept without a place
finding-place-no-geometry = no geometry; kept without a place
finding-place-no-point = a geometry without a point in it; kept without a place
finding-place-reduced = drawn as more than a point; a point inside it is used
finding-place-zero = zero and zero is no place; kept without a place
finding-place-swapped = fits only with x and y the other way round; kept without a place
finding-place-outside = outside the area of the working coordinate system; kept without a place
finding-most-swapped = { $count } of { $all } rows have x and y the wrong way round
finding-most-unreadable = { $count } of { $all } rows have coordinates that are no numbers, or zero
finding-most-outside = { $count } of { $all } rows lie outside the area of the working coordinate system
finding-no-coordinates = the file has no geometry and the project names no coordinate columns

## Findings: areas and layers

finding-no-geometry = no geometry; not used
finding-no-polygon = a polygon is needed; not used
finding-only-polygons = only the polygons of a mixed geometry are used
finding-area-swapped = fits only with x and y the other way round; not used
finding-area-repaired = the polygon crosses itself, or parts of it overlap; repaired to what it covers, which changed { $area } m²
finding-area-unusable = encloses nothing, is beyond repair, or has no image in the working coordinate system; not used
finding-not-complete = { $unused } of { $rows } rows were not used; outside the layer counts as unknown
finding-table-no-area = a table without polygons is no area
finding-no-area = no row can be used as an area
finding-table-no-fixed = a table without polygons says nothing of single sites
finding-no-fixed-area = no row can be used as an area of fixed coverage
finding-no-mobile-area = no row can be used as an area of mobile coverage
finding-no-municipality-area = no row can be used as the area of a municipality
finding-no-status = no status; the row was not used
finding-elsewhere = no area of the layer touches a municipality of the project
finding-no-georeference = the raster does not say where its cells lie
finding-cells-not-covered =
    { $count ->
        [one] { $count } site lies in a cell without a value, which counts as not covered
       *[other] { $count } sites lie in cells without a value, which counts as not covered
    }
finding-cells-unknown =
    { $count ->
        [one] { $count } site lies in a cell without a value, which counts as unknown
       *[other] { $count } sites lie in cells without a value, which counts as unknown
    }
finding-outside-not-covered =
    { $count ->
        [one] { $count } site lies outside the raster, which counts as not covered
       *[other] { $count } sites lie outside the raster, which counts as not covered
    }
finding-outside-unknown =
    { $count ->
        [one] { $count } site lies outside the raster, which counts as unknown
       *[other] { $count } sites lie outside the raster, which counts as unknown
    }
finding-raster-elsewhere = every site lies outside the raster
finding-elsewhere-places = nothing in the file lies in a municipality of the project, or within { $km } km of one
finding-cells-impossible =
    { $count ->
        [one] { $count } site lies in a cell whose value cannot be true
       *[other] { $count } sites lie in cells whose value cannot be true
    }

## Findings: municipalities and sites

finding-code-padded = read as { $code }
finding-site-code-padded = site { $site }: read as { $code }
finding-merged = one more area of { $code }
finding-no-such-code = no usable row has this code
finding-overlap = { $one } and { $other } overlap by { $area } km²; a site in both goes to { $code }
finding-nearest = site { $site } lies { $distance } outside every municipality and joined { $municipality }
finding-in-none = site { $site } lies in no municipality and counts in none
finding-mismatch = site { $site } lies in { $municipality }, not in { $stated }; the place counts
finding-stated = site { $site } has no place and counts in { $stated }, as the register states
finding-nowhere = site { $site } has no place and no known municipality, and counts in none
finding-kind = counts as other
finding-formula = a spreadsheet would run this; CSV has it behind an apostrophe
finding-line-break = maps and reports show a space
finding-rate-but-no = site { $site } has a rate of { $rate }, and the register says that it is not connected; the rate was not used
finding-rate-alone = site { $site } has a rate of { $rate }, and nothing says that it is connected; the rate only rules out what is faster
finding-rate-but-status = site { $site } has a rate of { $rate }, and by the layers its status is { $status }; the rate was not used

## Findings: the network

finding-no-networks = no list `networks`
finding-no-features = no GeoJSON feature collection
finding-no-node-list = a network has no list `nodes`
finding-no-span-list = a network has no list `spans`
finding-package-empty = the package has no nodes
finding-no-core-id = no node has this id
finding-no-core-type = no node is of this type
finding-no-core = no node is a core node, so nothing can be reached
finding-core-not-in-service = no core node is in operation, so nothing can be reached
finding-node-no-place = node { $node }: { $why }
finding-node-no-position = no position; sites can only be attached to it by name
finding-node-not-finite = the position is no pair of numbers
finding-node-zero = zero and zero is no position
finding-node-swapped = the position fits only as latitude before longitude
finding-node-outside = the position is outside the working coordinate system's area
finding-no-positions = none of { $count } nodes has a usable position; spans join them by id alone
finding-status-unknown = no status of the standard; taken to be out of service
finding-status-missing-in = { $count } of { $all } state no status; they count as in service
finding-status-missing-out = { $count } of { $all } state no status; they count as out of service
finding-node-off = node { $node } is not in operation and carries nothing
finding-span-off = span { $span } is not in operation and carries nothing
finding-no-route = span { $span }: its route is no usable line; it is drawn straight
finding-route-reversed = span { $span }: its route is drawn from its end to its start
finding-start-far = span { $span }: its start is drawn { $distance } from node { $node }; the node counts
finding-end-far = span { $span }: its end is drawn { $distance } from node { $node }; the node counts
finding-snapped = span { $span }: no such node; joined to { $node }, where it is drawn
finding-start-unknown = span { $span }: its start node is not in this network; the span was not used
finding-end-unknown = span { $span }: its end node is not in this network; the span was not used
finding-start-missing = span { $span }: its start node is missing; the span was not used
finding-end-missing = span { $span }: its end node is missing; the span was not used
finding-loop = span { $span } starts and ends at one node
finding-not-reached = { $count } of { $all } nodes have no way to a core node, among them { $node }
finding-site-not-reached = site { $site }: node { $node }, which it hangs on, has no way to a core node, so the network does not reach it
finding-site-node-instead = site { $site }: no node of the network has this id; attached to the nearest node, { $node }
finding-site-node-none = site { $site }: no node of the network has this id; not attached
finding-mast-node = mast { $mast }: no node of the network has this id; what the mast depends on counts as unknown
finding-mast = no list of masts has this id; what the mast depends on is unknown
finding-row-node = no node of the network has this id; the row was not used
finding-nothing-of-power = nothing about power; the file has: { $columns }
finding-battery-conflict = node { $node }: another row says { $hours }; the lower counts
finding-power-conflict = node { $node }: another row says the opposite; it needs power
finding-trench-column = no span has a value in this property
finding-trench-span = trench { $trench }: no span of the network has this id; the row was not used
finding-trench-one = only span { $span } is said to lie in this trench, so it says no more than the span; not used
finding-trench-apart = these spans are drawn together for { $length }, but no declared trench holds them all; the declaration counts
finding-no-routes = { $count } of { $all } spans have no drawn route; whether they share a trench is not known

## Findings: indicators and the score

finding-columns-not-used = the framework names no indicator { $columns }
finding-bounds = it should lie between { $low } and { $high }; it counts as unknown
finding-value-blank = blank
finding-unit = no municipality of the project has this code
finding-computed-already = beredd computes it already
finding-in-table-already = another table has it already
finding-indicator = neither computed nor in any table of [[indicators]]
finding-direction = beredd computes it, and more of it is better
finding-column-taken = a table of the result has a column of this name already
finding-one-value = observed goalposts need two different values; the only value in the table is { $value }
finding-no-value = observed goalposts need two different values; the table has no value
finding-not-positive = a logarithmic scale needs values above 0
finding-value-missing = blank, and the framework says missing = "fail"
finding-clamped = outside the goalposts { $low } and { $high }; it counts as { $score }
finding-persons =
    { $count ->
        [one] { $count } site states no persons
       *[other] { $count } sites state no persons
    }
finding-one-unit = its rank is 1 of 1, whatever its score
finding-column-needed = no such column, and the framework needs it
finding-columns-empty = no column of the framework's indicators has a value

## Findings: the scenario and the project

finding-no-provider = no node or span has this provider
finding-no-operator = no mast is of this operator or radio network
finding-no-feed = no power feed has this id
finding-no-element = no { $kind } of the project has this id
finding-nothing-in-area = no node, mast, span or trench of the kinds asked for is in the area
finding-not-used-yet = { $setting } is understood, but this version does nothing with it

## Hints

hint-near-setting = did you mean { $key } = "{ $near }"?
hint-near = did you mean { $near }?
hint-near-quoted = did you mean "{ $near }"?
hint-column = set `{ $key }` to one of the columns
hint-status-codes = write one of { $codes }
hint-missing-status = missing_status in [network] says what they count as
hint-column-names = give each column a name of its own
hint-column-type = store it as text, number, or true and false, or name another column
hint-crs = set crs = "EPSG:…" in its section; EPSG:3006 is SWEREF 99 TM, EPSG:4326 is longitude and latitude
hint-network-crs = leave `crs` out of the network for longitude and latitude
hint-decimal = set decimal = ","
hint-decimal-here = set decimal = "," in this section
hint-sign-stated = set decimal = "." or decimal = "," in this section, or write the number without a sign between thousands
hint-sign-in-table = write thousands without a sign, and other than three decimals
hint-number-alone = write the number alone: { $number }
hint-number-bound = write the number that is certain, or leave it blank
hint-yes-no = write yes, no, ja, nej, true, false, 1, 0, or leave it blank
hint-empty = leave the section out if there is nothing to say; an empty file is not the same as none
hint-parquet = files ending in .parquet must be Parquet or GeoParquet
hint-raster = leave `raster` out if the file holds polygons
hint-formats = save it as GeoPackage, for example in QGIS; CSV and Parquet are told by their ending, Shapefile, GeoJSON, FlatGeobuf, KML, MapInfo, DXF, Excel and ODS by their content
hint-layer = set layer = "…" to one of them
hint-paths = paths are relative to the project file
hint-separator = a text with the separator in it must stand in double quotes
hint-zero-or-blank = export it as GeoPackage, which keeps blanks apart from 0
hint-quote = close the double quote that opens in this row, or take it out
hint-utf8 = save the file again as CSV UTF-8
hint-encoding = check å, ä and ö in the result, or save the file as CSV UTF-8
hint-zero = leave both blank where the place is not known
hint-x-and-y = x is longitude or easting, y is latitude or northing
hint-check-crs = check the coordinates and the crs of this section
hint-swap = let `x` name the column of longitude or easting and `y` that of latitude or northing
hint-decimal-or-columns = set decimal = "," if the file writes 12,5, and check `x` and `y`
hint-both-crs = check the `crs` of this section and of [region]
hint-area-crs = check the `crs` of this section; x is longitude or easting
hint-polygon = draw it as a polygon
hint-mend-rows = mend the rows that the other findings name
hint-fixed-polygons = fixed coverage needs polygons; what is known of a site itself goes into its `connected` column
hint-fixed-crs = fixed coverage must be polygons; where it is, check the `crs`
hint-municipality-crs = municipalities must be polygons; where they are, check the `crs`
hint-mobile-raster = for a raster, set raster = {"{"} unit = "mbps" {"}"} or {"{"} unit = "dbm", … {"}"}
hint-status = write connected, passed or planned
hint-layer-crs = check the `crs` of this section, or leave the file out
hint-world-file = add a world file beside it, or write it with georeference (GeoTIFF)
hint-raster-picture = use the raster that the picture was drawn from
hint-file-elsewhere = copy what it holds into one file, for example as GeoPackage in QGIS
hint-damaged = save the raster again from where it was made, or fetch it again
hint-limits = name an ordinary file; a large table is smaller as Parquet, and a large layer as GeoPackage
hint-nodata = declare the value of empty cells in the file (nodata), and check `unit`
hint-unit-once = every unit stands once; take the other row out
hint-municipality-once = every municipality stands once; take the other row out
hint-site-id = give every site an id of its own
hint-site-id-once = every site needs an id of its own; take the copy out, or add the kind to the id
hint-mast-id-once = every mast needs an id of its own; take the copy out
hint-node-id-once = every node needs an id of its own, in all networks of the file
hint-span-id-once = every span needs an id of its own, in all networks of the file
hint-codes-text = keep municipality codes as text
hint-codes-digits = codes are text of four digits, such as "0114"
hint-four-digits = four digits, such as 1421; take rows about others out
hint-nearest = raise municipalities.nearest_within_m, or use detailed boundaries
hint-where = set `x`, `y` and `crs`, or at least `municipality` or `network_node`
hint-kind = translate it: kind_map = {"{"} "{ $word }" = "school" {"}"}
hint-formula = check where the text comes from
hint-rate-or-no = correct the one that is wrong: the rate, or the no
hint-connected = if it is connected, say so in a column and name that as `connected`
hint-node-as-written = write the id as the network writes it
hint-node-or-blank = write the id as the network writes it, or leave the field blank
hint-mast-as-written = write the id as the list of masts writes it
hint-power-columns = columns power_feed, battery_h (hours) and needs_power (yes or no) beside node_id
hint-trench-column = name the property of the spans that holds the id of their trench
hint-trench = declare a trench for them if they do lie together
hint-span-or-core = if the site has service all the same, the network lacks a span or a core node
hint-core-of-part = a part of a network that is reached needs a core node of its own, or the span that joins it
hint-draw-span = draw the span to its node, or name the node it is drawn to
hint-snap-project = name the node, draw the span to within { $metres } m of it, or raise network.snap_within_m
hint-snap = name the node, or draw the span to within { $metres } m of it
hint-core-project = set core = {"{"} types = […] {"}"} or core = {"{"} ids = […] {"}"}; { $candidates }
hint-core = name core nodes with --core ID, or all of a type with --core-type TYPE; { $candidates }
hint-form-project = [network] reads an OFDS JSON package, or `nodes` and `spans` as OFDS GeoJSON
hint-form-no-project = NETWORK is an OFDS JSON package; a project file is for `beredd run`
hint-form = NETWORK is an OFDS JSON package, or with --spans FILE the nodes of OFDS GeoJSON
hint-package-project = an OFDS package is {"{"} "networks": [ {"{"} "nodes": […], "spans": […] {"}"} ] {"}"}
hint-package = an OFDS package is {"{"} "networks": [ {"{"} "nodes": […], "spans": […] {"}"} ] {"}"}; of GeoJSON, which has nodes and spans in two files, name the spans with --spans FILE
hint-other-nodes = its spans can only join nodes of the other networks in the file
hint-empty-spans = write "spans": [] if there are none
hint-package-links = nodes and spans must stand in the file: where it only links to them, download them into it, or use the GeoJSON files
hint-one-file = a JSON package is one file: leave out --spans
hint-use-column = add an [[indicator]] with that id to the framework to use it
hint-bounds = { $id }_low ≤ { $id } ≤ { $id }_high
hint-own-name = give the column, and the [[indicator]], a name of its own
hint-indicator = name a column of a table in [[indicators]], or one of { $computed }
hint-direction = leave `better` out, or set better = "higher"
hint-other-id = give the group or the indicator another id
hint-goalposts = state the goalposts as two numbers, such as [0.0, 1.0]
hint-scale = set scale = "linear", or leave the cell blank where it is not known
hint-missing = fill it in, or set missing = "interval"
hint-clamped = check the unit of the column; or move the goalposts
hint-persons = state `persons` for every site, or weigh by sites
hint-one-unit = add the units it should be compared with
hint-column-needed = add the column; or take the [[indicator]] out of the framework
hint-fill-in = fill in at least one of them
hint-area = check the area and its `crs`

## What could be the core of a network

candidates-no-types = no node states a type
candidates-types = types in the file: { $types }
candidates-types-more = types in the file: { $types } and { $count } more
candidates-all = { $types }; nodes with most spans: { $nodes }
candidates-node = { $node } ({ $spans } spans)

## Built-in digital services

service--administration = Business systems and e-mail
    .source = 10 Mbit/s: functional access to the internet (universal service 2018)
service--digital_exams = Digital national tests
    .source = 1 Mbit/s per pupil: what the Norwegian testing service needs; the Swedish agency states no figure
service--learning_platform = Learning platform and digital teaching materials
    .source = 0.1 Mbit/s per pupil: FCC and SETDA, short-term goal
service--video_conference = Video meetings in high definition
    .source = 6 Mbit/s: FCC Broadband Speed Guide
service--video_visits = Video visits in health and social care
    .source = 10 Mbit/s: US ONC 2019 for nursing homes; the fallback is an assumption
service--remote_monitoring = Remote monitoring and sensors
    .source = 4 Mbit/s: US ONC 2019; the fallback is an assumption
service--safety_alarms = Safety alarms
    .source = assumption: little data, should always work (SKR); the municipality sets the demands
service--night_supervision = Digital supervision at night
    .source = assumption: video a few times a night, staff within 15–45 min when it fails (SKR)

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
    .plural = masts
element-kind--node = node
    .the = the node
    .plural = nodes
element-kind--power_feed = power feed
    .the = the power feed
    .plural = power feeds
element-kind--span = cable
    .the = the cable
    .plural = cables
element-kind--trench = trench
    .the = the trench
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
readiness--at_risk = at risk
    .long = works today, but at risk
    .long-plural = work today, but at risk
readiness--not_ready = not ready
    .long = not ready
    .long-plural = not ready
readiness--unknown = unknown
    .long = cannot be told
    .long-plural = cannot be told

need--fixed = fixed connection
need--download = download rate
need--single_points = no single points
need--fallback = fallback
need--endurance = endurance

measure--connect = connect at 1 Gbit/s
measure--gigabit = raise to 1 Gbit/s
measure--mobile = one more mobile network
measure--second_way = a second way
measure--backup_power = backup power for 24 hours
measure--second_feed = a second power feed

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
holder--network_owner = the network owner
holder--mobile_operator = the mobile operators
holder--mast_owner = the mast owners
holder--grid_owner = the grid company
holder--municipality = the municipality

mean--arithmetic = arithmetic mean
mean--geometric = geometric mean
mean--harmonic = harmonic mean
mean--minimum = the worst counts

factor--weights = the weights
factor--aggregation = the way of weighing together
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
flag--municipality_mismatch = another municipality than in the register
flag--no_backup_power = no backup power
flag--no_fallback = no fallback
flag--outside_municipalities = outside the municipalities
flag--shared_fallback = the fallback is shared
flag--spof_access = a single point of access
flag--spof_network = a single point in the network
flag--spof_power = a single power feed
flag--spof_trench = a single trench
flag--unconnected = no fixed connection
flag--unknown_connection = unknown connection

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

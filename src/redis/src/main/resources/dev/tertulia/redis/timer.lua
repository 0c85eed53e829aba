-- include: args, order, timers
-- Starts a timer.
-- KEYS: groups by the moment to look at their timers, timers of this one, their moments. ARGV: group, id, at, the timer.
start_timer(KEYS[1], KEYS[2], KEYS[3], arg(), arg(), number(), arg())
return 1

-- include: args, order, timers
-- Stops the timers of a group that have this name.
-- KEYS: groups by the moment to look at their timers, timers of this one, their moments. ARGV: group, name.
cancel_timers(KEYS[1], KEYS[2], KEYS[3], arg(), arg())
return 1

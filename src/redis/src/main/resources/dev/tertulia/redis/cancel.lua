-- include: args, order, timers
-- Stops the timers of a group that have this name and key.
-- KEYS: groups by the moment to look at their timers, timers of this one, their moments. ARGV: group, name, key as timers.lua reads it.
cancel_timers(KEYS[1], KEYS[2], KEYS[3], arg(), arg(), arg())
return 1

-- include: args, order, timers
-- Stops the timers of a group that have this name.
-- KEYS: timers, timers of its group. ARGV: name.
cancel_timers(KEYS[1], KEYS[2], arg())
return 1

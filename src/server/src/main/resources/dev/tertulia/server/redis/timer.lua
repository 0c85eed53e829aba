-- include: args, order, timers
-- Starts a timer.
-- KEYS: timers, timers of its group. ARGV: id, at, the timer.
start_timer(KEYS[1], KEYS[2], arg(), number(), arg())
return 1

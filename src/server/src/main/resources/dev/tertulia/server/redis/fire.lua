-- include: args, clock, mailbox
-- Moves timers into their mailboxes, those that are still as they were read. Returns how many.
-- KEYS: timers, ready, claims, what waits; then, by their places in the arguments, timers of groups and mailboxes.
-- ARGV: per timer: the timer, its id, timers of its group, mailbox, group, the event.
local TIMERS, READY, CLAIMS, WAITING = unpack(KEYS, 1, 4)

local fired = 0
while read < #ARGV do
  local timer, id, of_group, mail, group, event = arg(), arg(), key(), key(), arg(), arg()
  if redis.call('ZREM', TIMERS, timer) == 1 then
    fired = fired + 1
    redis.call('HDEL', of_group, id)
    post(WAITING, READY, CLAIMS, mail, group, event)
  end
end
return fired

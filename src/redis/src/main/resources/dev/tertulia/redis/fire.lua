-- include: args, clock, order, timers, mailbox, note, notes
-- Moves timers into their mailboxes, those that are still as they were read. Returns how many.
-- KEYS: groups by the moment to look at their timers, ready, claims, what waits; then, by their places in the arguments,
-- timers of groups, their moments, and mailboxes.
-- ARGV: what notes.lua reads; now; then per group: group, its timers, their moments, mailbox, how many, and each: id, the
-- timer, the event, the two parts of what notes.lua gathers.
local GROUPS, READY, CLAIMS, WAITING = unpack(KEYS, 1, 4)

local now = number()

local fired = 0
while read < #ARGV do
  local group, of_group, moments, mail = arg(), key(), key(), key()
  for _ = 1, number() do
    local id, timer, event, head, detail = arg(), arg(), arg(), arg(), arg()
    if redis.call('HGET', of_group, id) == timer then
      redis.call('HDEL', of_group, id)
      redis.call('ZREM', moments, id)
      post(WAITING, READY, CLAIMS, mail, group, event)
      gather(head, detail)
      fired = fired + 1
    end
  end
  look_at_timers(GROUPS, moments, group, now)
end
write_notes()
return fired

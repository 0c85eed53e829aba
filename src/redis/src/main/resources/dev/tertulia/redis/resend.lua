-- include: args, order, first, outbox, append, stand, settled
-- Puts a dead letter's entry at the end of its queue; if its operation failed, that is asked for anew. Returns 1, or 0 if
-- the letter is not there any more.
-- KEYS: see outbox.lua. ARGV: id of the letter, then the entry as append.lua reads it.
local FAILED = { FAILED = true, EXPIRED = true }

local letter = arg()
local entry = appended()

if redis.call('XDEL', DEAD, letter) == 0 then
  return 0
end
local known = entry.operation and redis.call('GET', entry.operation)
if known and FAILED[cjson.decode(known).status.state or ''] then
  redis.call('DEL', entry.operation)
end
append(OUTBOX, queue(entry.place), due(entry.place), entry)
if not entry.operation then -- a broadcast asks for none, and the operation's key lies where else a broadcast's does
  settled({ group = entry.group, fate = 'AGAIN', json = entry.json })
end
return 1

-- include: args, order, first, outbox, stand, settled, note
-- Moves an entry that was sent, or may have been, where it belongs. Returns 1, or 0 if it is neither any more.
-- KEYS: see outbox.lua. ARGV: the settlement, and what note.lua reads.
local entry = settlement()

local waiting = take_unknown(entry.id)
if redis.call('DEL', SENT) == 0 and not waiting then
  return 0
end
redis.call('DEL', CONFIRMED) -- it spoke of the attempt that failed
put(entry)
settled(entry)
note()
return 1

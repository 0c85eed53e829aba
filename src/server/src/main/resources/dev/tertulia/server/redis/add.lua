-- include: args, order, outbox, append
-- Puts an entry at the end of its queue, unless this was done before and only the answer was lost.
-- KEYS: see outbox.lua, then a key that says that it was done. ARGV: group, place, created, the entry.
local ADDED = KEYS[25]

local group, place, created, json = arg(), number(), number(), arg()
if redis.call('SET', ADDED, '', 'NX', 'PX', REMEMBERED) then
  append(PARKED, queue(place), due(place), group, created, json)
end
return 1

-- include: args, order, first, outbox
-- Ends the wait of a parked group, if it waits for this. Returns 1 if it did.
-- KEYS: see outbox.lua. ARGV: group, reason, or reason and since when as they are kept, now.
local group, reason, now = arg(), arg(), number()

local parked = redis.call('HGET', PARKED, group)
if not parked or parked ~= reason and string.match(parked, '^[^:]*') ~= reason then
  return 0
end
redis.call('HDEL', PARKED, group)
count_parked(-1)
for place = 1, PLACES do
  look(place, group, now)
end
return 1

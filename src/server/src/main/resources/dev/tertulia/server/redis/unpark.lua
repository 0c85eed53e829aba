-- include: args, order, outbox
-- Ends the wait of a parked group, if it waits for this.
-- KEYS: see outbox.lua. ARGV: group, reason, now.
local group, reason, now = arg(), arg(), number()

if redis.call('HGET', PARKED, group) == reason then
  redis.call('HDEL', PARKED, group)
  count_parked(-1)
  for place = 1, PLACES do
    look(place, group, now)
  end
end
return 1

-- include: args, order, first, outbox
-- Forgets all that a parked group has to send. Returns 1, or 0 if it is not parked any more.
-- KEYS: see outbox.lua. ARGV: group, what it waits for and since when, as they are kept.
local group, parked = arg(), arg()

if redis.call('HGET', PARKED, group) ~= parked then
  return 0
end
redis.call('HDEL', PARKED, group)
count_parked(-1)
for place = 1, PLACES do
  local entries = redis.call('LRANGE', queue(place), 0, -1)
  for _, json in ipairs(entries) do
    redis.call('HDEL', UNKNOWN, cjson.decode(json).id)
  end
  redis.call('DEL', queue(place))
  redis.call('HINCRBY', WAITING, place, 0 - #entries)
  look_away(place, group)
end
return 1

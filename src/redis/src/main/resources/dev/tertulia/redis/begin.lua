-- include: args, order, first, outbox
-- Takes the first entry of a queue in hand and returns it, or nothing if it may not leave.
-- KEYS: see outbox.lua, then a key that exists if this call was undone before it came. ARGV: fence, nonce of this very
-- call, slot in hand, group, place.
local UNDONE = KEYS[28]

local fence, nonce, slot, group, place = arg(), arg(), arg(), arg(), number()

local lease = redis.call('GET', LEASE)
if not lease or string.match(lease, '^%d+') ~= fence then
  return nil
end
local held = hand(slot)
if held then
  return held.nonce == nonce and held.json or nil
end
if redis.call('EXISTS', UNDONE) == 1 or redis.call('HEXISTS', PARKED, group) == 1 then
  return nil
end
redis.call('ZREM', due(place), group)
local json = redis.call('LPOP', queue(place))
if not json then
  return nil
end
local send = cjson.decode(json)
if waits(send) then
  redis.call('LPUSH', queue(place), json)
  return nil
end
note_first(FIRSTS, place, group, queue(place))
count(group, place, -1)
redis.call('HSET', IN_HAND, slot, table.concat({ fence, nonce, place, json }, '\n'))
redis.call('HDEL', UNKNOWN, send.id)
return json

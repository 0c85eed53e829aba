-- include: args, order, first, outbox
-- Puts what is held back to the head of its queues, in its order. Returns how many.
-- KEYS: see outbox.lua. ARGV: group, now.
local group, now = arg(), number()

local held = redis.call('LRANGE', HELD_HERE, 0, -1)
redis.call('DEL', HELD_HERE)
if #held > 0 then
  redis.call('HINCRBY', WAITING, 'held', -#held)
end
for i = #held, 1, -1 do
  local place, json, id = held_entry(held[i])
  redis.call('ZREM', HELD, held_name(id, group))
  put_first(place, json)
end
for place = 1, #held > 0 and PLACES or 0 do
  look(place, group, now)
end
return #held

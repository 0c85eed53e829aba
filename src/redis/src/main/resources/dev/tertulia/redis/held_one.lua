-- include: args, order, first, outbox, stand, settled
-- Takes out one entry that is held. Returns 1, or 0 if it is not there any more.
-- KEYS: see outbox.lua. ARGV: group, id, end of its hold, '1' to put it back to the head of its queue, now.
local group, id, till, back, now = arg(), arg(), number(), arg(), number()

local name = held_name(id, group)
if tonumber(redis.call('ZSCORE', HELD, name) or -1) ~= till then
  return 0
end
redis.call('ZREM', HELD, name)
for _, held in ipairs(redis.call('LRANGE', HELD_HERE, 0, -1)) do
  local place, json, its_id = held_entry(held)
  if its_id == id then
    redis.call('LREM', HELD_HERE, 1, held)
    redis.call('HINCRBY', WAITING, 'held', -1)
    if back == '1' then
      put_first(place, json)
      look(place, group, now)
    else
      settled({ group = group, fate = 'GONE' })
    end
    return 1
  end
end
return 0

-- Puts an event at the end of its group's mailbox; the group is ready, unless somebody has it in hand.
local function post(waiting, ready, claims, mail, group, json)
  redis.call('RPUSH', mail, json)
  redis.call('HINCRBY', waiting, 'events', 1)
  if not redis.call('ZSCORE', claims, group) then
    redis.call('ZADD', ready, 'NX', micros(), group)
  end
end

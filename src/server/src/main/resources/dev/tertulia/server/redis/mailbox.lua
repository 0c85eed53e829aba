-- Puts an event at the end of its group's mailbox; the group is ready, unless somebody has it in hand.
local function post(ready, claims, mail, group, json)
  redis.call('RPUSH', mail, json)
  if not redis.call('ZSCORE', claims, group) then
    redis.call('ZADD', ready, 'NX', micros(), group)
  end
end

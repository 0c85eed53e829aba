-- Puts an entry at the end of its queue. Its group is looked at from then on, unless it is parked.
local function append(parked, queue, due, group, created, json)
  redis.call('RPUSH', queue, json)
  if redis.call('HEXISTS', parked, group) == 0 and not redis.call('ZSCORE', due, group) then
    redis.call('ZADD', due, behind(due, created), group)
  end
end

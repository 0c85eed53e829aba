-- Starts a timer; one of the same id in the group is replaced.
local function start_timer(timers, of_group, id, at, json)
  local earlier = redis.call('HGET', of_group, id)
  if earlier then
    redis.call('ZREM', timers, earlier)
  end
  redis.call('HSET', of_group, id, json)
  redis.call('ZADD', timers, behind(timers, at), json)
end

-- Stops the group's timers of this name.
local function cancel_timers(timers, of_group, name)
  local all = redis.call('HGETALL', of_group)
  for i = 1, #all, 2 do
    if cjson.decode(all[i + 1]).name == name then
      redis.call('HDEL', of_group, all[i])
      redis.call('ZREM', timers, all[i + 1])
    end
  end
end

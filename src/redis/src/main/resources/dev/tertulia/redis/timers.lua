-- A group's timers: a hash of id to timer, and their ids by the moment they run out. Groups by the moment to look at them.

-- Starts a timer; one of the same id in the group is replaced. A group that had its turn keeps its place in the row.
local function start_timer(groups, of_group, moments, group, id, at, json)
  redis.call('HSET', of_group, id, json)
  redis.call('ZREM', moments, id)
  redis.call('ZADD', moments, behind(moments, at), id)
  redis.call('ZADD', groups, 'LT', at, group)
end

-- When a group is looked at next: behind all that wait by now if something of it has run out.
local function look_at_timers(groups, moments, group, now)
  local first = redis.call('ZRANGE', moments, 0, 0, 'WITHSCORES')
  redis.call('ZREM', groups, group)
  if first[2] then
    local at = tonumber(first[2])
    redis.call('ZADD', groups, at < now + 1 and behind(groups, now) or at, group)
  end
end

-- Stops the group's timers of this name, and of this key behind an equals sign if there is one.
local function cancel_timers(groups, of_group, moments, group, name, key_of_name)
  local all = redis.call('HGETALL', of_group)
  for i = 1, #all, 2 do
    local timer = cjson.decode(all[i + 1])
    if timer.name == name and (key_of_name == '' or timer.key ~= cjson.null and timer.key ~= nil and '=' .. timer.key == key_of_name) then
      redis.call('HDEL', of_group, all[i])
      redis.call('ZREM', moments, all[i])
    end
  end
  if redis.call('EXISTS', moments) == 0 then
    redis.call('ZREM', groups, group)
  end
end

-- Numbers that only grow, even if Redis lost its latest writes in a crash or a failover: never behind the clock.
local function next_number(key, now)
  local last = tonumber(redis.call('GET', key)) or 0
  local number = math.max(last + 1, now)
  redis.call('SET', key, string.format('%.0f', number))
  return number
end

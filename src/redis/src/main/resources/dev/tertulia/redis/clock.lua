-- Microseconds by Redis' own clock: what several replicas agree on.
local function micros()
  local time = redis.call('TIME')
  return time[1] * 1000000 + time[2]
end

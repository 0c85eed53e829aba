-- include: args, clock
-- Records that a process is alive, and forgets those that are not. Returns 1.
-- KEYS: processes. ARGV: name, how long it counts as alive in microseconds, state.
local PROCESSES = KEYS[1]

local name, keep, state = arg(), number(), arg()
local now = micros()

redis.call('HSET', PROCESSES, name, string.format('%.0f ', now + keep) .. state)
local all = redis.call('HGETALL', PROCESSES)
for i = 1, #all, 2 do
  if tonumber(all[i + 1]:match('^%d+')) <= now then
    redis.call('HDEL', PROCESSES, all[i])
  end
end
return 1

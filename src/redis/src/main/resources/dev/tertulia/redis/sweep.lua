-- include: clock
-- Returns the numbers that a process has to look at now.
-- KEYS: marked numbers of each shard; of one, in a cluster.
local now = string.format('%.0f', micros() / 1000)
local found = {}
for _, marked in ipairs(KEYS) do
  for _, number in ipairs(redis.call('ZRANGEBYSCORE', marked, '-inf', now)) do
    found[#found + 1] = number
  end
end
return found

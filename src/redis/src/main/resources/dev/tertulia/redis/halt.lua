-- include: args
-- Stops a broadcast or lets it go on.
-- KEYS: broadcast, active broadcasts. ARGV: name, 1 to stop.
local BROADCAST, ACTIVE = unpack(KEYS)

local name, stop = arg(), arg()

if redis.call('EXISTS', BROADCAST) == 0 then
  return 0
end
if stop == '1' then
  redis.call('HSET', BROADCAST, 'stopped', '')
else
  redis.call('HDEL', BROADCAST, 'stopped')
  redis.call('ZADD', ACTIVE, 0, name)
end
return 1

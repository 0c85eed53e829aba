-- include: args
-- Writes a broadcast down, unless its name is taken. Returns 1 if it was not.
-- KEYS: broadcast, its groups that wait, all broadcasts by the moment they started, the active ones likewise.
-- ARGV: name, what was started, now, moment before which broadcasts are forgotten, milliseconds until this one is; then
-- its groups.
local BROADCAST, WAITING, ALL, ACTIVE = unpack(KEYS)

local name, started, at, forgotten, kept = arg(), arg(), arg(), arg(), arg()

if redis.call('EXISTS', BROADCAST) == 1 then
  return 0
end
redis.call('HSET', BROADCAST, 'started', started, 'total', #ARGV - read)
while read < #ARGV do
  redis.call('RPUSH', WAITING, arg())
end
redis.call('PEXPIRE', BROADCAST, kept)
redis.call('PEXPIRE', WAITING, kept)
redis.call('ZADD', ALL, at, name)
redis.call('ZADD', ACTIVE, at, name)
redis.call('ZREMRANGEBYSCORE', ALL, '-inf', forgotten)
return 1

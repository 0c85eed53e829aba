-- Returns the counts of what waits, field after field, then of each further key: how long a list, a stream or a hash is, and the
-- first score of a sorted set.
-- KEYS: what waits; then any.
local found = { redis.call('HGETALL', KEYS[1]) }
for i = 2, #KEYS do
  local kind = redis.call('TYPE', KEYS[i]).ok
  if kind == 'list' then
    found[i] = redis.call('LLEN', KEYS[i])
  elseif kind == 'stream' then
    found[i] = redis.call('XLEN', KEYS[i])
  elseif kind == 'hash' then
    found[i] = redis.call('HLEN', KEYS[i])
  elseif kind == 'zset' then
    found[i] = math.floor(tonumber(redis.call('ZRANGE', KEYS[i], 0, 0, 'WITHSCORES')[2]))
  else
    found[i] = 0
  end
end
return found

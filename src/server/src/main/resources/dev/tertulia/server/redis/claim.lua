-- include: args, clock, serial
-- Takes back what claims have run out on, then claims groups that are ready. Returns group, token, group, token ...
-- KEYS: ready, claims, tokens, last token. ARGV: at most, lease in microseconds.
local READY, CLAIMS, TOKENS, LAST = unpack(KEYS)
local TAKEN_BACK_AT_ONCE = 100

local at_most, lease = arg(), number()
local now = micros()

for _, group in ipairs(redis.call('ZRANGEBYSCORE', CLAIMS, '-inf', now, 'LIMIT', 0, TAKEN_BACK_AT_ONCE)) do
  redis.call('ZREM', CLAIMS, group)
  redis.call('HDEL', TOKENS, group)
  redis.call('ZADD', READY, now, group)
end

local claimed = {}
for _, group in ipairs(redis.call('ZRANGEBYSCORE', READY, '-inf', now, 'LIMIT', 0, at_most)) do
  redis.call('ZREM', READY, group)
  local token = next_number(LAST)
  redis.call('ZADD', CLAIMS, now + lease, group)
  redis.call('HSET', TOKENS, group, token)
  claimed[#claimed + 1] = group
  claimed[#claimed + 1] = token
end
return claimed

-- include: args, clock, serial
-- Takes back what claims have run out on, then claims groups that are ready. Returns group, token, 1 if the claim before
-- ran out, group, token ...
-- KEYS: ready, claims, tokens, last token. ARGV: at most, lease in microseconds.
local READY, CLAIMS, TOKENS, LAST = unpack(KEYS)
local TAKEN_BACK_AT_ONCE = 100
local RAN_OUT = '0' -- in the place of a token: nobody holds that

local at_most, lease = arg(), number()
local now = micros()

for _, group in ipairs(redis.call('ZRANGEBYSCORE', CLAIMS, '-inf', now, 'LIMIT', 0, TAKEN_BACK_AT_ONCE)) do
  redis.call('ZREM', CLAIMS, group)
  redis.call('HSET', TOKENS, group, RAN_OUT)
  redis.call('ZADD', READY, now, group)
end

local claimed = {}
for _, group in ipairs(redis.call('ZRANGEBYSCORE', READY, '-inf', now, 'LIMIT', 0, at_most)) do
  redis.call('ZREM', READY, group)
  local taken_over = redis.call('HGET', TOKENS, group) == RAN_OUT
  local token = next_number(LAST)
  redis.call('ZADD', CLAIMS, now + lease, group)
  redis.call('HSET', TOKENS, group, token)
  claimed[#claimed + 1] = group
  claimed[#claimed + 1] = token
  claimed[#claimed + 1] = taken_over and 1 or 0
end
return claimed

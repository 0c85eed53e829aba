-- include: args, clock, serial, take
-- Takes back what claims have run out on, then claims groups that are ready. Returns group, token, 1 if the claim before
-- ran out, group, token ...
-- KEYS: ready, claims, tokens, last token. ARGV: at most, lease in microseconds.
local READY, CLAIMS, TOKENS, LAST = unpack(KEYS)
local TAKEN_BACK_AT_ONCE = 100

local at_most, lease = arg(), number()
local now = micros()

for _, group in ipairs(redis.call('ZRANGEBYSCORE', CLAIMS, '-inf', now, 'LIMIT', 0, TAKEN_BACK_AT_ONCE)) do
  redis.call('ZREM', CLAIMS, group)
  redis.call('HSET', TOKENS, group, RAN_OUT)
  redis.call('ZADD', READY, now, group)
end

local keys = { ready = READY, claims = CLAIMS, tokens = TOKENS, last = LAST }
local claimed = {}
for _, group in ipairs(redis.call('ZRANGEBYSCORE', READY, '-inf', now, 'LIMIT', 0, at_most)) do
  local token, taken_over = take_ready(keys, group, now, lease)
  claimed[#claimed + 1] = group
  claimed[#claimed + 1] = token
  claimed[#claimed + 1] = taken_over
end
return claimed

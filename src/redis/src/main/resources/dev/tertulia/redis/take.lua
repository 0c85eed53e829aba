-- Claims a group that is ready. Returns the token, and 1 if the claim before ran out.
local RAN_OUT = '0' -- in the place of a token: nobody holds that
local function take(keys, group, now, lease)
  redis.call('ZREM', keys.ready, group)
  local taken_over = redis.call('HGET', keys.tokens, group) == RAN_OUT
  local token = next_number(keys.last)
  redis.call('ZADD', keys.claims, now + lease, group)
  redis.call('HSET', keys.tokens, group, token)
  return token, taken_over and 1 or 0
end

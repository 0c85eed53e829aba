-- Claims a group that is not ready. Returns the token.
local function take(keys, group, now, lease)
  local token = next_number(keys.last, now)
  redis.call('ZADD', keys.claims, now + lease, group)
  redis.call('HSET', keys.tokens, group, token)
  return token
end

-- Claims a group that is ready. Returns the token, and 1 if the claim before ran out.
local RAN_OUT = '0' -- in the place of a token: nobody holds that
local function take_ready(keys, group, now, lease)
  redis.call('ZREM', keys.ready, group)
  local taken_over = redis.call('HGET', keys.tokens, group) == RAN_OUT
  return take(keys, group, now, lease), taken_over and 1 or 0
end

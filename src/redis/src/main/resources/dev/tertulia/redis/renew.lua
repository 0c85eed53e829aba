-- include: args, clock
-- Keeps claims for another while. Returns the places of those that are lost.
-- KEYS: claims, tokens. ARGV: lease in microseconds; then per claim: group, token.
local CLAIMS, TOKENS = unpack(KEYS)

local ends = micros() + number()
local lost = {}
local place = 0
while read < #ARGV do
  local group, token = arg(), arg()
  place = place + 1
  if redis.call('HGET', TOKENS, group) == token then
    redis.call('ZREM', CLAIMS, group) -- first, for a full Redis
    redis.call('ZADD', CLAIMS, ends, group)
  else
    lost[#lost + 1] = place
  end
end
return lost

-- include: args, tried
-- Returns a claimed group's next event, how often it was tried before, and what bots remember. The first time in a claim
-- it counts as tried from now on, for whoever dies in the middle of it.
-- KEYS: tokens, attempts, mailbox, state. ARGV: group, token.
local TOKENS, ATTEMPTS, MAIL, STATE = unpack(KEYS)

local group, token = arg(), arg()
local held = redis.call('HGET', TOKENS, group) == token
local event = held and redis.call('LINDEX', MAIL, 0)
local before = tried_before(ATTEMPTS, group, token)
if event then
  tried(ATTEMPTS, group, before + 1, token)
end
return { event, tostring(before), redis.call('HGETALL', STATE) }

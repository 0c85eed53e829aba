-- include: args
-- Returns a claimed group's next event, how often it was tried and failed, and what bots remember.
-- KEYS: tokens, attempts, mailbox, state. ARGV: group, token.
local TOKENS, ATTEMPTS, MAIL, STATE = unpack(KEYS)

local group, token = arg(), arg()
local held = redis.call('HGET', TOKENS, group) == token
return {
  held and redis.call('LINDEX', MAIL, 0),
  redis.call('HGET', ATTEMPTS, group) or '0',
  redis.call('HGETALL', STATE)
}

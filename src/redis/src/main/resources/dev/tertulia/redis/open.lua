-- include: args, tried, open_mail
-- Opens the next event of a claimed group, as open_mail.lua returns it; nothing but zeros if the claim is lost.
-- KEYS: tokens, attempts, mailbox, state, held entries of the group, parked groups. ARGV: group, token.
local TOKENS, ATTEMPTS, MAIL, STATE, HELD_HERE, PARKED = unpack(KEYS)

local group, token = arg(), arg()
if redis.call('HGET', TOKENS, group) ~= token then
  return { false, '0', {}, 0 }
end
redis.call('HDEL', ATTEMPTS, '') -- nothing, but first, for a full Redis
return { open_mail({ attempts = ATTEMPTS, mail = MAIL, state = STATE, held = HELD_HERE, parked = PARKED }, group, token) }

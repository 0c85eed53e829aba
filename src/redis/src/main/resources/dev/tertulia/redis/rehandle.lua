-- include: args, clock, mailbox
-- Puts a dead letter's event at the end of its mailbox. Returns 1, or 0 if the letter is not there any more.
-- KEYS: dead letters, what waits, ready, claims, mailbox. ARGV: id of the letter, group, the event.
local LETTERS, WAITING, READY, CLAIMS, MAIL = unpack(KEYS)

local letter, group, event = arg(), arg(), arg()

if redis.call('XDEL', LETTERS, letter) == 0 then
  return 0
end
post(WAITING, READY, CLAIMS, MAIL, group, event)
return 1

-- include: args, order, first, outbox
-- Puts back what a call to begin took in hand whose answer was lost: nobody sent it. If that call is still on its way,
-- it will do nothing.
-- KEYS: see outbox.lua, then a key that says so. ARGV: nonce of that call, slot in hand, group.
local UNDONE = KEYS[28]

local nonce, slot, group = arg(), arg(), arg()

local held = hand(slot)
if not held or held.nonce ~= nonce then
  redis.call('SET', UNDONE, '', 'PX', REMEMBERED)
elseif newest(held.fence) then
  redis.call('HDEL', IN_HAND, slot)
  put_first(held.place, held.json)
  look(held.place, group, 0) -- it was this group's turn
end
return 1

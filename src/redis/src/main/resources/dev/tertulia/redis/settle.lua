-- include: args, order, first, outbox, begin_first, stand, settled, note
-- Puts an entry that was in hand where it belongs. Returns 2 if the group has another entry that is due, else 1; 0 if it
-- may not.
-- KEYS: see outbox.lua. ARGV: fence, nonce of the call that took it in hand, slot in hand, then the settlement, and what note.lua reads.
local fence, nonce, slot = arg(), arg(), arg()
local entry = settlement()

local held = hand(slot)
if not newest(fence) or not held then
  return 0
end
-- What a pump before this one began is anybody's; of its own it settles each attempt once.
if held.nonce ~= nonce and (held.fence == fence or cjson.decode(held.json).id ~= entry.id) then
  return 0
end
redis.call('HDEL', IN_HAND, slot)
fates[entry.fate](entry)
local idle = empty(1, PLACES)
if not idle then
  look_after(entry)
end
let_follow(entry)
settled(entry)
note()
return not idle and due_place(entry.group, 1, PLACES, entry.at) and 2 or 1

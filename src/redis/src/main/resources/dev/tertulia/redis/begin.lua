-- include: args, order, first, outbox, begin_first
-- Takes the first entry of a queue in hand and returns it, or nothing if it may not leave.
-- KEYS: see outbox.lua, then a key that exists if this call was undone before it came. ARGV: fence, nonce of this very
-- call, slot in hand, group, place.
return begin_first(KEYS[28], arg(), arg(), arg(), arg(), number())

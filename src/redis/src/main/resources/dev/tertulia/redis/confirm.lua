-- include: args, order, first, outbox, stand, settled, note
-- Notes that WhatsApp has taken an entry on. Returns 1 if an unknown outcome was resolved by it.
-- KEYS: see outbox.lua. ARGV: group, id of the entry, WhatsApp's id of the message or '', now; what note.lua reads.
local group, id, message, now = arg(), arg(), arg(), number()

if redis.call('EXISTS', SENT) == 1 then
  return 0
end
redis.call('DEL', CONFIRMED) -- first, for a full Redis
redis.call('SET', CONFIRMED, message, 'PX', REMEMBERED)
local place, json = take_unknown(id)
if not place then
  return 0
end
local entry = { group = group, place = place, id = id, fate = 'SENT', json = json, at = now, till = now, detail = message }
put(entry)
settled(entry)
note()
return 1

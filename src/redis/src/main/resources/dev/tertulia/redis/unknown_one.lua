-- include: args, order, first, outbox, stand, settled
-- Takes out an entry of unknown outcome. Returns 1, or 0 if it is not there any more.
-- KEYS: see outbox.lua. ARGV: group, id, the entry to put at the head of its queue instead or '', now.
local group, id, instead, now = arg(), arg(), arg(), number()

local place = take_unknown(id)
if not place then
  return 0
end
if instead ~= '' then
  redis.call('LPUSH', queue(place), instead)
  count(group, place, 1)
end
look(place, group, now)
if instead == '' then
  decided(id, group, now)
end
settled({ group = group, fate = instead ~= '' and 'AGAIN' or 'GONE', json = instead })
return 1

-- include: args, order, first, outbox, stand
-- Forgets all that a parked group has to send. Returns 1, or 0 if it is not parked any more, or -1 if something of a
-- broadcast lies there that is not named: then nothing was done.
-- KEYS: see outbox.lua; then, by their places in the arguments, broadcasts as stand.lua wants them. ARGV: group, what it
-- waits for and since when, as they are kept; then each broadcast: name, itself, where its groups stand, its groups that
-- were not fed yet.
local group, parked = arg(), arg()
local broadcasts = {}
while read < #ARGV do
  local name = arg()
  broadcasts[name] = { key(), key(), key() }
end

if redis.call('HGET', PARKED, group) ~= parked then
  return 0
end
local ids = {}
for place = 1, PLACES do
  for _, json in ipairs(redis.call('LRANGE', queue(place), 0, -1)) do
    local id = cjson.decode(json).id
    local name = string.match(id, '^(.-)/')
    if name and not broadcasts[name] then
      return -1
    end
    ids[id] = name or ''
  end
end
redis.call('HDEL', PARKED, group)
count_parked(-1)
for place = 1, PLACES do
  redis.call('HINCRBY', WAITING, place, 0 - redis.call('LLEN', queue(place)))
  redis.call('DEL', queue(place))
  look_away(place, group)
end
for id, name in pairs(ids) do
  redis.call('HDEL', UNKNOWN, id)
  redis.call('HDEL', AWAITED, id)
  if broadcasts[name] then
    local broadcast, stands, not_fed = unpack(broadcasts[name])
    move(broadcast, stands, not_fed, group, 'dropped')
  end
end
return 1

-- include: args
-- Returns what was started and the groups that there is room for in the outbox; nothing if there is none. A broadcast
-- that has nothing left to send is no longer active.
-- KEYS: broadcast, its groups that wait, active broadcasts. ARGV: name, greatest number of entries in the outbox.
local BROADCAST, WAITING, ACTIVE = unpack(KEYS)

local name, most = arg(), number()

local function count(stand)
  return tonumber(redis.call('HGET', BROADCAST, stand) or 0)
end

local waiting = redis.call('EXISTS', BROADCAST) == 1 and redis.call('LLEN', WAITING) or 0
local under_way = count('queued') + count('unknown')
if waiting + under_way + count('held') == 0 then
  redis.call('ZREM', ACTIVE, name)
  return {}
end
local room = most - under_way
if waiting == 0 or room <= 0 or redis.call('HEXISTS', BROADCAST, 'stopped') == 1 then
  return {}
end
local found = redis.call('LRANGE', WAITING, 0, room - 1)
table.insert(found, 1, redis.call('HGET', BROADCAST, 'started'))
return found

-- include: args, order, first, append, stand
-- Appends entries of a broadcast to the outbox and takes their groups off those that wait. Returns how many.
-- KEYS: lease, parked groups, what waits, first entries, broadcast, where its groups stand, its groups that were not fed
-- yet; then, by their places in the arguments, queues with their due sets. ARGV: fence; then each entry: queue, due set, the entry as
-- append.lua reads it.
local LEASE, PARKED, WAITING, FIRSTS, BROADCAST, STANDS, NOT_FED = unpack(KEYS, 1, 7)
local OUTBOX = { waiting = WAITING, parked = PARKED, firsts = FIRSTS }

local fence = arg()

local lease = redis.call('GET', LEASE)
if not lease or string.match(lease, '^%d+') ~= fence or redis.call('EXISTS', BROADCAST) == 0
    or redis.call('HEXISTS', BROADCAST, 'stopped') == 1 then
  return 0
end
local fed = 0
while read < #ARGV do
  local queue, due, entry = key(), key(), appended()
  if redis.call('LINDEX', NOT_FED, 0) == entry.group then
    local parked = append(OUTBOX, queue, due, entry)
    redis.call('LPOP', NOT_FED)
    move(BROADCAST, STANDS, NOT_FED, entry.group, parked and 'held' or 'queued')
    fed = fed + 1
  end
end
return fed

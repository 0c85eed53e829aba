-- include: args
-- Returns for each queue how many entries it has, the first one, when it is looked at next, and 1 if the first one waits
-- for another of its turn: entries, entry, moment, waits, entries ...
-- KEYS: awaited; then, by their places in the arguments, queues and due sets. ARGV: per queue: group, queue, due set.
local AWAITED = KEYS[1]

local found = {}
while read < #ARGV do
  local group, queue, due = arg(), key(), key()
  local json = redis.call('LINDEX', queue, 0)
  local turn = json and cjson.decode(json).inTurn
  found[#found + 1] = redis.call('LLEN', queue)
  found[#found + 1] = json
  found[#found + 1] = redis.call('ZSCORE', due, group)
  found[#found + 1] = turn and turn.after and redis.call('HEXISTS', AWAITED, turn.after) or 0
end
return found

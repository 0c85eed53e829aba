-- include: args
-- Returns timers of groups that have run out: how many of the first group, each timer, how many of the next ...
-- KEYS: for each group its timers and their moments. ARGV: the moment after now, at most of each group.
local after, at_most = arg(), arg()

local ripe = {}
for i = 1, #KEYS, 2 do
  local ids = redis.call('ZRANGEBYSCORE', KEYS[i + 1], '-inf', '(' .. after, 'LIMIT', 0, at_most)
  ripe[#ripe + 1] = #ids
  for _, id in ipairs(ids) do
    ripe[#ripe + 1] = redis.call('HGET', KEYS[i], id) or ''
  end
end
return ripe

-- include: args
-- Returns groups that have something to send: rank of the priority, group, rank, group ...
-- KEYS: the due sets of a lane, most urgent first. ARGV: now, at most.
local before, left = string.format('(%.0f', number() + 1), number()

local found = {}
for rank, due in ipairs(KEYS) do
  if left == 0 then
    break
  end
  for _, group in ipairs(redis.call('ZRANGEBYSCORE', due, '-inf', before, 'LIMIT', 0, left)) do
    found[#found + 1] = rank
    found[#found + 1] = group
    left = left - 1
  end
end
return found

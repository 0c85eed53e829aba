-- Returns the entries that pumps before this one have in hand.
-- KEYS: entries in hand, last fence. ARGV: fence.
local IN_HAND, FENCE = unpack(KEYS)

local found = {}
if redis.call('GET', FENCE) == ARGV[1] then
  for _, held in ipairs(redis.call('HVALS', IN_HAND)) do
    local fence, json = string.match(held, '^(%d+)\n%w+\n%d\n(.*)$')
    if fence ~= ARGV[1] then
      found[#found + 1] = json
    end
  end
end
return found

-- Returns the latest entries with each term: for each a list of number, entry, number, entry ...
-- KEYS: entries; then the numbers of each term. ARGV: at most of each term.
local ENTRIES = KEYS[1]

local last = tonumber(ARGV[1]) - 1

local found = {}
for place = 2, #KEYS do
  local of_term = {}
  for _, number in ipairs(redis.call('ZREVRANGE', KEYS[place], 0, last)) do
    local entry = redis.call('HGET', ENTRIES, number)
    if entry then
      of_term[#of_term + 1] = number
      of_term[#of_term + 1] = entry
    end
  end
  found[#found + 1] = of_term
end
return found

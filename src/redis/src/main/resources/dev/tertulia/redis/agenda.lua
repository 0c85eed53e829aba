-- include: args, clock
-- Returns the milliseconds until a process has to look at the number, 0 if something is due or in hand, or -1 if no work
-- is stored.
-- KEYS: entries in hand, active broadcasts, groups that are ready, claims; then sorted sets by the moments in milliseconds at
-- which something is due. ARGV: now.
local now = number()

if redis.call('EXISTS', KEYS[1], KEYS[2]) > 0 then
  return 0
end
local first = -1
local function due(key, from, unit)
  local found = redis.call('ZRANGE', key, 0, 0, 'WITHSCORES')[2]
  if found then
    local left = math.max(0, math.ceil((tonumber(found) - from) / unit))
    first = first < 0 and left or math.min(first, left)
  end
end
due(KEYS[3], micros(), 1000)
due(KEYS[4], micros(), 1000)
for i = 5, #KEYS do
  due(KEYS[i], now, 1)
end
return first

-- include: args
-- Adds an entry to counters and reads them, each over a window that ends at the time of the entry.
-- KEYS: by their places in the arguments. ARGV: the key of the entry, its time in milliseconds, the number of entries that
-- a counter keeps, the number of values that are returned; then per counter: its entries (a sorted set), its values (a
-- hash), the window in milliseconds, 1 if an entry is added, its value.
-- Returns per counter: the number of entries, the number of values, the values.
local SLACK = 10 * 60 * 1000
local entry, at, most, most_values = arg(), number(), number(), number()

local function add(entries, values, value)
  if redis.call('HSETNX', values, 'k' .. entry, value) == 0 then
    return
  end
  redis.call('ZADD', entries, at, entry)
  local over = redis.call('ZCARD', entries) - most
  if over > 0 then
    for _, old in ipairs(redis.call('ZPOPMIN', entries, over)) do
      redis.call('HDEL', values, 'k' .. old)
    end
  end
end

-- Entries are kept for the longest window that was asked for, and a little longer for those that come late.
local function expire(entries, values, within)
  local longest = math.max(within, tonumber(redis.call('HGET', values, 'longest') or 0))
  redis.call('HSET', values, 'longest', string.format('%.0f', longest))
  local latest = redis.call('ZREVRANGE', entries, 0, 0, 'WITHSCORES')[2]
  if latest then
    local old = string.format('%.0f', latest - longest - SLACK)
    for _, gone in ipairs(redis.call('ZRANGEBYSCORE', entries, '-inf', old, 'LIMIT', 0, 100)) do
      redis.call('ZREM', entries, gone)
      redis.call('HDEL', values, 'k' .. gone)
    end
  end
  local left = string.format('%.0f', longest + SLACK)
  redis.call('PEXPIRE', entries, left)
  redis.call('PEXPIRE', values, left)
end

local result = {}
while read < #ARGV do
  local entries, values, within, adds, value = key(), key(), number(), arg() == '1', arg()
  if adds then
    add(entries, values, value)
    expire(entries, values, within)
  end
  local from, to = '(' .. string.format('%.0f', at - within), string.format('%.0f', at)
  result[#result + 1] = redis.call('ZCOUNT', entries, from, to)
  local place = #result + 1
  result[place] = 0
  for _, one in ipairs(redis.call('ZREVRANGEBYSCORE', entries, to, from, 'LIMIT', 0, most_values)) do
    local found = redis.call('HGET', values, 'k' .. one)
    if found and found ~= '' then
      result[#result + 1] = found
      result[place] = result[place] + 1
    end
  end
end
return result

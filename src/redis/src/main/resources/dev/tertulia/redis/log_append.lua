-- include: args, clock
-- Appends an entry to a log, unless there is one with its key, or the last entry is not the one that the caller knows.
-- KEYS: the last entry (a hash), entries by number (a hash), numbers by key (a hash), numbers by time and numbers in
-- order (sorted sets); then the numbers of each term (sorted sets).
-- ARGV: the key, its time and the time for which entries are kept in milliseconds, the number of entries that are kept,
-- the number of the last entry that the caller knows or -1, the entry.
-- Returns the number and the entry: the new one, or the one that has the key; nothing if another entry was appended.
local LAST, ENTRIES, NUMBERS, TIMES, ORDER = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local name, at, keep, most, known, entry = arg(), number(), number(), number(), number(), arg()

local before = redis.call('HGET', NUMBERS, name)
local found = before and redis.call('HGET', ENTRIES, before)
if found then
  return { tonumber(before), found }
end
local last = tonumber(redis.call('HGET', LAST, 'number') or 0)
if known >= 0 and known ~= last then
  return {}
end

local function forget(old)
  local gone = redis.call('HGET', ENTRIES, old)
  if gone then
    redis.call('HDEL', NUMBERS, cjson.decode(gone).key)
    redis.call('HDEL', ENTRIES, old)
  end
  redis.call('ZREM', TIMES, old)
  redis.call('ZREM', ORDER, old)
end

local now = math.floor(micros() / 1000)
for _, old in ipairs(redis.call('ZRANGEBYSCORE', TIMES, '-inf', string.format('(%.0f', now - keep), 'LIMIT', 0, 100)) do
  forget(old)
end
if redis.call('HLEN', ENTRIES) >= most then
  forget(redis.call('ZRANGE', ORDER, 0, 0)[1])
end

local next = last + 1
local text = string.format('%.0f', next)
redis.call('HSET', LAST, 'number', text, 'entry', entry)
redis.call('HSET', ENTRIES, text, entry)
redis.call('HSET', NUMBERS, name, text)
redis.call('ZADD', TIMES, at, text)
redis.call('ZADD', ORDER, next, text)
for place = 6, #KEYS do
  -- what has expired leaves the terms a few at a time
  for _, old in ipairs(redis.call('ZRANGE', KEYS[place], 0, 4)) do
    if redis.call('HEXISTS', ENTRIES, old) == 0 then
      redis.call('ZREM', KEYS[place], old)
    end
  end
  redis.call('ZADD', KEYS[place], next, text)
end
for place = 2, #KEYS do
  redis.call('PEXPIRE', KEYS[place], string.format('%.0f', keep))
end
return { next, entry }

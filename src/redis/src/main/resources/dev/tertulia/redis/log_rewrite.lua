-- include: args
-- Replaces an entry of a log and what it is found by, if it has not expired.
-- KEYS: the last entry (a hash), entries by number (a hash); then, by their places in the arguments, the numbers of each
-- term (sorted sets). ARGV: the number, the entry; then per term: its numbers, 1 if the entry has the term now.
local LAST, ENTRIES = KEYS[1], KEYS[2]
local place, entry = arg(), arg()
if redis.call('HEXISTS', ENTRIES, place) == 0 then
  return 0
end
redis.call('HSET', ENTRIES, place, entry)
if redis.call('HGET', LAST, 'number') == place then
  redis.call('HSET', LAST, 'entry', entry)
end
while read < #ARGV do
  local term, has = key(), arg()
  if has == '1' then
    redis.call('ZADD', term, place, place)
  else
    redis.call('ZREM', term, place)
  end
end
return 1

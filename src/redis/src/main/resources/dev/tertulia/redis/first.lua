-- Notes when the first entry of a queue was written: the digits of that moment, to the second. Returns the entry, if
-- there is one.
local function note_first(firsts, place, group, queue)
  redis.call('ZREM', firsts, place .. group)
  local json = redis.call('LINDEX', queue, 0)
  if not json then
    return nil
  end
  local first = cjson.decode(json)
  local written = string.gsub(string.sub(first.created, 1, 19), '%D', '')
  redis.call('ZADD', firsts, written, place .. group)
  return first
end

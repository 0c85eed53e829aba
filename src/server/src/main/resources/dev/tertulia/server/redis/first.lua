-- Notes when the first entry of a queue was written: the digits of that moment, to the second. Returns whether there is
-- one.
local function note_first(firsts, place, group, queue)
  redis.call('ZREM', firsts, place .. group)
  local json = redis.call('LINDEX', queue, 0)
  if json then
    local written = string.gsub(string.sub(cjson.decode(json).created, 1, 19), '%D', '')
    redis.call('ZADD', firsts, written, place .. group)
  end
  return json
end

-- include: clock
-- Moves the mark of a number to when its work is due, or takes it away, unless it was set since. Returns 1 if that was done.
-- KEYS: marked numbers of a shard. ARGV: number, its mark as marked.lua told it, milliseconds until processes look or -1.
local number, mark, due = ARGV[1], ARGV[2], tonumber(ARGV[3])
if (redis.call('ZSCORE', KEYS[1], number) or '') ~= mark then
  return 0
end
if due < 0 then
  redis.call('ZREM', KEYS[1], number)
else
  redis.call('ZADD', KEYS[1], string.format('%.0f', micros() / 1000 + due), number)
end
return 1

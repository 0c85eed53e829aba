-- include: clock
-- Returns the mark of a number, '' if there is none, or nothing if work may still be stored under it.
-- KEYS: marked numbers of a shard. ARGV: number, milliseconds from a mark until others look, those for which work is stored under it.
local mark = redis.call('ZSCORE', KEYS[1], ARGV[1])
if not mark then
  return ''
end
local left = tonumber(mark) - micros() / 1000
if left > ARGV[2] - ARGV[3] and left <= tonumber(ARGV[2]) then
  return nil
end
return mark

-- include: ring
-- Gives the lease back, if it still is this pump's.
-- KEYS: lease. ARGV: fence, the number.
local held = redis.call('GET', KEYS[1])
if held and string.match(held, '^%d+') == ARGV[1] then
  redis.call('DEL', KEYS[1])
  ring('!' .. ARGV[2])
end
return 1

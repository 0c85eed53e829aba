-- Gives the lease back, if it still is this pump's, which has sent nothing for a second. Nobody is told, as nothing waits.
-- KEYS: lease, fence of a pump that rested. ARGV: fence.
local held = redis.call('GET', KEYS[1])
if held and string.match(held, '^%d+') == ARGV[1] then
  redis.call('DEL', KEYS[1])
  redis.call('SET', KEYS[2], ARGV[1])
end
return 1

-- Adds a number to the installation, changes its business account, or removes it. Returns 1 if anything changed.
-- KEYS: added numbers, count of changes. ARGV: phone number id; id of its business account or '', unless it is removed.
local ADDED, VERSION = unpack(KEYS)

if ARGV[2] and redis.call('HGET', ADDED, ARGV[1]) == ARGV[2] then
  return 0
end
if not ARGV[2] and redis.call('HDEL', ADDED, ARGV[1]) == 0 then
  return 0
end
if ARGV[2] then
  redis.call('HSET', ADDED, ARGV[1], ARGV[2])
end
redis.call('INCR', VERSION)
return 1

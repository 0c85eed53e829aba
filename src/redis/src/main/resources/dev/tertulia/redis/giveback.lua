-- include: args, clock, tried, note
-- Ends a claim with its event untouched; the group is ready again after a pause.
-- KEYS: tokens, claims, ready, attempts, mailbox. ARGV: group, token, pause in microseconds, 1 if the attempt counts; what note.lua
-- reads.
local TOKENS, CLAIMS, READY, ATTEMPTS, MAIL = unpack(KEYS)

local group, token, pause, failed = arg(), arg(), number(), arg()
if redis.call('HGET', TOKENS, group) ~= token then
  return 0
end
redis.call('HDEL', TOKENS, group)
redis.call('ZREM', CLAIMS, group)
note()
if redis.call('EXISTS', MAIL) == 1 then
  redis.call('ZADD', READY, micros() + pause, group)
  tried(ATTEMPTS, group, tried_before(ATTEMPTS, group, token) + (failed == '1' and 1 or 0), '')
end
return 1

-- include: args, clock, mailbox
-- Puts a desk in the place of the one that was read, writes operations down and posts events. Returns 1, or 0 if another
-- desk lies there by now.
-- KEYS: desk, deadlines, ready, claims, what waits; then, by their places in the arguments, operations and mailboxes.
-- ARGV: name of the desk, version that was read, next version, next desk, its deadline or '', milliseconds until what
-- nobody changes is forgotten; how many operations, and each: key, the operation; then each event: mailbox, group, it.
local DESK, DEADLINES, READY, CLAIMS, WAITING = unpack(KEYS, 1, 5)

local name, version, next_version, desk, deadline, kept = arg(), arg(), arg(), arg(), arg(), arg()

if (redis.call('HGET', DESK, 'version') or '0') ~= version then
  return 0
end
redis.call('ZREM', DEADLINES, name) -- first, for a full Redis
redis.call('HSET', DESK, 'version', next_version, 'desk', desk)
redis.call('PEXPIRE', DESK, kept)
if deadline ~= '' then
  redis.call('ZADD', DEADLINES, deadline, name)
end
for _ = 1, number() do
  redis.call('SET', key(), arg(), 'PX', kept)
end
while read < #ARGV do
  post(WAITING, READY, CLAIMS, key(), arg(), arg())
end
return 1

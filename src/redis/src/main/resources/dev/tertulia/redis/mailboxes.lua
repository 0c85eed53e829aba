-- include: args, clock
-- Returns for each group how many events wait, how often the first one was tried, 1 if the group is claimed, and for how
-- many microseconds it could have been claimed: events, attempts, claimed, microseconds, events ...
-- KEYS: ready, attempts; then, by their places in the arguments, mailboxes. ARGV: per group: it, its mailbox.
local READY, ATTEMPTS = unpack(KEYS, 1, 2)

local now = micros()
local found = {}
while read < #ARGV do
  local group, mail = arg(), key()
  local from = redis.call('ZSCORE', READY, group)
  found[#found + 1] = redis.call('LLEN', mail)
  found[#found + 1] = tonumber(redis.call('HGET', ATTEMPTS, group) or '0')
  found[#found + 1] = from and 0 or 1
  found[#found + 1] = from and now - tonumber(from) or 0
end
return found

-- Returns an entry that was sent or that waits with an unknown outcome, or nothing.
-- KEYS: the entry as sent, entries of unknown outcome. ARGV: its id.
local SENT, UNKNOWN = unpack(KEYS)

local sent = redis.call('GET', SENT)
if sent then
  return sent
end
local found = redis.call('HGET', UNKNOWN, ARGV[1])
return found and string.sub(found, 2)

-- include: args
-- Keeps what could not be read, and counts its bytes.
-- KEYS: quarantine, its bytes. ARGV: the letter.
local QUARANTINE, BYTES = unpack(KEYS)

local letter = arg()
redis.call('XADD', QUARANTINE, '*', 'letter', letter)
redis.call('INCRBY', BYTES, #letter)
return 1

-- include: args
-- Forgets what could not be read: one, or the oldest while there are more or they take more bytes than that. Returns how
-- many.
-- KEYS: quarantine, its bytes. ARGV: id or '', how many may stay, how many bytes may stay.
local QUARANTINE, BYTES = unpack(KEYS)
local AT_ONCE = 1000

local id, most, most_bytes = arg(), number(), number()

local function bytes()
  return tonumber(redis.call('GET', BYTES) or '0')
end

local function forget(from, to)
  local found = redis.call('XRANGE', QUARANTINE, from, to, 'COUNT', 1)[1]
  if not found then
    return 0
  end
  redis.call('XDEL', QUARANTINE, found[1])
  redis.call('SET', BYTES, string.format('%.0f', math.max(0, bytes() - #found[2][2])))
  return 1
end

if id ~= '' then
  return forget(id, id)
end
local forgotten = 0
while forgotten < AT_ONCE and (redis.call('XLEN', QUARANTINE) > most or bytes() > most_bytes) do
  if forget('-', '+') == 0 then
    redis.call('DEL', BYTES)
    break
  end
  forgotten = forgotten + 1
end
return forgotten

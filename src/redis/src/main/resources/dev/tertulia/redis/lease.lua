-- include: args, clock, serial
-- Takes the pump's lease or renews it. Returns the fence, or nothing while somebody else has it.
-- KEYS: lease, last fence. ARGV: owner, length in milliseconds.
local LEASE, FENCE = unpack(KEYS)

local owner, length = arg(), arg()
local held = redis.call('GET', LEASE)
if not held then
  redis.call('DEL', LEASE) -- first, for a full Redis
  local fence = next_number(FENCE)
  redis.call('SET', LEASE, string.format('%.0f\n', fence) .. owner, 'PX', length)
  return fence
end
local fence, holder = string.match(held, '^(%d+)\n(.*)$')
if holder ~= owner then
  return nil
end
redis.call('PEXPIRE', LEASE, length)
return tonumber(fence)

-- include: args, clock, serial
-- Takes the pump's lease or renews it. Returns the fence, or nothing while somebody else has it.
-- Whoever still uses the last fence gets it again, though its lease has ended: nobody else had one since.
-- KEYS: lease, last fence. ARGV: owner, length in milliseconds, the fence that the owner has used until now.
local LEASE, FENCE = unpack(KEYS)

local owner, length, used = arg(), arg(), arg()
local held = redis.call('GET', LEASE)
if not held then
  redis.call('DEL', LEASE) -- first, for a full Redis
  local fence = redis.call('GET', FENCE) == used and tonumber(used) or next_number(FENCE)
  redis.call('SET', LEASE, string.format('%.0f\n', fence) .. owner, 'PX', length)
  return fence
end
local fence, holder = string.match(held, '^(%d+)\n(.*)$')
if holder ~= owner then
  return nil
end
redis.call('PEXPIRE', LEASE, length)
return tonumber(fence)

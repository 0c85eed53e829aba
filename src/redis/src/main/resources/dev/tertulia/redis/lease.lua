-- include: args, clock, serial
-- Takes the pump's lease or renews it. Returns the fence, or nothing while somebody else has it.
-- Whoever still uses the last fence gets it again, though its lease has ended: nobody else had one since.
-- A fence that follows that of a pump that rested, or none, is noted with a sign before it.
-- KEYS: lease, last fence, fence of a pump that rested. ARGV: owner, length in milliseconds, the fence that the owner has used until now.
local LEASE, FENCE, RESTED = unpack(KEYS)

local owner, length, used = arg(), arg(), arg()
local held = redis.call('GET', LEASE)
if not held then
  redis.call('DEL', LEASE) -- first, for a full Redis
  local last = redis.call('GET', FENCE)
  local fence = last == used and tonumber(used) or next_number(FENCE, micros())
  if not last or last ~= used and redis.call('GET', RESTED) == last then
    redis.call('SET', RESTED, string.format('+%.0f', fence))
  end
  redis.call('SET', LEASE, string.format('%.0f\n', fence) .. owner, 'PX', length)
  return fence
end
local fence, holder = string.match(held, '^(%d+)\n(.*)$')
if holder ~= owner then
  return nil
end
redis.call('PEXPIRE', LEASE, length)
return tonumber(fence)

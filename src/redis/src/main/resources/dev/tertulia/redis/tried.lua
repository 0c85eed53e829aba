-- Beside a group's attempts at its next event lies the token of the claim that tried last.
local function trying(group)
  return group .. '\n'
end

-- How often an event was tried before this claim.
local function tried_before(attempts, group, token)
  local counted = redis.call('HMGET', attempts, group, trying(group))
  local times = tonumber(counted[1] or '0')
  return counted[2] == token and times - 1 or times
end

local function tried(attempts, group, times, token)
  redis.call('HSET', attempts, group, times, trying(group), token)
end

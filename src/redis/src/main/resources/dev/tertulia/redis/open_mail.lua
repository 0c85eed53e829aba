-- Whether entries of the group are held, or the group is parked: 1 or 0.
local function blocked(keys, group)
  return (redis.call('EXISTS', keys.held) == 1 or redis.call('HEXISTS', keys.parked, group) == 1) and 1 or 0
end

-- Opens the next event of a claimed group. Returns the event or false, how often it was tried before, what bots remember,
-- and whether the group is blocked. The first time in a claim the event counts as tried from now on, for whoever dies in
-- the middle of it.
local function open_mail(keys, group, token)
  local event = redis.call('LINDEX', keys.mail, 0)
  local before = tried_before(keys.attempts, group, token)
  if event then
    tried(keys.attempts, group, before + 1, token)
  end
  return event, tostring(before), redis.call('HGETALL', keys.state), blocked(keys, group)
end

-- The same where the event is known, and came into an empty mailbox.
local function open_first(keys, group, token, event)
  redis.call('HSET', keys.attempts, group, 1, trying(group), token)
  return event, '0', redis.call('HGETALL', keys.state), blocked(keys, group)
end

-- Opens the next event of a claimed group. Returns the event or false, how often it was tried before, what bots remember,
-- and 1 if entries of the group are held or the group is parked. The first time in a claim it counts as tried from now
-- on, for whoever dies in the middle of it.
local function open_mail(keys, group, token)
  local event = redis.call('LINDEX', keys.mail, 0)
  local before = tried_before(keys.attempts, group, token)
  if event then
    tried(keys.attempts, group, before + 1, token)
  end
  local blocked = redis.call('EXISTS', keys.held) == 1 or redis.call('HEXISTS', keys.parked, group) == 1
  return event, tostring(before), redis.call('HGETALL', keys.state), blocked and 1 or 0
end

-- include: clock
-- Returns the state of each process that is alive.
-- KEYS: processes.
local now = micros()

local alive = {}
for _, process in ipairs(redis.call('HVALS', KEYS[1])) do
  local ends, state = process:match('^(%d+) (.*)$')
  if tonumber(ends) > now then
    alive[#alive + 1] = state
  end
end
return alive

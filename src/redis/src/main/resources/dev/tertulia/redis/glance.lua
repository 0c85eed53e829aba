-- include: args
-- Returns for each group when its window shuts and what is kept of it: moment, text, moment, text ...
-- KEYS: windows; then, by their places in the arguments, states of groups. ARGV: key in the state; then per group: it,
-- its state.
local WINDOWS = KEYS[1]

local name = arg()

local found = {}
while read < #ARGV do
  local group, state = arg(), key()
  found[#found + 1] = redis.call('ZSCORE', WINDOWS, group)
  found[#found + 1] = redis.call('HGET', state, name)
end
return found

-- include: args
-- Shuts the window of a group, unless a message opened it after that was reported. Returns whether it is shut.
-- KEYS: windows. ARGV: the group, when it was reported, how long a window is open; in milliseconds.
local group, reported, length = arg(), number(), number()
local open_until = tonumber(redis.call('ZSCORE', KEYS[1], group)) or 0
if open_until > reported + length then
  return 0
end
if open_until > reported then
  redis.call('ZADD', KEYS[1], reported, group)
end
return 1

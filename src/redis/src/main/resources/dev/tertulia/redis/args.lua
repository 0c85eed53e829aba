-- Reads ARGV one by one.
-- Steps that take something off begin with a write that needs no memory, where it would be another: a full Redis
-- refuses a script at its first write or not at all, and what lies there must get out.
local read = 0
local function arg()
  read = read + 1
  return ARGV[read]
end
local function number()
  return tonumber(arg())
end
-- The key at the place in KEYS that the next argument tells.
local function key()
  return KEYS[number()]
end

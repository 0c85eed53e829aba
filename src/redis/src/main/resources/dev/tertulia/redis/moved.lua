-- include: args, people
-- Lets the groups of one id be those of another.
-- KEYS: ids by user id and phone number, people, their groups. ARGV: the id, the other one.
IDS, PEOPLE, PLACES = unpack(KEYS)

local id, other = arg(), arg()
for _, group in ipairs(groups(id)) do
  redis.call('ZADD', PLACES, 0, other .. '\n' .. group)
  redis.call('ZREM', PLACES, id .. '\n' .. group)
end
return 1

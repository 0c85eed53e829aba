-- include: args, people
-- Says who somebody is and keeps what is new of them. Returns their id, and ids that are this one now.
-- KEYS: ids by user id and phone number, people, their groups.
-- ARGV: now in milliseconds; user id or '', phone number or '', what to call who is new, group or ''.
IDS, PEOPLE, PLACES = unpack(KEYS)

local now, user, phone, name, group = number(), arg(), arg(), arg(), arg()
local found, passed = {}, {}
local by_user, by_phone = known(user, passed), known(phone, passed)
if by_user then
  table.insert(found, by_user)
end
-- A phone number whose person has another user id belongs to somebody else now.
if by_phone and (user == '' or may_have(by_phone, user, user)) then
  table.insert(found, by_phone)
end

local id = oldest(found, passed)
if not id then
  id = name
  local more = 2
  while redis.call('HEXISTS', PEOPLE, id) == 1 do
    id = name .. '.' .. more
    more = more + 1
  end
  write(id, now, user)
end
local since, has = person(id)
if has == '' and user ~= '' then
  write(id, since, user)
end
own(id, user)
own(id, phone)
if group ~= '' then
  redis.call('ZADD', PLACES, 0, id .. '\n' .. group)
end
return entry(id, passed)

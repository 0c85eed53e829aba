-- include: args, people
-- Keeps that a person is known otherwise from now on. Returns their id, and ids that are this one now; nothing if nobody
-- was known under any of it.
-- KEYS: ids by user id and phone number, people, their groups.
-- ARGV: user id and phone number before, and after; '' for what is not told.
IDS, PEOPLE, PLACES = unpack(KEYS)

local was_user, was_phone, user, phone = arg(), arg(), arg(), arg()
local found, passed = {}, {}

local function add(identity, fits)
  local id = known(identity, passed)
  if id and fits(id) then
    table.insert(found, id)
  end
end
local function any()
  return true
end
local function fits(id)
  return may_have(id, was_user, user)
end

add(was_user, any)
add(was_phone, #found == 0 and any or fits)
add(user, any)
add(phone, fits)

local id = oldest(found, passed)
if not id then
  return {}
end
local since = person(id)
write(id, since, user)
if was_phone ~= '' and was_phone ~= phone and known(was_phone, {}) == id then
  redis.call('HDEL', IDS, was_phone)
end
own(id, user)
own(id, phone)
return entry(id, passed)

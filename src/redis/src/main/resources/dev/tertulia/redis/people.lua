-- Who is who. A person lies under an id as 'milliseconds userId', or as '> id' once that one turned out to be the same.
local IDS, PEOPLE, PLACES

-- The id that this one has become, adding to those that were passed over.
local function survivor(id, passed)
  while id do
    local other = string.match(redis.call('HGET', PEOPLE, id) or '', '^> (.*)$')
    if not other then
      return id
    end
    table.insert(passed, id)
    id = other
  end
end

local function known(identity, passed)
  local id = identity ~= '' and redis.call('HGET', IDS, identity)
  return id and survivor(id, passed)
end

-- When somebody was first met, and their user id by now.
local function person(id)
  local since, user = string.match(redis.call('HGET', PEOPLE, id), '^(%d+) (.*)$')
  return tonumber(since), user
end

local function write(id, since, user)
  redis.call('HSET', PEOPLE, id, string.format('%.0f', since) .. ' ' .. user)
end

local function may_have(id, one, other)
  local _, user = person(id)
  return user == '' or user == one or user == other
end

-- The first that was met of those found; all others become this one.
local function oldest(found, passed)
  local first, since
  for _, id in ipairs(found) do
    local at = person(id)
    if not first or at < since then
      first, since = id, at
    end
  end
  for _, id in ipairs(found) do
    if id ~= first and not string.match(redis.call('HGET', PEOPLE, id), '^> ') then
      redis.call('HSET', PEOPLE, id, '> ' .. first)
      table.insert(passed, id)
    end
  end
  return first
end

local function own(id, identity)
  if identity ~= '' and known(identity, {}) ~= id then
    redis.call('HSET', IDS, identity, id)
  end
end

local function groups(id)
  local of = {}
  for _, place in ipairs(redis.call('ZRANGEBYLEX', PLACES, '[' .. id .. '\n', '(' .. id .. '\11')) do
    table.insert(of, string.sub(place, #id + 2))
  end
  return of
end

-- The id, and those that were passed over whose groups were not told yet.
local function entry(id, passed)
  local answer, seen = { id }, {}
  for _, other in ipairs(passed) do
    if not seen[other] and #groups(other) > 0 then
      table.insert(answer, other)
    end
    seen[other] = true
  end
  return answer
end

-- What the steps of one group's outbox share. KEYS 1 to 11 are named below, 12 to 19 its queues, 20 to 27 the due sets
-- of the same places, 28 to 30 belong to one entry: as sent, as confirmed, its id by WhatsApp's; 31 is the journal; 32
-- to 34 belong to the broadcast that it is of, if it is of one: itself, where its groups stand, its groups that were not
-- fed yet.
-- An entry may wait for one in another queue. Then the id of that one leads to its place, and its queue is not looked at
-- while it is the first there.
-- An entry in hand is kept as fence, nonce and place, a line each, then the entry; a held one as place and why, in a
-- line, then the entry. Dead letters are a stream.
local IN_HAND, PARKED, HELD, HELD_HERE, UNKNOWN, DEAD, LEASE, FENCE, WAITING, FIRSTS, AWAITED = unpack(KEYS, 1, 11)
local SENT, CONFIRMED, BY_MESSAGE = KEYS[28], KEYS[29], KEYS[30]
local BROADCAST, STANDS, NOT_FED = KEYS[32], KEYS[33], KEYS[34]
local OUTBOX = { waiting = WAITING, parked = PARKED, firsts = FIRSTS, awaited = AWAITED } -- as append.lua wants them
local PLACES = 8
local REMEMBERED = 15 * 60 * 1000

local function queue(place)
  return KEYS[11 + place]
end
local function due(place)
  return KEYS[19 + place]
end

-- Entries in queues are counted by place; those of a parked group apart, since none of them leaves by itself.
local function count(group, place, by)
  local counted = redis.call('HEXISTS', PARKED, group) == 1 and 'parked' or place
  redis.call('HINCRBY', WAITING, counted, by)
end

-- Counts what a group has in its queues the other way, because it is parked from now on (1) or no longer (-1).
local function count_parked(sign)
  for place = 1, PLACES do
    local entries = sign * redis.call('LLEN', queue(place))
    if entries ~= 0 then
      redis.call('HINCRBY', WAITING, 'parked', entries)
      redis.call('HINCRBY', WAITING, place, -entries)
    end
  end
end

-- Nobody took the lease since; it may have run out.
local function newest(fence)
  return redis.call('GET', FENCE) == fence
end

-- The id of the entry that must have left before this one.
local function after(send)
  return send.inTurn and send.inTurn.after
end

local function waits(send)
  return after(send) and redis.call('HEXISTS', AWAITED, after(send)) == 1
end

-- When a queue is looked at next, if its first entry may leave and its group is not parked.
local function look(place, group, at)
  redis.call('ZREM', due(place), group)
  if redis.call('HEXISTS', PARKED, group) == 1 then
    return
  end
  local first = note_first(FIRSTS, place, group, queue(place))
  if first and not waits(first) then
    redis.call('ZADD', due(place), behind(due(place), at), group)
  end
end

-- It is decided what becomes of an entry: whatever waits for it may leave.
local function decided(id, group, now)
  local place = redis.call('HGET', AWAITED, id)
  if not place then
    return
  end
  redis.call('HDEL', AWAITED, id)
  local json = redis.call('LINDEX', queue(tonumber(place)), 0)
  if json and after(cjson.decode(json)) == id then
    look(tonumber(place), group, now)
  end
end

-- Nobody looks at a queue any more.
local function look_away(place, group)
  redis.call('ZREM', due(place), group)
  redis.call('ZREM', FIRSTS, place .. group)
end

-- Puts an entry at the head of its queue. One whose outcome is unknown can be found by its id while it is there.
local function put_first(place, json)
  redis.call('LPUSH', queue(place), json)
  local send = cjson.decode(json)
  count(send.group, place, 1)
  if send.progress.unknownSince then
    redis.call('HSET', UNKNOWN, send.id, place .. json)
  end
end

-- Takes an entry of unknown outcome out of its queue. Returns its place and itself, or nothing.
local function take_unknown(id)
  local found = redis.call('HGET', UNKNOWN, id)
  if not found then
    return nil
  end
  local place, json = tonumber(string.sub(found, 1, 1)), string.sub(found, 2)
  if redis.call('LREM', queue(place), 1, json) == 0 then
    return nil
  end
  redis.call('HDEL', UNKNOWN, id)
  count(cjson.decode(json).group, place, -1)
  return place, json
end

local function hand(slot)
  local held = redis.call('HGET', IN_HAND, slot)
  if not held then
    return nil
  end
  local fence, nonce, place, json = string.match(held, '^(%d+)\n(%w+)\n(%d)\n(.*)$')
  return { fence = fence, nonce = nonce, place = tonumber(place), json = json }
end

local function held_name(id, group)
  return id .. ':' .. group
end
-- Place, entry and its id.
local function held_entry(held)
  local place, json = string.match(held, '^(%d)[^\n]*\n(.*)$')
  return tonumber(place), json, cjson.decode(json).id
end

local fates = {}
function fates.AGAIN(entry)
  put_first(entry.place, entry.json)
end
function fates.PARKED(entry)
  put_first(entry.place, entry.json)
  if redis.call('HSET', PARKED, entry.group, entry.detail) == 1 then
    count_parked(1)
  end
  for place = 1, PLACES do
    look_away(place, entry.group)
  end
end
function fates.SENT(entry)
  redis.call('SET', SENT, entry.json, 'PX', REMEMBERED)
  if entry.detail ~= '' then
    redis.call('SET', BY_MESSAGE, entry.id, 'PX', REMEMBERED)
  end
end
function fates.HELD(entry)
  redis.call('RPUSH', HELD_HERE, entry.place .. entry.detail .. '\n' .. entry.json)
  redis.call('HINCRBY', WAITING, 'held', 1)
  redis.call('ZADD', HELD, entry.till, held_name(entry.id, entry.group))
end
function fates.DEAD(entry)
  redis.call('XADD', DEAD, '*', 'letter', entry.detail)
end
function fates.GONE() end
function fates.STOPPED() end

local OPEN = { AGAIN = true, PARKED = true } -- fates of what is still to be sent in its turn

-- When the queue of an entry that was put where it belongs is looked at next.
local function look_after(entry)
  look(entry.place, entry.group, entry.fate == 'AGAIN' and entry.till or entry.at)
end

-- What waits for an entry may leave if it was put where it stays.
local function let_follow(entry)
  if not OPEN[entry.fate] then
    decided(entry.id, entry.group, entry.at)
  end
end

-- Puts an entry of a queue where it belongs.
local function put(entry)
  fates[entry.fate](entry)
  look_after(entry)
  let_follow(entry)
end

-- Whether nothing lies in these queues. Then no moment to look at them is noted either.
local function empty(first, last)
  return redis.call('EXISTS', unpack(KEYS, 11 + first, 11 + last)) == 0
end

-- Where an entry goes, from the next eight arguments; the detail is a message id, why it is held or parked, or
-- a dead letter.
local function settlement()
  return {
    group = arg(), place = number(), id = arg(), fate = arg(), json = arg(),
    at = number(), till = number(), detail = arg()
  }
end

-- include: args, clock, serial, take, tried, open_mail, book_all, ring, note, notes
-- Puts the events of a delivery into their mailboxes, without those that were seen; opens windows. Claims and opens
-- those of its groups that are ready, as far as there is room. Books what the delivery reports.
-- Returns the places of those that are new, from 1 on; what was claimed, each as group, token, 1 if the claim before ran
-- out, then as open_mail.lua has it, but instead of an event of this delivery its place; 1 if a group of the delivery is
-- ready and was not claimed.
-- KEYS: windows, ready, claims, what waits, dead letters, tokens, attempts, last token, parked groups; then, by their places
-- in the arguments, sets of what was seen, mailboxes, states and held entries.
-- ARGV: what notes.lua reads; when a window is so old that it is forgotten, milliseconds until this span's sets expire, how many
-- events a mailbox may hold, start of a dead letter for those beyond, how many groups may be claimed, lease in
-- microseconds, the number to signal with if a group is ready and was not claimed; what book_all.lua reads; then per event:
-- group, fingerprint, this span's set, the one for when that is full, the same of the last span, mailbox, state and held
-- entries or 0 if the group is not claimed here, when the window shuts or '', the event or '' for one that goes into no mailbox;
-- the two parts of what notes.lua gathers.
local WINDOWS, READY, CLAIMS, WAITING, LETTERS, TOKENS, ATTEMPTS, LAST, PARKED = unpack(KEYS, 1, 9)
local LARGEST = 500 -- Redis keeps a set of up to 512 whole numbers in 8 bytes a number

local forgotten, expiry, most, letter, room, lease, own_number = arg(), arg(), number(), arg(), number(), number(), arg()
book_all()

-- Remembers a fingerprint in this span's set, or in the one for when that is full. Returns whether it is new.
local function remember(set, when_full, before, before_when_full, fingerprint)
  if redis.call('SISMEMBER', before, fingerprint) == 1 or redis.call('SISMEMBER', before_when_full, fingerprint) == 1 then
    return false
  end
  local size = redis.call('SCARD', set)
  if size >= LARGEST then
    if redis.call('SISMEMBER', set, fingerprint) == 1 then
      return false
    end
    set = when_full
    size = redis.call('SCARD', set)
  end
  if redis.call('SADD', set, fingerprint) == 0 then
    return false
  end
  if size == 0 then
    redis.call('PEXPIRE', set, expiry)
  end
  return true
end

local fresh, place, arrived = {}, 0, 0
local posted, by_group = {}, {}

-- Puts an event at the end of its mailbox, or among the dead letters if that is full.
local function post(group, keys, json)
  local length = redis.call('RPUSH', keys.mail, json)
  if length > most then
    redis.call('RPOP', keys.mail)
    redis.call('XADD', LETTERS, '*', 'letter', letter .. json .. '}')
    redis.call('HINCRBY', WAITING, 'overflowed', 1)
    return
  end
  arrived = arrived + 1
  if not by_group[group] then
    keys.first = length == 1 and place
    by_group[group] = keys
    posted[#posted + 1] = group
  end
end

while read < #ARGV do
  place = place + 1
  local group, fingerprint = arg(), arg()
  local set, when_full, before, before_when_full = key(), key(), key(), key()
  local keys = { mail = key(), state = key(), held = key(), attempts = ATTEMPTS, parked = PARKED }
  local shuts, json, head, detail = arg(), arg(), arg(), arg()
  if remember(set, when_full, before, before_when_full, fingerprint) then
    fresh[#fresh + 1] = place
    gather(head, detail)
    if shuts ~= '' and redis.call('ZADD', WINDOWS, 'GT', shuts, group) == 1 then
      redis.call('ZREMRANGEBYSCORE', WINDOWS, '-inf', forgotten)
    end
    if json ~= '' then
      post(group, keys, json)
    end
  end
end
if arrived > 0 then
  redis.call('HINCRBY', WAITING, 'events', arrived)
end
write_notes()

local claimed, waiting = {}, 0
local claim_keys = { ready = READY, claims = CLAIMS, tokens = TOKENS, last = LAST }
local now = #posted > 0 and micros()

-- Claims a group and opens its first event.
local function begin(group, keys, is_ready)
  local token, taken_over = 0, 0
  if is_ready then
    token, taken_over = take_ready(claim_keys, group, now, lease)
  else
    token = take(claim_keys, group, now, lease)
  end
  local held_by = string.format('%.0f', token)
  if keys.first then
    return { group, token, taken_over, open_first(keys, group, held_by, keys.first) }
  end
  return { group, token, taken_over, open_mail(keys, group, held_by) }
end

for _, group in ipairs(posted) do
  local from = redis.call('ZSCORE', READY, group)
  local is_free = from and tonumber(from) <= now or not from and not redis.call('ZSCORE', CLAIMS, group)
  if is_free and #claimed < room then
    claimed[#claimed + 1] = begin(group, by_group[group], from)
  elseif is_free then
    waiting = 1
    if not from then
      redis.call('ZADD', READY, now, group)
    end
  end
end
if waiting == 1 then
  ring(own_number)
end
return { fresh, claimed, waiting }

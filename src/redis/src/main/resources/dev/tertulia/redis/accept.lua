-- include: args, clock, mailbox, serial, take, tried, open_mail, book_all, ring, note, notes
-- Puts the events of a delivery into their mailboxes, without those that were seen; opens windows. Claims and opens
-- those of its groups that are ready, as far as there is room. Books what the delivery reports.
-- Returns the places of those that are new, from 1 on; what was claimed, each as group, token, 1 if the claim before ran
-- out, then as open_mail.lua has it; 1 if a group of the delivery is ready and was not claimed.
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

local function seen(sets, fingerprint)
  for _, set in ipairs(sets) do
    if redis.call('SISMEMBER', set, fingerprint) == 1 then
      return true
    end
  end
  return false
end

local function remember(set, when_full, fingerprint)
  local chosen = redis.call('SCARD', set) < LARGEST and set or when_full
  redis.call('SADD', chosen, fingerprint)
  if redis.call('SCARD', chosen) == 1 then
    redis.call('PEXPIRE', chosen, expiry)
  end
end

local fresh, place = {}, 0
local posted, by_group = {}, {}
while read < #ARGV do
  place = place + 1
  local group, fingerprint = arg(), arg()
  local sets = { key(), key(), key(), key() }
  local mail, state, held, shuts, json, head, detail = key(), key(), key(), arg(), arg(), arg(), arg()
  if not seen(sets, fingerprint) then
    fresh[#fresh + 1] = place
    gather(head, detail)
    remember(sets[1], sets[2], fingerprint)
    if shuts ~= '' then
      redis.call('ZADD', WINDOWS, 'GT', shuts, group)
    end
    if json ~= '' and redis.call('LLEN', mail) < most then
      post(WAITING, READY, CLAIMS, mail, group, json)
      if not by_group[group] then
        by_group[group] = { attempts = ATTEMPTS, mail = mail, state = state, held = held, parked = PARKED }
        posted[#posted + 1] = group
      end
    elseif json ~= '' then
      redis.call('XADD', LETTERS, '*', 'letter', letter .. json .. '}')
      redis.call('HINCRBY', WAITING, 'overflowed', 1)
    end
  end
end
-- Not earlier: a full Redis refuses a script at its first write or never, and this one takes nothing.
redis.call('ZREMRANGEBYSCORE', WINDOWS, '-inf', forgotten)
write_notes()

local claimed, waiting = {}, 0
local keys = { ready = READY, claims = CLAIMS, tokens = TOKENS, last = LAST }
local now = micros()
for _, group in ipairs(posted) do
  local ready = tonumber(redis.call('ZSCORE', READY, group) or now + 1)
  if ready <= now and #claimed < room then
    local token, taken_over = take(keys, group, now, lease)
    claimed[#claimed + 1] = { group, token, taken_over, open_mail(by_group[group], group, string.format('%.0f', token)) }
  elseif ready <= now then
    waiting = 1
  end
end
if waiting == 1 then
  ring(own_number)
end
return { fresh, claimed, waiting }

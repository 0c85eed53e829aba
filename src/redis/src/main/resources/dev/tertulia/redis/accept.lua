-- include: args, clock, mailbox
-- Puts the events of a delivery into their mailboxes, without those that were seen; opens windows.
-- Returns the places of those that are new, from 1 on.
-- KEYS: windows, ready, claims, what waits, dead letters; then, by their places in the arguments, sets of what was seen and mailboxes.
-- ARGV: when a window is so old that it is forgotten, milliseconds until this span's sets expire, how many
-- events a mailbox may hold, start of a dead letter for those beyond; then per event:
-- group, fingerprint, this span's set, the one for when that is full, the same of the last span, mailbox, when the window
-- shuts or '', the event or '' for one that goes into no mailbox.
local WINDOWS, READY, CLAIMS, WAITING, LETTERS = unpack(KEYS, 1, 5)
local LARGEST = 500 -- Redis keeps a set of up to 512 whole numbers in 8 bytes a number

local forgotten, expiry, most, letter = arg(), arg(), number(), arg()

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
while read < #ARGV do
  place = place + 1
  local group, fingerprint = arg(), arg()
  local sets = { key(), key(), key(), key() }
  local mail, shuts, json = key(), arg(), arg()
  if not seen(sets, fingerprint) then
    fresh[#fresh + 1] = place
    remember(sets[1], sets[2], fingerprint)
    if shuts ~= '' then
      redis.call('ZADD', WINDOWS, 'GT', shuts, group)
    end
    if json ~= '' and redis.call('LLEN', mail) < most then
      post(WAITING, READY, CLAIMS, mail, group, json)
    elseif json ~= '' then
      redis.call('XADD', LETTERS, '*', 'letter', letter .. json .. '}')
      redis.call('HINCRBY', WAITING, 'overflowed', 1)
    end
  end
end
-- Not earlier: a full Redis refuses a script at its first write or never, and this one takes nothing.
redis.call('ZREMRANGEBYSCORE', WINDOWS, '-inf', forgotten)
return fresh

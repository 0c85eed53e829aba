-- include: args, tried, order, first, timers, labels, append
-- Takes the event off the mailbox with all its effects. Returns 0 lost, 1 more mail, 2 done.
-- KEYS: tokens, claims, mailbox, state, attempts, dead letters, groups by the moment to look at their timers, parked
-- groups, what waits, first entries, entries that others wait for; then, by their places in the arguments, queues with their due sets, timers of other groups, and sets of labels.
-- ARGV: group, token, the event that was opened or '', start of a dead letter or ''; how many changes of state, and
-- each: key, 1 or 0 for a value or none, value; how many names of timers to stop, and each: timers
-- of its group, their moments, group, name, key as timers.lua reads it; how many timers, and each:
-- timers of its group, their moments, group, id, at, the timer; how many changes of labels, and each as labels.lua reads it; then each send:
-- queue, due set, the send as append.lua reads it.
local TOKENS, CLAIMS, MAIL, STATE, ATTEMPTS, LETTERS = unpack(KEYS, 1, 6)
local TIMERS, PARKED, WAITING, FIRSTS, AWAITED = unpack(KEYS, 7, 11)
local OUTBOX = { waiting = WAITING, parked = PARKED, firsts = FIRSTS, awaited = AWAITED }

local group, token, opened, letter = arg(), arg(), arg(), arg()

local function take()
  redis.call('LPOP', MAIL)
  redis.call('HINCRBY', WAITING, 'events', -1)
  redis.call('HDEL', ATTEMPTS, group, trying(group))
  if letter ~= '' then
    redis.call('XADD', LETTERS, '*', 'letter', letter .. opened .. '}')
  end
end

local function remember()
  for _ = 1, number() do
    local name, present, value = arg(), arg(), arg()
    if present == '1' then
      redis.call('HSET', STATE, name, value)
    else
      redis.call('HDEL', STATE, name)
    end
  end
end

local function timers()
  for _ = 1, number() do
    cancel_timers(TIMERS, key(), key(), arg(), arg(), arg())
  end
  for _ = 1, number() do
    start_timer(TIMERS, key(), key(), arg(), arg(), number(), arg())
  end
end

local function labels()
  for _ = 1, number() do
    change_label()
  end
end

local function sends()
  while read < #ARGV do
    append(OUTBOX, key(), key(), appended())
  end
end

if redis.call('HGET', TOKENS, group) ~= token then
  return 0
end
-- If another event lies there, this very commit was written before and only its answer was lost.
if redis.call('LINDEX', MAIL, 0) == opened then
  take()
  remember()
  timers()
  labels()
  sends()
end
if redis.call('EXISTS', MAIL) == 1 then
  return 1
end
redis.call('HDEL', TOKENS, group)
redis.call('ZREM', CLAIMS, group)
return 2

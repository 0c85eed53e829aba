-- include: args, tried, order, first, timers, labels, append, outbox, begin_first, begin_at_once, open_mail, ring, note
-- Takes the event off the mailbox with all its effects; takes an entry of the group in hand, and opens the next event.
-- Returns 0 lost, 1 more mail, 2 done; the entry in hand, 1 if it is the only one of this call, or ''; then with more mail the next event as open_mail.lua has it.
-- KEYS: see outbox.lua, then a key that exists if this call was undone before it came; tokens, claims, mailbox, state,
-- attempts, dead letters, groups by the moment to look at their timers; then, by their places in the arguments, queues with
-- their due sets, timers of other groups, and sets of labels.
-- ARGV: group, token, the event that was opened or '', start of a dead letter or ''; fence or '', nonce of this very call,
-- slot in hand, first and last place of the lane, now, the number to signal with if another process pumps, else ''; how many changes of state, and
-- each: key, 1 or 0 for a value or none, value; how many names of timers to stop, and each: timers
-- of its group, their moments, group, name, key as timers.lua reads it; how many timers, and each:
-- timers of its group, their moments, group, id, at, the timer; how many changes of labels, and each as labels.lua reads it; what note.lua reads; then each send:
-- queue, due set, the send as append.lua reads it.
local UNDONE = KEYS[28]
local TOKENS, CLAIMS, MAIL, STATE, ATTEMPTS, LETTERS, TIMERS = unpack(KEYS, 29, 35)

local group, token, opened, letter = arg(), arg(), arg(), arg()
local fence, nonce, slot, lane_first, lane_last, now = arg(), arg(), arg(), number(), number(), number()
local ring_number = arg()

local function took()
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

-- Appends the sends; if there is one alone, it may leave at once instead. Returns whether it does.
local function sends()
  local found = {}
  while read < #ARGV do
    found[#found + 1] = { queue = key(), due = key(), entry = appended() }
  end
  if #found > 0 and ring_number ~= '' then
    ring(ring_number)
  end
  if #found == 1 and fence ~= ''
      and begin_at_once(UNDONE, fence, nonce, slot, found[1].entry, lane_first, lane_last, now) then
    return true
  end
  for _, send in ipairs(found) do
    append(OUTBOX, send.queue, send.due, send.entry)
  end
  return false
end

local function depart()
  local place = fence ~= '' and due_place(group, lane_first, lane_last, now)
  return place and begin_first(UNDONE, fence, nonce, slot, group, place) or ''
end

-- What an earlier run of this very call took in hand.
local function departed()
  local held = fence ~= '' and hand(slot)
  return held and held.nonce == nonce and held.json
end

if redis.call('HGET', TOKENS, group) ~= token then
  return { 0, '' }
end
-- If another event lies there, this very commit was written before and only its answer was lost.
local begun = nil
local first = redis.call('LPOP', MAIL)
if first == opened then
  took()
  remember()
  timers()
  labels()
  note()
  begun = sends() and 1
else
  if first then
    redis.call('LPUSH', MAIL, first)
  end
  begun = departed()
end
begun = begun or depart()
if redis.call('EXISTS', MAIL) == 1 then
  local keys = { attempts = ATTEMPTS, mail = MAIL, state = STATE, held = HELD_HERE, parked = PARKED }
  return { 1, begun, open_mail(keys, group, token) }
end
redis.call('HDEL', TOKENS, group)
redis.call('ZREM', CLAIMS, group)
return { 2, begun }

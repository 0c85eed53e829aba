local OPERATION_KEPT = 30 * 24 * 60 * 60 * 1000

-- Writes the operation down that an entry asks for, if any.
local function ask(entry)
  if entry.operation then
    redis.call('SET', entry.operation, entry.asked, 'NX', 'PX', OPERATION_KEPT)
  end
end

-- Puts an entry at the end of its queue and counts it. The queue is looked at from then on, unless the group is parked or
-- the entry waits for another of its turn, of which it is written down who waits for it. Where it asks for an operation,
-- that is written down too. Returns whether the group is parked.
local function append(outbox, queue, due, entry)
  local entries = redis.call('RPUSH', queue, entry.json)
  local is_parked = redis.call('HEXISTS', outbox.parked, entry.group) == 1
  redis.call('HINCRBY', outbox.waiting, is_parked and 'parked' or entry.place, 1)
  if entry.after ~= '' then
    redis.call('HSET', outbox.awaited, entry.after, entry.place)
  end
  if not is_parked and entries == 1 then -- else it was said before when the queue is looked at
    note_first(outbox.firsts, entry.place, entry.group, queue)
    if entry.after == '' then
      redis.call('ZADD', due, behind(due, entry.created), entry.group)
    end
  end
  ask(entry)
  return is_parked
end

-- An entry from the next arguments: place, group, created, itself, the id of the one that it waits for or '', its
-- operation and the key of that, or '' and 0.
local function appended()
  local entry = { place = arg(), group = arg(), created = number(), json = arg(), after = arg(), asked = arg() }
  entry.operation = key()
  return entry
end

-- Whether the pump of this fence has the lease.
local function leads(fence)
  local lease = redis.call('GET', LEASE)
  return lease and string.match(lease, '^%d+') == fence
end

local function take_in_hand(slot, fence, nonce, place, json)
  redis.call('HSET', IN_HAND, slot, table.concat({ fence, nonce, place, json }, '\n'))
end

-- Whether the pump of this fence may take something of a group in hand. The key undone exists if its call was undone
-- before it came.
local function may_begin(undone, fence, group)
  return leads(fence) and redis.call('EXISTS', undone) == 0 and redis.call('HEXISTS', PARKED, group) == 0
end

-- Takes the first entry of a queue in hand and returns it, or nothing if it may not leave.
local function begin_first(undone, fence, nonce, slot, group, place)
  local held = hand(slot)
  if held then
    return held.nonce == nonce and leads(fence) and held.json or nil
  end
  if not may_begin(undone, fence, group) then
    return nil
  end
  redis.call('ZREM', due(place), group)
  local json = redis.call('LPOP', queue(place))
  if not json then
    return nil
  end
  local send = cjson.decode(json)
  if waits(send) then
    redis.call('LPUSH', queue(place), json)
    return nil
  end
  note_first(FIRSTS, place, group, queue(place))
  count(group, place, -1)
  take_in_hand(slot, fence, nonce, place, json)
  redis.call('HDEL', UNKNOWN, send.id)
  return json
end

-- The first of these queues of a group that is looked at by now, or nothing.
local function due_place(group, first, last, now)
  if empty(first, last) then
    return nil
  end
  for place = first, last do
    local at = redis.call('ZSCORE', due(place), group)
    if at and tonumber(at) < now + 1 then
      return place
    end
  end
  return nil
end

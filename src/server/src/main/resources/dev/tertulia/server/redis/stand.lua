-- Moves where a group of a broadcast stands, and the figures with it; a group that is moved to the same place once more
-- changes nothing. Standing nowhere it waits.
local function move(broadcast, stands, waiting, group, now)
  local before = redis.call('HGET', stands, group)
  if before == now or redis.call('EXISTS', broadcast) == 0 then
    return
  end
  local kept = redis.call('PTTL', broadcast)
  if before then
    redis.call('HINCRBY', broadcast, before, -1)
  end
  if now then
    redis.call('HINCRBY', broadcast, now, 1)
    redis.call('HSET', stands, group, now)
    redis.call('PEXPIRE', stands, kept)
  elseif before then
    redis.call('HDEL', stands, group)
    redis.call('RPUSH', waiting, group)
    redis.call('PEXPIRE', waiting, kept)
  end
end

local stand_after = {
  AGAIN = 'queued', SENT = 'sent', HELD = 'held', PARKED = 'held', DEAD = 'failed', GONE = 'dropped'
}

-- Does so for an entry that was put where it belongs, if it is of a broadcast: its keys are 29 to 31 then.
local function settled(entry)
  if not KEYS[31] then
    return
  end
  local now = stand_after[entry.fate]
  if now == 'queued' and cjson.decode(entry.json).progress.unknownSince then
    now = 'unknown'
  end
  move(KEYS[29], KEYS[30], KEYS[31], entry.group, now)
end

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

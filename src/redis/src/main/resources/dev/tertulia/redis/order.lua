-- A score for this millisecond that is behind all in the set that wait for the same one: 2048 in order, then ties.
local function behind(zset, ms)
  local after = string.format('(%.0f', ms + 1)
  local last = redis.call('ZREVRANGEBYSCORE', zset, after, string.format('%.0f', ms), 'WITHSCORES', 'LIMIT', 0, 1)
  if not last[2] then
    return ms
  end
  return math.min(tonumber(last[2]) + 1 / 2048, ms + 2047 / 2048)
end

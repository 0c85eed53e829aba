-- include: clock
-- Returns the numbers that a process has to look at now.
-- KEYS: marked numbers of a shard.
return redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', string.format('%.0f', micros() / 1000))

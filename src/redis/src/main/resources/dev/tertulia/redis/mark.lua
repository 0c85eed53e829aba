-- include: clock
-- Marks a number: it may have work from now on. Other processes look later, if nobody takes the mark away before.
-- KEYS: marked numbers of a shard. ARGV: number, milliseconds until others look.
redis.call('ZADD', KEYS[1], string.format('%.0f', micros() / 1000 + ARGV[2]), ARGV[1])
return 1

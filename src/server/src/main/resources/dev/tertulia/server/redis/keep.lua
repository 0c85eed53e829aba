-- Keeps something at the head of a list of limited length.
-- KEYS: the list. ARGV: what to keep, greatest length.
redis.call('LPUSH', KEYS[1], ARGV[1])
redis.call('LTRIM', KEYS[1], 0, ARGV[2] - 1)
return 1

-- Writes a mark that goes away by itself: a Redis that is full or read-only answers, but takes nothing.
-- KEYS: the mark.
redis.call('SET', KEYS[1], '', 'PX', 60000)
return 1

-- include: args
-- Books a delivery, unless one of its keys was booked before. Returns 1 if it was new.
-- KEYS: the day's page; then, by their places in the arguments, sets of what was booked.
-- ARGV: milliseconds until the page and until the sets expire, the item, '1' if it is charged, deliveries, millionths, deliveries
-- without a price; then per key: fingerprint, the set of these days, the one of the days before.
local PAGE = KEYS[1]
local page_expiry, set_expiry, item, charged = arg(), arg(), arg(), arg()
local cost = { n = arg(), m = arg(), u = arg() }

local marks = {}
while read < #ARGV do
  local fingerprint, now, before = arg(), key(), key()
  if redis.call('SISMEMBER', now, fingerprint) == 1 or redis.call('SISMEMBER', before, fingerprint) == 1 then
    return 0
  end
  marks[#marks + 1] = { set = now, fingerprint = fingerprint }
end

for _, mark in ipairs(marks) do
  redis.call('SADD', mark.set, mark.fingerprint)
  redis.call('PEXPIRE', mark.set, set_expiry)
end
for what, amount in pairs(cost) do
  redis.call('HINCRBY', PAGE, what .. item, amount)
  if charged == '1' then
    redis.call('HINCRBY', PAGE, what, amount)
  end
end
redis.call('PEXPIRE', PAGE, page_expiry)
return 1

-- include: args
-- Books a delivery, unless one of its keys was booked before. Returns 1 if it was new.
-- KEYS: the day's page, the month's free tier; then, by their places in the arguments, sets of what was booked.
-- ARGV: milliseconds until the page, until the sets and until the month expire, the item, '1' if it is charged, the field of the
-- free tier that counts it or nothing, deliveries, millionths, deliveries without a price; then per key: fingerprint, the set of these days, the one of the days before.
local PAGE, TIER = KEYS[1], KEYS[2]
local page_expiry, set_expiry, month_expiry = arg(), arg(), arg()
local item, charged, tier = arg(), arg(), arg()
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
if tier ~= '' then
  redis.call('HINCRBY', TIER, tier, cost.n)
  redis.call('PEXPIRE', TIER, month_expiry)
end
return 1

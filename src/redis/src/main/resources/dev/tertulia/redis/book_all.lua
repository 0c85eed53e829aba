-- Books deliveries, each unless one of its keys was booked before. Returns how many were new.
-- Reads how many there are; if any, milliseconds until the page, until the sets and until the month expire; then per
-- delivery the day's page, the month's free tier, the item, '1' if it is charged, the field of the free tier that counts
-- it or nothing, deliveries, millionths, deliveries without a price, and how many keys it has; then per key a
-- fingerprint, the set of these days, the one of the days before.
local function new_marks()
  local marks, new = {}, true
  for _ = 1, number() do
    local fingerprint, now, before = arg(), key(), key()
    if redis.call('SISMEMBER', now, fingerprint) == 1 or redis.call('SISMEMBER', before, fingerprint) == 1 then
      new = false
    end
    marks[#marks + 1] = { set = now, fingerprint = fingerprint }
  end
  return new and marks or nil
end

local function book_one(page_expiry, set_expiry, month_expiry)
  local page, month, item, charged, tier = key(), key(), arg(), arg(), arg()
  local cost = { n = arg(), m = arg(), u = arg() }
  local marks = new_marks()
  if not marks then
    return 0
  end
  for _, mark in ipairs(marks) do
    redis.call('SADD', mark.set, mark.fingerprint)
    redis.call('PEXPIRE', mark.set, set_expiry)
  end
  for what, amount in pairs(cost) do
    redis.call('HINCRBY', page, what .. item, amount)
    if charged == '1' then
      redis.call('HINCRBY', page, what, amount)
    end
  end
  redis.call('PEXPIRE', page, page_expiry)
  if tier ~= '' then
    redis.call('HINCRBY', month, tier, cost.n)
    redis.call('PEXPIRE', month, month_expiry)
  end
  return 1
end

local function book_all()
  local count = number()
  if count == 0 then
    return 0
  end
  local page_expiry, set_expiry, month_expiry = arg(), arg(), arg()
  local new = 0
  for _ = 1, count do
    new = new + book_one(page_expiry, set_expiry, month_expiry)
  end
  return new
end

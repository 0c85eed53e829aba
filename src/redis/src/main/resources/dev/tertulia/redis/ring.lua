-- Signals to other processes that there is work for one of them: the number, with a sign before it if its lease is free.
local function ring(number)
  redis.call('PUBLISH', 'tertulia:rings', number)
end

-- include: args, order, first, outbox, append, stand, settled
-- Puts a dead letter's entry at the end of its queue. Returns 1, or 0 if the letter is not there any more.
-- KEYS: see outbox.lua. ARGV: id of the letter, then the entry as append.lua reads it.
local letter = arg()
local entry = appended()

if redis.call('XDEL', DEAD, letter) == 0 then
  return 0
end
append(OUTBOX, queue(entry.place), due(entry.place), entry)
settled({ group = entry.group, fate = 'AGAIN', json = entry.json })
return 1

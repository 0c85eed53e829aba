-- Writes a step into the journal, unless it says nothing, and lets the journal forget its old end.
local function write_note(journal, most, kept, text)
  if text == '' then
    return
  end
  local id = redis.call('XADD', journal, 'MAXLEN', '~', most, '*', 'n', text)
  if kept ~= '' then
    redis.call('XTRIM', journal, 'MINID', '~', string.format('%.0f', string.match(id, '^%d+') - kept))
    redis.call('PEXPIRE', journal, kept)
  end
end

-- The same from the next four arguments: the journal, how many entries it holds, for how many milliseconds or '' where
-- that was said a while ago, the step.
local function note()
  write_note(key(), arg(), arg(), arg())
end

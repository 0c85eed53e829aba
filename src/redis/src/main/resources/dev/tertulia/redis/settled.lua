-- Moves where the group of an entry stands that was put where it belongs, if it is of a broadcast.
local stand_after = {
  AGAIN = 'queued', SENT = 'sent', HELD = 'held', PARKED = 'held', DEAD = 'failed', GONE = 'dropped'
}
local function settled(entry)
  if not BROADCAST then
    return
  end
  local now = stand_after[entry.fate]
  if now == 'queued' and cjson.decode(entry.json).progress.unknownSince then
    now = 'unknown'
  end
  move(BROADCAST, STANDS, NOT_FED, entry.group, now)
end

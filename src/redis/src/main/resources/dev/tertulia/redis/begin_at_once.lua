-- Takes an entry in hand that is in no queue yet, where it would be the first of its lane to leave. Returns whether it did.
local function begin_at_once(undone, fence, nonce, slot, entry, lane_first, lane_last, now)
  local place = tonumber(entry.place)
  if place < lane_first or place > lane_last or entry.after ~= '' or entry.created >= now + 1
      or not empty(lane_first, lane_last) or hand(slot) or not may_begin(undone, fence, entry.group) then
    return false
  end
  take_in_hand(slot, fence, nonce, place, entry.json)
  ask(entry)
  return true
end

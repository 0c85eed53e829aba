-- Gathers steps for one entry of the journal; a long one is written as several.
-- From the next three arguments: the journal, how many entries it holds, for how many milliseconds or ''.
local JOURNAL, MOST_NOTES, NOTES_KEPT = key(), arg(), arg()
local LONGEST_DETAIL, LONGEST_ENTRY = 300, 4000
local notes, last_head, detail_length, length = {}, nil, 0, 0

local function write_notes()
  write_note(JOURNAL, MOST_NOTES, NOTES_KEPT, table.concat(notes))
  notes, last_head, length = {}, nil, 0
end

-- A step, without its detail and with it; steps that are alike but for their details are one.
local function gather(head, detail)
  if head == '' then
    return
  end
  if head == last_head and detail_length + #detail + 2 <= LONGEST_DETAIL then
    notes[#notes + 1] = ', ' .. detail
    detail_length = detail_length + #detail + 2
  else
    if length > LONGEST_ENTRY then
      write_notes()
    end
    notes[#notes + 1] = (#notes == 0 and '' or '\n') .. head .. detail
    last_head, detail_length = head, #detail
    length = length + #head
  end
  length = length + #detail + 2
end

-- Puts a label on a group or takes it off, by the next five arguments: labels of the group, groups of the label, group,
-- label, 1 for on.
local function change_label()
  local of_group, labelled, group, label, on = key(), key(), arg(), arg(), arg()
  local change = on == '1' and 'SADD' or 'SREM'
  redis.call(change, of_group, label)
  redis.call(change, labelled, group)
end

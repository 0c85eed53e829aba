-- Puts a label on a group or takes it off, by the next six arguments: labels of the group, groups of the label, all
-- labels, group, label, 1 for on.
local function change_label()
  local of_group, labelled, all, group, label, on = key(), key(), key(), arg(), arg(), arg()
  local change = on == '1' and 'SADD' or 'SREM'
  redis.call(change, of_group, label)
  redis.call(change, labelled, group)
  if on == '1' or redis.call('EXISTS', labelled) == 0 then
    redis.call(change, all, label)
  end
end

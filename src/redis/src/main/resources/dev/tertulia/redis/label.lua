-- include: args, labels
-- Puts a label on a group or takes it off.
-- KEYS: by their places in the arguments. ARGV: see labels.lua.
change_label()
return 1

-- include: args, book_all
-- Books deliveries, each unless one of its keys was booked before. Returns how many were new.
-- KEYS: by their places in the arguments. ARGV: as book_all.lua reads them.
return book_all()

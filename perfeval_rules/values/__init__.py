"""What people write in a cell, read exactly: numbers, units, signs, dates, and the whole cell."""

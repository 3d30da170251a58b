"""The marketplace of `mercato demo`, made through the front door as its people would have made it."""

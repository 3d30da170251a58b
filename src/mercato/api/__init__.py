"""The HTTP surface: one file per first segment of the URL. Handlers decode, make one call, show."""

"""Use cases that cross domains, one file each."""

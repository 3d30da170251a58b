"""Reading: the query language of every GET, compiled into one statement that answers JSON."""

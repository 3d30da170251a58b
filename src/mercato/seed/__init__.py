"""What a database holds before anybody used it, and the data of the demo."""

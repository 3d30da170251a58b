"""Delivery of events and the schedule."""

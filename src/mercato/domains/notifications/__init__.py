"""Notifications: what somebody is told, by mail or in the feeds of the panels."""

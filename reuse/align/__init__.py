"""Placeholder of the stage; its public functions are named here."""

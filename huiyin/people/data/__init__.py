"""Data files of the room: invented regions for the demonstration; a deployer loads the real ones."""

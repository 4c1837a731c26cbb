"""What arrives and what leaves: the room that follows the record and speaks to the world."""

"""How each act of the files is done through the gate, one file per part of the course; importing this knows them all."""

from huiyin.config.demo_city.plays import along_the_way, answering, office, petitioner, reviewing, taking
from huiyin.config.demo_city.scene import plays as known

__all__ = ["known", "along_the_way", "answering", "office", "petitioner", "reviewing", "taking"]

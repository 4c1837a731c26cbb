"""Settings, urls, commands and the worker: the only room that knows every room."""

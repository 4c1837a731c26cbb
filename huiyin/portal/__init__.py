"""Pages for the public: file, track, verify."""

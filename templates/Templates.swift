// The page templates, embedded.

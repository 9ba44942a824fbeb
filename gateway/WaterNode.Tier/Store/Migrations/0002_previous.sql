-- The reading of a channel before its latest one: their distance is the channel's own interval, since not every cycle measures every channel.
ALTER TABLE latest ADD COLUMN previous_sequence INTEGER NOT NULL DEFAULT 0;
ALTER TABLE latest ADD COLUMN previous INTEGER REFERENCES record (number);

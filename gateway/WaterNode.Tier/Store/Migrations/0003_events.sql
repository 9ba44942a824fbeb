-- Events are few among the records: people look for them by station, newest first.
CREATE INDEX event_by_arrival ON record (number) WHERE event IS NOT NULL;
CREATE INDEX event_by_station ON record (station, number) WHERE event IS NOT NULL;

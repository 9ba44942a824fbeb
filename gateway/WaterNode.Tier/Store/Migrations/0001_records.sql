-- Numbers of a reading are two integers (mantissa, decimals), never REAL: a reading is stored exactly as it was sent.

CREATE TABLE database (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    id TEXT NOT NULL,
    kind TEXT NOT NULL,                       -- 'gateway' or 'platform'
    made INTEGER NOT NULL                     -- Unix ms
) STRICT;

-- Counts since the database was made, kept so that the status never scans.
CREATE TABLE tally (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    committed INTEGER NOT NULL DEFAULT 0,
    duplicates INTEGER NOT NULL DEFAULT 0,
    quarantined INTEGER NOT NULL DEFAULT 0,
    synced INTEGER NOT NULL DEFAULT 0,
    refused INTEGER NOT NULL DEFAULT 0,
    bytes_sent INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO tally (only) VALUES (1);

-- Records committed on each day (Unix day): the pace from which the capacity in days follows.
CREATE TABLE day (
    day INTEGER PRIMARY KEY,
    committed INTEGER NOT NULL
) STRICT;

CREATE TABLE child (
    name TEXT PRIMARY KEY,
    token_hash BLOB NOT NULL UNIQUE,          -- SHA-256 of the token, which itself is stored nowhere
    added INTEGER NOT NULL                    -- Unix ms
) STRICT, WITHOUT ROWID;

CREATE TABLE station (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    child TEXT,                               -- the child that first brought it; NULL when it talks to this tier itself
    journal INTEGER,                          -- its newest generation
    records INTEGER NOT NULL DEFAULT 0,
    last_received INTEGER NOT NULL,           -- Unix ms
    status TEXT                               -- its last status message
) STRICT;
CREATE INDEX station_by_child ON station (child, id) WHERE child IS NOT NULL;

-- One generation of one station.
CREATE TABLE journal (
    number INTEGER PRIMARY KEY,
    station INTEGER NOT NULL REFERENCES station (number),
    generation INTEGER NOT NULL,
    highest INTEGER NOT NULL DEFAULT 0,       -- highest sequence stored
    latest INTEGER NOT NULL DEFAULT 0,        -- Unix s of its latest sample, never later than its arrival: the newest generation has the highest
    UNIQUE (station, generation)
) STRICT;

-- Sequences that count as held, as merged ranges.
CREATE TABLE held (
    journal INTEGER NOT NULL REFERENCES journal (number),
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (journal, first)
) STRICT, WITHOUT ROWID;

-- When a power-on began by the station's clock (Unix s): it dates the records of that power-on that have no time.
CREATE TABLE power_on (
    journal INTEGER NOT NULL REFERENCES journal (number),
    power_on INTEGER NOT NULL,
    began INTEGER NOT NULL,
    PRIMARY KEY (journal, power_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE record (
    number INTEGER PRIMARY KEY,               -- order of arrival
    journal INTEGER NOT NULL REFERENCES journal (number),
    sequence INTEGER NOT NULL,
    station INTEGER NOT NULL REFERENCES station (number),
    digest BLOB NOT NULL,
    at INTEGER NOT NULL,                      -- Unix s by which pages are ordered: sample, else derived, else received
    time INTEGER,
    derived_time INTEGER,
    power_on INTEGER,
    up_seconds INTEGER,
    sample_point TEXT NOT NULL,
    limit_set TEXT,
    oldest INTEGER NOT NULL,
    lost TEXT,                                -- JSON [[first,last],...]
    event TEXT,
    received INTEGER NOT NULL,                -- Unix ms
    state INTEGER NOT NULL DEFAULT 0,         -- 0 pending, 1 on the parent tier, 2 refused by it
    UNIQUE (journal, sequence)
) STRICT;
CREATE INDEX record_by_time ON record (at);
CREATE INDEX record_by_station_time ON record (station, at);
CREATE INDEX record_pending ON record (number) WHERE state = 0;
CREATE INDEX record_undated ON record (journal, power_on) WHERE time IS NULL AND derived_time IS NULL;

CREATE TABLE reading (
    record INTEGER NOT NULL REFERENCES record (number),
    position INTEGER NOT NULL,
    at INTEGER NOT NULL,                      -- that of its record, for reading_by_channel
    channel TEXT NOT NULL,
    unit TEXT NOT NULL,
    value INTEGER,
    value_decimals INTEGER,
    quality INTEGER NOT NULL,
    uncertainty INTEGER,
    uncertainty_decimals INTEGER,
    detection_limit INTEGER,
    detection_limit_decimals INTEGER,
    below_detection_limit INTEGER NOT NULL,
    reasons TEXT NOT NULL,
    calibration INTEGER,
    verdict TEXT,
    PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX reading_by_channel ON reading (channel, at, record, position);

-- The latest reading of each channel at each sample point in each generation, maintenance left out: the dashboard asks for it every few seconds.
CREATE TABLE latest (
    journal INTEGER NOT NULL REFERENCES journal (number),
    sample_point TEXT NOT NULL,
    channel TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    record INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (journal, sample_point, channel)
) STRICT, WITHOUT ROWID;

-- The newest record of a station while it is pending: these go up first.
CREATE TABLE newest_pending (
    record INTEGER PRIMARY KEY REFERENCES record (number),
    station INTEGER NOT NULL UNIQUE REFERENCES station (number)
) STRICT;

-- Why the parent tier refused a record.
CREATE TABLE refusal (
    record INTEGER PRIMARY KEY REFERENCES record (number),
    reason TEXT NOT NULL,
    refused INTEGER NOT NULL                  -- Unix ms
) STRICT;

CREATE TABLE quarantine (
    number INTEGER PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE,
    station TEXT,
    id_station TEXT,
    id_generation INTEGER,
    id_sequence INTEGER,
    source TEXT NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    payload BLOB NOT NULL,
    received INTEGER NOT NULL,                -- Unix ms of the first arrival
    times INTEGER NOT NULL DEFAULT 1
) STRICT;

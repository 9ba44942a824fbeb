namespace WaterNode.Station.Display
{
    /// <summary>Where a calibration at the station stands.</summary>
    public enum CalibrationStep
    {
        /// <summary>No calibration is going on.</summary>
        Closed = 0,

        /// <summary>Which sensor?</summary>
        Sensor = 1,

        /// <summary>Which solution does it stand in?</summary>
        Solution = 2,

        /// <summary>The station watches the sensor settle.</summary>
        Measuring = 3,

        /// <summary>A point was taken.</summary>
        Taken = 4,

        /// <summary>The point or the calibration was refused, with the reason.</summary>
        Refused = 5,

        /// <summary>The calibration was worked out: keep it?</summary>
        Proposal = 6,

        /// <summary>Saved, done without a calibration, refused by the flash or given up: the sensor goes back into the water.</summary>
        PutBack = 7,

        /// <summary>Maintenance is open already, by command or since before a restart: end it?</summary>
        Busy = 8,
    }
}

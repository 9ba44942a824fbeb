namespace WaterNode.Station.Chemistry
{
    /// <summary>How good a sensor was when it was calibrated. A worse one is refused and leaves no calibration.</summary>
    public enum CalibrationGrade
    {
        /// <summary>Never calibrated: the constants are those of a data sheet.</summary>
        None = 0,

        Good = 1,

        /// <summary>Usable; the sensor wants to be cleaned.</summary>
        Clean = 2,

        /// <summary>Usable; the sensor is near its end.</summary>
        Service = 3,
    }
}

namespace WaterNode.Station.Chemistry
{
    /// <summary>What all calibrations tell about themselves. The coefficients are in the class of each sensor.</summary>
    public abstract class Calibration
    {
        /// <summary>1 to 65,535; 0 when the sensor was never calibrated and the coefficients are those of a data sheet.</summary>
        public int Id { get; set; }

        /// <summary>Unix seconds, UTC; 0 when the clock was not set then, so that nobody knows the age.</summary>
        public long TakenUtcSeconds { get; set; }

        /// <summary>Mean temperature of the solutions, degrees C.</summary>
        public double Celsius { get; set; } = 25;

        /// <summary>Largest distance of a point from the fitted line, mV; 0 when there are no more points than coefficients.</summary>
        public double ResidualMilliVolts { get; set; }

        public CalibrationGrade Grade { get; set; }

        public bool IsMade
        {
            get { return Id != 0; }
        }
    }
}

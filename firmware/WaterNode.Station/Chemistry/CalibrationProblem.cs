namespace WaterNode.Station.Chemistry
{
    /// <summary>Why a calibration was refused. The one before it stays in force.</summary>
    public enum CalibrationProblem
    {
        None = 0,

        /// <summary>Fewer or more points than the sensor is calibrated with.</summary>
        PointCount = 1,

        /// <summary>One buffer was measured twice.</summary>
        SameSolutionTwice = 2,

        /// <summary>The solutions are too much alike to tell a slope.</summary>
        SolutionsTooNear = 3,

        /// <summary>The potential rises where it must fall.</summary>
        Exchanged = 4,

        /// <summary>The solution's value is not known at this temperature.</summary>
        TemperatureOutsideTable = 5,

        /// <summary>The solutions were not of one temperature.</summary>
        TemperaturesDiffer = 6,

        SlopeLow = 7,
        SlopeHigh = 8,
        OffsetLarge = 9,

        /// <summary>Three or more points do not lie on a line.</summary>
        NotOnALine = 10,

        /// <summary>The same solution gives another value than before.</summary>
        Drifted = 11,

        /// <summary>No cell of this kind has such a constant.</summary>
        CellConstant = 12,

        /// <summary>A concentration or a conductance that is none.</summary>
        NoSolution = 13,

        NoAnswer = 14,
        Rail = 15,
        Unstable = 16,
        PumpNoAnswer = 17,
        NoTemperature = 18,

        /// <summary>The sensor reads something that is far from the solution that was named.</summary>
        WrongSolution = 19,
    }
}

namespace WaterNode.Station.Operation.Calibrating
{
    /// <summary>Where a calibration came from, as events name it.</summary>
    public static class CalibrationSource
    {
        public const string Button = "button";
        public const string Command = "command";

        /// <summary>The member <c>calibration</c> of station.json.</summary>
        public const string File = "file";

        /// <summary>The station itself: it calibrates with the standards that it carries, and ends a maintenance that was left alone.</summary>
        public const string Station = "station";
    }
}

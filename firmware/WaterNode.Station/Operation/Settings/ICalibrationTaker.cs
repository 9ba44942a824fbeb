using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Settings
{
    /// <summary>Takes the calibrations that stand in a new station.json.</summary>
    public interface ICalibrationTaker
    {
        /// <summary>Called once for each new file, when the journal is open; a second time when the power was cut in between.</summary>
        /// <param name="calibration">The member <c>calibration</c>.</param>
        /// <returns>"" when nothing was refused; otherwise what was and why, for people.</returns>
        string TakeFile(JsonFields calibration);
    }
}

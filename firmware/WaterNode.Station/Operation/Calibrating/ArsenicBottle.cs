using WaterNode.Station.Chemistry;

namespace WaterNode.Station.Operation.Calibrating
{
    /// <summary>The bottle of arsenic standard in the station: every run calibrates itself by additions from it, so that the bottle is the calibration.</summary>
    public sealed class ArsenicBottle : Calibration
    {
        /// <summary>What its label says.</summary>
        public double MicrogramsPerLitre { get; set; }
    }
}

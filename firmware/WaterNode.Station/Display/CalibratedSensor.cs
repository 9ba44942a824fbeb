namespace WaterNode.Station.Display
{
    /// <summary>The sensors that are calibrated at the station by button.</summary>
    public enum CalibratedSensor
    {
        Ph = 0,
        Conductivity = 1,
    }
}

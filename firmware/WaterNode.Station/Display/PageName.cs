namespace WaterNode.Station.Display
{
    /// <summary>What a page is called, in <see cref="PageNames"/>.</summary>
    public enum PageName
    {
        Water = 0,
        Arsenic = 1,
        Fluoride = 2,
        Acidity = 3,
        Salts = 4,
        Warmth = 5,
        Connection = 6,
        Time = 7,
        Calibration = 8,
    }
}

namespace WaterNode.Station.Display
{
    /// <summary>What a page is called, in <see cref="PageNames"/>.</summary>
    public enum PageName
    {
        Arsenic = 0,
        Fluoride = 1,
        Acidity = 2,
        Salts = 3,
        Warmth = 4,
        Connection = 5,
        Time = 6,
        Calibration = 7,
        Solids = 8,
        Change = 9,
        Settings = 10,
        Reagents = 11,
    }
}

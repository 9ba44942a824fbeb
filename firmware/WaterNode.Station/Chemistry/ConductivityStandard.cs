namespace WaterNode.Station.Chemistry
{
    /// <summary>The potassium chloride solutions that a conductivity cell is calibrated with, by their microsiemens per cm at 25 degrees C.</summary>
    public enum ConductivityStandard
    {
        Chloride84 = 0,
        Chloride1413 = 1,
        Chloride12880 = 2,
    }
}

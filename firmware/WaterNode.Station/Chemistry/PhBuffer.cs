namespace WaterNode.Station.Chemistry
{
    /// <summary>The sorts of buffer that pH is calibrated with. 6.86 and 7.00 are different buffers.</summary>
    public enum PhBuffer
    {
        Phthalate401 = 0,
        Phosphate686 = 1,
        Borax918 = 2,
        Carbonate1001 = 3,
        Technical700 = 4,
    }
}

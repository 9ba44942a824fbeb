namespace WaterNode.Station.Ports
{
    /// <summary>The water temperature probe (DS18B20 class).</summary>
    public interface ITemperatureProbe
    {
        /// <param name="milliCelsius">Water temperature in thousandths of a degree C; 0 when false is returned.</param>
        /// <returns>False when the probe did not answer, its checksum was wrong, or it gave its power-on value of 85 degrees C.</returns>
        bool TryRead(out int milliCelsius);
    }
}

namespace WaterNode.Station.Ports
{
    /// <summary>A monochrome display of 128 x 64 pixels.</summary>
    public interface IScreen
    {
        /// <summary>Shows a whole page.</summary>
        /// <param name="page">1,024 bytes in the SSD1306's order: eight bands of 128 columns, one byte a column, least significant bit on top; 1 is lit.</param>
        /// <returns>False when the display did not answer.</returns>
        bool Show(byte[] page);
    }
}

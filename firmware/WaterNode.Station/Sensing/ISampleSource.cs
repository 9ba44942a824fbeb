using WaterNode.Station.Ports;

namespace WaterNode.Station.Sensing
{
    /// <summary>Something that gives one raw value at a time.</summary>
    public interface ISampleSource
    {
        /// <param name="value">Meaningful when the status is <see cref="AdcStatus.Ok"/>.</param>
        AdcStatus Read(out int value);
    }
}

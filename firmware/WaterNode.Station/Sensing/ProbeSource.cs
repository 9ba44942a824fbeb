using WaterNode.Station.Ports;

namespace WaterNode.Station.Sensing
{
    /// <summary>The temperature probe, thousandths of a degree C.</summary>
    public sealed class ProbeSource : ISampleSource
    {
        private readonly ITemperatureProbe _probe;

        public ProbeSource(ITemperatureProbe probe)
        {
            _probe = probe;
        }

        public AdcStatus Read(out int value)
        {
            return _probe.TryRead(out value) ? AdcStatus.Ok : AdcStatus.NoAnswer;
        }
    }
}

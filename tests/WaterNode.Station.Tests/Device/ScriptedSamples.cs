using WaterNode.Station.Ports;
using WaterNode.Station.Sensing;

namespace WaterNode.Station.Tests.Device
{
    /// <summary>A source that starts at a value and drifts evenly.</summary>
    internal sealed class ScriptedSamples : ISampleSource
    {
        private readonly SimulatedClock _clock;
        private readonly int _start;
        private readonly int _perSecond;
        private readonly AdcStatus _status;
        private readonly long _beganUpSeconds;

        public ScriptedSamples(SimulatedClock clock, int start, int perSecond, AdcStatus status)
        {
            _clock = clock;
            _start = start;
            _perSecond = perSecond;
            _status = status;
            _beganUpSeconds = clock.UpSeconds;
        }

        public int Reads { get; private set; }

        public AdcStatus Read(out int value)
        {
            Reads++;
            value = _start + (_perSecond * (int)(_clock.UpSeconds - _beganUpSeconds));
            return _status;
        }
    }
}

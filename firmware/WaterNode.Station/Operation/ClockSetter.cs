using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation
{
    /// <summary>Sets the clock by the gateway's <c>time</c> topic.</summary>
    public sealed class ClockSetter
    {
        /// <summary>A smaller difference is the way of the message, and a set clock that jumps helps nobody.</summary>
        private const int ToleranceSeconds = 5;

        /// <summary>From 2025 to 2100: anything else is no time, and would date readings wrongly for ever.</summary>
        private const long EarliestUtcSeconds = 1735689600, LatestUtcSeconds = 4102444800;

        private readonly IClock _clock;
        private readonly JsonFields _fields = new JsonFields();

        public ClockSetter(IClock clock)
        {
            _clock = clock;
        }

        /// <param name="payload"><c>{"utc":1763740800}</c>; anything else is ignored.</param>
        public void Take(byte[] payload)
        {
            if (!_fields.TryParse(payload) || !_fields.TryGetNumber("utc", out long utcSeconds))
            {
                return;
            }

            if (utcSeconds >= EarliestUtcSeconds && utcSeconds <= LatestUtcSeconds && IsOff(utcSeconds))
            {
                _clock.Set(utcSeconds);
            }
        }

        private bool IsOff(long utcSeconds)
        {
            long difference = utcSeconds - _clock.UtcSeconds;
            return !_clock.IsSet || difference > ToleranceSeconds || difference < -ToleranceSeconds;
        }
    }
}

using WaterNode.Station.Ports;

namespace WaterNode.Station.Tests.Device
{
    /// <summary>Time that passes only when somebody waits.</summary>
    internal sealed class SimulatedClock : IClock
    {
        private long _milliseconds = 1000;
        private long _utcOffsetSeconds;

        public bool IsSet { get; private set; }

        public long UtcSeconds => IsSet ? UpSeconds + _utcOffsetSeconds : 0;

        public long UpSeconds => _milliseconds / 1000;

        public int TimesSet { get; private set; }

        public void Set(long utcSeconds)
        {
            IsSet = true;
            TimesSet++;
            _utcOffsetSeconds = utcSeconds - UpSeconds;
        }

        public void Wait(int milliseconds) => _milliseconds += milliseconds;

        public void PassSeconds(long seconds) => _milliseconds += seconds * 1000;

        /// <summary>Its battery is empty: nobody knows the time until it is set.</summary>
        public void LoseTime() => IsSet = false;

        /// <summary>A cold start: the count of seconds begins again, and the clock is set only when its battery held.</summary>
        public void PowerOn(bool keepsTime)
        {
            var utc = UtcSeconds;
            _milliseconds = 0;
            IsSet = IsSet && keepsTime;
            _utcOffsetSeconds = utc;
        }
    }
}

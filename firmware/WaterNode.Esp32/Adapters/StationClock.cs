using System;
using System.Threading;
using WaterNode.Station.Ports;

namespace WaterNode.Esp32.Adapters
{
    /// <summary>Calendar time and seconds since power-on, both from the DS3231.</summary>
    /// <remarks>
    /// <para>
    /// The ESP32 counts through deep sleep too, but by an RC oscillator that is off by per cents; a record without a calendar date is dated
    /// later by its seconds since power-on, so these come from the DS3231 (2 ppm), which counts whether or not it has been set. At power-on its
    /// count is written to a small file, the origin; the seconds since power-on are the count now minus the origin. Setting the chip moves
    /// the origin by the same step.
    /// </para>
    /// <para>
    /// If the chip does not answer when the processor starts, the ESP32's own system time serves for this waking: it begins at zero with the
    /// power and runs on through deep sleep. Nothing else sets it (WirelessNetwork stops the SNTP client that nanoFramework starts by itself).
    /// </para>
    /// </remarks>
    public sealed class StationClock : IClock
    {
        /// <summary>An origin in the future is none.</summary>
        private const long NoOrigin = long.MaxValue;

        private readonly Ds3231 _chip;
        private readonly SmallFile _originFile;
        private bool _hasChip;
        private long _origin;
        private long _lastCount;
        private long _lastCountTicks;
        private long _lastUp;

        public StationClock(Ds3231 chip, SmallFile originFile)
        {
            _chip = chip;
            _originFile = originFile;
        }

        /// <summary>To be called once, before anything asks for the time.</summary>
        public void Start(StartReason reason)
        {
            // The processor has already been running for some seconds when this is called.
            long ownSeconds = DateTime.UtcNow.ToUnixTimeSeconds();
            _hasChip = _chip.TryRead(out long count, out _);
            if (!_hasChip)
            {
                _origin = 0;
                KeepCount(ownSeconds);
                if (reason == StartReason.PowerOn)
                {
                    // The file still holds the origin of an earlier power-on, which must not serve once the chip answers again.
                    _originFile.TryWriteNumber(NoOrigin);
                }

                return;
            }

            KeepCount(count);
            bool hasOrigin = _originFile.TryReadNumber(out _origin) && _origin <= count;
            if (reason == StartReason.PowerOn || !hasOrigin)
            {
                _origin = count - ownSeconds;
                _originFile.TryWriteNumber(_origin);
            }
        }

        public bool IsSet
        {
            get { return _hasChip && _chip.TryRead(out _, out bool isSet) && isSet; }
        }

        public long UtcSeconds
        {
            get { return Count(); }
        }

        public long UpSeconds
        {
            get
            {
                long up = Count() - _origin;
                _lastUp = up > _lastUp ? up : _lastUp;
                return _lastUp;
            }
        }

        public void Set(long utcSeconds)
        {
            if (!_hasChip || !_chip.TryRead(out long count, out _))
            {
                return;
            }

            long step = utcSeconds - count;

            // If the power fails between the two writes, the next start is a power-on, which makes a new origin.
            if (!_originFile.TryWriteNumber(_origin + step))
            {
                return;
            }

            if (_chip.TrySet(utcSeconds))
            {
                _origin += step;
                KeepCount(utcSeconds);
            }
            else
            {
                _originFile.TryWriteNumber(_origin);
            }
        }

        public void Wait(int milliseconds)
        {
            Thread.Sleep(milliseconds);
        }

        /// <summary>The chip's count, or the last one carried on by the processor when it does not answer just now.</summary>
        private long Count()
        {
            if (_hasChip && _chip.TryRead(out long count, out _))
            {
                KeepCount(count);
                return count;
            }

            return _lastCount + ((Environment.TickCount64 - _lastCountTicks) / 1000);
        }

        private void KeepCount(long count)
        {
            _lastCount = count;
            _lastCountTicks = Environment.TickCount64;
        }
    }
}

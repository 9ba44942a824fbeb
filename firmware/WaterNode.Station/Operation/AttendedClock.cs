using System;
using WaterNode.Station.Ports;

namespace WaterNode.Station.Operation
{
    /// <summary>A clock whose waiting leaves time for whoever stands before the display: a measurement waits for up to 25 minutes in all.</summary>
    /// <remarks>The composition root puts it in the place of the board's own clock. What waits by itself, a running pump, is not interrupted.</remarks>
    public sealed class AttendedClock : IClock
    {
        /// <summary>The button is looked at this often, ms.</summary>
        private const int SliceMilliseconds = 200;

        private readonly IClock _clock;

        private int _waitedMilliseconds;

        public AttendedClock(IClock clock)
        {
            _clock = clock;
        }

        /// <summary>Who is served during a wait; null when nobody is, as while the button itself made the station wait.</summary>
        public OperatorPanel Panel { get; set; }

        public bool IsSet
        {
            get { return _clock.IsSet; }
        }

        public long UtcSeconds
        {
            get { return _clock.UtcSeconds; }
        }

        public long UpSeconds
        {
            get { return _clock.UpSeconds; }
        }

        public void Set(long utcSeconds)
        {
            _clock.Set(utcSeconds);
        }

        /// <summary>Short waits are added up, so that somebody who polls a line every few ms does not ask the button as often.</summary>
        public void Wait(int milliseconds)
        {
            int left = milliseconds;
            while (Panel != null && left > 0)
            {
                int slice = SliceMilliseconds - _waitedMilliseconds;
                slice = left < slice ? left : slice;
                _clock.Wait(slice);
                left -= slice;
                _waitedMilliseconds += slice;
                if (_waitedMilliseconds == SliceMilliseconds)
                {
                    _waitedMilliseconds = 0;
                    Attend();
                }
            }

            // Also when nothing is left: a wait tells whether the power is still there.
            _clock.Wait(left);
        }

        /// <summary>A display that fails is no fault of the channel that waits: it is left alone, and comes to light when the reading is shown.</summary>
        private void Attend()
        {
            try
            {
                Panel.Serve();
            }
            catch (Exception)
            {
                Panel = null;
            }
        }
    }
}

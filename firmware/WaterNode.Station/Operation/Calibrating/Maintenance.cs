using WaterNode.Station.Ports;

namespace WaterNode.Station.Operation.Calibrating
{
    /// <summary>The time in which sensors may stand in buffers or rinse water: what is measured then is no village's water.</summary>
    /// <remarks>It is on flash, so that a battery that is changed in the middle of it does not make a buffer into drinking water. Button and
    /// command have one between them.</remarks>
    public sealed class Maintenance
    {
        /// <summary>Left alone for so long it ends by itself, s.</summary>
        public const int SecondsMax = 30 * 60;

        /// <summary>Open since before a restart: whoever comes first takes it over.</summary>
        private const string Resumed = "restart";

        private readonly StationEvents _events;
        private readonly CalibrationStore _store;
        private readonly IClock _clock;

        private long _usedUpSeconds;

        public Maintenance(StationEvents events, CalibrationStore store, IClock clock)
        {
            _events = events;
            _store = store;
            _clock = clock;
        }

        /// <summary>Who has it, see <see cref="CalibrationSource"/>; "" when it is not open.</summary>
        public string Source { get; private set; } = "";

        public bool IsOpen
        {
            get { return Source.Length > 0; }
        }

        /// <summary>True when nobody has used it for <see cref="SecondsMax"/>.</summary>
        public bool IsLeft
        {
            get { return IsOpen && _clock.UpSeconds - _usedUpSeconds >= SecondsMax; }
        }

        /// <summary>Goes on with what was open before a restart.</summary>
        public void Resume()
        {
            if (_store.IsUnderMaintenance)
            {
                Source = Resumed;
                _usedUpSeconds = _clock.UpSeconds;
            }
        }

        /// <summary>Begins it, or notes that it is used.</summary>
        /// <param name="source">See <see cref="CalibrationSource"/>.</param>
        /// <returns>False while the other source has it.</returns>
        public bool TryUse(string source)
        {
            if (IsOpen && Source != source && Source != Resumed)
            {
                return false;
            }

            bool isNew = !IsOpen;
            Source = source;
            _usedUpSeconds = _clock.UpSeconds;
            if (isNew)
            {
                Keep(true);
                _events.TryStore(_events.Begin("maintenance").Flag("begun", true).Text("who", source));
            }

            return true;
        }

        /// <param name="who">Who ends it, which need not be who has it, see <see cref="CalibrationSource"/>.</param>
        /// <param name="isConfirmed">True when somebody says that the sensors are back in the water; false when nobody said anything.</param>
        public void End(string who, bool isConfirmed)
        {
            if (IsOpen)
            {
                _events.TryStore(_events.Begin("maintenance").Flag("begun", false).Text("who", who).Flag("confirmed", isConfirmed));
                Source = "";
                Keep(false);
            }
        }

        /// <summary>When the flash refuses, only a restart in the middle of it forgets it.</summary>
        private void Keep(bool isOpen)
        {
            _store.IsUnderMaintenance = isOpen;
            _store.TrySave();
        }
    }
}

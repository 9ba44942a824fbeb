using WaterNode.Station.Display;
using WaterNode.Station.Journal;
using WaterNode.Station.Operation.Commanding;
using WaterNode.Station.Ports;
using WaterNode.Station.Quality;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation
{
    /// <summary>Display and button in the station's hands: tells the pages what there is to show, and draws them when they would look different.</summary>
    public sealed class OperatorPanel
    {
        private const int SecondsPerMinute = 60;

        private readonly StationPorts _ports;
        private readonly StationConfig _config;
        private readonly ReadingJournal _journal;
        private readonly WetChemistry _wet;
        private readonly StationSnapshot _station;
        private readonly OperatorDisplay _display;
        private readonly Identification _identification;

        /// <summary>Null when the clock cannot serve anybody while it waits: then the button is not looked at during a measurement.</summary>
        private readonly AttendedClock _patience;

        private long _shownMinute;
        private string _shownCommandId = "";

        public OperatorPanel(StationPorts ports, StationConfig config, ReadingJournal journal, WetChemistry wet, ICalibrationBench bench, Identification identification)
        {
            _identification = identification;
            _ports = ports;
            _config = config;
            _journal = journal;
            _wet = wet;
            _station = new StationSnapshot(config, ports.Clock) { Wet = wet.Last };
            _display = new OperatorDisplay(ports.Screen, ports.Button, _station, bench);
            _patience = ports.Button == null ? null : ports.Clock as AttendedClock;
        }

        /// <summary>What the pages show besides the measurements; whoever knows of changes, bottles and faults puts them in.</summary>
        public StationSnapshot Station
        {
            get { return _station; }
        }

        /// <summary>True when there is a button that wants to be looked at.</summary>
        public bool HasButton
        {
            get { return _ports.Button != null; }
        }

        /// <inheritdoc cref="OperatorDisplay.IsAttended"/>
        public bool IsAttended
        {
            get { return _display.IsAttended; }
        }

        /// <summary>A measurement begins: until it is over, pages are turned and nothing else is done.</summary>
        public void ShowMeasuring()
        {
            _station.IsMeasuring = true;
            if (_patience != null)
            {
                _station.Record = Before();
                _patience.Panel = this;
            }

            if (_station.Record != null)
            {
                Update();
                Draw();
            }
        }

        /// <summary>A measurement is over: shows what came of it.</summary>
        public void ShowMeasured(Record record, LimitSet limits, bool isStored)
        {
            _station.IsMeasuring = false;
            if (_patience != null)
            {
                _patience.Panel = null;
            }

            _station.Record = record;
            _station.Limits = limits;
            _station.IsStored = isStored;
            Update();
            Draw();
        }

        /// <summary>Takes what was pressed during a measurement out of the way.</summary>
        public void ForgetPresses()
        {
            _display.ForgetPresses();
        }

        /// <summary>Takes presses, and draws the page when it would look different: a drawing takes the display's bus for some 30 ms.</summary>
        public void Serve()
        {
            // A press says that the station was found; it means nothing to the page that comes back.
            bool isFound = _identification.IsOn && HasButton && _ports.Button.Next() != ButtonPress.None;
            if (isFound)
            {
                _identification.End();
            }

            bool isChanged = _identification.Serve() | isFound;

            // Before the first measurement there is nothing else to show.
            if (_identification.IsOn || _station.Record == null)
            {
                return;
            }

            // The presses are taken by what is so now; what they changed is drawn.
            isChanged |= Update();
            isChanged |= _display.Poll();
            if (isChanged)
            {
                Update();
                Draw();
            }
        }

        /// <summary>While the station shows which one it is, it shows nothing else.</summary>
        private void Draw()
        {
            if (!_identification.IsOn)
            {
                _display.Draw();
            }
        }

        /// <summary>What is shown while the record is filled anew: a reading that is not stored yet is shown to nobody.</summary>
        /// <returns>A copy of the record; null when there is nothing to show yet.</returns>
        private Record Before()
        {
            Record last = _station.Record;
            if (last == null)
            {
                return BeforeSleep();
            }

            var copy = new Record();
            return RecordCodec.TryCopy(last, copy) ? copy : null;
        }

        /// <returns>An empty record when fluoride or arsenic of before the deep sleep can be shown beside it, otherwise null.</returns>
        private Record BeforeSleep()
        {
            for (int i = 0; i < _wet.Last.Length; i++)
            {
                if (_wet.Last[i] != null && _wet.Last[i].MeasuredCount > 0)
                {
                    _station.IsStored = true;
                    return new Record();
                }
            }

            return null;
        }

        /// <returns>True when something that pages show has changed.</returns>
        private bool Update()
        {
            Verdict verdict = _wet.VerdictAt(_journal.PowerOn, _ports.Clock.UpSeconds);
            long minute = (_ports.Clock.IsSet ? _ports.Clock.UtcSeconds : _ports.Clock.UpSeconds) / SecondsPerMinute;
            bool isChanged = verdict != _station.Verdict
                || _journal.PendingCount != _station.UnsentCount
                || _ports.Link.IsConnected != _station.IsConnected
                || CommandId() != _shownCommandId
                || minute != _shownMinute;

            _shownCommandId = CommandId();
            _shownMinute = minute;
            _station.Verdict = verdict;
            _station.PowerOn = _journal.PowerOn;
            _station.UnsentCount = _journal.PendingCount;
            _station.LostCount = _journal.LostCount;
            _station.IsConnected = _ports.Link.IsConnected;
            _station.SignalDbm = _ports.Link.SignalDbm;

            // The records of fluoride and arsenic besides are few, and no longer.
            _station.JournalDays = _station.Record.MeasuredCount > 0 ? JournalRoom.Days(_config, _journal, _station.Record) : StationSnapshot.Unknown;
            return isChanged;
        }

        /// <summary>Of the changes that wait; "" when none do.</summary>
        private string CommandId()
        {
            return _station.Changes == null ? "" : _station.Changes.CommandId;
        }
    }
}

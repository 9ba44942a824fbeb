using WaterNode.Station.Journal;
using WaterNode.Station.Ports;
using WaterNode.Station.Publishing;
using WaterNode.Station.Quality;
using WaterNode.Station.Sensing;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation
{
    /// <summary>One wake-up of the station, from top to bottom.</summary>
    /// <remarks>Everything that must survive deep sleep is on flash: a new DutyCycle over the same ports goes on where the last one stopped.</remarks>
    public sealed class DutyCycle
    {
        /// <summary>A battery station waits this long for acknowledgements before it sleeps, ms.</summary>
        private const int DrainMillisecondsMax = 10000;

        /// <summary>The button is looked at this often, ms of real time.</summary>
        private const int ButtonMilliseconds = 200;

        private const string MaintenancePoint = "maintenance";

        private readonly StationPorts _ports;
        private readonly StationConfig _config;
        private readonly MeasuringCycle _measuring;
        private readonly WetChemistry _wet;
        private readonly TimeTests _timeTests;
        private readonly StationEvents _events;
        private readonly Connection _connection;
        private readonly CalibrationStore _calibrations;
        private readonly OperatorPanel _panel;
        private readonly Record _record = new Record();

        private LimitSet _limits;
        private bool _isStarted;
        private bool _isStored;

        /// <exception cref="System.ArgumentException">The configuration has a problem, see <see cref="StationConfig.FindProblem"/>.</exception>
        public DutyCycle(StationPorts ports, StationConfig config)
        {
            string problem = config.FindProblem();
            if (problem.Length > 0)
            {
                throw new System.ArgumentException(problem);
            }

            _ports = ports;
            _config = config;
            var shelf = new StateShelf(ports.Flash);
            Journal = new ReadingJournal(shelf, ports.Entropy, config.JournalCapacityBytes, config.Id);
            _events = new StationEvents(Journal, ports.Clock);
            _measuring = new MeasuringCycle(ports, config);
            _wet = new WetChemistry(shelf, config, _measuring.ArsenicHistory);
            _timeTests = new TimeTests(shelf);
            _connection = new Connection(ports, config, Journal);
            _calibrations = new CalibrationStore(shelf, config);
            _panel = new OperatorPanel(ports, config, Journal, _wet, new CalibrationBench(ports, config, _events, _calibrations));
        }

        /// <summary>The readings on flash. It is open after <see cref="Start"/>.</summary>
        public ReadingJournal Journal { get; }

        /// <summary>The station's verdict now, by the last measurement of fluoride and arsenic.</summary>
        public Verdict Verdict
        {
            get { return _wet.VerdictAt(Journal.PowerOn, _ports.Clock.UpSeconds); }
        }

        /// <summary>True while somebody uses the display: a station that sleeps stays awake till then.</summary>
        public bool IsAttended
        {
            get { return _panel.IsAttended; }
        }

        /// <summary>Opens the journal and counts the power-on, once; <see cref="Run"/> and <see cref="Serve"/> do it by themselves.</summary>
        /// <returns>False when the flash refused, or holds another station's readings: see <see cref="Opening.Problem"/>. The next call tries again.</returns>
        public bool Start()
        {
            if (!Journal.TryOpen())
            {
                return false;
            }

            if (!_isStarted)
            {
                _isStarted = true;
                if (_ports.Power.StartReason == StartReason.PowerOn)
                {
                    Journal.CountPowerOn();
                }
                else
                {
                    Journal.ResumePowerOn();
                }

                _wet.Load();
                _calibrations.Load();
                TellUnreadable();
            }

            return true;
        }

        /// <summary>One wake-up: measure, store, show, send.</summary>
        public CycleReport Run()
        {
            bool isOpen = Start();
            long beganUpSeconds = _ports.Clock.UpSeconds;

            _panel.ShowMeasuring();
            BeginRecord();
            _measuring.MeasureFast(_record);
            bool isWet = !_panel.IsCalibrating && _wet.IsDue(_record.Stamp);
            if (isWet)
            {
                _measuring.MeasureWet(_record);
            }

            Compare();
            Judge();

            // A reading is on flash before anybody sees it or hears of it.
            _isStored = isOpen && Journal.TryStore(_record);
            _timeTests.Save();
            if (isWet)
            {
                _wet.Keep(_record);
            }

            Show();

            // A reading that the flash refused is shown and not sent; what was stored before it is sent all the same.
            if (isOpen)
            {
                Send();
                Show();
            }

            _panel.ForgetPresses();

            return new CycleReport
            {
                Stored = _isStored,
                Sequence = _isStored ? _record.Sequence : 0,
                Pending = Journal.PendingCount,
                NextWakeSeconds = SecondsUntilNextWake(beganUpSeconds),
                Verdict = Verdict,
            };
        }

        /// <summary>Between wake-ups: keeps the connection when the station has one or something is pending, sends and takes what there is.</summary>
        /// <param name="milliseconds">0 or more, ms of real time.</param>
        public void Serve(int milliseconds)
        {
            if (!Start())
            {
                // Waiting on the link is the only real time there is.
                _ports.Link.Next(milliseconds);
                return;
            }

            int left = milliseconds;
            do
            {
                int slice = _panel.HasButton && left > ButtonMilliseconds ? ButtonMilliseconds : left;
                _connection.Serve(slice);
                _panel.Serve();
                left -= slice;
            }
            while (left > 0);

            Journal.SaveBookmark();
        }

        /// <summary>A journal in which nothing could be read is the first thing that the new one tells the gateway.</summary>
        private void TellUnreadable()
        {
            if (Journal.Opening.UnreadableBytes > 0)
            {
                _events.TryStore(_events.Begin("loss").Text("why", "journal-unreadable").Number("bytes", Journal.Opening.UnreadableBytes));
            }
        }

        private void BeginRecord()
        {
            _record.Clear();
            _record.SamplePoint = _panel.IsCalibrating ? MaintenancePoint : _config.SamplePoint;
            _record.LimitSetId = "";
            _events.SetToNow(_record.Stamp);
        }

        /// <summary>Holds the readings against those before. Under maintenance the sensors see buffers and rinse water, which are nobody's history.</summary>
        private void Compare()
        {
            if (_record.SamplePoint != MaintenancePoint)
            {
                _timeTests.Apply(_record);
            }
        }

        private void Judge()
        {
            if (_record.SamplePoint == MaintenancePoint)
            {
                return;
            }

            // The other sets are not even in memory.
            if (_limits == null || _limits.Id != _config.LimitSetId)
            {
                _limits = LimitSets.Find(_config.LimitSetId);
            }

            _record.LimitSetId = _limits.Id;
            Verdicts.Apply(_record, _limits);
        }

        private void Send()
        {
            if (_connection.TryConnect())
            {
                if (_config.StaysConnected)
                {
                    _connection.Serve(0);
                    _connection.RefreshStatus();
                }
                else
                {
                    _connection.Drain(DrainMillisecondsMax);
                    _connection.Disconnect();
                }
            }

            Journal.SaveBookmark();
        }

        private void Show()
        {
            _panel.ShowMeasured(_record, _limits, _isStored);
        }

        private int SecondsUntilNextWake(long beganUpSeconds)
        {
            long passed = _ports.Clock.UpSeconds - beganUpSeconds;
            long left = _config.IntervalSeconds - passed;
            return left > 1 ? (int)left : 1;
        }
    }
}

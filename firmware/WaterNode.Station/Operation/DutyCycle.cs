using WaterNode.Station.Journal;
using WaterNode.Station.Operation.Calibrating;
using WaterNode.Station.Operation.Reagents;
using WaterNode.Station.Operation.Starting;
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
        private readonly Calibrations _calibrations;
        private readonly OperatorPanel _panel;
        private readonly SafeMode _safeMode;
        private readonly ReagentLevels _reagents;
        private readonly Record _fast = new Record();
        private readonly Record _slow = new Record();

        private LimitSet _limits;
        private bool _isStarted;

        /// <exception cref="System.ArgumentException">The configuration has a problem, see <see cref="StationConfig.FindProblem"/>.</exception>
        public DutyCycle(StationPorts ports, StationConfig config)
            : this(ports, config, new StateShelf(ports.Flash))
        {
        }

        private DutyCycle(StationPorts ports, StationConfig config, StateShelf shelf)
            : this(ports, config, shelf, new SafeMode(shelf, ports.Power.StartReason))
        {
        }

        /// <param name="shelf">Of the flash among the ports.</param>
        /// <param name="safeMode">Of the same shelf; a composition root begins it before it opens the board.</param>
        /// <exception cref="System.ArgumentException">The configuration has a problem, see <see cref="StationConfig.FindProblem"/>.</exception>
        public DutyCycle(StationPorts ports, StationConfig config, StateShelf shelf, SafeMode safeMode)
        {
            string problem = config.FindProblem();
            if (problem.Length > 0)
            {
                throw new System.ArgumentException(problem);
            }

            _ports = ports;
            _config = config;
            _safeMode = safeMode;
            Journal = new ReadingJournal(shelf, ports.Entropy, config.JournalCapacityBytes, config.Id);
            _events = new StationEvents(Journal, ports.Clock);
            MeteredFluidics pumps = MeteredFluidics.Over(ports.Fluidics);
            ports.Fluidics = pumps;
            _reagents = new ReagentLevels(shelf, config, pumps, _events);
            _measuring = new MeasuringCycle(ports, config);
            _wet = new WetChemistry(shelf, config, _measuring.ArsenicHistory, safeMode);
            _timeTests = new TimeTests(shelf);
            _connection = new Connection(ports, config, Journal, safeMode);
            _calibrations = new Calibrations(ports, config, shelf, _events);
            _panel = new OperatorPanel(ports, config, Journal, _wet, _calibrations.Bench);
        }

        /// <summary>The readings on flash. It is open after <see cref="Start"/>.</summary>
        public ReadingJournal Journal { get; }

        /// <summary>The station's verdict now, by the last measurement of fluoride and arsenic.</summary>
        public Verdict Verdict
        {
            get { return _wet.VerdictAt(Journal.PowerOn, _ports.Clock.UpSeconds); }
        }

        /// <summary>A record is finished, and not sent yet. A waking with fluoride and arsenic finishes two.</summary>
        public event MeasuredHandler Measured;

        /// <summary>True while somebody uses the display: a station that sleeps stays awake till then.</summary>
        public bool IsAttended
        {
            get { return _panel.IsAttended || _calibrations.IsUnderMaintenance; }
        }

        /// <summary>Opens the journal and counts the power-on, once; <see cref="Run"/> and <see cref="Serve"/> do it by themselves.</summary>
        /// <returns>False when the flash refused, or holds another station's readings: see <see cref="Opening.Problem"/>. The next call tries again.</returns>
        public bool Start()
        {
            _safeMode.Begin();
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
                _reagents.Load();
                TellUnreadable();
                _safeMode.Tell(_events);
            }

            return true;
        }

        /// <summary>One wake-up: measure, store, show, send.</summary>
        public CycleReport Run()
        {
            return Measure(0);
        }

        /// <param name="asked">Wet channels to measure whether they are due or not, see <see cref="WetChemistry.SetOf"/>.</param>
        private CycleReport Measure(int asked)
        {
            bool isOpen = Start();
            long beganUpSeconds = _ports.Clock.UpSeconds;
            _calibrations.EndWhenLeft();

            Begin(_fast);
            _measuring.MeasureFast(_fast);
            bool isStored = TryFinish(_fast, isOpen);

            // Fluoride and arsenic take twenty minutes, and have a record of their own: nobody waits for what is known already.
            int wet = _calibrations.IsUnderMaintenance || _safeMode.IsSafe ? 0 : asked | _wet.DueAt(_fast.Stamp);
            if (wet != 0)
            {
                if ((wet & WetChemistry.SetOf(Channel.F)) != 0)
                {
                    _calibrations.RecalibrateWhenDue();
                }

                Begin(_slow);
                _measuring.MeasureWet(_fast, _slow, (wet & WetChemistry.SetOf(Channel.F)) != 0, (wet & WetChemistry.SetOf(Channel.As)) != 0);
                isStored &= TryFinish(_slow, isOpen);
            }

            _panel.ForgetPresses();
            _safeMode.CycleEnded();

            return new CycleReport
            {
                Stored = isStored,
                Sequence = isStored ? (wet != 0 ? _slow.Sequence : _fast.Sequence) : 0,
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
                _calibrations.EndWhenLeft();
                left -= slice;
            }
            while (left > 0);

            // A calibration takes reagents too.
            _reagents.Settle();
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

        private void Begin(Record record)
        {
            _panel.ShowMeasuring();
            record.Clear();
            record.SamplePoint = _calibrations.IsUnderMaintenance ? MaintenancePoint : _config.SamplePoint;
            record.LimitSetId = "";
            _events.SetToNow(record.Stamp);
        }

        /// <summary>Tests and judges what was measured, keeps it, and only then shows and sends it.</summary>
        /// <returns>False when it is not in the journal: it is shown as such, and not sent; what was stored before it is sent all the same.</returns>
        private bool TryFinish(Record record, bool isOpen)
        {
            Compare(record);
            Judge(record);

            bool isStored = isOpen && Journal.TryStore(record);
            _timeTests.Save();
            _wet.Keep(record);
            _reagents.Settle();
            _panel.ShowMeasured(_fast, _limits, isStored);
            if (Measured != null)
            {
                Measured(record, isStored);
            }

            if (isOpen)
            {
                Send();
                _panel.ShowMeasured(_fast, _limits, isStored);
            }

            return isStored;
        }

        /// <summary>Holds the readings against those before. Under maintenance the sensors see buffers and rinse water, which are nobody's history.</summary>
        private void Compare(Record record)
        {
            if (record.SamplePoint != MaintenancePoint)
            {
                _timeTests.Apply(record);
            }
        }

        private void Judge(Record record)
        {
            if (record.SamplePoint == MaintenancePoint)
            {
                return;
            }

            // The other sets are not even in memory.
            if (_limits == null || _limits.Id != _config.LimitSetId)
            {
                _limits = LimitSets.Find(_config.LimitSetId);
            }

            record.LimitSetId = _limits.Id;
            Verdicts.Apply(record, _limits);
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

        private int SecondsUntilNextWake(long beganUpSeconds)
        {
            long passed = _ports.Clock.UpSeconds - beganUpSeconds;
            long left = _config.IntervalSeconds - passed;
            return left > 1 ? (int)left : 1;
        }
    }
}

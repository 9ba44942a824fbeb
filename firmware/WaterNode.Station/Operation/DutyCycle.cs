using WaterNode.Station.Journal;
using WaterNode.Station.Operation.Calibrating;
using WaterNode.Station.Operation.Commanding;
using WaterNode.Station.Operation.Reagents;
using WaterNode.Station.Operation.Settings;
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
        /// <summary>The button is looked at this often, ms of real time.</summary>
        private const int ButtonMilliseconds = 200;

        private readonly StationPorts _ports;
        private readonly StationConfig _config;
        private readonly StationStart _start;
        private readonly StationEvents _events;
        private readonly MeasuringCycle _measuring;
        private readonly WetChemistry _wet;
        private readonly Judgement _judgement;
        private readonly ReagentLevels _reagents;
        private readonly Calibrations _calibrations;
        private readonly StationActions _actions;
        private readonly Commands _commands;
        private readonly GatewayContact _gateway;
        private readonly OperatorPanel _panel;
        private readonly Record _fast = new Record();
        private readonly Record _slow = new Record();

        private bool _isStarted;
        private bool _isFaultTold;

        /// <summary>A station whose configuration is made by a program, and not by a station.json.</summary>
        /// <exception cref="System.ArgumentException">The configuration has a problem, see <see cref="StationConfig.FindProblem"/>.</exception>
        public DutyCycle(StationPorts ports, StationConfig config)
            : this(ports, config, new StationStart(ports.Flash, ports.Power.StartReason))
        {
        }

        /// <param name="start">Over the flash among the ports.</param>
        /// <exception cref="System.ArgumentException">The configuration has a problem, see <see cref="StationConfig.FindProblem"/>.</exception>
        public DutyCycle(StationPorts ports, StationConfig config, StationStart start)
        {
            string problem = config.FindProblem();
            if (problem.Length > 0)
            {
                throw new System.ArgumentException(problem);
            }

            _ports = ports;
            _config = config;
            _start = start;
            Journal = new ReadingJournal(start.Shelf, ports.Entropy, config.JournalCapacityBytes, config.Id);
            _events = new StationEvents(Journal, ports.Clock);
            MeteredFluidics pumps = MeteredFluidics.Over(ports.Fluidics);
            ports.Fluidics = pumps;
            _reagents = new ReagentLevels(start.Shelf, config, pumps, _events);
            _measuring = new MeasuringCycle(ports, config);
            _wet = new WetChemistry(start.Shelf, config, _measuring.ArsenicHistory, start.SafeMode);
            _judgement = new Judgement(start.Shelf, config);
            _calibrations = new Calibrations(ports, config, start.Shelf, _events);
            _actions = new StationActions(ports, config, start, _events, _calibrations, _reagents, this);
            _commands = new Commands(ports, config.Id, start.Shelf, _actions);
            _gateway = new GatewayContact(config, Journal, _calibrations, _commands, new Connection(ports, config, Journal, start.SafeMode, _commands));
            _panel = new OperatorPanel(ports, config, Journal, _wet, _calibrations.Bench, _actions.Identification);
            _panel.Station.Changes = new ChangeAtTheStation(start.Settings);
            _panel.Station.SafeModeExit = start.SafeMode;
            _panel.Station.Bottles = new BottlesAtTheStation(_reagents, config);
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

        /// <summary>True while somebody uses the display, works on the sensors, or waits for what was commanded: a station that sleeps stays awake till then.</summary>
        public bool IsAttended
        {
            get { return _panel.IsAttended || _calibrations.IsUnderMaintenance || _actions.Identification.IsOn || _commands.HasWaiting; }
        }

        /// <summary>True when something takes effect by a restart: the composition root calls <see cref="End"/> and starts the station anew.</summary>
        public bool WantsRestart
        {
            get { return _commands.WantsRestart; }
        }

        /// <summary>Opens the journal and counts the power-on, once; <see cref="Run"/> and <see cref="Serve"/> do it by themselves.</summary>
        /// <returns>False when the flash refused, or holds another station's readings: see <see cref="Opening.Problem"/>. The next call tries again.</returns>
        public bool Start()
        {
            _start.SafeMode.Begin();
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
                TellStart();
            }

            return true;
        }

        /// <summary>One wake-up: measure, store, show, send, and do the first thing that the gateway asks for.</summary>
        public CycleReport Run()
        {
            long beganUpSeconds = _ports.Clock.UpSeconds;
            CycleReport report = Measure(0);
            if (_isStarted)
            {
                _gateway.TryCarryOut();
            }

            report.NextWakeSeconds = SecondsUntilNextWake(beganUpSeconds);
            return report;
        }

        /// <summary>One measuring cycle.</summary>
        /// <param name="asked">Wet channels to measure whether they are due or not, see <see cref="WetChemistry.SetOf"/>.</param>
        public CycleReport Measure(int asked)
        {
            bool isOpen = Start();
            _calibrations.EndWhenLeft();

            Begin(_fast);
            _measuring.MeasureFast(_fast);
            bool isStored = TryFinish(_fast, isOpen);

            // Fluoride and arsenic take twenty minutes, and have a record of their own: nobody waits for what is known already.
            int wet = _calibrations.IsUnderMaintenance || _start.SafeMode.IsSafe ? 0 : asked | _wet.DueAt(_fast.Stamp);
            if (wet != 0)
            {
                isStored &= TryMeasureWet(wet, isOpen);
            }

            _panel.ForgetPresses();
            _start.SafeMode.CycleEnded();

            return new CycleReport
            {
                Stored = isStored,
                Sequence = isStored ? (wet != 0 ? _slow.Sequence : _fast.Sequence) : 0,
                Pending = Journal.PendingCount,
                Verdict = Verdict,
            };
        }

        /// <summary>Between wake-ups: keeps the connection when the station has one or something is pending, sends and takes what there is.</summary>
        /// <param name="milliseconds">0 or more, ms of real time. It ends early for a restart, and after a command, which may have taken as long as a measuring
        /// cycle: the caller looks at its clock, and at its watchdog.</param>
        public void Serve(int milliseconds)
        {
            if (!Start())
            {
                // Waiting on the link is the only real time there is.
                _ports.Link.Next(milliseconds);
                return;
            }

            int left = milliseconds;
            bool isDone;
            do
            {
                bool isWatched = _panel.HasButton || _actions.Identification.IsOn;
                int slice = isWatched && left > ButtonMilliseconds ? ButtonMilliseconds : left;
                _gateway.Serve(slice);
                _panel.Serve();
                _calibrations.EndWhenLeft();
                isDone = _gateway.TryCarryOut();
                left -= slice;
            }
            while (left > 0 && !isDone && !WantsRestart);

            // A calibration takes reagents too.
            _reagents.Settle();
            Journal.SaveBookmark();
        }

        /// <summary>Before a restart that somebody wants: says what is still to be said. Such a restart is no failed one.</summary>
        public void End()
        {
            // First of all: the link may fail, or not return before the watchdog.
            _start.SafeMode.ExpectRestart();
            _gateway.End();
        }

        /// <summary>A journal in which nothing could be read is the first thing that the new one tells the gateway.</summary>
        private void TellStart()
        {
            if (Journal.Opening.UnreadableBytes > 0)
            {
                _events.TryStore(_events.Begin("loss").Text("why", "journal-unreadable").Number("bytes", Journal.Opening.UnreadableBytes));
            }

            _start.SafeMode.Tell(_events);
            _start.Settings.Tell(_events, _calibrations);
            _panel.Station.SafeModeWhy = _start.SafeMode.ShortWhy;
            _panel.Station.SettingsFaults = _start.Settings.Faults.ToArray();
        }

        private bool TryMeasureWet(int wet, bool isOpen)
        {
            bool hasFluoride = (wet & WetChemistry.SetOf(Channel.F)) != 0;
            bool hasArsenic = (wet & WetChemistry.SetOf(Channel.As)) != 0;
            if (hasFluoride)
            {
                _calibrations.RecalibrateWhenDue();
            }

            Begin(_slow);
            _measuring.MeasureWet(_fast, _slow, hasFluoride, hasArsenic);
            return TryFinish(_slow, isOpen);
        }

        private void Begin(Record record)
        {
            _panel.ShowMeasuring();
            record.Clear();
            record.SamplePoint = _calibrations.IsUnderMaintenance ? Judgement.MaintenancePoint : _config.SamplePoint;
            record.LimitSetId = "";
            _events.SetToNow(record.Stamp);
        }

        /// <summary>Tests and judges what was measured, keeps it, and only then shows and sends it.</summary>
        /// <returns>False when it is not in the journal: it is shown as such, and not sent; what was stored before it is sent all the same.</returns>
        private bool TryFinish(Record record, bool isOpen)
        {
            _judgement.Apply(record);
            bool isStored = isOpen && Journal.TryStore(record);
            _judgement.Save();
            _wet.Keep(record);
            _reagents.Settle();
            TellFault();
            _panel.ShowMeasured(_fast, _judgement.Limits, isStored);
            if (Measured != null)
            {
                Measured(record, isStored);
            }

            if (isOpen)
            {
                _gateway.Send();
                _panel.ShowMeasured(_fast, _judgement.Limits, isStored);
            }

            return isStored;
        }

        /// <summary>A fault of the program in a channel is told once a start: the readings say that it goes on.</summary>
        private void TellFault()
        {
            if (!_isFaultTold && _measuring.Fault.Length > 0)
            {
                _isFaultTold = _events.TryStore(_events.Begin("fault").Text("what", _measuring.Fault).Text("during", "measuring"));
            }
        }

        private int SecondsUntilNextWake(long beganUpSeconds)
        {
            long passed = _ports.Clock.UpSeconds - beganUpSeconds;
            long left = _config.IntervalSeconds - passed;
            return left > 1 ? (int)left : 1;
        }
    }
}

using WaterNode.Station.Display;
using WaterNode.Station.Journal;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Commanding
{
    /// <summary>Asks every part of the station whether it is there, without taking a reagent; about a minute.</summary>
    /// <remarks>One object for one test: it is made when somebody asks, and dropped.</remarks>
    public sealed class SelfTest
    {
        /// <summary>Longest answer, bytes: with its type and outcome it must fit an event of the journal.</summary>
        public const int AnswerBytesMax = 450;

        private const string Ok = "ok", NoAnswer = "no-answer", Fault = "fault", Refused = "refused", NotSet = "not-set", NotTried = "not-tried";

        private const int DepositionMilliseconds = 1000;
        private const int Inputs = 3;
        private const int MilliVoltDecimals = 3;

        private readonly StationPorts _ports;
        private readonly StationConfig _config;
        private readonly ReadingJournal _journal;
        private readonly StateShelf _shelf;
        private readonly StationEvents _events;
        private readonly JsonWriter _answer;
        private readonly int[] _microVolts = new int[Inputs];

        /// <summary>Names of the parts that measuring needs and that failed.</summary>
        private string _failed = "";

        /// <param name="answer">Gets <c>parts</c>, a word for each, and the numbers that belong to them.</param>
        public SelfTest(StationPorts ports, StationConfig config, ReadingJournal journal, StateShelf shelf, StationEvents events, JsonWriter answer)
        {
            _ports = ports;
            _config = config;
            _journal = journal;
            _shelf = shelf;
            _events = events;
            _answer = answer;
        }

        /// <summary>Tests all parts, and journals what came of it.</summary>
        /// <returns>False when a part failed that measuring needs.</returns>
        public bool TryRun(out string error)
        {
            _answer.Begin("parts");
            Tell("clock", _ports.Clock.IsSet ? Ok : NotSet);
            Tell("screen", IsScreenThere() ? Ok : NoAnswer);
            Tell("link", _ports.Link.IsConnected ? Ok : NoAnswer);
            Need("flash", new SelfTestMark().TryWriteAndReadBack(_shelf) ? Ok : Refused);
            Need("probe", _ports.TemperatureProbe.TryRead(out _) ? Ok : NoAnswer);
            TestInputs();
            TestPumps();
            Need("potentiostat", IsPotentiostatThere() ? Ok : NoAnswer);
            _answer.End();
            TellNumbers();

            bool isGood = _failed.Length == 0;
            error = isGood ? "" : "Failed: " + _failed + ". What needs it cannot be measured: check its cable and supply, then test again.";
            _events.TryStore(_events.Begin("selftest").Flag("ok", isGood).More(_answer.Members()));
            return isGood;
        }

        private void TestInputs()
        {
            Need("adc-ph", WordOf(_ports.Adc.Read(AdcInput.Ph, out _microVolts[0])));
            Need("adc-ec", WordOf(_ports.Adc.Read(AdcInput.Conductivity, out _microVolts[1])));
            Need("adc-f", WordOf(_ports.Adc.Read(AdcInput.Fluoride, out _microVolts[2])));
        }

        /// <summary>The drains, and well water into the fluoride cell, whose electrodes must not stand dry until the next measurement.</summary>
        private void TestPumps()
        {
            Need("drain-as", _ports.Fluidics.TryMove(FluidLine.Drain, 0) ? Ok : NoAnswer);
            bool isEmpty = _ports.Fluidics.TryMove(FluidLine.FluorideDrain, 0);
            Need("drain-f", isEmpty ? Ok : NoAnswer);

            // Into a cell that may be full nothing is pumped.
            bool isFilled = isEmpty && _ports.Fluidics.TryMove(FluidLine.FluorideSample, _config.FluorideSampleMicroLitres);
            Need("sample-f", isFilled ? Ok : isEmpty ? NoAnswer : NotTried);
        }

        /// <summary>One short scan. The cell is empty: what it shows is of no interest, only that it comes.</summary>
        private bool IsPotentiostatThere()
        {
            var request = new ScanRequest
            {
                DepositionMilliVolts = _config.ArsenicDepositionMilliVolts,
                DepositionMilliseconds = DepositionMilliseconds,
                StartMilliVolts = _config.ArsenicScanStartMilliVolts,
                EndMilliVolts = _config.ArsenicScanEndMilliVolts,
                StepMilliVolts = _config.ArsenicScanStepMilliVolts,
            };
            return _ports.Potentiostat.TryScan(request, out Voltammogram voltammogram) && voltammogram != null && voltammogram.PicoAmperes != null;
        }

        private bool IsScreenThere()
        {
            var canvas = new Canvas();
            canvas.Line(3, "self-test");
            return _ports.Screen.Show(canvas.Page);
        }

        private void TellNumbers()
        {
            _answer.Begin("microVolts").Number("ph", _microVolts[0]).Number("ec", _microVolts[1]).Number("f", _microVolts[2]).End();
            if (_ports.Link.SignalDbm != 0)
            {
                _answer.Number("rssi", _ports.Link.SignalDbm);
            }

            if (_ports.Power.BatteryMilliVolts > 0)
            {
                _answer.Decimal("battery", _ports.Power.BatteryMilliVolts, MilliVoltDecimals);
            }

            if (_ports.Power.FreeHeapBytes > 0)
            {
                _answer.Number("heap", _ports.Power.FreeHeapBytes);
            }

            _answer.Number("free", _ports.Flash.FreeBytes).Number("pending", _journal.PendingCount).Number("days", JournalRoom.Days(_config, _journal, Longest()));
        }

        /// <returns>A record with all channels: none is longer.</returns>
        private Record Longest()
        {
            var longest = new Record { SamplePoint = _config.SamplePoint, LimitSetId = _config.LimitSetId };
            for (int i = 0; i < longest.Readings.Length; i++)
            {
                longest.Readings[i].Measured(0, 0);
            }

            return longest;
        }

        private void Tell(string part, string word)
        {
            _answer.Text(part, word);
        }

        /// <summary>Tells of a part without which something cannot be measured.</summary>
        private void Need(string part, string word)
        {
            Tell(part, word);
            if (word != Ok)
            {
                _failed += (_failed.Length > 0 ? ", " : "") + part + " " + word;
            }
        }

        private static string WordOf(AdcStatus status)
        {
            switch (status)
            {
                case AdcStatus.Ok: return Ok;
                case AdcStatus.Rail: return Fault;
                default: return NoAnswer;
            }
        }
    }
}

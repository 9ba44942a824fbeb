using WaterNode.Station.Journal;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Quality
{
    /// <summary>The QARTOD tests that compare a reading with those before it: spike, rate of change, flat line.</summary>
    /// <remarks>
    /// QARTOD tests a value for a spike when the next one has come. A record never changes once it is stored, and somebody drinks meanwhile: so a
    /// reading is held against the median of the three before it instead. A true step of the water therefore makes two readings suspect and is
    /// believed with the third; until then the water is not called safe, and an arsenic above its limit is called unsafe all the same.
    /// The first readings, and those after a gap, are not evaluated and keep their "pass": it means that no test objected and that the value, its
    /// range and its calibration were tested. What the time tests add is doubt about a sensor; their silence takes nothing from one measurement,
    /// and a village would be without verdict for hours after every power cut. Which tests were silent is kept in <see cref="Reading.FlagOf"/>; the
    /// reasons do not name them, because there is nothing that an operator could do about it.
    /// </remarks>
    public sealed class TimeTests
    {
        private readonly StateShelf _shelf;
        private readonly SampleHistory _history = new SampleHistory();
        private StateFile _file;
        private bool _isChanged;

        public TimeTests(StateShelf shelf)
        {
            _shelf = shelf;
        }

        /// <summary>Tests all readings of a record and remembers them. A failed value, like a missing one, is no part of the series.</summary>
        public void Apply(Record record)
        {
            if (_history.SamplePoint != record.SamplePoint)
            {
                _history.Begin(record.SamplePoint);
                _file = _shelf.Of(LetterOf(record.SamplePoint));
                _file.TryLoad(_history);
            }

            _isChanged = true;
            _history.Advance(record.Stamp);
            for (int i = 0; i < record.Readings.Length; i++)
            {
                Reading reading = record.Readings[i];
                if (reading.HasValue && reading.Quality != QualityFlag.Fail)
                {
                    Test(reading, _history.Of(i), _history.Seconds);
                }
            }

            CarryOver(record.Readings);
        }

        /// <summary>Keeps the last values for the next wake-up. When the flash refuses, the next readings come after a gap.</summary>
        public void Save()
        {
            if (_isChanged && _file.TrySave(_history))
            {
                _isChanged = false;
            }
        }

        private static void Test(Reading reading, ChannelHistory history, long seconds)
        {
            history.Approach(reading, seconds);
            history.Follow(reading, seconds);
            reading.Tested(QualityTest.Spike, Spike.FlagOf(reading, history), Reasons.Spike);
            reading.Tested(QualityTest.RateOfChange, RateOfChange.FlagOf(reading, history, seconds), Reasons.RateOfChange);
            reading.Tested(QualityTest.FlatLine, FlatLine.FlagOf(reading, history, seconds), Reasons.FlatLine);
            history.Add(reading, seconds);
        }

        /// <summary>A doubt about the temperature is one about all that was computed with it.</summary>
        private static void CarryOver(Reading[] readings)
        {
            int doubt = QualityFlag.Pass;
            for (int test = QualityTest.Spike; test <= QualityTest.FlatLine; test++)
            {
                doubt = QualityFlag.RollUp(doubt, readings[Channel.Temp].FlagOf(test));
            }

            if (doubt != QualityFlag.Suspect && doubt != QualityFlag.Fail)
            {
                return;
            }

            for (int i = Channel.Ph; i <= Channel.F; i++)
            {
                if (readings[i].HasValue)
                {
                    readings[i].Flag(doubt, Reasons.TemperatureRange);
                }
            }
        }

        /// <summary>Raw and treated water alternate without forgetting each other; of the named taps the last one is remembered.</summary>
        private static char LetterOf(string samplePoint)
        {
            return samplePoint == "raw" ? 'r' : samplePoint == "treated" ? 't' : 'n';
        }
    }
}

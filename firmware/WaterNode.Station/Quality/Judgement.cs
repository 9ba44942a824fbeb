using WaterNode.Station.Journal;
using WaterNode.Station.Operation;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Quality
{
    /// <summary>What a record is worth: its readings held against those before, and against the limits.</summary>
    public sealed class Judgement
    {
        /// <summary>The sample point of whatever is no village's water: buffers, standards, rinse water.</summary>
        public const string MaintenancePoint = "maintenance";

        private readonly StationConfig _config;
        private readonly TimeTests _timeTests;

        public Judgement(StateShelf shelf, StationConfig config)
        {
            _config = config;
            _timeTests = new TimeTests(shelf);
        }

        /// <summary>The limits in force; null until the first judgement. The other sets are not even in memory.</summary>
        public LimitSet Limits { get; private set; }

        /// <summary>Tests and judges a record. Under maintenance the sensors see buffers, which are nobody's history and get no verdict.</summary>
        public void Apply(Record record)
        {
            if (record.SamplePoint == MaintenancePoint)
            {
                return;
            }

            _timeTests.Apply(record);
            if (Limits == null || Limits.Id != _config.LimitSetId)
            {
                Limits = LimitSets.Find(_config.LimitSetId);
            }

            record.LimitSetId = Limits.Id;
            Verdicts.Apply(record, Limits);
        }

        /// <inheritdoc cref="TimeTests.Save"/>
        public void Save()
        {
            _timeTests.Save();
        }
    }
}

namespace WaterNode.Station.Wire
{
    /// <summary>The readings of one measuring cycle. Its content never changes once it is journaled.</summary>
    public sealed class Record
    {
        public readonly Stamp Stamp = new Stamp();

        /// <summary>One reading per channel, in the order of <see cref="Channel.All"/>.</summary>
        public readonly Reading[] Readings;

        public Record()
        {
            Readings = new Reading[Channel.All.Length];
            for (int i = 0; i < Readings.Length; i++)
            {
                Readings[i] = new Reading(i);
            }

            SamplePoint = "";
            LimitSetId = "";
        }

        /// <summary>Given by the journal; 0 before.</summary>
        public long Sequence { get; set; }

        /// <summary><c>raw</c>, <c>treated</c>, a named tap, or <c>maintenance</c>.</summary>
        public string SamplePoint { get; set; }

        /// <summary>Limit set of the verdicts, for example <c>sls-614-2013/1</c>.</summary>
        public string LimitSetId { get; set; }

        /// <summary>Readings of channels that this cycle measured; only these are journaled and sent.</summary>
        public int MeasuredCount
        {
            get
            {
                int count = 0;
                for (int i = 0; i < Readings.Length; i++)
                {
                    count += Readings[i].WasMeasured ? 1 : 0;
                }

                return count;
            }
        }

        public void Clear()
        {
            Sequence = 0;
            for (int i = 0; i < Readings.Length; i++)
            {
                Readings[i].Clear();
            }
        }
    }
}

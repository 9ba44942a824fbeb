namespace WaterNode.Station.Wire
{
    /// <summary>Writes SenML packs (RFC 8428) with the station's own fields.</summary>
    public sealed class SenmlWriter
    {
        /// <summary>Stations send packs of up to this many bytes.</summary>
        public const int PackBytesMax = 2048;

        private const string CloseText = "]";

        private readonly ByteWriter _writer = new ByteWriter(PackBytesMax);
        private readonly string _stationId;

        public SenmlWriter(string stationId)
        {
            _stationId = stationId;
        }

        /// <summary>Records in the pack so far.</summary>
        public int RecordCount { get; private set; }

        public void Begin()
        {
            _writer.Clear(CloseText.Length);
            RecordCount = 0;
        }

        /// <param name="generation">8 hex digits.</param>
        /// <param name="oldest">The oldest sequence that the journal holds.</param>
        /// <param name="lost">Sequences that will never come; stated once a pack.</param>
        /// <returns>False when the record does not fit; the pack is as before.</returns>
        public bool TryAdd(Record record, string generation, long oldest, SequenceRanges lost)
        {
            int start = _writer.Length;
            _writer.Text(RecordCount == 0 ? "[{" : ",{");
            WriteHead(record, generation, oldest, RecordCount == 0 ? lost : null);
            WriteReadings(record.Readings);

            if (_writer.Overflowed)
            {
                _writer.CutBackTo(start);
                return false;
            }

            RecordCount++;
            return true;
        }

        /// <returns>The finished pack.</returns>
        public byte[] End()
        {
            _writer.ReleaseReserve();
            _writer.Text(CloseText);
            return _writer.ToArray();
        }

        private void WriteHead(Record record, string generation, long oldest, SequenceRanges lost)
        {
            _writer.Text("\"bn\":\"");
            _writer.Text(Topics.NameRoot);
            _writer.Text(_stationId);
            _writer.Text("/\"");
            if (record.Stamp.HasTime)
            {
                NumberField("bt", record.Stamp.UtcSeconds);
            }

            TextField("gen", generation);
            NumberField("seq", record.Sequence);
            NumberField("old", oldest);
            if (lost != null && lost.Count > 0)
            {
                _writer.Text(",\"lost\":");
                lost.Write(_writer);
            }

            NumberField("pon", record.Stamp.PowerOn);
            NumberField("up", record.Stamp.UpSeconds);
            TextField("pt", record.SamplePoint);
            if (record.LimitSetId.Length > 0)
            {
                TextField("ls", record.LimitSetId);
            }
        }

        /// <summary>The first one shares its entry with the head. A channel that was not measured has no entry.</summary>
        private void WriteReadings(Reading[] readings)
        {
            bool isFirst = true;
            for (int i = 0; i < readings.Length; i++)
            {
                if (readings[i].WasMeasured)
                {
                    _writer.Text(isFirst ? "," : ",{");
                    WriteReading(readings[i]);
                    _writer.Byte((byte)'}');
                    isFirst = false;
                }
            }
        }

        private void WriteReading(Reading reading)
        {
            Channel channel = reading.Channel;
            _writer.Text("\"n\":\"");
            _writer.Text(channel.Name);
            _writer.Byte((byte)'"');
            TextField("u", channel.WireUnit);
            if (reading.HasValue)
            {
                DecimalField("v", reading.Value, channel.WireDecimals);
            }
            else
            {
                TextField("vs", "missing");
            }

            NumberField("q", reading.Quality);
            if (reading.HasValue && reading.Uncertainty > 0)
            {
                DecimalField("uc", reading.Uncertainty, channel.WireDecimals);
            }

            WriteAnnotations(reading);
        }

        private void WriteAnnotations(Reading reading)
        {
            if (reading.Calibration > 0)
            {
                NumberField("cal", reading.Calibration);
            }

            if (reading.DetectionLimit > 0)
            {
                DecimalField("lod", reading.DetectionLimit, reading.Channel.WireDecimals);
            }

            if (reading.IsBelowDetectionLimit)
            {
                _writer.Text(",\"lt\":true");
            }

            if (reading.Reasons != Reasons.None)
            {
                _writer.Text(",\"why\":\"");
                Reasons.Write(reading.Reasons, _writer);
                _writer.Byte((byte)'"');
            }

            if (reading.Verdict != Verdict.None)
            {
                TextField("vd", VerdictText.Of(reading.Verdict));
            }
        }

        private void NumberField(string name, long value)
        {
            DecimalField(name, value, 0);
        }

        private void DecimalField(string name, long scaled, int decimals)
        {
            Name(name);
            _writer.Decimal(scaled, decimals);
        }

        private void TextField(string name, string text)
        {
            Name(name);
            _writer.Byte((byte)'"');
            _writer.Text(text);
            _writer.Byte((byte)'"');
        }

        private void Name(string name)
        {
            _writer.Text(",\"");
            _writer.Text(name);
            _writer.Text("\":");
        }
    }
}

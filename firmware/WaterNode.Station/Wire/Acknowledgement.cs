namespace WaterNode.Station.Wire
{
    /// <summary>What the gateway holds, as it says on the <c>ack</c> topic.</summary>
    public sealed class Acknowledgement
    {
        public const int DatabaseIdLengthMax = 16;

        private readonly JsonFields _fields = new JsonFields();

        /// <summary>8 hex digits in lower case.</summary>
        public string Generation { get; private set; } = "";

        /// <summary>Everything up to this sequence is held.</summary>
        public long Sequence { get; private set; }

        /// <summary>Held above <see cref="Sequence"/>.</summary>
        public readonly SequenceRanges Also = new SequenceRanges();

        /// <summary>Random id of the gateway's database.</summary>
        public string DatabaseId { get; private set; } = "";

        /// <returns>False when the payload is no acknowledgement; the fields mean nothing then.</returns>
        public bool TryParse(byte[] payload)
        {
            if (!_fields.TryParse(payload)
                || !_fields.TryGetText("gen", out string generation)
                || !_fields.TryGetNumber("seq", out long sequence)
                || !_fields.TryGetText("db", out string databaseId)
                || !_fields.TryGetRanges("also", Also))
            {
                return false;
            }

            Generation = generation;
            Sequence = sequence;
            DatabaseId = databaseId;
            return sequence >= 0 && databaseId.Length > 0 && databaseId.Length <= DatabaseIdLengthMax;
        }
    }
}

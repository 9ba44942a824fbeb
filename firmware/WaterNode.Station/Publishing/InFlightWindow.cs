namespace WaterNode.Station.Publishing
{
    /// <summary>Messages with sequences that were handed to the link and are not confirmed yet.</summary>
    public sealed class InFlightWindow
    {
        public const int Max = 4;

        private readonly int[] _messageIds = new int[Max];
        private readonly long[] _firsts = new long[Max];
        private readonly long[] _lasts = new long[Max];
        private readonly bool[] _wereAlone = new bool[Max];

        public int Count { get; private set; }

        public bool IsFull
        {
            get { return Count == Max; }
        }

        public void Clear()
        {
            Count = 0;
        }

        /// <summary>The window must not be full.</summary>
        public void Add(int messageId, long first, long last, bool wasAlone)
        {
            _messageIds[Count] = messageId;
            _firsts[Count] = first;
            _lasts[Count] = last;
            _wereAlone[Count] = wasAlone;
            Count++;
        }

        /// <returns>False when the message is none of these: a status or a result.</returns>
        public bool TryTake(int messageId, out long first, out long last, out bool wasAlone)
        {
            first = 0;
            last = 0;
            wasAlone = false;
            for (int i = 0; i < Count; i++)
            {
                if (_messageIds[i] != messageId)
                {
                    continue;
                }

                first = _firsts[i];
                last = _lasts[i];
                wasAlone = _wereAlone[i];
                Count--;
                _messageIds[i] = _messageIds[Count];
                _firsts[i] = _firsts[Count];
                _lasts[i] = _lasts[Count];
                _wereAlone[i] = _wereAlone[Count];
                return true;
            }

            return false;
        }
    }
}

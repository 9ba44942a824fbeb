using WaterNode.Station.Ports;

namespace WaterNode.Station.Publishing
{
    /// <summary>When to try the next connection: twice as long after every failure, up to a minute, with chance added so that a village does not come all at once.</summary>
    public sealed class Backoff
    {
        private const int FirstSeconds = 2;
        private const int SecondsMax = 60;

        private readonly IClock _clock;
        private readonly IEntropy _entropy;
        private int _delaySeconds;
        private long _notBeforeUpSeconds;

        public Backoff(IClock clock, IEntropy entropy)
        {
            _clock = clock;
            _entropy = entropy;
        }

        public bool IsOver
        {
            get { return _delaySeconds == 0 || _clock.UpSeconds >= _notBeforeUpSeconds; }
        }

        public void Failed()
        {
            _delaySeconds = _delaySeconds == 0 ? FirstSeconds : _delaySeconds * 2;
            if (_delaySeconds > SecondsMax)
            {
                _delaySeconds = SecondsMax;
            }

            long chance = _entropy.NextUInt32() % ((_delaySeconds / 2) + 1);
            _notBeforeUpSeconds = _clock.UpSeconds + _delaySeconds + chance;
        }

        public void Succeeded()
        {
            _delaySeconds = 0;
        }
    }
}

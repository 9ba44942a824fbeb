using WaterNode.Station.Ports;

namespace WaterNode.Station.Tests.Device
{
    /// <summary>What becomes of a conversion of each input.</summary>
    internal sealed class AdcFaults
    {
        private readonly AdcStatus[] _statuses = new AdcStatus[(int)AdcInput.Fluoride + 1];

        public AdcStatus this[AdcInput input]
        {
            get { return _statuses[(int)input]; }
            set { _statuses[(int)input] = value; }
        }

        public void Clear()
        {
            for (int i = 0; i < _statuses.Length; i++)
            {
                _statuses[i] = AdcStatus.Ok;
            }
        }
    }
}

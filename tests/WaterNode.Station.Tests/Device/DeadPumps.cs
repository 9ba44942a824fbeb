using WaterNode.Station.Ports;

namespace WaterNode.Station.Tests.Device
{
    /// <summary>The pumps that do not answer.</summary>
    internal sealed class DeadPumps
    {
        private readonly bool[] _isDead = new bool[(int)FluidLine.FluorideStandardHigh + 1];

        public void Add(FluidLine line)
        {
            _isDead[(int)line] = true;
        }

        public void Clear()
        {
            for (int i = 0; i < _isDead.Length; i++)
            {
                _isDead[i] = false;
            }
        }

        public bool Contains(FluidLine line)
        {
            return _isDead[(int)line];
        }
    }
}

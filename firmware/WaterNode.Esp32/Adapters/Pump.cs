namespace WaterNode.Esp32.Adapters
{
    /// <summary>One pump or valve: its pin, and how volume becomes time.</summary>
    public sealed class Pump
    {
        /// <summary>GPIO of its switch, high is running.</summary>
        public readonly int Pin;

        private readonly int _microLitresPerSecond;
        private readonly int _emptyingMilliseconds;

        private Pump(int pin, int microLitresPerSecond, int emptyingMilliseconds)
        {
            Pin = pin;
            _microLitresPerSecond = microLitresPerSecond;
            _emptyingMilliseconds = emptyingMilliseconds;
        }

        /// <summary>A peristaltic pump, which moves a known volume in a known time.</summary>
        public static Pump Dosing(int pin, int microLitresPerSecond)
        {
            return new Pump(pin, microLitresPerSecond, 0);
        }

        /// <summary>A drain, which runs for a fixed time.</summary>
        public static Pump Emptying(int pin, int milliseconds)
        {
            return new Pump(pin, 0, milliseconds);
        }

        /// <returns>Running time for the volume, ms.</returns>
        public int MillisecondsFor(int microLitres)
        {
            return _microLitresPerSecond == 0 ? _emptyingMilliseconds : (int)((long)microLitres * 1000 / _microLitresPerSecond);
        }
    }
}

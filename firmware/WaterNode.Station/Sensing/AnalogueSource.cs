using WaterNode.Station.Ports;

namespace WaterNode.Station.Sensing
{
    /// <summary>One input of the converter, microvolts.</summary>
    public sealed class AnalogueSource : ISampleSource
    {
        private readonly IAdc _adc;
        private readonly AdcInput _input;

        public AnalogueSource(IAdc adc, AdcInput input)
        {
            _adc = adc;
            _input = input;
        }

        public AdcStatus Read(out int value)
        {
            return _adc.Read(_input, out value);
        }
    }
}

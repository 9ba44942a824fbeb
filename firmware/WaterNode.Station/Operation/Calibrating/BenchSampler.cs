using WaterNode.Station.Chemistry;
using WaterNode.Station.Ports;
using WaterNode.Station.Sensing;

namespace WaterNode.Station.Operation.Calibrating
{
    /// <summary>An electrode and the temperature probe in one solution, sampled as water is.</summary>
    public sealed class BenchSampler
    {
        private readonly StationPorts _ports;
        private readonly SamplingPlan _temperature;
        private readonly StableSampler _sampler;

        public BenchSampler(StationPorts ports, StationConfig config)
        {
            _ports = ports;
            _temperature = config.TemperatureSampling;
            _sampler = new StableSampler(ports.Clock);
        }

        public double MicroVolts { get; private set; }

        /// <summary>u of the above, microvolts.</summary>
        public double UncertaintyMicroVolts { get; private set; }

        public double Celsius { get; private set; }

        /// <summary>Waits until both are stable, minutes at most.</summary>
        /// <returns>None when there are values.</returns>
        public CalibrationProblem Take(AdcInput input, SamplingPlan plan)
        {
            CalibrationProblem problem = StableSampler.ProblemOf(_sampler.Take(new AnalogueSource(_ports.Adc, input), plan));
            if (problem != CalibrationProblem.None)
            {
                return problem;
            }

            double microVolts = _sampler.Value;
            double uncertainty = _sampler.Uncertainty;
            if (_sampler.Take(new ProbeSource(_ports.TemperatureProbe), _temperature) != SamplingOutcome.Stable)
            {
                return CalibrationProblem.NoTemperature;
            }

            MicroVolts = microVolts;
            UncertaintyMicroVolts = uncertainty;
            Celsius = _sampler.Value / 1000;
            return CalibrationProblem.None;
        }
    }
}

using WaterNode.Station.Chemistry;
using WaterNode.Station.Operation;
using WaterNode.Station.Ports;

namespace WaterNode.Station.Sensing
{
    /// <summary>The station calibrates its fluoride electrode by itself, with two standards that it carries: cell, buffer and waiting as for a sample.</summary>
    public sealed class FluorideRecalibration
    {
        private readonly StableSampler _sampler;
        private readonly ISampleSource _electrode;
        private readonly ISampleSource _probe;
        private readonly FluorideCell _cell;
        private readonly IClock _clock;
        private readonly StationConfig _config;
        private readonly FluorideFit _fit = new FluorideFit();
        private readonly FluoridePoint[] _points = new FluoridePoint[2];

        public FluorideRecalibration(StationPorts ports, StableSampler sampler, StationConfig config)
        {
            _sampler = sampler;
            _electrode = new AnalogueSource(ports.Adc, AdcInput.Fluoride);
            _probe = new ProbeSource(ports.TemperatureProbe);
            _cell = new FluorideCell(ports.Fluidics, config);
            _clock = ports.Clock;
            _config = config;
        }

        /// <summary>Measures both standards and fits the line. The configuration is not changed: whoever takes the calibration over journals it first.</summary>
        /// <param name="id">Of the new calibration, 1 to 65,535.</param>
        /// <param name="calibration">Null when false is returned: the one before stays in force and ages.</param>
        /// <param name="problem">Why there is none.</param>
        public bool TryRun(int id, out FluorideCalibration calibration, out CalibrationProblem problem)
        {
            calibration = null;
            if (!TryMeasure(FluidLine.FluorideStandardLow, _config.FluorideStandardLowMilligramsPerLitre, out _points[0], out problem)
                || !TryMeasure(FluidLine.FluorideStandardHigh, _config.FluorideStandardHighMilligramsPerLitre, out _points[1], out problem)
                || !_fit.TryFit(_points, _points.Length, true, out calibration, out problem))
            {
                return false;
            }

            calibration.Id = id;
            calibration.TakenUtcSeconds = _clock.IsSet ? _clock.UtcSeconds : 0;
            return true;
        }

        private bool TryMeasure(FluidLine line, double milligramsPerLitre, out FluoridePoint point, out CalibrationProblem problem)
        {
            point = null;
            problem = CalibrationProblem.PumpNoAnswer;
            if (!_cell.TryFill(line) || !_cell.TryBuffer())
            {
                return false;
            }

            problem = StableSampler.ProblemOf(_sampler.Take(_electrode, _config.FluorideSampling));
            if (problem != CalibrationProblem.None)
            {
                return false;
            }

            double milliVolts = _sampler.Value / 1000;
            if (_sampler.Take(_probe, _config.TemperatureSampling) != SamplingOutcome.Stable)
            {
                problem = CalibrationProblem.NoTemperature;
                return false;
            }

            point = new FluoridePoint(milligramsPerLitre, milliVolts, _sampler.Value / 1000);
            return true;
        }
    }
}

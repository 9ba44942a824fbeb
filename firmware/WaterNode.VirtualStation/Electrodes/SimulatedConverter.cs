using WaterNode.Station.Ports;

namespace WaterNode.Simulation.Electrodes;

/// <summary>An ADS1115: 16 bits over plus and minus the full scale, a gain error of up to 0.15 % (TI SBAS444), and the noise of the front end before it.</summary>
/// <param name="random">Decides the specimen's gain and the noise.</param>
public sealed class SimulatedConverter(Random random)
{
    private const double GainErrorMax = 0.0015;
    private const int CodeMin = -32768, CodeMax = 32767;

    private readonly double _gain = 1 + random.NextWithin(GainErrorMax);

    /// <param name="microVolts">At the input.</param>
    /// <param name="fullScaleMicroVolts">256,000 to 6,144,000 as the chip's ranges.</param>
    /// <param name="noiseMicroVolts">Standard deviation of the front end's noise.</param>
    /// <param name="convertedMicroVolts">The code times the step of the range.</param>
    public AdcStatus Convert(double microVolts, int fullScaleMicroVolts, double noiseMicroVolts, out int convertedMicroVolts)
    {
        var step = fullScaleMicroVolts / 32768.0;
        var code = Math.Clamp(Math.Round((microVolts * _gain + random.NextNormal(noiseMicroVolts)) / step), CodeMin, CodeMax);
        convertedMicroVolts = (int)Math.Round(code * step);
        return code is CodeMin or CodeMax ? AdcStatus.Rail : AdcStatus.Ok;
    }
}

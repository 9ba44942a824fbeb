namespace WaterNode.Simulation.Water;

/// <summary>A smooth random course around 0 over hours to days: the same seed gives the same course at any speed, because it is a function of the date alone.</summary>
/// <param name="random">Decides periods and phases.</param>
/// <param name="amplitude">The course stays within plus and minus this.</param>
public sealed class SlowCourse(Random random, double amplitude)
{
    private const int Waves = 3;
    private const double PeriodHoursMin = 5, PeriodHoursMax = 60;

    private readonly (double PeriodHours, double Phase)[] _waves = [.. Enumerable.Range(0, Waves).Select(_ =>
        (PeriodHoursMin + random.NextDouble() * (PeriodHoursMax - PeriodHoursMin), random.NextDouble() * 2 * Math.PI))];

    public double At(DateTimeOffset time)
    {
        var hours = (time - DateTimeOffset.UnixEpoch).TotalHours;
        return amplitude * _waves.Average(wave => Math.Sin(2 * Math.PI * hours / wave.PeriodHours + wave.Phase));
    }
}

using WaterNode.Simulation.Events;

namespace WaterNode.Simulation.Water;

/// <summary>A village well of Sri Lanka's dry zone: hard water, fluoride from the rock, a little arsenic, warm in the afternoon.</summary>
/// <remarks>Ranges of the base values: temperature 26.5 to 29.5 degrees C with a daily course of about 1 degree, pH 6.9 to 7.7, EC 330 to 1150
/// microsiemens per cm, fluoride 0.35 to 2.4 mg/L, arsenic 0.5 to 7.5 micrograms per litre.</remarks>
public sealed class SimulatedWell : IWater
{
    /// <summary>Arsenic during the arsenic event, micrograms per litre: six times the limit of WHO and SLS 614.</summary>
    public const double ArsenicExcursionMicrogramsPerLitre = 60;

    /// <summary>Fluoride during the fluoride event, mg/L: twice WHO's limit.</summary>
    public const double FluorideExcursionMilligramsPerLitre = 3;

    /// <summary>Solar noon of Sri Lanka lies near 06:40 UTC; the ground and the tank are warmest about three hours later.</summary>
    private const double WarmestHourUtc = 9.7;

    /// <summary>Consecutive multiples of the golden ratio's fraction spread evenly over 0 to 1, however many wells are asked for.</summary>
    private const double GoldenFraction = 0.6180339887498949;

    private readonly EventSchedule _events;
    private readonly TimeProvider _calendar;
    private readonly WaterState _base;
    private readonly double _dailyCelsius;
    private readonly SlowCourse _temperature, _ph, _conductivity, _fluoride, _arsenic;

    /// <param name="seed">Decides the water.</param>
    /// <param name="stationIndex">1, 2, 3 ...: wells of one seed differ, and their fluoride is spread over the whole range. The first is always
    /// low, so that an event, which strikes the first station unless told otherwise, can be seen in its verdict.</param>
    public SimulatedWell(int seed, int stationIndex, EventSchedule events, TimeProvider calendar)
    {
        _events = events;
        _calendar = calendar;
        var spread = (0.05 + 0.25 * new Random(seed).NextDouble() + (stationIndex - 1) * GoldenFraction) % 1;
        var random = Seeds.Stream(seed, stationIndex, SeedUse.Water);
        _base = new WaterState(
            TemperatureCelsius: random.NextBetween(26.5, 29.5),
            Ph: random.NextBetween(6.9, 7.7),
            Conductivity25MicroSiemensPerCm: random.NextBetween(330, 1150),
            // Squares: most wells carry little of either.
            FluorideMilligramsPerLitre: 0.35 + 2.05 * spread * spread,
            ArsenicMicrogramsPerLitre: 0.5 + 7 * Math.Pow(random.NextDouble(), 2))
        {
            Matrix = WaterMatrix.Draw(Seeds.Stream(seed, stationIndex, SeedUse.Matrix)),
        };
        _dailyCelsius = random.NextBetween(0.6, 1.2);
        _temperature = new SlowCourse(random, 0.3);
        _ph = new SlowCourse(random, 0.08);
        _conductivity = new SlowCourse(random, 0.03);
        _fluoride = new SlowCourse(random, 0.04);
        _arsenic = new SlowCourse(random, 0.06);
    }

    /// <summary>The water at this moment of the calendar, with the events that are under way.</summary>
    public WaterState Now => At(_calendar.GetUtcNow());

    /// <summary>The water at a date, with the events that are under way now.</summary>
    public WaterState At(DateTimeOffset time)
    {
        var daily = Math.Cos(2 * Math.PI * (time.UtcDateTime.TimeOfDay.TotalHours - WarmestHourUtc) / 24);
        var fluoride = _events.IsUnderWay(StationEventKind.Fluoride) ? FluorideExcursionMilligramsPerLitre : _base.FluorideMilligramsPerLitre;
        var arsenic = _events.IsUnderWay(StationEventKind.Arsenic) ? ArsenicExcursionMicrogramsPerLitre : _base.ArsenicMicrogramsPerLitre;
        return _base with
        {
            TemperatureCelsius = _base.TemperatureCelsius + _dailyCelsius * daily + _temperature.At(time),
            // Carbon dioxide leaves warmer water: a little more pH in the afternoon.
            Ph = _base.Ph + 0.02 * daily + _ph.At(time),
            Conductivity25MicroSiemensPerCm = _base.Conductivity25MicroSiemensPerCm * (1 + _conductivity.At(time)),
            FluorideMilligramsPerLitre = fluoride * (1 + _fluoride.At(time)),
            ArsenicMicrogramsPerLitre = arsenic * (1 + _arsenic.At(time)),
        };
    }
}

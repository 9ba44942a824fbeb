using WaterNode.Station.Chemistry;
using WaterNode.Station.Operation;
using WaterNode.Station.Wire;

namespace WaterNode.Simulation.Deployment;

/// <summary>The calibrations of a station in words, for a technician at a PC.</summary>
internal static class CalibrationWords
{
    private const double SecondsPerDay = 86400;

    /// <summary>Those in force that were taken when a file says, by channel.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(StationConfig config, IReadOnlyDictionary<int, long> inFile, DateTimeOffset now)
    {
        var (ph, ec, f) = (config.PhCalibration, config.EcCalibration, config.FluorideCalibration);
        (int Channel, long Taken, string Words)[] all =
        [
            (Channel.Ph, ph.TakenUtcSeconds, FormattableString.Invariant($"slope {100 * ph.Efficiency:0.0} %, offset {ph.OffsetMilliVolts:0.0} mV, {WordOf(ph.Grade)}, {AgeOf(ph.TakenUtcSeconds, now, PhCalibration.OldDays)}")),
            (Channel.Ec, ec.TakenUtcSeconds, FormattableString.Invariant($"cell constant {ec.CellConstantPerCentimetre:0.000} /cm, {WordOf(ec.Grade)}, {AgeOf(ec.TakenUtcSeconds, now, ConductivityCalibration.OldDays)}")),
            (Channel.F, f.TakenUtcSeconds, FormattableString.Invariant($"slope {100 * f.Efficiency:0.0} %, {f.E0MilliVolts:0.0} mV at 1 mg/L, {WordOf(f.Grade)}, {AgeOf(f.TakenUtcSeconds, now, FluorideCalibration.OldDays)}")),
            (Channel.As, config.ArsenicStandardTakenUtcSeconds, FormattableString.Invariant($"bottle of {config.ArsenicStandardMicrogramsPerLitre:0.#} ug/L, {AgeOf(config.ArsenicStandardTakenUtcSeconds, now, oldDays: int.MaxValue)}")),
        ];
        return [.. all.Where(one => inFile.TryGetValue(one.Channel, out var taken) && taken == one.Taken).Select(one => KeyValuePair.Create(Channel.All[one.Channel].Name, one.Words))];
    }

    private static string AgeOf(long takenUtcSeconds, DateTimeOffset now, int oldDays)
    {
        var days = Math.Max(0, Math.Floor((now.ToUnixTimeSeconds() - takenUtcSeconds) / SecondsPerDay));
        return FormattableString.Invariant($"{days:0} days old{(days > oldDays ? ": too old, calibrate again" : "")}");
    }

    private static string WordOf(CalibrationGrade grade) => grade switch
    {
        CalibrationGrade.Good => "good",
        CalibrationGrade.Clean => "usable, clean the sensor",
        _ => "usable, the sensor is near its end",
    };
}

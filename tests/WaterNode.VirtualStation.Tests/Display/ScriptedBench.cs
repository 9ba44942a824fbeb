using WaterNode.Station.Chemistry;
using WaterNode.Station.Display;
using WaterNode.Station.Wire;

namespace WaterNode.Simulation.Tests.Display;

/// <summary>A bench that answers as the test says.</summary>
internal sealed class ScriptedBench : ICalibrationBench
{
    private int _channel;

    public bool IsFree { get; set; } = true;

    public CalibrationProblem TakeProblem { get; set; }

    public CalibrationProblem FitProblem { get; set; }

    public bool FlashTakes { get; set; } = true;

    public int SolutionCount => Names.Length;

    public int PointsUsual => _channel switch { Channel.Ph => 2, Channel.F => 3, _ => 1 };

    public int PointsMax => _channel switch { Channel.Ph => 3, Channel.F => 6, _ => 1 };

    public int PointCount { get; private set; }

    public int PointMicroVolts => -3200;

    public int PointMilliCelsius => 26400;

    public int FitThousandths => _channel switch { Channel.Ec => 1043, Channel.As => 1_000_000, _ => 978 };

    public int FitOffsetMicroVolts => _channel == Channel.F ? 61_300 : -4730;

    public CalibrationGrade FitGrade => CalibrationGrade.Good;

    private string[] Names => _channel switch
    {
        Channel.Ph => ["6.86", "4.01", "9.18", "7.00", "10.01"],
        Channel.Ec => ["1413", "84", "12880"],
        Channel.F => ["0.4", "1", "2", "4", "10", "0.1"],
        _ => ["1000", "500", "2000", "200"],
    };

    public bool TryOpen() => IsFree;

    public void End(bool isConfirmed) => IsFree = true;

    public void Begin(int channel)
    {
        _channel = channel;
        PointCount = 0;
    }

    public string SolutionName(int solution) => Names[solution];

    public CalibrationProblem Take(int solution)
    {
        PointCount += TakeProblem == CalibrationProblem.None ? 1 : 0;
        return TakeProblem;
    }

    public bool TryCheck(out int difference, out bool isGood)
    {
        difference = -34;
        isGood = true;
        return _channel == Channel.Ph;
    }

    public CalibrationProblem Fit() => FitProblem;

    public bool TrySave() => FlashTakes;
}

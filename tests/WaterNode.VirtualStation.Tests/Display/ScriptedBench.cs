using WaterNode.Station.Chemistry;
using WaterNode.Station.Display;

namespace WaterNode.Simulation.Tests.Display;

/// <summary>A bench that answers as the test says.</summary>
internal sealed class ScriptedBench : ICalibrationBench
{
    private static readonly string[] Buffers = ["6.86", "4.01", "9.18", "7.00", "10.01"], Standards = ["1413", "84", "12880"];

    private string[] _names = Buffers;

    public CalibrationProblem TakeProblem { get; set; }

    public CalibrationProblem FitProblem { get; set; }

    public bool FlashTakes { get; set; } = true;

    public List<string> Taken { get; } = [];

    public int SolutionCount => _names.Length;

    public int PointsMax => _names == Buffers ? 3 : 1;

    public int PointCount { get; private set; }

    public int PointMicroVolts => -3200;

    public int PointMilliCelsius => 26400;

    public int FitThousandths => _names == Buffers ? 978 : 1043;

    public int FitOffsetMicroVolts => -4730;

    public CalibrationGrade FitGrade => CalibrationGrade.Good;

    public void Begin(CalibratedSensor sensor)
    {
        _names = sensor == CalibratedSensor.Ph ? Buffers : Standards;
        PointCount = 0;
    }

    public string SolutionName(int solution) => _names[solution];

    public CalibrationProblem Take(int solution)
    {
        if (TakeProblem != CalibrationProblem.None) return TakeProblem;
        Taken.Add(_names[solution]);
        PointCount++;
        return CalibrationProblem.None;
    }

    public CalibrationProblem Fit() => FitProblem;

    public bool TrySave() => FlashTakes;
}

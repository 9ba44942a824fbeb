using WaterNode.Station.Display;

namespace WaterNode.Simulation.Tests.Display;

/// <summary>Four bottles, as full as the test says.</summary>
internal sealed class ScriptedBottles(params int[] leftMilliLitres) : IReagentBottles
{
    private const int Unknown = -1;

    private static readonly TextId[] Names = [TextId.Tisab, TextId.Electrolyte, TextId.Standard, TextId.Rinse];
    private static readonly int[] Full = [500, 500, 50, 2000];
    private static readonly double[] PerRun = [5, 5, 0.8, 40];

    private int[] _left = leftMilliLitres;

    public bool FlashTakes { get; set; } = true;

    public int Refills { get; private set; }

    public int BottleCount => Names.Length;

    public TextId NameOf(int bottle) => Names[bottle];

    public int LeftMilliLitresOf(int bottle) => _left[bottle];

    public int FullMilliLitresOf(int bottle) => Full[bottle];

    public int RunsOf(int bottle) => _left[bottle] == Unknown ? Unknown : (int)(_left[bottle] / PerRun[bottle]);

    public bool TryRefillAll()
    {
        Refills++;
        if (FlashTakes) _left = Full;
        return FlashTakes;
    }
}

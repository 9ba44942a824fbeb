using WaterNode.Simulation.Water;

namespace WaterNode.Simulation.Calibration;

/// <summary>Where a station's sensors are: all in the well, until a technician takes some out. Safe from any thread.</summary>
/// <remarks>One technician has one bottle in hand: what is not in it is in the well. The sample line of the arsenic stays there.</remarks>
public sealed class SensorPlaces
{
    /// <summary>What may be dipped into, for help texts and errors.</summary>
    public const string Names = "4.01, 6.86, 7.00, 9.18 or 10.01 (pH buffers), 84, 1413 or 12880 (conductivity standards), "
        + "f 0.1, f 0.4, f 1, f 2, f 4 or f 10 (fluoride standards), or well";

    private const string WellName = "well", FluoridePrefix = "f ";

    private readonly IReadOnlyDictionary<string, WaterState> _forElectrodes, _forFluoride;
    private readonly Place _electrodes, _temperatureProbe, _fluorideLine;

    /// <param name="random">Decides how far each bottle is from its label.</param>
    public SensorPlaces(IWater well, Random random)
    {
        Well = well;
        _forElectrodes = Solutions.ForElectrodes(random);
        _forFluoride = Solutions.ForFluoride(random);
        _electrodes = new Place(well);
        _temperatureProbe = new Place(well);
        _fluorideLine = new Place(well);
    }

    public IWater Well { get; }

    /// <summary>What pH electrode and conductivity cell stand in.</summary>
    public IWater Electrodes => _electrodes;

    public IWater TemperatureProbe => _temperatureProbe;

    /// <summary>What the pump of the fluoride cell draws.</summary>
    public IWater FluorideLine => _fluorideLine;

    /// <summary>Puts the electrodes into a buffer or conductivity standard, or the fluoride line into a fluoride standard, with the temperature probe beside them; or all back into the well.</summary>
    /// <param name="place">One of <see cref="Names"/>.</param>
    /// <returns>False when there is no such bottle: nothing was moved.</returns>
    public bool TryDip(string place)
    {
        if (place == WellName) return Move(Well, Well, Well);
        if (_forElectrodes.TryGetValue(place, out var solution)) return Move(new Bottle(solution), new Bottle(solution), Well);
        var isFluoride = place.StartsWith(FluoridePrefix, StringComparison.Ordinal) && _forFluoride.TryGetValue(place[FluoridePrefix.Length..], out solution);
        return isFluoride && Move(Well, new Bottle(solution), new Bottle(solution));
    }

    private bool Move(IWater electrodes, IWater temperatureProbe, IWater fluorideLine)
    {
        _electrodes.Put(electrodes);
        _temperatureProbe.Put(temperatureProbe);
        _fluorideLine.Put(fluorideLine);
        return true;
    }

    private sealed class Bottle(WaterState content) : IWater
    {
        public WaterState Now => content;
    }

    private sealed class Place(IWater well) : IWater
    {
        private volatile IWater _water = well;

        public WaterState Now => _water.Now;

        public void Put(IWater water) => _water = water;
    }
}

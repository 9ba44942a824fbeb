namespace WaterNode.Simulation.Water;

/// <summary>The truth about the water that a station measures.</summary>
public interface IWater
{
    /// <summary>The water at this moment.</summary>
    WaterState Now { get; }
}

namespace WaterNode.Station.Ports
{
    /// <summary>Random numbers from hardware: the journal's generation must not repeat over the whole country.</summary>
    public interface IEntropy
    {
        uint NextUInt32();
    }
}

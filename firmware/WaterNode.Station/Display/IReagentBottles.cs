namespace WaterNode.Station.Display
{
    /// <summary>What is left of the reagents, as far as the station can tell by what it pumped.</summary>
    public interface IReagentBottles
    {
        /// <summary>Bottles, up to four.</summary>
        int BottleCount { get; }

        /// <param name="bottle">From 0.</param>
        TextId NameOf(int bottle);

        /// <returns>Millilitres; -1 when nobody has confirmed a filling yet.</returns>
        int LeftMilliLitresOf(int bottle);

        /// <returns>Millilitres of a full bottle, above 0.</returns>
        int FullMilliLitresOf(int bottle);

        /// <returns>Measurements that the rest is enough for; -1 when it is unknown, or when a measurement takes none of it.</returns>
        int RunsOf(int bottle);

        /// <summary>Somebody says that all bottles are full.</summary>
        /// <returns>False when the flash refused: the levels of before stay.</returns>
        bool TryRefillAll();
    }
}

namespace WaterNode.Station.Ports
{
    /// <summary>The lines into and out of the measuring cells.</summary>
    public enum FluidLine
    {
        /// <summary>Sample water into the arsenic cell.</summary>
        Sample = 0,

        /// <summary>Supporting electrolyte (acetate buffer, chloride, permanganate) into the arsenic cell.</summary>
        Electrolyte = 1,

        /// <summary>Arsenic standard into the arsenic cell.</summary>
        ArsenicStandard = 2,

        /// <summary>Rinse water through the arsenic cell.</summary>
        Rinse = 3,

        /// <summary>Empties the arsenic cell.</summary>
        Drain = 4,

        /// <summary>Total ionic strength adjustment buffer into the fluoride cell.</summary>
        Tisab = 5,

        /// <summary>Sample water into the fluoride cell.</summary>
        FluorideSample = 6,

        /// <summary>Empties the fluoride cell.</summary>
        FluorideDrain = 7,

        /// <summary>The weaker of the two fluoride standards that the station may carry, into the fluoride cell.</summary>
        FluorideStandardLow = 8,

        /// <summary>The stronger of the two, into the fluoride cell.</summary>
        FluorideStandardHigh = 9,
    }

    /// <summary>Pumps and valves.</summary>
    public interface IFluidics
    {
        /// <summary>Moves a volume through a line and returns when it has been moved.</summary>
        /// <param name="line">Which line.</param>
        /// <param name="microLitres">Volume, microlitres; ignored for the drains, which empty the cell.</param>
        /// <returns>False when the pump did not answer, or the board has none for this line.</returns>
        bool TryMove(FluidLine line, int microLitres);
    }
}

namespace WaterNode.Station.Operation.Reagents
{
    /// <summary>The bottles that a technician refills. Their numbers stand in the state on flash: never renumber.</summary>
    public enum Bottle
    {
        /// <summary>Buffer for the fluoride cell.</summary>
        Tisab = 0,

        /// <summary>Supporting electrolyte for the arsenic cell.</summary>
        Electrolyte = 1,

        /// <summary>Arsenic standard.</summary>
        Standard = 2,

        /// <summary>Rinse water for the arsenic cell.</summary>
        Rinse = 3,
    }
}

namespace WaterNode.Station.Sensing
{
    /// <summary>What became of sampling one source.</summary>
    public enum SamplingOutcome
    {
        Stable = 0,

        /// <summary>There is a value, but it was still on its way when the time was over.</summary>
        Unstable = 1,

        /// <summary>No value: the converter stood at an end of its range.</summary>
        Rail = 2,

        /// <summary>No value: the converter or probe did not answer.</summary>
        NoAnswer = 3,
    }
}

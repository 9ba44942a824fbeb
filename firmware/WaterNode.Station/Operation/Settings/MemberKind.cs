namespace WaterNode.Station.Operation.Settings
{
    /// <summary>How a member of station.json is written.</summary>
    public enum MemberKind
    {
        /// <summary>A whole number.</summary>
        Number = 0,

        /// <summary>true or false, kept as 1 or 0.</summary>
        Flag = 1,

        Text = 2,

        /// <summary>A text that leaves the station in no event, no answer, and is not shown.</summary>
        Secret = 3,
    }
}

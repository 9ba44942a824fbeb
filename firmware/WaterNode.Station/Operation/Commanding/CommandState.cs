namespace WaterNode.Station.Operation.Commanding
{
    /// <summary>How far a command came. The numbers are on flash: never renumber.</summary>
    public enum CommandState
    {
        /// <summary>Nobody asked for it under this id, as far as the station remembers.</summary>
        Unknown = 0,

        /// <summary>Being carried out. On flash after a restart: nobody knows how far it came.</summary>
        Begun = 1,

        /// <summary>The restart itself was asked for: once the station is there again, it is done.</summary>
        Restarting = 2,

        /// <summary>Carried out; the gateway has not confirmed that it was told.</summary>
        Done = 3,

        /// <summary>Tried without success; the gateway has not confirmed that it was told.</summary>
        Failed = 4,

        /// <summary>The station restarted while it carried it out; the gateway has not confirmed that it was told.</summary>
        Interrupted = 5,

        /// <summary>Carried out, and the gateway knows it.</summary>
        DoneTold = 6,

        /// <summary>Tried without success or interrupted, and the gateway knows it.</summary>
        FailedTold = 7,
    }
}

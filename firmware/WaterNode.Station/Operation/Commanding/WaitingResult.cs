namespace WaterNode.Station.Operation.Commanding
{
    /// <summary>The result of one command, until the gateway confirmed it.</summary>
    public sealed class WaitingResult
    {
        public readonly string CommandId;
        public readonly byte[] Payload;

        /// <summary>The link's number of the message; 0 while it still has to be handed over.</summary>
        public int MessageId;

        public WaitingResult(string commandId, byte[] payload)
        {
            CommandId = commandId;
            Payload = payload;
        }
    }
}

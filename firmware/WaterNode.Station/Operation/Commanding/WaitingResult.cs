namespace WaterNode.Station.Operation.Commanding
{
    /// <summary>The result of one command, until the gateway confirmed it.</summary>
    public sealed class WaitingResult
    {
        /// <summary>"" when it is of no command that was carried out.</summary>
        public readonly string CommandId;

        /// <summary>The link's number of the message; 0 while it still has to be handed over.</summary>
        public int MessageId;

        private bool _isAgain;

        public WaitingResult(string commandId, byte[] payload)
        {
            CommandId = commandId;
            Payload = payload;
        }

        public byte[] Payload { get; private set; }

        /// <summary>Somebody asked again: it is sent once more, and says so unless nobody can have heard it yet.</summary>
        public void Repeat()
        {
            if (MessageId != 0 && !_isAgain)
            {
                _isAgain = true;
                Payload = CommandResult.With(Payload, CommandResult.Again);
            }

            MessageId = 0;
        }
    }
}

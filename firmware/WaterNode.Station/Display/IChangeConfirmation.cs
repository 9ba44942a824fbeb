namespace WaterNode.Station.Display
{
    /// <summary>Changes of the configuration that came from afar and wait for somebody at the station.</summary>
    public interface IChangeConfirmation
    {
        /// <summary>Id of the command that proposed them; "" when nothing waits. Another proposal has another id.</summary>
        string CommandId { get; }

        /// <summary>Changes that take effect together, 1 or more while something waits.</summary>
        int ChangeCount { get; }

        /// <param name="change">From 0.</param>
        TextId NameOf(int change);

        /// <returns>The value in force, for people: 21 letters of it are shown; never a password.</returns>
        string FromOf(int change);

        /// <returns>The value proposed, for people: 41 letters of it are shown; never a password.</returns>
        string ToOf(int change);

        void Accept();

        void Refuse();
    }
}

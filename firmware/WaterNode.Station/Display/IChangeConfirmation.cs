namespace WaterNode.Station.Display
{
    /// <summary>Changes of the configuration that came from afar and wait for somebody at the station.</summary>
    public interface IChangeConfirmation
    {
        /// <summary>Id of the command that proposed them; "" when nothing waits. Another proposal has another id.</summary>
        string CommandId { get; }

        /// <summary>Changes that take effect together, 0 when nothing does; fewer than before when one of them is in force by now.</summary>
        int ChangeCount { get; }

        /// <param name="change">From 0.</param>
        /// <returns>The member of station.json that changes, for example <c>gateway.host</c>: 21 letters of it are shown.</returns>
        string NameOf(int change);

        /// <returns>The value in force, for people: 21 letters of it are shown; never a password.</returns>
        string FromOf(int change);

        /// <returns>The value proposed, for people: 62 letters of it are shown; never a password.</returns>
        string ToOf(int change);

        /// <returns>False when they cannot take effect, or the flash refused.</returns>
        bool TryAccept();

        /// <returns>False when the flash refused: they wait on.</returns>
        bool TryRefuse();
    }
}

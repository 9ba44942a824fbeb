using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Commanding
{
    /// <summary>What a command makes the station do, one method for each <c>do</c> of wire.md, section 1. A method is called once for each command,
    /// its id being on flash already, and never inside another.</summary>
    /// <remarks>Each returns true when it is done, with members for the answer if there are any; or false and an error for a person: what
    /// happened, what it means, what to do.</remarks>
    public interface ICommandActions
    {
        /// <summary>True when what was done takes effect by a restart.</summary>
        bool WantsRestart { get; }

        /// <summary>Measures now. It may take <see cref="Sensing.MeasuringCycle.FastMinutes"/>, with fluoride or arsenic <see cref="Sensing.MeasuringCycle.WetMinutes"/> more.</summary>
        /// <param name="channels">A bit <c>1 &lt;&lt; Channel.X</c> for each channel that is wanted, at least one.</param>
        bool TryMeasure(int channels, JsonWriter answer, out string error);

        /// <param name="command">The whole command: which step of which calibration is its own members' business.</param>
        bool TryCalibrate(JsonFields command, JsonWriter answer, out string error);

        /// <param name="set">The member <c>set</c>: what is to change, in the shape of station.json.</param>
        /// <param name="commandId">For the event that tells of the change.</param>
        bool TryConfigure(JsonFields set, string commandId, JsonWriter answer, out string error);

        /// <param name="seconds"><see cref="Command.IdentifySecondsMin"/> to <see cref="Command.IdentifySecondsMax"/>.</param>
        bool TryIdentify(int seconds, JsonWriter answer, out string error);

        bool TrySelfTest(JsonWriter answer, out string error);

        /// <param name="command">The whole command; its member <c>refilled</c> names the bottles that somebody filled.</param>
        bool TryMaintain(JsonFields command, JsonWriter answer, out string error);
    }
}

using WaterNode.Station.Journal;
using WaterNode.Station.Operation.Settings;
using WaterNode.Station.Ports;

namespace WaterNode.Station.Operation.Starting
{
    /// <summary>What a start finds on the flash before there is a station: how often it failed, and what the station is to be.</summary>
    public sealed class StationStart
    {
        /// <param name="reason">Why the processor started.</param>
        public StationStart(IFlash flash, StartReason reason)
        {
            Shelf = new StateShelf(flash);
            SafeMode = new SafeMode(Shelf, reason);
            Settings = new SettingsStore(Shelf);
        }

        public StateShelf Shelf { get; }

        public SafeMode SafeMode { get; }

        public SettingsStore Settings { get; }

        /// <summary>Counts the start, then fills in what station.json says, or what was good the last time.</summary>
        /// <returns>False when there are no settings at all: the station cannot run, and the faults of <see cref="Settings"/> say what to do.</returns>
        public bool TryConfigure(StationConfig config)
        {
            SafeMode.Begin();
            if (!Settings.TryLoad())
            {
                return false;
            }

            Settings.InForce.ApplyTo(config);
            return true;
        }
    }
}

using WaterNode.Station.Display;

namespace WaterNode.Station.Operation.Settings
{
    /// <summary>The change from afar that waits, as the display asks about it.</summary>
    public sealed class ChangeAtTheStation : IChangeConfirmation
    {
        private readonly SettingsStore _settings;

        public ChangeAtTheStation(SettingsStore settings)
        {
            _settings = settings;
        }

        public string CommandId
        {
            get { return _settings.Pending.CommandId; }
        }

        public int ChangeCount
        {
            get { return _settings.Pending.CountAgainst(_settings.InForce); }
        }

        public string NameOf(int change)
        {
            return SettingsMember.At(MemberOf(change)).Path;
        }

        public string FromOf(int change)
        {
            return _settings.InForce.Shown(MemberOf(change));
        }

        public string ToOf(int change)
        {
            return _settings.Pending.Change.Shown(MemberOf(change));
        }

        public bool TryAccept()
        {
            return _settings.TryAccept();
        }

        public bool TryRefuse()
        {
            return _settings.TryRefuse();
        }

        private int MemberOf(int change)
        {
            return _settings.Pending.MemberAt(change, _settings.InForce);
        }
    }
}

using WaterNode.Station.Ports;

namespace WaterNode.Station.Display
{
    /// <summary>Why the configuration file was refused, one fault after the other. The station runs on with the settings that it had.</summary>
    public sealed class SettingsPage : NamedPage
    {
        private const int FaultTop = 18, LinesMax = 4;

        private int _fault;

        public SettingsPage()
            : base(PageName.Settings, Symbol.Wrench)
        {
        }

        public override bool TryPress(ButtonPress press, StationSnapshot station)
        {
            if (press != ButtonPress.Short || _fault + 1 >= station.SettingsFaults.Length)
            {
                return false;
            }

            _fault++;
            return true;
        }

        protected override void Body(Canvas canvas, StationSnapshot station)
        {
            _fault = _fault < station.SettingsFaults.Length ? _fault : 0;
            canvas.Paragraph(0, FaultTop, station.SettingsFaults[_fault], Canvas.LineLetters, LinesMax);
            Which(canvas, station, _fault, station.SettingsFaults.Length);
            canvas.Hint(station.Words(TextId.FileRefused));
        }
    }
}

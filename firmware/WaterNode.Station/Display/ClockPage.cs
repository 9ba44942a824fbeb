using System;

namespace WaterNode.Station.Display
{
    /// <summary>The station's own time, in UTC: whether its records are dated rightly can be seen here.</summary>
    public sealed class ClockPage : NamedPage
    {
        private const int TimeTop = 22, ZoneTop = 34, DateTop = 50;

        public ClockPage()
            : base(PageName.Time, Symbol.Clock)
        {
        }

        protected override void Body(Canvas canvas, StationSnapshot station)
        {
            if (!station.Clock.IsSet)
            {
                canvas.Large(0, TimeTop, "--:--");
                canvas.Text(0, DateTop, "clock not set");
                return;
            }

            DateTime now = new DateTime(1970, 1, 1).AddSeconds(station.Clock.UtcSeconds);
            int end = canvas.Large(0, TimeTop, now.ToString("HH:mm"));
            canvas.Text(end + 2, ZoneTop, "UTC");
            canvas.Text(0, DateTop, now.ToString("yyyy-MM-dd"));
        }
    }
}

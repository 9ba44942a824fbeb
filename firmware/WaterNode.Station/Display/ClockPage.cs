using System;

namespace WaterNode.Station.Display
{
    /// <summary>The station's own time, where it stands, and how far that is from UTC: whether its records are dated rightly can be seen here.</summary>
    public sealed class ClockPage : NamedPage
    {
        private const int TimeTop = 22, ZoneTop = 34, DateTop = 50;
        private const int SecondsPerMinute = 60, MinutesPerHour = 60;

        public ClockPage()
            : base(PageName.Time, Symbol.Clock)
        {
        }

        protected override void Body(Canvas canvas, StationSnapshot station)
        {
            if (!station.Clock.IsSet)
            {
                canvas.Large(0, TimeTop, "--:--");
                canvas.Text(0, DateTop, station.Words(TextId.ClockNotSet));
                return;
            }

            int zoneMinutes = station.Config.TimeZoneMinutes;
            DateTime now = new DateTime(1970, 1, 1).AddSeconds(station.Clock.UtcSeconds + (zoneMinutes * SecondsPerMinute));
            int end = canvas.Large(0, TimeTop, now.ToString("HH:mm"));
            canvas.Text(end + 2, ZoneTop, ZoneOf(zoneMinutes));
            canvas.Text(0, DateTop, now.ToString("yyyy-MM-dd"));
        }

        /// <returns>For example <c>UTC</c>, <c>UTC+5:30</c>, <c>UTC-3</c>.</returns>
        private static string ZoneOf(int minutes)
        {
            if (minutes == 0)
            {
                return "UTC";
            }

            int distance = Math.Abs(minutes);
            string zone = (minutes < 0 ? "UTC-" : "UTC+") + (distance / MinutesPerHour).ToString();
            int rest = distance % MinutesPerHour;
            return rest == 0 ? zone : zone + ":" + rest.ToString("D2");
        }
    }
}

namespace WaterNode.Station.Display
{
    /// <summary>Every word on the display that is not a page's name. Written by firmware/tools/render-display from texts.tsv: change that table, not this file.</summary>
    /// <remarks>Constants in a switch, because an array of them would take the heap.</remarks>
    public static class Texts
    {
        /// <returns>The text in the language as far as texts.tsv has it, otherwise the English one.</returns>
        public static string Of(TextId id, Language language)
        {
            switch (language)
            {
                default: return English(id);
            }
        }

        private static string English(TextId id)
        {
            switch (id)
            {
                case TextId.Safe: return "SAFE";
                case TextId.Unsafe: return "UNSAFE";
                case TextId.Uncertain: return "UNCERTAIN";
                case TextId.ChemicalsMeasured: return "chemicals measured";
                case TextId.OnlyBasicsMeasured: return "pH, salts, temp. only";
                case TextId.Servicing: return "servicing";
                case TextId.Limited: return "LIMITED";
                case TextId.Stored: return "stored";
                case TextId.NotStored: return "NOT STORED";
                case TextId.Measuring: return "measuring";
                case TextId.Now: return "now";
                case TextId.MinutesAgo: return "# min ago";
                case TextId.HoursAgo: return "# h ago";
                case TextId.DaysAgo: return "# days ago";
                case TextId.NotMeasuredYet: return "not yet measured";
                case TextId.BeforePowerCut: return "before power cut";
                case TextId.Good: return "good";
                case TextId.Unchecked: return "unchecked";
                case TextId.Doubtful: return "doubtful";
                case TextId.Failed: return "FAILED";
                case TextId.Missing: return "MISSING";
                case TextId.Estimate: return "estimate";
                case TextId.Unverified: return "unverified";
                case TextId.AtMost: return "max";
                case TextId.AtLeast: return "min";
                case TextId.To: return "to";
                case TextId.Unsent: return "unsent";
                case TextId.RoomForDays: return "room for # days";
                case TextId.Lost: return "LOST #";
                case TextId.Connected: return "connected";
                case TextId.NotConnected: return "not connected";
                case TextId.SafeMode: return "SAFE MODE, because:";
                case TextId.ClockNotSet: return "clock not set";
                case TextId.InDays: return "in # days";
                case TextId.DaysLate: return "# days late";
                case TextId.NeverDone: return "never done";
                case TextId.AgeUnknown: return "age unknown";
                case TextId.StandardNumber: return "standard no. #";
                case TextId.PressLongToCalibrate: return "press long: calibrate";
                case TextId.MeasuringWait: return "measuring: wait";
                case TextId.YesOrNo: return "hold: YES  long: NO";
                case TextId.ShowNext: return "short: next change";
                case TextId.FileRefused: return "station.json refused";
                case TextId.Tisab: return "TISAB";
                case TextId.Electrolyte: return "Elect.";
                case TextId.Standard: return "As std";
                case TextId.Rinse: return "Rinse";
                case TextId.Runs: return "#x";
                case TextId.Unknown: return "unknown";
                case TextId.HoldRefilled: return "hold: all refilled";
                case TextId.AllBottlesFull: return "Are all four bottles full again now?";
                case TextId.NotSaved: return "NOT SAVED";
                default: return "";
            }
        }
    }
}

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
                case TextId.BottleDays: return "in use # days";
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
                case TextId.HoldTryNormally: return "hold: try normally";
                case TextId.AllBottlesFull: return "Are all four bottles full again now?";
                case TextId.NotSaved: return "NOT SAVED";
                case TextId.WhichSensor: return "Which sensor?";
                case TextId.ShortNextHoldTake: return "short:next hold:take";
                case TextId.MaintenanceOpen: return "Maintenance is open: by command, or since before a restart.";
                case TextId.HoldEndIt: return "hold:end it long:back";
                case TextId.WaitMinutes: return "Wait some minutes:";
                case TextId.WaitLonger: return "Wait 2 to 8 minutes:";
                case TextId.KeepStill: return "leave it, keep still";
                case TextId.HoldAgain: return "hold:again long:leave";
                case TextId.PointsTaken: return "Points: #";
                case TextId.WorkOut: return "work out";
                case TextId.ShortNextHoldDo: return "short:next hold:do it";
                case TextId.ShortNextHoldStart: return "short:next hold:start";
                case TextId.PointTaken: return "Point # taken:";
                case TextId.CheckGood: return "pH off: good";
                case TextId.CheckTooFar: return "pH off: too far";
                case TextId.HoldGoOn: return "hold:go on long:leave";
                case TextId.CellConstant: return "cell constant";
                case TextId.NewBottle: return "new bottle";
                case TextId.Slope: return "slope";
                case TextId.Offset: return "offset";
                case TextId.HoldSave: return "hold:SAVE long:drop";
                case TextId.CleanAndPutBack: return "Clean, rinse, refill. Then put all sensors back into the water.";
                case TextId.Saved: return "SAVED";
                case TextId.NothingChanged: return "nothing changed";
                case TextId.PutBack: return "Put all sensors back into the water.";
                case TextId.HoldTheyAreBack: return "hold: they are back";
                case TextId.ArsenicBottle: return "As bottle";
                case TextId.Maintenance: return "maintenance";
                case TextId.InletInto: return "Inlet and probe into:";
                case TextId.NewBottleLabel: return "New bottle, label:";
                case TextId.DipInto: return "Rinse, dip into:";
                case TextId.ElectrodeGood: return "electrode good";
                case TextId.ElectrodeClean: return "clean it soon";
                case TextId.ElectrodeReplace: return "replace it soon";
                case TextId.AdvisePointCount: return "Too few solutions: take another, then work out.";
                case TextId.AdviseSameSolutionTwice: return "The same solution twice: take two different ones.";
                case TextId.AdviseSolutionsTooNear: return "Too much alike: take a solution that lies further off.";
                case TextId.AdviseExchanged: return "Solutions exchanged? Do them again as the display says.";
                case TextId.AdviseTemperatureOutsideTable: return "Solution too cold or too warm: bring it to 15 to 30 degrees.";
                case TextId.AdviseTemperaturesDiffer: return "Solutions differ in temperature: wait an hour, repeat.";
                case TextId.AdviseSlopeLow: return "Slope too low: check solutions, clean or replace the electrode.";
                case TextId.AdviseSlopeHigh: return "Slope too high: wrong solution. Take fresh ones.";
                case TextId.AdviseOffsetLarge: return "Offset over 30 mV: check buffers, refill or replace electrode.";
                case TextId.AdviseNotOnALine: return "One solution is wrong or spoiled: take fresh ones.";
                case TextId.AdviseDrifted: return "Reads differently than before: wait, then repeat.";
                case TextId.AdviseCellConstant: return "Wrong standard, dirt or air bubbles: clean the cell, repeat.";
                case TextId.AdviseNoSolution: return "This is no standard: is the sensor in the solution?";
                case TextId.AdviseNoAnswer: return "The converter does not answer: check its plug.";
                case TextId.AdviseRail: return "Open or shorted: check the cable. Is the sensor in the solution?";
                case TextId.AdviseUnstable: return "Did not settle: stir gently, wait, clean, repeat.";
                case TextId.AdvisePumpNoAnswer: return "A pump does not answer: check its plug and tube, repeat.";
                case TextId.AdviseNoTemperature: return "No temperature: put the probe into the solution, check its cable.";
                case TextId.AdviseWrongSolution: return "Reads far off: put it into this solution, or choose another.";
                default: return "";
            }
        }
    }
}

using WaterNode.Station.Chemistry;
using WaterNode.Station.Display;
using WaterNode.Station.Ports;
using WaterNode.Station.Quality;
using WaterNode.Station.Wire;

namespace WaterNode.Simulation.Tests.Display;

[TestClass]
public class PagePictureTests
{
    /// <summary>Every page that people look over, in the order of the contact sheet.</summary>
    private static readonly (string Name, Func<OperatorStand> Page)[] Pages =
    [
        ("verdict-safe", () => new OperatorStand().Press()),
        ("verdict-unsafe", () => Unsafe().Press()),
        ("verdict-uncertain", () => Uncertain().Press()),
        ("verdict-not-stored", () => NotStored().Press()),
        ("verdict-maintenance", () => Maintenance().Press()),
        ("verdict-change-waits", () => Asked().Press()),
        ("verdict-reagent-low", () => With(new ScriptedBottles(45, 450, 12, 1900)).Press()),
        ("verdict-safe-mode", () => SafeMode().Press()),
        ("verdict-before-power-cut", () => AfterPowerCut().Press()),
        ("arsenic", () => new OperatorStand().TurnTo(OperatorStand.As)),
        ("arsenic-unsafe", () => Unsafe().TurnTo(OperatorStand.As)),
        ("arsenic-below-detection", () => BelowDetection().TurnTo(OperatorStand.As)),
        ("fluoride-doubtful", () => Uncertain().TurnTo(OperatorStand.F)),
        ("fluoride-limit-unverified", () => UnverifiedLimit().TurnTo(OperatorStand.F)),
        ("ph", () => new OperatorStand().TurnTo(OperatorStand.Ph)),
        ("ph-missing", () => Uncertain().TurnTo(OperatorStand.Ph)),
        ("conductivity", () => new OperatorStand().TurnTo(OperatorStand.Ec)),
        ("solids", () => new OperatorStand().TurnTo(OperatorStand.Solids)),
        ("solids-safe", () => Dilute().TurnTo(OperatorStand.Solids)),
        ("solids-limit-unverified", () => UnverifiedLimit().TurnTo(OperatorStand.Solids)),
        ("solids-missing", () => WithoutConductivity().TurnTo(OperatorStand.Solids)),
        ("solids-servicing", () => Maintenance().TurnTo(OperatorStand.Solids)),
        ("temperature", () => new OperatorStand().TurnTo(OperatorStand.Temp)),
        ("connection", () => new OperatorStand().TurnTo(OperatorStand.Connection)),
        ("connection-none", () => Disconnected().TurnTo(OperatorStand.Connection)),
        ("connection-safe-mode", () => SafeMode().TurnTo(OperatorStand.Connection)),
        ("settings-refused", () => Misconfigured().TurnTo(OperatorStand.Settings)),
        ("settings-refused-next", () => Misconfigured().TurnTo(OperatorStand.Settings + 1)),
        ("time", () => new OperatorStand().TurnTo(OperatorStand.Clock)),
        ("time-local", () => InSriLanka().TurnTo(OperatorStand.Clock)),
        ("time-not-set", () => WithoutTime().TurnTo(OperatorStand.Clock)),
        ("calibration-due", () => new OperatorStand().TurnTo(OperatorStand.Calibration)),
        ("reagents", () => With(new ScriptedBottles(45, 450, 12, 1900)).TurnTo(OperatorStand.Reagents)),
        ("reagents-unknown", () => With(new ScriptedBottles(-1, -1, -1, -1)).TurnTo(OperatorStand.Reagents)),
        ("reagents-question", () => With(new ScriptedBottles(45, 450, 12, 1900)).TurnTo(OperatorStand.Reagents).Press(ButtonPress.Hold)),
        ("reagents-full", () => With(new ScriptedBottles(45, 450, 12, 1900)).TurnTo(OperatorStand.Reagents).Press(ButtonPress.Hold, ButtonPress.Hold)),
        ("reagents-not-saved", () => With(new ScriptedBottles(45, 450, 12, 1900) { FlashTakes = false }).TurnTo(OperatorStand.Reagents).Press(ButtonPress.Hold, ButtonPress.Hold)),
        ("change", () => Asked().TurnTo(OperatorStand.Change)),
        ("change-first-of-two", () => AskedForTwo().TurnTo(OperatorStand.Change)),
        ("change-last-of-two", () => AskedForTwo().TurnTo(OperatorStand.Change + 1)),
        ("change-long", () => AskedForLong().TurnTo(OperatorStand.Change)),
        ("change-not-saved", () => NotTaken().TurnTo(OperatorStand.Change).Press(ButtonPress.Long)),
        ("verdict-measuring", () => Measuring().Press()),
        ("measuring", () => Measuring().TurnTo(OperatorStand.As)),
        ("calibration-measuring", () => Measuring().TurnTo(OperatorStand.Calibration)),
        ("arsenic-sinhala", () => In(Language.Sinhala).TurnTo(OperatorStand.As)),
        ("fluoride-sinhala", () => In(Language.Sinhala).TurnTo(OperatorStand.F)),
        ("ph-sinhala", () => In(Language.Sinhala).TurnTo(OperatorStand.Ph)),
        ("salts-sinhala", () => In(Language.Sinhala).TurnTo(OperatorStand.Ec)),
        ("solids-sinhala", () => In(Language.Sinhala).TurnTo(OperatorStand.Solids)),
        ("temperature-sinhala", () => In(Language.Sinhala).TurnTo(OperatorStand.Temp)),
        ("connection-sinhala", () => In(Language.Sinhala).TurnTo(OperatorStand.Connection)),
        ("time-sinhala", () => In(Language.Sinhala).TurnTo(OperatorStand.Clock)),
        ("calibration-sinhala", () => In(Language.Sinhala).TurnTo(OperatorStand.Calibration)),
        ("reagents-sinhala", () => With(new ScriptedBottles(45, 450, 12, 1900), Language.Sinhala).TurnTo(OperatorStand.Reagents)),
        ("settings-sinhala", () => Misconfigured(Language.Sinhala).TurnTo(OperatorStand.Settings)),
        ("change-sinhala", () => Asked(Language.Sinhala).TurnTo(OperatorStand.Change)),
        ("arsenic-tamil", () => In(Language.Tamil).TurnTo(OperatorStand.As)),
        ("fluoride-tamil", () => In(Language.Tamil).TurnTo(OperatorStand.F)),
        ("ph-tamil", () => In(Language.Tamil).TurnTo(OperatorStand.Ph)),
        ("salts-tamil", () => In(Language.Tamil).TurnTo(OperatorStand.Ec)),
        ("solids-tamil", () => In(Language.Tamil).TurnTo(OperatorStand.Solids)),
        ("temperature-tamil", () => In(Language.Tamil).TurnTo(OperatorStand.Temp)),
        ("connection-tamil", () => In(Language.Tamil).TurnTo(OperatorStand.Connection)),
        ("time-tamil", () => In(Language.Tamil).TurnTo(OperatorStand.Clock)),
        ("calibration-tamil", () => In(Language.Tamil).TurnTo(OperatorStand.Calibration)),
        ("reagents-tamil", () => With(new ScriptedBottles(45, 450, 12, 1900), Language.Tamil).TurnTo(OperatorStand.Reagents)),
        ("settings-tamil", () => Misconfigured(Language.Tamil).TurnTo(OperatorStand.Settings)),
        ("change-tamil", () => Asked(Language.Tamil).TurnTo(OperatorStand.Change)),
        ("calibrate-sensor", () => Dialog()),
        ("calibrate-solution", () => Dialog(ButtonPress.Hold)),
        ("calibrate-wait", () => WaitingPage()),
        ("calibrate-point", () => Dialog(ButtonPress.Hold, ButtonPress.Hold)),
        ("calibrate-refused", () => Refused()),
        ("calibrate-work-out", () => Dialog([.. TwoPoints, ButtonPress.Hold])),
        ("calibrate-proposal", () => Dialog([.. TwoPoints, ButtonPress.Hold, ButtonPress.Hold])),
        ("calibrate-saved", () => Dialog([.. TwoPoints, ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold])),
        ("calibrate-not-saved", () => NotSaved()),
        ("calibrate-conductivity", () => Dialog(ButtonPress.Short, ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold)),
        ("calibrate-fluoride", () => Dialog(ButtonPress.Short, ButtonPress.Short, ButtonPress.Hold)),
        ("calibrate-fluoride-proposal", () => Dialog([ButtonPress.Short, ButtonPress.Short, ButtonPress.Hold, .. Enumerable.Repeat(ButtonPress.Hold, 7)])),
        ("calibrate-bottle", () => Dialog(ButtonPress.Short, ButtonPress.Short, ButtonPress.Short, ButtonPress.Hold)),
        ("calibrate-bottle-proposal", () => Dialog(ButtonPress.Short, ButtonPress.Short, ButtonPress.Short, ButtonPress.Hold, ButtonPress.Hold)),
        ("maintenance-choice", () => Dialog([.. Enumerable.Repeat(ButtonPress.Short, 4)])),
        ("maintenance", () => Dialog([.. Enumerable.Repeat(ButtonPress.Short, 4), ButtonPress.Hold])),
        ("calibrate-busy", () => Busy()),
    ];

    /// <summary>pH in 6.86 and in 4.01.</summary>
    private static ButtonPress[] TwoPoints => [ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold];

    public static IEnumerable<object[]> Names => Pages.Select(page => new object[] { page.Name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void A_page_looks_as_it_did_when_somebody_found_it_good(string name)
    {
        PagePictures.AreAsBefore(name, Pages.Single(page => page.Name == name).Page().Screen);
    }

    [TestMethod]
    public void The_contact_sheet_shows_the_pages_as_they_are()
    {
        PagePictures.SheetIsAsBefore([.. Pages.Select(page => page.Page().Screen.Page)]);
    }

    [TestMethod]
    public void No_two_verdicts_look_alike_and_none_of_them_is_an_empty_page()
    {
        Verdict[] verdicts = [Verdict.Safe, Verdict.Unsafe, Verdict.Uncertain];
        var symbols = verdicts.Select(verdict =>
        {
            var canvas = new Canvas();
            VerdictSymbol.Draw(canvas, 0, 0, 20, verdict);
            return canvas.Page;
        }).ToList();

        for (var i = 0; i < symbols.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var differing = symbols[i].Zip(symbols[j], (a, b) => System.Numerics.BitOperations.PopCount((uint)(a ^ b))).Sum();
                Assert.IsGreaterThan(40, differing, $"{verdicts[i]} and {verdicts[j]} differ in {differing} pixels of 20 x 15.");
            }
        }
    }

    private static OperatorStand Unsafe()
    {
        var stand = new OperatorStand();
        stand.Station.Record.Readings[Channel.As].Measured(42.7, 3.1);
        return Judged(stand);
    }

    private static OperatorStand Uncertain()
    {
        var stand = new OperatorStand();
        stand.Station.Record.Readings[Channel.Ph].Missing(QualityFlag.Fail, Reasons.Rail);
        stand.Station.Record.Readings[Channel.F].Flag(QualityFlag.Suspect, Reasons.Untreated);
        return Judged(stand);
    }

    private static OperatorStand NotStored()
    {
        var stand = new OperatorStand();
        stand.Station.IsStored = false;
        return stand;
    }

    private static OperatorStand Maintenance()
    {
        var stand = new OperatorStand();
        stand.Station.Record.SamplePoint = "maintenance";
        stand.Station.Verdict = Verdict.Uncertain;
        return stand;
    }

    private static OperatorStand BelowDetection()
    {
        var stand = new OperatorStand();
        stand.Station.Record.Readings[Channel.As].Measured(0.2, 0.3);
        stand.Station.Record.Readings[Channel.As].DetectedFrom(0.9);
        return Judged(stand);
    }

    private static OperatorStand UnverifiedLimit()
    {
        var stand = new OperatorStand();
        var limits = LimitSets.Ids().Select(LimitSets.Find).First(set => set.Limits.Any(limit => limit.ChannelIndex == Channel.F && !limit.IsVerified));
        stand.Station.Limits = limits;
        return Judged(stand);
    }

    private static OperatorStand Disconnected()
    {
        var stand = new OperatorStand();
        stand.Station.IsConnected = false;
        stand.Station.UnsentCount = 214;
        stand.Station.JournalDays = 75;
        return stand;
    }

    private static OperatorStand WithoutTime() => new(new UnsetClock());

    private static OperatorStand Measuring()
    {
        var stand = new OperatorStand();
        stand.Station.IsMeasuring = true;
        return stand;
    }

    private static OperatorStand In(Language language)
    {
        var stand = new OperatorStand();
        stand.Config.DisplayLanguage = language;
        return stand;
    }

    private static OperatorStand Asked(Language language = Language.English)
    {
        var stand = In(language);
        stand.Station.Changes = new ScriptedChanges("c-18", ("limitSet", "sls-614-2013/1", "who-2022/1"));
        return stand;
    }

    private static OperatorStand AskedForLong()
    {
        var stand = new OperatorStand();
        stand.Station.Changes = new ScriptedChanges("c-21", ("gateway.host", "192.168.4.1", "gateway-1.northcentral.anuradhapura.water-board.gov.example.lk"));
        return stand;
    }

    private static OperatorStand NotTaken()
    {
        var stand = Asked();
        ((ScriptedChanges)stand.Station.Changes).FlashTakes = false;
        return stand;
    }

    private static OperatorStand AskedForTwo()
    {
        var stand = new OperatorStand();
        stand.Station.Changes = new ScriptedChanges(
            "c-19",
            ("wifi.ssid", "gateway-wifi", "Water Board Anuradhapura"),
            ("gateway.host", "192.168.4.1", "gateway.anuradhapura.water-board.example"));
        return stand;
    }

    private static OperatorStand With(ScriptedBottles bottles, Language language = Language.English)
    {
        var stand = In(language);
        stand.Station.Bottles = bottles;
        return stand;
    }

    private static OperatorStand SafeMode()
    {
        var stand = new OperatorStand();
        stand.Station.SafeModeWhy = "program error while measuring";
        stand.Station.SafeModeExit = new NotedExit();
        stand.Station.Wet = WetOf(new Record());
        stand.Station.Verdict = Verdict.Uncertain;
        return stand;
    }

    private static OperatorStand AfterPowerCut()
    {
        var stand = new OperatorStand();
        var before = new Record();
        before.Stamp.PowerOn = 2;
        before.Readings[Channel.As].Measured(3.1, 0.42);
        stand.Station.Wet = WetOf(before);
        stand.Station.Verdict = Verdict.Uncertain;
        return stand;
    }

    private static Record[] WetOf(Record record) => [null!, null!, null!, record, record];

    private static OperatorStand Dilute()
    {
        var stand = new OperatorStand();
        stand.Station.Record.Readings[Channel.Ec].Measured(320, 5);
        return stand;
    }

    private static OperatorStand WithoutConductivity()
    {
        var stand = new OperatorStand();
        stand.Station.Record.Readings[Channel.Ec].Missing(QualityFlag.Missing, Reasons.NoAnswer);
        return stand;
    }

    private static OperatorStand InSriLanka()
    {
        var stand = new OperatorStand();
        stand.Config.TimeZoneMinutes = 330;
        return stand;
    }

    private static OperatorStand Misconfigured(Language language = Language.English)
    {
        var stand = In(language);
        stand.Station.SettingsFaults =
        [
            "schedule.intervalSeconds is 5: give 60 to 86400.",
            "There is no limit set 'sls': choose sls-614-2013/1 or another of the list.",
        ];
        return stand;
    }

    private static OperatorStand Dialog(params ButtonPress[] presses) =>
        new OperatorStand().TurnTo(OperatorStand.Calibration).Press(ButtonPress.Long).Press(presses);

    private static OperatorStand WaitingPage()
    {
        var dialog = new CalibrationDialog(new ScriptedBench());
        dialog.Open();
        dialog.Press(ButtonPress.Hold);
        dialog.Press(ButtonPress.Hold);
        var stand = new OperatorStand();
        var canvas = new Canvas();
        new CalibrationDialogPage(dialog).Draw(canvas, stand.Station);
        stand.Screen.Show(canvas.Page);
        return stand;
    }

    private static OperatorStand Busy()
    {
        var stand = new OperatorStand().TurnTo(OperatorStand.Calibration);
        stand.Bench.IsFree = false;
        return stand.Press(ButtonPress.Long);
    }

    private static OperatorStand Refused()
    {
        var stand = Dialog(TwoPoints);
        stand.Bench.FitProblem = CalibrationProblem.SlopeLow;
        return stand.Press(ButtonPress.Hold, ButtonPress.Hold);
    }

    private static OperatorStand NotSaved()
    {
        var stand = Dialog([.. TwoPoints, ButtonPress.Hold, ButtonPress.Hold]);
        stand.Bench.FlashTakes = false;
        return stand.Press(ButtonPress.Hold);
    }

    private static OperatorStand Judged(OperatorStand stand)
    {
        Verdicts.Apply(stand.Station.Record, stand.Station.Limits);
        stand.Station.Verdict = Verdicts.Both(stand.Station.Record.Readings[Channel.F].Verdict, stand.Station.Record.Readings[Channel.As].Verdict);
        return stand;
    }

    private sealed class UnsetClock : IClock
    {
        public bool IsSet => false;

        public long UtcSeconds => 0;

        public long UpSeconds => 7200;

        public void Set(long utcSeconds)
        {
        }

        public void Wait(int milliseconds)
        {
        }
    }
}

using System.Globalization;
using WaterNode.Station.Sensing;

namespace WaterNode.Station.Tests.Energy;

[TestClass]
public class EnergyTests
{
    private readonly EnergyTables _tables = EnergyTables.OfReadme();

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void The_estimate_in_the_README_is_what_its_tables_and_the_duty_cycle_give(bool isSlow)
    {
        var estimate = Run(isSlow);
        var computed = new Dictionary<string, string>
        {
            ["fast cycle: awake, s"] = Text(estimate.Fast.AwakeSeconds, 0),
            ["fast cycle: energy, mWh"] = Text(estimate.Fast.WattHours * 1000, 0),
            ["wet cycle: awake, s"] = Text(estimate.Wet.AwakeSeconds, 0),
            ["wet cycle: pumps run, s"] = Text(estimate.Wet.PumpSeconds, 0),
            ["wet cycle: energy, mWh"] = Text(estimate.Wet.WattHours * 1000, 0),
            ["asleep: energy, mWh in an hour"] = Text(estimate.AsleepWatts * 1000, 0),
            ["wet cycles a day"] = Text(estimate.WetCyclesPerDay, 0),
            ["day: energy, Wh"] = Text(estimate.DayWattHours, 1),
            ["days without sun"] = Text(estimate.BatteryDays, 1),
            ["panel that holds the balance, W"] = Text(estimate.PanelWatts, 1),
        };

        var stated = computed.Keys.ToDictionary(row => row, row => _tables.Text(row, isSlow ? 1 : 0));
        CollectionAssert.AreEqual(computed, stated, "firmware/README.md must state: " + string.Join("; ", computed.Select(row => row.Key + " | " + row.Value)));
    }

    [TestMethod]
    public void The_minutes_that_the_display_promises_are_enough_when_everything_settles()
    {
        var estimate = Run(isSlow: false);

        AssertIsEnough(MeasuringCycle.FastMinutes * 60, estimate.Fast.AwakeSeconds);
        AssertIsEnough((MeasuringCycle.FastMinutes + MeasuringCycle.WetMinutes) * 60, estimate.Wet.AwakeSeconds);
    }

    [TestMethod]
    public void The_recommended_panel_refills_an_empty_battery_within_a_week_even_when_nothing_settles()
    {
        var spareWatts = _tables.Number("recommended panel, W") - Run(isSlow: true).PanelWatts;
        var wattHoursInAWeek = 7 * spareWatts * _tables.Number("full sun, h a day") * _tables.Number("share of the panel's power that arrives");

        Assert.IsGreaterThan(_tables.Number("battery, Wh") * _tables.Number("usable share of the battery"), wattHoursInAWeek);
    }

    private static void AssertIsEnough(double promisedSeconds, double awakeSeconds)
    {
        Assert.IsLessThan(promisedSeconds, awakeSeconds);
        Assert.IsGreaterThan(promisedSeconds / 2, awakeSeconds, "half of it would have done");
    }

    private EnergyEstimate Run(bool isSlow)
    {
        var estimate = new EnergyEstimate(_tables, isSlow);
        estimate.Run();
        return estimate;
    }

    private static string Text(double value, int decimals) => value.ToString("F" + decimals, CultureInfo.InvariantCulture);
}

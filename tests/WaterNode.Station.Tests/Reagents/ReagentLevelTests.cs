using System.Text.Json;
using WaterNode.Station.Journal;
using WaterNode.Station.Operation;
using WaterNode.Station.Operation.Reagents;
using WaterNode.Station.Ports;
using WaterNode.Station.Sensing;
using WaterNode.Station.Tests.Simulation;
using WaterNode.Station.Tests.Starting;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Reagents;

[TestClass]
public class ReagentLevelTests
{
    private readonly TestStation _station = new();
    private readonly MeteredFluidics _pumps;
    private readonly MeasuringCycle _measuring;
    private ReagentLevels _levels;

    public ReagentLevelTests()
    {
        _pumps = MeteredFluidics.Over(_station.Ports.Fluidics);
        _station.Ports.Fluidics = _pumps;
        _measuring = new MeasuringCycle(_station.Ports, _station.Config);
        _levels = AfterDeepSleep();
    }

    [TestMethod]
    public void A_measurement_takes_what_the_runs_left_are_reckoned_with()
    {
        _station.Instruments.Arsenic = 400;
        Measure();

        foreach (var bottle in Enum.GetValues<Bottle>())
        {
            Assert.AreEqual(Bottles.MicroLitresPerRun(bottle, _station.Config), _pumps.Take(Bottles.LineOf(bottle)), bottle.ToString());
        }
    }

    [TestMethod]
    public void Clean_water_takes_less_standard_and_as_much_of_the_rest()
    {
        Measure();

        Assert.AreEqual(100, _pumps.Take(FluidLine.ArsenicStandard));
        Assert.AreEqual(5000, _pumps.Take(FluidLine.Tisab));
        Assert.AreEqual(0, _pumps.Take(FluidLine.Tisab), "it was taken");
    }

    [TestMethod]
    public void A_new_node_knows_no_level_and_asks_once_to_fill_and_confirm()
    {
        for (var run = 0; run < 3; run++)
        {
            Measure();
            _levels.Settle();
            _levels = AfterDeepSleep();
        }

        foreach (var bottle in Enum.GetValues<Bottle>())
        {
            Assert.AreEqual(ReagentLevels.Unknown, _levels.LeftMilliLitres(bottle));
            Assert.AreEqual(ReagentLevels.Unknown, _levels.RunsLeft(bottle));
        }
        Assert.AreEqual("tisab electrolyte standard rinse", Events().Single().GetProperty("unknown").GetString());
    }

    [TestMethod]
    public void Who_confirms_on_the_display_that_all_bottles_are_full_is_believed_and_told_of()
    {
        var shown = new BottlesAtTheStation(_levels, _station.Config);
        Assert.AreEqual(ReagentLevels.Unknown, shown.LeftMilliLitresOf(0));

        Assert.IsTrue(shown.TryRefillAll());

        for (var bottle = 0; bottle < shown.BottleCount; bottle++)
        {
            Assert.AreEqual(shown.FullMilliLitresOf(bottle), shown.LeftMilliLitresOf(bottle));
            Assert.IsGreaterThan(0, shown.RunsOf(bottle));
        }
        Assert.IsTrue(Events().All(told => told.GetProperty("who").GetString() == "button"));
    }

    [TestMethod]
    public void A_confirmed_filling_counts_down_and_survives_deep_sleep()
    {
        Assert.IsTrue(_levels.TryRefill("all", "button", out var problem), problem);
        Assert.AreEqual((500, 100), (_levels.LeftMilliLitres(Bottle.Tisab), _levels.RunsLeft(Bottle.Tisab)));
        Measure();
        _levels.Settle();
        _levels = AfterDeepSleep();

        Assert.AreEqual((495, 99), (_levels.LeftMilliLitres(Bottle.Tisab), _levels.RunsLeft(Bottle.Tisab)));
        Assert.AreEqual((490, 49), (_levels.LeftMilliLitres(Bottle.Electrolyte), _levels.RunsLeft(Bottle.Electrolyte)));
        Assert.AreEqual((49, 33), (_levels.LeftMilliLitres(Bottle.Standard), _levels.RunsLeft(Bottle.Standard)));
        Assert.AreEqual((1955, 43), (_levels.LeftMilliLitres(Bottle.Rinse), _levels.RunsLeft(Bottle.Rinse)));
        Assert.AreEqual(
            """{"type":"reagent","bottle":"tisab","refilled":true,"leftMilliLitres":500,"who":"button"}""",
            Events()[0].GetRawText());
    }

    [TestMethod]
    public void It_tells_below_ten_runs_and_below_two_and_goes_on_measuring_beyond_empty()
    {
        _station.Config.TisabBottleMilliLitres = 60;
        Assert.IsTrue(_levels.TryRefill("tisab", "button", out _));
        for (var run = 0; run < 15; run++)
        {
            _pumps.TryMove(FluidLine.Tisab, 5000);
            _levels.Settle();
            _levels = AfterDeepSleep();
        }

        var low = Events().Where(e => e.TryGetProperty("runs", out _)).Select(e => e.GetRawText()).ToArray();
        CollectionAssert.AreEqual(
            new[]
            {
                """{"type":"reagent","bottle":"tisab","leftMilliLitres":45,"runs":9}""",
                """{"type":"reagent","bottle":"tisab","leftMilliLitres":5,"runs":1}""",
            },
            low);
        Assert.AreEqual((0, 0), (_levels.LeftMilliLitres(Bottle.Tisab), _levels.RunsLeft(Bottle.Tisab)));
        Assert.IsTrue(_pumps.TryMove(FluidLine.Tisab, 5000), "an empty bottle is an estimate");

        Assert.IsTrue(_levels.TryRefill("tisab", "command", out _));
        Assert.AreEqual(0, Events()[^1].GetProperty("foundMilliLitres").GetInt32());
        for (var run = 0; run < 3; run++) _pumps.TryMove(FluidLine.Tisab, 5000);
        _levels.Settle();
        Assert.AreEqual(3, Events().Count(e => e.TryGetProperty("runs", out _)), "after a refill it is told anew");
    }

    [TestMethod]
    public void A_level_that_nobody_could_be_told_of_is_told_at_the_next_measurement()
    {
        _station.Config.TisabBottleMilliLitres = 50;
        Assert.IsTrue(_levels.TryRefill("all", "button", out _));
        _station.Flash.RefusesAfterBytes = 0;
        _pumps.TryMove(FluidLine.Tisab, 5000);
        _levels.Settle();
        _station.Flash.RefusesAfterBytes = null;
        _pumps.TryMove(FluidLine.Tisab, 5000);
        _levels.Settle();

        Assert.AreEqual(8, Events()[^1].GetProperty("runs").GetInt32());
    }

    [TestMethod]
    public void What_a_dead_pump_did_not_move_is_not_counted()
    {
        Assert.IsTrue(_levels.TryRefill("all", "button", out _));
        _station.Instruments.DeadPumps.Add(FluidLine.Tisab);
        Assert.IsFalse(_pumps.TryMove(FluidLine.Tisab, 5000));
        _levels.Settle();

        Assert.AreEqual(500, _levels.LeftMilliLitres(Bottle.Tisab));
    }

    [TestMethod]
    public void When_no_pump_has_run_nothing_is_written()
    {
        Assert.IsTrue(_levels.TryRefill("all", "button", out _));
        var written = _station.Flash.WrittenBytes;
        for (var waking = 0; waking < 10; waking++)
        {
            _levels.Settle();
            _levels = AfterDeepSleep();
        }

        Assert.AreEqual(written, _station.Flash.WrittenBytes);
    }

    [TestMethod]
    public void What_was_pumped_out_of_the_old_filling_is_not_taken_off_the_new_one()
    {
        _pumps.TryMove(FluidLine.Rinse, 40_000);
        Assert.IsTrue(_levels.TryRefill("rinse", "button", out _));
        _levels.Settle();

        Assert.AreEqual(2000, _levels.LeftMilliLitres(Bottle.Rinse));
        Assert.AreEqual(ReagentLevels.Unknown, _levels.LeftMilliLitres(Bottle.Tisab), "only the bottle that was filled");
    }

    [TestMethod]
    public void A_bottle_that_does_not_exist_is_answered_with_those_that_do()
    {
        Assert.IsFalse(_levels.TryRefill("beer", "command", out var problem));
        Assert.AreEqual("There is no bottle 'beer': give tisab, electrolyte, standard, rinse or all.", problem);
    }

    [TestMethod]
    public void A_flash_that_refuses_leaves_the_level_as_it_was()
    {
        _station.Flash.RefusesAfterBytes = 0;
        Assert.IsFalse(_levels.TryRefill("all", "command", out var problem));

        StringAssert.StartsWith(problem, "The flash did not take it");
        Assert.AreEqual(ReagentLevels.Unknown, _levels.LeftMilliLitres(Bottle.Tisab));
    }

    [TestMethod]
    public void A_power_cut_at_any_byte_of_a_refill_leaves_no_level_without_its_event()
    {
        for (var bytes = 0; ; bytes++)
        {
            var station = new TestStation();
            var levels = LevelsOn(station);
            station.Flash.BytesUntilPowerCut = bytes;
            var wasKept = false;
            try { wasKept = levels.TryRefill("tisab", "button", out _); }
            catch (PowerCutException) { /* what is tested */ }
            station.Flash.BytesUntilPowerCut = null;

            var after = LevelsOn(station);
            var isFull = after.LeftMilliLitres(Bottle.Tisab) == 500;
            Assert.IsTrue(isFull || after.LeftMilliLitres(Bottle.Tisab) == ReagentLevels.Unknown, $"cut after {bytes} bytes");
            Assert.IsTrue(!isFull || StartingNode.Events(station.Flash).Count == 1, $"cut after {bytes} bytes");
            if (wasKept) return;
        }
    }

    [TestMethod]
    public void Pumps_get_one_meter_however_often_the_station_wakes()
    {
        Assert.AreSame(_pumps, MeteredFluidics.Over(_pumps));
    }

    private void Measure()
    {
        var record = new Record();
        _measuring.MeasureFast(record);
        _measuring.MeasureWet(record, record, fluoride: true, arsenic: true);
    }

    private ReagentLevels AfterDeepSleep() => LevelsOn(_station, _pumps);

    private static ReagentLevels LevelsOn(TestStation station, MeteredFluidics? pumps = null)
    {
        var events = new StationEvents(Some.Journal(station.Flash), station.Clock);
        var levels = new ReagentLevels(new StateShelf(station.Flash), station.Config, pumps ?? MeteredFluidics.Over(station.Instruments), events);
        levels.Load();
        return levels;
    }

    private List<JsonElement> Events() => StartingNode.Events(_station.Flash);
}

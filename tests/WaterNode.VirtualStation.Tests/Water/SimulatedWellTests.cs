using WaterNode.Simulation.Events;
using WaterNode.Simulation.Tests.Time;
using WaterNode.Simulation.Water;

namespace WaterNode.Simulation.Tests.Water;

[TestClass]
public class SimulatedWellTests
{
    [TestMethod]
    public void The_seed_decides_the_water_and_stations_differ()
    {
        var time = new ManualTime();

        Assert.AreEqual(Well(time, seed: 7, station: 1).Now, Well(time, seed: 7, station: 1).Now);
        Assert.AreNotEqual(Well(time, seed: 7, station: 1).Now, Well(time, seed: 7, station: 2).Now);
        Assert.AreNotEqual(Well(time, seed: 7, station: 1).Now, Well(time, seed: 8, station: 1).Now);
    }

    [TestMethod]
    public void Wells_stay_in_the_ranges_of_the_dry_zone_for_a_week()
    {
        for (var station = 1; station <= 20; station++)
        {
            var time = new ManualTime();
            var well = Well(time, seed: 1, station);
            for (var hour = 0; hour < 7 * 24; hour++)
            {
                var water = well.Now;
                AssertWithin(25, 31, water.TemperatureCelsius);
                AssertWithin(6.8, 7.8, water.Ph);
                AssertWithin(300, 1200, water.Conductivity25MicroSiemensPerCm);
                AssertWithin(0.3, 2.5, water.FluorideMilligramsPerLitre);
                AssertWithin(0.45, 8, water.ArsenicMicrogramsPerLitre);
                time.Advance(TimeSpan.FromHours(1));
            }
        }
    }

    [TestMethod]
    public void Among_five_stations_of_any_seed_some_lie_above_and_some_below_the_fluoride_limit()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var fluoride = Enumerable.Range(1, 5).Select(station => Well(new ManualTime(), seed, station).Now.FluorideMilligramsPerLitre).ToArray();

            Assert.IsGreaterThan(1.1, fluoride.Max(), $"seed {seed}");
            Assert.IsLessThan(0.6, fluoride[0], $"seed {seed}: the first, which events strike, is low");
        }
    }

    [TestMethod]
    public void The_water_is_warmer_in_the_afternoon_than_before_sunrise()
    {
        // In Sri Lanka (UTC+5:30): 15:30 and 05:30.
        var warmer = Enumerable.Range(1, 20).Count(station => TemperatureAt(station, hourUtc: 10) > TemperatureAt(station, hourUtc: 24) + 0.5);

        Assert.IsGreaterThan(15, warmer);
    }

    [TestMethod]
    public void An_arsenic_event_raises_arsenic_and_nothing_else()
    {
        var time = new ManualTime();
        var quiet = Well(time, seed: 3, station: 1);
        var struck = new SimulatedWell(3, 1, new EventSchedule([new(StationEventKind.Arsenic, TimeSpan.Zero)], 1, time), time);

        AssertWithin(55, 65, struck.Now.ArsenicMicrogramsPerLitre);
        Assert.AreEqual(quiet.Now with { ArsenicMicrogramsPerLitre = struck.Now.ArsenicMicrogramsPerLitre }, struck.Now);
    }

    [TestMethod]
    public void A_fluoride_event_raises_fluoride_above_every_limit()
    {
        var time = new ManualTime();
        var struck = new SimulatedWell(3, 1, new EventSchedule([new(StationEventKind.Fluoride, TimeSpan.Zero)], 1, time), time);

        AssertWithin(2.8, 3.2, struck.Now.FluorideMilligramsPerLitre);
    }

    private static double TemperatureAt(int station, int hourUtc)
    {
        var time = new ManualTime();
        time.Advance(TimeSpan.FromHours(hourUtc - 12));
        return Well(time, seed: 1, station).Now.TemperatureCelsius;
    }

    private static SimulatedWell Well(ManualTime time, int seed, int station) => new(seed, station, new EventSchedule([], station, time), time);

    private static void AssertWithin(double low, double high, double value)
    {
        Assert.IsGreaterThanOrEqualTo(low, value);
        Assert.IsLessThanOrEqualTo(high, value);
    }
}

using WaterNode.Simulation.Calibration;
using WaterNode.Simulation.Events;
using WaterNode.Simulation.Flash;
using WaterNode.Simulation.Power;
using WaterNode.Simulation.Tests.Time;
using WaterNode.Station.Chemistry;
using WaterNode.Station.Operation;
using WaterNode.Station.Operation.Calibrating;
using WaterNode.Station.Ports;
using WaterNode.Station.Quality;
using WaterNode.Station.Sensing;
using WaterNode.Station.Wire;

namespace WaterNode.Simulation.Tests.Campaign;

/// <summary>A station that is drawn, calibrated, left alone for a while, and measures one water.</summary>
internal static class CampaignStation
{
    private const double ServiceDaysMax = 150;

    // Past the ages at which each calibration is flagged as old, so that both sides are seen.
    private const double PhAgeDaysMax = 40, ConductivityAgeDaysMax = 100, FluorideAgeDaysMax = 16;

    /// <summary>Stations that carry fluoride standards use them daily, and miss a day.</summary>
    private const double OnBoardStandardsShare = 0.5, RecalibratedDaysMax = 2;

    /// <summary>Half of the stations have been at work: their blanks tell the limit of detection, and their wire's sensitivity is known.</summary>
    private const double AtWorkShare = 0.5;

    private const int RunsBefore = 4, HoursApart = 6;

    private const int CellMicroLitres = 5_000, StandardMicroLitres = 100;

    /// <summary>Electrodes that the station refuses are replaced, so often at most.</summary>
    private const int SpecimensMax = 10;

    /// <returns>The result of each channel.</returns>
    public static IReadOnlyList<Outcome> Measure(int seed, int station)
    {
        for (var specimen = 1; ; specimen++)
        {
            try
            {
                return MeasureWith(seed * SpecimensMax + specimen, station);
            }
            catch (CalibrationRefusedException) when (specimen < SpecimensMax)
            {
                // The next ones.
            }
        }
    }

    private static IReadOnlyList<Outcome> MeasureWith(int seed, int station)
    {
        Random Stream(SeedUse use) => Seeds.Stream(seed, station, use);

        var draw = Stream(SeedUse.Water);
        var time = new ManualTime();
        var clock = new PatientClock(time);
        var water = new CampaignWater { Now = CampaignWater.Draw(draw) };
        var now = time.GetUtcNow();
        var ages = (draw.NextBetween(0, PhAgeDaysMax), draw.NextBetween(0, ConductivityAgeDaysMax), draw.NextBetween(0, FluorideAgeDaysMax));
        var madeAt = now.AddDays(-ConductivityAgeDaysMax - draw.NextBetween(0, ServiceDaysMax));
        var instruments = new SimulatedInstruments(water, new EventSchedule([], station, time), clock, time, Stream, madeAt);
        var config = new CalibrationVisit(instruments, Stream(SeedUse.Calibration)).Configure(
            "lk-anp-0001", now.AddDays(-ages.Item1), now.AddDays(-ages.Item2), now.AddDays(-ages.Item3));

        var ports = instruments.Wire(new StationPorts { Clock = clock, Flash = new SimulatedFlash(1 << 20), Power = new SimulatedPower(time), Entropy = new SystemEntropy() });
        if (draw.NextDouble() < OnBoardStandardsShare) Recalibrate(ports, config, time, TimeSpan.FromDays(draw.NextBetween(0, RecalibratedDaysMax)));
        UseCells(instruments);
        water.Now = CampaignWater.Draw(draw);
        var record = new Record();
        var cycle = new MeasuringCycle(ports, config);
        if (draw.NextDouble() < AtWorkShare) Work(cycle, record, time);
        cycle.MeasureFast(record);
        cycle.MeasureWet(record, record, fluoride: true, arsenic: true);
        Verdicts.Apply(record, LimitSets.Find(config.LimitSetId));
        return [.. record.Readings.Select(reading => Outcome.Of(reading, water.Now))];
    }

    private static void Recalibrate(StationPorts ports, StationConfig config, ManualTime time, TimeSpan ago)
    {
        // A calibration that does not come about leaves the one before in force.
        var electrode = new FluorideOnBench(ports, config);
        if (electrode.TakeOnBoard() == CalibrationProblem.None && electrode.Fit() == CalibrationProblem.None)
        {
            electrode.Made.Id = 4;
            electrode.Made.TakenUtcSeconds = ports.Clock.UtcSeconds;
            electrode.Exchange(electrode.Made);
        }
        time.Advance(ago);
    }

    private static void Work(MeasuringCycle cycle, Record record, ManualTime time)
    {
        for (var run = 0; run < RunsBefore; run++)
        {
            cycle.MeasureWet(record, record, fluoride: false, arsenic: true);
            time.Advance(TimeSpan.FromHours(HoursApart));
        }
        record.Clear();
    }

    /// <summary>The run before, in another water, of which a little stays behind.</summary>
    private static void UseCells(SimulatedInstruments instruments)
    {
        var fluidics = instruments.Fluidics;
        fluidics.TryMove(FluidLine.Sample, CellMicroLitres);
        fluidics.TryMove(FluidLine.Electrolyte, CellMicroLitres);
        fluidics.TryMove(FluidLine.ArsenicStandard, StandardMicroLitres);
        fluidics.TryMove(FluidLine.FluorideSample, CellMicroLitres);
        fluidics.TryMove(FluidLine.Tisab, CellMicroLitres);
        var scan = new ScanRequest { DepositionMilliVolts = -1000, DepositionMilliseconds = 60_000, StartMilliVolts = -300, EndMilliVolts = 400, StepMilliVolts = 4 };
        Assert.IsTrue(instruments.Potentiostat.TryScan(scan, out _));
        fluidics.TryMove(FluidLine.Drain, 0);
        instruments.Adc.Read(AdcInput.Fluoride, out _);
    }
}

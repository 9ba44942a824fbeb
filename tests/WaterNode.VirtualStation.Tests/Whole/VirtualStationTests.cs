using System.Diagnostics;
using WaterNode.Simulation.Events;
using WaterNode.Simulation.Time;
using WaterNode.Tests.Support;

namespace WaterNode.Simulation.Tests.Whole;

/// <summary>The firmware's duty cycle over the simulated board, against the gateway's own endpoint.</summary>
[TestClass]
public sealed class VirtualStationTests
{
    /// <summary>A cycle of 15 minutes takes a quarter of a second.</summary>
    private const double Speed = 3600;

    private readonly AcceleratedCalendar _calendar = new(Speed);

    /// <remarks>Five specimens say little about the uncertainty's honesty, which is the campaign's question; they say that what arrives is what the well holds.</remarks>
    [TestMethod]
    public async Task What_arrives_is_what_the_well_holds_within_a_few_standard_uncertainties()
    {
        await using var gateway = await CollectingGateway.Start(_calendar);
        var stations = Enumerable.Range(1, 5).Select(index => Station(gateway.Address, index)).ToArray();
        var running = stations.Select(station => station.Run(CancellationToken.None)).ToArray();
        await Eventually.Holds(() => stations.All(station => station.Progress.Journaled >= 10), "ten records of each station are journaled", deadlineSeconds: 60);
        foreach (var station in stations) station.StopMeasuring();
        await Task.WhenAll(running).WaitAsync(TimeSpan.FromSeconds(30));

        var records = gateway.Records;
        foreach (var (channel, toWire, truth) in Channels)
        {
            var within = new List<bool>();
            foreach (var station in stations)
            {
                foreach (var record in records.Where(r => r.Station == station.Id && r.Readings.ContainsKey(channel)))
                {
                    var reading = record.Readings[channel];
                    Assert.IsNotNull(reading.Value, $"{channel} of {station.Id}: {reading.Why}");
                    var error = reading.Value.Value - toWire * truth(station.Well.At(record.Time!.Value));
                    Assert.IsGreaterThan(0, reading.Uncertainty);
                    within.Add(Math.Abs(error) <= 4 * reading.Uncertainty);
                }
            }
            Assert.IsGreaterThan(0.9 * within.Count, within.Count(good => good), $"{channel}: {within.Count(good => good)} of {within.Count} within four standard uncertainties");
        }
        foreach (var station in stations) await station.DisposeAsync();
    }

    [TestMethod]
    public async Task Everything_journaled_is_acknowledged_before_a_draining_station_ends()
    {
        await using var gateway = await CollectingGateway.Start(_calendar);
        await using var station = Station(gateway.Address);
        var running = station.Run(CancellationToken.None);
        await station.Ready.WaitAsync(TimeSpan.FromSeconds(30));
        await Eventually.Holds(() => station.Progress.Journaled >= 3, "three records are journaled");

        station.StopMeasuring();
        await running.WaitAsync(TimeSpan.FromSeconds(30));

        var progress = station.Progress;
        Assert.AreEqual(0, progress.Pending);
        Assert.AreEqual(progress.LastSequence, progress.Acknowledged);
        Assert.AreEqual(progress.Measured, progress.Journaled);
        var arrived = gateway.HeldOf(station.Id).Distinct().Order();
        Assert.AreEqual(string.Join(",", Enumerable.Range(1, (int)progress.LastSequence)), string.Join(",", arrived));
    }

    [TestMethod]
    public async Task A_confirmed_record_without_ack_stays_pending()
    {
        await using var gateway = await CollectingGateway.Start(_calendar);
        gateway.Acknowledges = false;
        await using var station = Station(gateway.Address);
        _ = station.Run(CancellationToken.None);

        await Eventually.Holds(() => gateway.Records.Count > 0 && station.Progress.Measured >= 2, "records arrive");

        Assert.AreEqual(0, station.Progress.Acknowledged);
        Assert.AreEqual(station.Progress.LastSequence, station.Progress.Pending);
    }

    [TestMethod]
    public async Task Without_a_gateway_it_measures_and_keeps_and_then_delivers_all()
    {
        await using var placeholder = await CollectingGateway.Start(_calendar);
        var address = placeholder.Address;
        await placeholder.DisposeAsync();
        await using var station = Station(address);
        var running = station.Run(CancellationToken.None);
        await Eventually.Holds(() => station.Progress.Journaled >= 3, "three records are journaled");
        Assert.AreEqual(0, station.Progress.Acknowledged);

        await using var gateway = await CollectingGateway.Start(_calendar, address.Port);
        station.StopMeasuring();
        await running.WaitAsync(TimeSpan.FromSeconds(60));

        Assert.IsTrue(Enumerable.Range(1, (int)station.Progress.LastSequence).All(sequence => gateway.HeldOf(station.Id).Contains(sequence)));
    }

    [TestMethod]
    public async Task With_a_folder_it_goes_on_after_a_power_cut_where_it_was()
    {
        using var folder = new TemporaryFolder();
        await using var gateway = await CollectingGateway.Start(_calendar);
        gateway.Acknowledges = false;
        StationProgress before;
        await using (var first = new VirtualStation(Options(gateway.Address) with { DataFolder = folder.Path }))
        {
            _ = first.Run(CancellationToken.None);
            await Eventually.Holds(() => first.Progress.Journaled >= 2, "two records are journaled");
            await first.DisposeAsync();
            before = first.Progress;
        }

        gateway.Acknowledges = true;
        await using var second = new VirtualStation(Options(gateway.Address) with { DataFolder = folder.Path });
        var running = second.Run(CancellationToken.None);
        await Eventually.Holds(() => second.Progress.Journaled >= 1, "one more is journaled");
        second.StopMeasuring();
        await running.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.AreEqual(before.Generation, second.Progress.Generation);
        Assert.IsGreaterThan(before.LastSequence, second.Progress.LastSequence);
        Assert.AreEqual(second.Progress.LastSequence, second.Progress.Acknowledged);
    }

    [TestMethod]
    public async Task Unsent_readings_are_not_sent_under_another_id()
    {
        using var folder = new TemporaryFolder();
        await using var gateway = await CollectingGateway.Start(_calendar);
        gateway.Acknowledges = false;
        await using (var first = new VirtualStation(Options(gateway.Address) with { DataFolder = folder.Path }))
        {
            _ = first.Run(CancellationToken.None);
            await Eventually.Holds(() => first.Progress.Journaled >= 2, "two records are journaled");
        }

        gateway.Acknowledges = true;
        await using var second = new VirtualStation(Options(gateway.Address, index: 2) with { DataFolder = folder.Path });
        var running = second.Run(CancellationToken.None);
        var refusal = await Assert.ThrowsExactlyAsync<IOException>(() => running.WaitAsync(TimeSpan.FromSeconds(30)));

        StringAssert.Contains(refusal.Message, "unsent readings of lk-anp-0001");
        Assert.IsTrue(second.Ready.IsFaulted);
        Assert.IsTrue(gateway.Records.All(record => record.Station == "lk-anp-0001"));
    }

    [TestMethod]
    public async Task The_gateway_knows_how_much_a_connected_station_holds()
    {
        await using var gateway = await CollectingGateway.Start(_calendar);
        await using var station = Station(gateway.Address);
        _ = station.Run(CancellationToken.None);

        await Eventually.Holds(() => gateway.LastStatus.TryGetValue(station.Id, out var status) && SequenceIn(status) >= 6, "the status follows the journal");
    }

    private static long SequenceIn(string status)
    {
        using var json = System.Text.Json.JsonDocument.Parse(status);
        return json.RootElement.GetProperty("seq").GetInt64();
    }

    [TestMethod]
    public async Task Every_record_is_told()
    {
        await using var gateway = await CollectingGateway.Start(_calendar);
        await using var station = Station(gateway.Address);
        var told = new System.Collections.Concurrent.ConcurrentQueue<MeasuredRecord>();
        station.Measured += told.Enqueue;
        _ = station.Run(CancellationToken.None);

        await Eventually.Holds(() => told.Count >= 3, "three records are told");

        CollectionAssert.AreEqual(new long[] { 2, 3, 5 }, told.Take(3).Select(record => record.Sequence).ToArray(), "first it tells its settings, and between them it asks for its bottles to be filled");
        Assert.AreEqual("uncertain", told.First().Verdict, "the first cycle's fluoride and arsenic are not measured yet");
        Assert.IsTrue(told.Skip(1).All(record => record.Verdict == "safe"));
    }

    [TestMethod]
    public async Task In_memory_each_start_is_a_new_generation()
    {
        await using var gateway = await CollectingGateway.Start(_calendar);
        await using var first = Station(gateway.Address);
        await using var second = Station(gateway.Address);
        _ = first.Run(CancellationToken.None);
        await Eventually.Holds(() => first.Progress.Journaled >= 1, "one record is journaled");
        await first.DisposeAsync();
        _ = second.Run(CancellationToken.None);
        await Eventually.Holds(() => second.Progress.Journaled >= 1, "one record is journaled");

        Assert.AreNotEqual(first.Progress.Generation, second.Progress.Generation);
        Assert.AreEqual(8, first.Progress.Generation.Length);
    }

    [TestMethod]
    [DataRow("arsenic", "as")]
    [DataRow("fluoride", "f")]
    public async Task An_excursion_makes_the_water_unsafe(string name, string channel)
    {
        await using var gateway = await CollectingGateway.Start(_calendar);
        Assert.IsTrue(StationEvent.TryParse($"{name}@1s", out var excursion, out _));
        await using var station = new VirtualStation(Options(gateway.Address) with { Events = [excursion!] });
        _ = station.Run(CancellationToken.None);

        await Eventually.Holds(() => gateway.Records.Any(record => record.Readings.TryGetValue(channel, out var reading) && reading.Verdict == "unsafe") && station.Progress.Verdict == "unsafe", "the verdict turns");

        Assert.AreEqual("safe", gateway.Records.First(record => record.Readings.ContainsKey(channel)).Readings[channel].Verdict, "it was safe before");
        Assert.IsTrue(station.Screen.Page.Any(column => column != 0), "the display shows something");
    }

    [TestMethod]
    public async Task A_dead_electrode_takes_the_ph_and_leaves_the_rest()
    {
        await using var gateway = await CollectingGateway.Start(_calendar);
        await using var station = new VirtualStation(Options(gateway.Address) with { Events = [new(StationEventKind.DeadElectrode, TimeSpan.FromSeconds(1))] });
        _ = station.Run(CancellationToken.None);

        static bool IsStruck(ReceivedRecord record) => record.Readings.TryGetValue("ph", out var ph) && ph.Quality is 4 or 9;
        await Eventually.Holds(() => gateway.Records.Any(IsStruck), "the pH fails");

        var healthy = gateway.Records[0].Readings["ph"];
        Assert.IsTrue(healthy is { Quality: 1, Value: not null }, "it was good before");
        var struck = gateway.Records.First(IsStruck);
        Assert.IsNull(struck.Readings["ph"].Value);
        Assert.AreNotEqual("", struck.Readings["ph"].Why);
        Assert.IsNotNull(struck.Readings["ec"].Value);
    }

    [TestMethod]
    public async Task Dead_pumps_take_fluoride_and_arsenic_and_leave_the_rest()
    {
        await using var gateway = await CollectingGateway.Start(_calendar);
        await using var station = new VirtualStation(Options(gateway.Address) with { Events = [new(StationEventKind.DeadPump, TimeSpan.Zero)] });
        _ = station.Run(CancellationToken.None);

        await Eventually.Holds(() => gateway.Records.Count >= 2, "both records arrive");

        var (fast, wet) = (gateway.Records[0], gateway.Records[1]);
        Assert.IsNotNull(fast.Readings["ph"].Value);
        foreach (var channel in new[] { "f", "as" })
        {
            Assert.IsNull(wet.Readings[channel].Value, channel);
            StringAssert.Contains(wet.Readings[channel].Why, "pump-no-answer");
        }
    }

    [TestMethod]
    public async Task Ten_stations_at_demo_speed_use_little_processor_time()
    {
        var calendar = new AcceleratedCalendar(900);
        await using var gateway = await CollectingGateway.Start(calendar);
        var stations = Enumerable.Range(1, 10)
            .Select(index => new VirtualStation(Options(gateway.Address, index) with { Calendar = calendar, Speed = 900 }))
            .ToArray();
        foreach (var station in stations) _ = station.Run(CancellationToken.None);
        await Eventually.Holds(() => stations.All(station => station.Progress.Journaled >= 1), "every station measured");

        var stopwatch = Stopwatch.StartNew();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var measured = stations.Sum(station => station.Progress.Measured);
        await Eventually.Holds(() => stations.Sum(station => station.Progress.Measured) >= measured + 30, "thirty more cycles");
        var share = (Process.GetCurrentProcess().TotalProcessorTime - before) / stopwatch.Elapsed;

        Assert.IsLessThan(0.5, share, "processors used by ten stations and their gateway");
        foreach (var station in stations) await station.DisposeAsync();
    }

    private static readonly (string Channel, double ToWire, Func<Simulation.Water.WaterState, double> Truth)[] Channels =
    [
        ("temp", 1, water => water.TemperatureCelsius),
        ("ph", 1, water => water.Ph),
        ("ec", 1e-4, water => water.Conductivity25MicroSiemensPerCm),
        ("f", 1e-3, water => water.FluorideMilligramsPerLitre),
        ("as", 1e-6, water => water.ArsenicMicrogramsPerLitre),
    ];

    private VirtualStation Station(Uri gateway, int index = 1) => new(Options(gateway, index));

    private VirtualStationOptions Options(Uri gateway, int index = 1) =>
        new($"lk-anp-{index:d4}", gateway) { Index = index, Speed = Speed, Calendar = _calendar, WetIntervalSeconds = 900 };
}

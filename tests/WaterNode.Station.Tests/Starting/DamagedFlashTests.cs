using WaterNode.Station.Journal;
using WaterNode.Station.Operation;
using WaterNode.Station.Operation.Calibrating;
using WaterNode.Station.Operation.Reagents;
using WaterNode.Station.Operation.Starting;
using WaterNode.Station.Ports;
using WaterNode.Station.Tests.Simulation;

namespace WaterNode.Station.Tests.Starting;

/// <summary>Whatever bytes stand in the files: a station that does not start because of its own files would never start again.</summary>
[TestClass]
public class DamagedFlashTests
{
    private const int Wrecks = 300;
    private const int StateLettersMin = 7;

    private static readonly byte[][] AnyByte = [[0x00], [0xFF], [(byte)'W', (byte)'N'], [(byte)'W']];

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    public void Any_bytes_in_any_file_leave_a_station_that_starts_measures_and_stores(int seed)
    {
        var random = new Random(seed);
        var aged = AgedFlash();
        for (var wreck = 0; wreck < Wrecks; wreck++)
        {
            var flash = aged.ToDictionary(file => file.Key, file => (List<byte>)[.. file.Value]);
            for (var damages = random.Next(1, 6); damages > 0; damages--) Damage(flash[AnyOf(flash, random)], random);
            AssertLives(flash, random, knowsFrames: true);
        }
    }

    /// <summary>The CRC is good and the content is not: a fault of another program, or a file under another's name.</summary>
    [TestMethod]
    [DataRow(4)]
    [DataRow(5)]
    [DataRow(6)]
    public void Whole_frames_with_any_content_leave_a_station_that_starts_and_measures(int seed)
    {
        var random = new Random(seed);
        var aged = AgedFlash();
        for (var wreck = 0; wreck < Wrecks; wreck++)
        {
            var flash = aged.ToDictionary(file => file.Key, file => (List<byte>)[.. file.Value]);
            for (var damages = random.Next(1, 6); damages > 0; damages--)
            {
                var name = AnyOf(flash, random);
                if (random.Next(4) == 0) flash[name] = [.. flash[AnyOf(flash, random)]];
                else ForgeFrames(flash[name], random);
            }
            AssertLives(flash, random, knowsFrames: false);
        }
    }

    private static void AssertLives(Dictionary<string, List<byte>> files, Random random, bool knowsFrames)
    {
        var station = new TestStation();
        foreach (var file in files) station.Flash.Open(file.Key).Append([.. file.Value], 0, file.Value.Count);
        if (!knowsFrames) station.Link.Gateway = null;
        station.Clock.PassSeconds(100_000);
        station.Clock.Set(1763740800);
        var button = new SimulatedButton();
        station.Ports.Button = button;
        var reason = (StartReason)random.Next(4);
        var cycle = station.WakeUp(reason);
        var isOpen = cycle.Start();
        Assert.IsTrue(isOpen || cycle.Journal.Opening.Problem.Length > 0, "a flash that works is opened");
        for (var waking = 0; waking < 2; waking++)
        {
            var report = cycle.Run();
            Assert.AreEqual(isOpen, report.Stored);
            if (knowsFrames && isOpen) CollectionAssert.Contains(station.Link.Gateway!.Held.ToArray(), report.Sequence);
            for (var press = 0; press < 9; press++)
            {
                button.Press(ButtonPress.Short);
                cycle.Serve(200);
            }
        }

        if (knowsFrames) Assert.IsEmpty(station.Link.Gateway!.Conflicts);
    }

    /// <summary>A flash on which everything that a station keeps has been kept, also by wakings and faults.</summary>
    private static Dictionary<string, List<byte>> AgedFlash()
    {
        var station = new TestStation();
        station.Clock.Set(1763740800);
        station.Link.Acknowledges = false;
        string[] points = ["treated", "raw", "kitchen-tap"];
        var shelf = new StateShelf(station.Flash);
        var reagents = new ReagentLevels(shelf, station.Config, MeteredFluidics.Over(station.Instruments), new StationEvents(station.Cycle.Journal, station.Clock));
        for (var day = 0; day < 24; day++)
        {
            station.Link.Acknowledges = day > 12 && day < 16;
            station.Config.SamplePoint = points[day / 8];
            station.Instruments.Ph = 7 + (day % 3 * 0.05);
            station.RunCycles(1);
            if (day == 3) Assert.IsTrue(reagents.TryRefill(ReagentLevels.All, "button", out _));
            if (day == 4) Assert.IsTrue(new CalibrationStore(shelf, station.Config).TrySave());
            if (day == 5) FaultNote.Keep(station.Flash, "System.Exception", "measuring");
            if (day == 6) new SafeMode(shelf, StartReason.Fault).Begin();
            if (day % 7 == 6) station.WakeUp(day % 2 == 0 ? StartReason.PowerOn : StartReason.DeepSleep);
        }

        Assert.IsGreaterThanOrEqualTo(StateLettersMin, station.Flash.Names.Select(name => name[0]).Distinct().Count());
        return station.Flash.Names.ToDictionary(name => name, name => station.Flash.Bytes(name));
    }

    private static string AnyOf(Dictionary<string, List<byte>> flash, Random random)
    {
        // A letter first: the journal has most of the bytes, and each of the small states matters as much.
        var letters = flash.Keys.Select(name => name[0]).Distinct().ToArray();
        var letter = letters[random.Next(letters.Length)];
        var names = flash.Keys.Where(name => name[0] == letter).ToArray();
        return names[random.Next(names.Length)];
    }

    private static void Damage(List<byte> file, Random random)
    {
        if (file.Count == 0) return;
        var at = random.Next(file.Count);
        switch (random.Next(6))
        {
            case 0:
                file[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                file.RemoveRange(at, file.Count - at);
                break;
            case 2:
                file.RemoveRange(at, Math.Min(file.Count - at, random.Next(1, 40)));
                break;
            case 3:
                file.InsertRange(at, Noise(random.Next(1, 700), random));
                break;
            case 4:
                var pattern = AnyByte[random.Next(AnyByte.Length)];
                for (var i = at; i < file.Count; i++) file[i] = pattern[i % pattern.Length];
                break;
            default:
                var noise = Noise(file.Count, random);
                for (var i = at; i < file.Count; i++) file[i] = noise[i];
                break;
        }
    }

    /// <summary>Changes bytes of some frames, sequences and generations too, and makes their CRC good again.</summary>
    private static void ForgeFrames(List<byte> file, Random random)
    {
        var bytes = file.ToArray();
        var frame = new Frame();
        for (var at = 0; at < bytes.Length;)
        {
            var length = FrameCodec.ReadHeader(bytes, at, bytes.Length - at, frame);
            if (length == 0 || at + length > bytes.Length) break;
            if (random.Next(3) == 0 || at + length == bytes.Length)
            {
                var isHead = random.Next(4) == 0;
                var first = isHead ? at + 5 : at + FrameCodec.HeaderBytes;
                var end = isHead ? at + FrameCodec.HeaderBytes : at + length - 4;
                for (var changes = random.Next(1, 12); changes > 0 && end > first; changes--) bytes[random.Next(first, end)] = AnyValue(random);
                var crc = Crc32.Of(bytes, at, length - 4);
                for (var i = 0; i < 4; i++) bytes[at + length - 4 + i] = (byte)(crc >> (8 * i));
            }
            at += length;
        }

        for (var i = 0; i < bytes.Length; i++) file[i] = bytes[i];
    }

    private static byte AnyValue(Random random) => random.Next(3) switch { 0 => 0x00, 1 => 0xFF, _ => (byte)random.Next(256) };

    private static byte[] Noise(int count, Random random)
    {
        var noise = new byte[count];
        random.NextBytes(noise);
        return noise;
    }
}

using WaterNode.Benchmarks;
using WaterNode.Station.Ports;

const int LiveGoalBytes = 40 * 1024, IlGoalBytes = 120 * 1024, Cycles = 10_000, WarmUpCycles = 100, FastCycles = 200;

var station = new BenchmarkStation();
Console.WriteLine($"managed heap after start       {station.LiveBytes,9:N0} bytes by the device's size model (goal {LiveGoalBytes:N0})");
Console.WriteLine($"peak in the first full cycle   {station.PeakOfOneCycle(),9:N0} bytes, M2Mqtt's copies of a pack included");

station.Config.WetIntervalSeconds = int.MaxValue;
station.RunCycle();
var allocatedBefore = station.AllocatedBytes;
for (var i = 0; i < FastCycles; i++) station.RunCycle();
var allocated = station.AllocatedBytes - allocatedBefore;
Console.WriteLine($"allocated in a fast cycle      {allocated / FastCycles,9:N0} bytes of .NET: what the collector has to fetch again");

for (var i = 0; i < WarmUpCycles; i++) station.RunCycle();
var before = station.LiveBytes;
for (var i = 0; i < Cycles; i++) station.RunCycle();
Console.WriteLine($"growth over {Cycles:N0} cycles      {station.LiveBytes - before,9:N0} bytes (goal 0)");

var size = AssemblySize.Of(typeof(StationPorts).Assembly.Location);
Console.WriteLine($"WaterNode.Station              {size.IlBytes,9:N0} bytes of IL in {size.Methods} methods, {size.MetadataBytes:N0} of metadata: {size.IlBytes + size.MetadataBytes:N0} together (goal {IlGoalBytes:N0} of IL)");

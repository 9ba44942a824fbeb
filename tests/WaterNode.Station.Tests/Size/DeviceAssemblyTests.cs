using System.Text.RegularExpressions;
using WaterNode.Station.Ports;

namespace WaterNode.Station.Tests.Size;

/// <summary>The two assemblies that firmware/WaterNode.Esp32/Libraries makes of the station. What is too large is refused only where the device's image is built.</summary>
[TestClass]
public class DeviceAssemblyTests
{
    private static readonly string FirmwareFolder = FindFirmwareFolder();
    private static readonly string[] CoreFolders = ReadCoreFolders();

    [TestMethod]
    public void Each_of_the_stations_two_assemblies_has_room_for_its_code()
    {
        foreach (var isCore in new[] { true, false })
        {
            var bytes = DeviceAssembly.ByteCodeBytes(typeof(StationPorts).Assembly.GetTypes().Where(type => IsInCore(type) == isCore));
            Console.WriteLine($"{(isCore ? "WaterNode.Station.Core" : "WaterNode.Station")}: {bytes:N0} of {DeviceAssembly.ByteCodeBytesMax:N0} bytes of byte code");
            Assert.IsLessThan(DeviceAssembly.ByteCodeBytesMax, bytes, "move a folder that needs no StationConfig to WaterNode.Station.Core, or make a third assembly");
        }
    }

    [TestMethod]
    public void What_is_in_the_core_knows_nothing_of_the_rest()
    {
        Assert.HasCount(4, CoreFolders);
        foreach (var file in CoreFolders.SelectMany(folder => Directory.GetFiles(Path.Combine(FirmwareFolder, "WaterNode.Station", folder), "*.cs")))
        {
            foreach (var line in File.ReadLines(file).Where(line => line.StartsWith("using WaterNode.", StringComparison.Ordinal)))
            {
                Assert.Contains(line["using WaterNode.Station.".Length..].TrimEnd(';').Split('.')[0], CoreFolders, file);
            }
        }
    }

    private static bool IsInCore(Type type) =>
        CoreFolders.Any(folder => ($"{type.FullName}.").StartsWith($"WaterNode.Station.{folder}.", StringComparison.Ordinal));

    private static string[] ReadCoreFolders()
    {
        var project = File.ReadAllText(Path.Combine(FirmwareFolder, "WaterNode.Esp32", "Libraries", "WaterNode.Station.Core", "WaterNode.Station.Core.nfproj"));
        return [.. Regex.Matches(project, @"Compile Include=""(?:\.\.\\)+WaterNode\.Station\\(\w+)\\").Select(match => match.Groups[1].Value)];
    }

    private static string FindFirmwareFolder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "WaterNode.sln"))) folder = Path.GetDirectoryName(folder)!;
        return Path.Combine(folder, "firmware");
    }
}

using System.Runtime.CompilerServices;

namespace WaterNode.Simulation.Tests.Campaign;

/// <summary>A mistake in the station's chemistry must show in the campaign, not cancel.</summary>
[TestClass]
public sealed class IndependenceTests
{
    /// <summary>The technician's visit, which hands what the electrodes showed to the station's own fit; and what says what a station.json makes of a station.</summary>
    private const string Visit = "Calibration", Deployment = "Deployment";

    [TestMethod]
    public void No_model_of_water_electrodes_pumps_or_noise_uses_the_stations_chemistry()
    {
        var simulator = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../firmware/WaterNode.VirtualStation"));
        var models = Directory.EnumerateFiles(simulator, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(simulator, file))
            .Where(file => file.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj" or Visit or Deployment))
            .ToArray();

        Assert.IsGreaterThan(20, models.Length, $"the sources of the simulator are in {simulator}");
        var users = models.Where(file => File.ReadAllText(Path.Combine(simulator, file)).Contains("Station.Chemistry", StringComparison.Ordinal));
        Assert.AreEqual("", string.Join(", ", users));
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}

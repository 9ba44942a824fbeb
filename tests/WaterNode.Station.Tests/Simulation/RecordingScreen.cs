using WaterNode.Station.Ports;

namespace WaterNode.Station.Tests.Simulation;

/// <summary>A display that remembers every page it was shown.</summary>
internal sealed class RecordingScreen(IScreen screen) : IScreen
{
    public List<byte[]> Pages { get; } = [];

    public bool Show(byte[] page)
    {
        Pages.Add((byte[])page.Clone());
        return screen.Show(page);
    }
}

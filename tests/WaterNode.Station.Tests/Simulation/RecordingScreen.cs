using WaterNode.Station.Ports;

namespace WaterNode.Station.Tests.Simulation;

/// <summary>A display that remembers every page it was shown.</summary>
internal sealed class RecordingScreen(IScreen screen) : IScreen
{
    public List<byte[]> Pages { get; } = [];

    /// <summary>It fails once, at this page of <see cref="Pages"/>; never when below 0.</summary>
    public int FailsAt { get; set; } = -1;

    public bool Show(byte[] page)
    {
        Pages.Add((byte[])page.Clone());
        if (Pages.Count - 1 == FailsAt) throw new InvalidOperationException("The display's driver failed.");
        return screen.Show(page);
    }
}

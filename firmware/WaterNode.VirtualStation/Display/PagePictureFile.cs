namespace WaterNode.Simulation.Display;

/// <summary>Keeps a picture of the display in a file, for a viewer that shows it anew when it changes.</summary>
/// <param name="path">A PNG file. It is replaced whole, so that no viewer ever sees half a picture.</param>
/// <param name="failed">Told why, once, when it cannot be written; the station goes on without.</param>
public sealed class PagePictureFile(SimulatedScreen screen, string path, Action<string> failed)
{
    private readonly string _fresh = path + ".new";
    private bool _hasFailed;

    /// <summary>Writes the page now, and whenever it changes from now on.</summary>
    public void Follow()
    {
        screen.Changed += Write;
        Write();
    }

    private void Write()
    {
        try
        {
            File.WriteAllBytes(_fresh, screen.ToPng());
            File.Move(_fresh, path, overwrite: true);
            _hasFailed = false;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            if (!_hasFailed) failed(fault.Message);
            _hasFailed = true;
        }
    }
}

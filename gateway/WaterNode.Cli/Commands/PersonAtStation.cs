using WaterNode.Simulation;
using WaterNode.Simulation.Calibration;
using WaterNode.Station.Ports;

namespace WaterNode.Cli.Commands;

/// <summary>Somebody before a virtual station: each line that is typed presses its button, or moves its sensors.</summary>
internal sealed class PersonAtStation(VirtualStation station)
{
    private const string Dip = "dip ";

    private const string Lines = "short, long or hold press the button; dip WHERE puts the sensors there and everything else into the well: " + SensorPlaces.Names + ".";

    /// <summary>Takes lines until there are no more; that is no press, and does not end the station.</summary>
    public void Follow(TextReader lines)
    {
        Console.Error.WriteLine($"waternode: type a line: {Lines}");
        while (lines.ReadLine() is { } line) Take(line.Trim());
    }

    private void Take(string line)
    {
        switch (line)
        {
            case "": break;
            case "short": station.Button.Press(ButtonPress.Short); break;
            case "long": station.Button.Press(ButtonPress.Long); break;
            case "hold": station.Button.Press(ButtonPress.Hold); break;
            default:
                var isMoved = line.StartsWith(Dip, StringComparison.Ordinal) && station.Sensors.TryDip(line[Dip.Length..].Trim());
                Console.Error.WriteLine(isMoved ? $"waternode: dipped into {line[Dip.Length..].Trim()}." : $"waternode: '{line}' is nothing to do here. Type a line: {Lines}");
                break;
        }
    }
}

using System.Text.Json;
using WaterNode.Simulation.Link;
using WaterNode.Station.Ports;

namespace WaterNode.Simulation;

/// <summary>The station.json that a technician would write for a virtual station, from its options.</summary>
internal static class StationFile
{
    private const string Name = "station.json";

    private static readonly JsonSerializerOptions Style = new(JsonSerializerDefaults.Web) { WriteIndented = true, DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Writes it to the flash, unless the same is there: the station may have been told other things since.</summary>
    public static void Write(IFlash flash, VirtualStationOptions options, GatewayAddress gateway)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                options.Id,
                Gateway = new { gateway.Host, gateway.Port, gateway.Password },
                Schedule = new { options.WetIntervalSeconds, Awake = true },
                LimitSet = options.LimitSetId,
            },
            Style);
        var file = flash.Open(Name);
        var before = new byte[file.Length];
        if (file.Read(0, before, 0, before.Length) == text.Length && before.AsSpan().SequenceEqual(text)) return;
        flash.Delete(Name);
        if (!file.Append(text, 0, text.Length)) throw new IOException("The flash is full: there is no room for station.json. Choose another folder with --data.");
    }
}

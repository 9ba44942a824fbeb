using System.Text.Json;
using System.Text.Json.Serialization;
using WaterNode.Simulation.Link;
using WaterNode.Station.Chemistry;
using WaterNode.Station.Operation;
using WaterNode.Station.Operation.Calibrating;
using WaterNode.Station.Operation.Settings;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Simulation.Deployment;

/// <summary>The station.json on a virtual flash: a technician's own, or the one that says what the options say.</summary>
internal static class StationFile
{
    private static readonly JsonSerializerOptions Style = new(JsonSerializerDefaults.Web) { WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Made of the options as a technician would write it.</summary>
    public static byte[] Make(VirtualStationOptions options, GatewayAddress gateway) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            options.Id,
            Gateway = new { gateway.Host, gateway.Port, gateway.Password },
            Schedule = new { options.WetIntervalSeconds, Awake = true },
            LimitSet = options.LimitSetId,
        },
        Style);

    /// <summary>Writes it to the flash as nanoff does, unless the same is there: the station may have been told other things since.</summary>
    public static void Write(IFlash flash, byte[] content)
    {
        var file = flash.Open(SettingsFile.Name);
        var before = new byte[file.Length];
        if (file.Read(0, before, 0, before.Length) == content.Length && before.AsSpan().SequenceEqual(content)) return;
        flash.Delete(SettingsFile.Name);
        if (!file.Append(content, 0, content.Length)) throw new IOException("The flash is full: there is no room for station.json. Choose another folder with --data.");
    }

    /// <summary>Leaves the sensors for which the file on the flash brings calibrations without one, as they are on a new node: a simulated technician's
    /// of today would be younger, and theirs would not count.</summary>
    public static void MakeRoomForCalibrations(IFlash flash, StationConfig config)
    {
        foreach (var channel in CalibrationsIn(flash).Keys) Forget(channel, config);
    }

    /// <summary>The channels for which the file on the flash brings a calibration, and when each was taken, Unix seconds.</summary>
    public static IReadOnlyDictionary<int, long> CalibrationsIn(IFlash flash)
    {
        var found = new Dictionary<int, long>();
        JsonFields calibrations = new(), given = new();
        var isGiven = SettingsFile.Read(flash).TryParse(new StationSettings(), new SettingsFaults(), out var members)
            && members.TryGetObject(SettingsReader.Calibration, calibrations);
        for (var i = 0; isGiven && i < calibrations.Count; i++)
        {
            var channel = BenchSensors.Find(calibrations.NameAt(i));
            if (channel >= 0 && calibrations.TryGetObject(calibrations.NameAt(i), given) && given.TryGetNumber("taken", out var taken)) found[channel] = taken;
        }
        return found;
    }

    private static void Forget(int channel, StationConfig config)
    {
        switch (channel)
        {
            case Channel.Ph: config.PhCalibration = new PhCalibration(); break;
            case Channel.Ec: config.EcCalibration = new ConductivityCalibration(); break;
            case Channel.F: config.FluorideCalibration = new FluorideCalibration(); break;
            case Channel.As: config.ArsenicCalibration = 0; break;
            default: break;
        }
    }
}

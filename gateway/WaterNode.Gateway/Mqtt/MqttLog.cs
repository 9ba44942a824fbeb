using System.Net;
using Microsoft.Extensions.Logging;
using WaterNode.Gateway.Mqtt.Packets;

namespace WaterNode.Gateway.Mqtt;

/// <summary>What the MQTT endpoint logs; event ids 1000 to 1099.</summary>
internal static partial class MqttLog
{
    private const int ShownCharactersMax = 128;

    /// <summary>A text that a client chose, cut to what a log can bear. Control characters do not get past the packet reader.</summary>
    public static string Shown(string text) => text.Length <= ShownCharactersMax ? text : text[..ShownCharactersMax] + "...";

    [LoggerMessage(1000, LogLevel.Information, "MQTT: {Role} {ClientId} connected from {Remote}.")]
    public static partial void Admitted(this ILogger log, PeerRole role, string clientId, EndPoint? remote);

    [LoggerMessage(1001, LogLevel.Warning, "MQTT: {ClientId} from {Remote} was refused with {Code}.")]
    public static partial void Refused(this ILogger log, string clientId, EndPoint? remote, ConnectReturnCode code);

    [LoggerMessage(1002, LogLevel.Warning, "MQTT: a client from {Remote} speaks {Protocol} level {Level}; set it to MQTT 3.1.1.")]
    public static partial void OtherVersion(this ILogger log, EndPoint? remote, string protocol, byte level);

    [LoggerMessage(1003, LogLevel.Warning, "MQTT: the connection of {ClientId} from {Remote} was closed: {Reason}.")]
    public static partial void Closed(this ILogger log, string clientId, EndPoint? remote, string reason);

    [LoggerMessage(1004, LogLevel.Error, "MQTT: a message of {ClientId} on {Topic} could not be stored and was not acknowledged; the station keeps it and sends it again. Look at the database and the disk.")]
    public static partial void NotStored(this ILogger log, Exception fault, string clientId, string topic);

    [LoggerMessage(1005, LogLevel.Error, "MQTT: the connection from {Remote} failed through a fault of the gateway; the others go on.")]
    public static partial void Failed(this ILogger log, Exception fault, EndPoint? remote);

    [LoggerMessage(1006, LogLevel.Warning, "MQTT: the message on {Topic} is not retained: {Limit} topics are retained already.")]
    public static partial void RetainedFull(this ILogger log, string topic, int limit);
}

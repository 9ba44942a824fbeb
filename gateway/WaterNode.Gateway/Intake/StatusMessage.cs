using System.Text;
using System.Text.Json;
using WaterNode.Gateway.Mqtt;
using WaterNode.Tier.Store;
using Topics = WaterNode.Station.Wire.Topics;

namespace WaterNode.Gateway.Intake;

/// <summary>Reads a station's <c>status</c>: free-form JSON about its health, kept as it is, the newest replacing the one before.</summary>
public static class StatusMessage
{
    private const int BytesMax = 2 * 1024;

    /// <summary>The stored status again as the message that it was.</summary>
    public static MqttMessage Retained(string station, string json) => new(Topics.Of(station, Topics.Status), Encoding.UTF8.GetBytes(json), Retain: true);

    public static Arrival Decode(ReadOnlyMemory<byte> payload, string station, string topic)
    {
        try
        {
            if (payload.Length > BytesMax) throw new JsonException($"it has {payload.Length} bytes, at most {BytesMax} are taken");
            using var document = JsonDocument.Parse(payload, new JsonDocumentOptions { MaxDepth = 4 });
            if (document.RootElement.ValueKind != JsonValueKind.Object) throw new JsonException("it is no object");
            return new StatusArrival(station, Encoding.UTF8.GetString(payload.Span));
        }
        catch (JsonException fault)
        {
            return new Defect("unreadable", $"The status is not valid JSON: {fault.Message}").In(payload, station, topic);
        }
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using WaterNode.Sync.Records;

namespace WaterNode.Tier.Store;

/// <summary>A record as JSON that an operator can read in the quarantine. Transport state is left out, so that the same record gives the same text.</summary>
internal static class RecordText
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new ScaledAsNumber(), new JsonStringEnumConverter() },
    };

    public static string Of(Record record) => JsonSerializer.Serialize(new
    {
        id = record.Id.ToString(),
        record.Time,
        record.PowerOn,
        record.UpSeconds,
        record.SamplePoint,
        record.LimitSet,
        record.Readings,
        record.Event,
    }, Options);

    private sealed class ScaledAsNumber : JsonConverter<Scaled>
    {
        public override Scaled Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Scaled value, JsonSerializerOptions options) => writer.WriteRawValue(value.ToString());
    }
}

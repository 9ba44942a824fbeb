using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WaterNode.Tier.Api;

/// <summary>Writes times as ISO 8601 UTC with a Z, with milliseconds only where there are some.</summary>
public sealed class UtcJson : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Text(value));

    /// <summary>The same text for the places that are not JSON.</summary>
    public static string Text(DateTimeOffset value) =>
        value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);
}

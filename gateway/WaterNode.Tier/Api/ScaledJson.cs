using System.Text.Json;
using System.Text.Json.Serialization;
using WaterNode.Sync.Records;

namespace WaterNode.Tier.Api;

/// <summary>Writes a <see cref="Scaled"/> as a JSON number with exactly its digits: 1.12, never 1.1199999999999999.</summary>
public sealed class ScaledJson : JsonConverter<Scaled>
{
    public override Scaled Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        throw new NotSupportedException("The API only writes readings.");

    public override void Write(Utf8JsonWriter writer, Scaled value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.ToString());
}

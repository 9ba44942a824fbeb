using System.Text.Encodings.Web;
using System.Text.Json;

namespace WaterNode.Tier.Api;

/// <summary>How the API writes JSON: camelCase, exact decimal numbers, and µ and ° as they are instead of as escapes.</summary>
public static class ApiJson
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        // Served as application/json with nosniff, never inside HTML: µ, ° and quotes within payloads stay legible.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new ScaledJson());
        options.Converters.Add(new UtcJson());
    }
}

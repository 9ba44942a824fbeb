using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace WaterNode.Tier.Api;

/// <summary>How the API writes JSON: camelCase, exact decimal numbers, and µ and ° as they are instead of as escapes.</summary>
public static class ApiJson
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.Converters.Add(new ScaledJson());
        options.Converters.Add(new UtcJson());
    }
}

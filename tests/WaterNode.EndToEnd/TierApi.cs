using System.Net.Http.Json;
using System.Text.Json;

namespace WaterNode.EndToEnd;

/// <summary>A tier's HTTP API as a client sees it.</summary>
public sealed class TierApi(Uri url) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = url };

    public async Task<JsonElement> Get(string path) => await _http.GetFromJsonAsync<JsonElement>(path);

    public async Task<long> Status(string count) => (await Get("/api/v1/status")).GetProperty(count).GetInt64();

    /// <summary>How often each (sequence, channel) of a station is there, over all pages.</summary>
    public async Task<Dictionary<(string Gen, long Seq, string Channel), int>> Occurrences(string station)
    {
        var seen = new Dictionary<(string, long, string), int>();
        string? after = null;
        do
        {
            var page = await Get($"/api/v1/readings?station={station}&limit=1000" + (after is null ? "" : "&after=" + Uri.EscapeDataString(after)));
            foreach (var reading in page.GetProperty("readings").EnumerateArray())
            {
                var key = (reading.GetProperty("gen").GetString()!, reading.GetProperty("seq").GetInt64(), reading.GetProperty("channel").GetString()!);
                seen[key] = seen.GetValueOrDefault(key) + 1;
            }
            after = page.GetProperty("next").GetString();
        }
        while (after is not null);
        return seen;
    }

    public void Dispose() => _http.Dispose();
}

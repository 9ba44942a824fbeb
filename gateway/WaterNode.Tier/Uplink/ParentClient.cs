using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using WaterNode.Sync.Batches;
using WaterNode.Tier.Downlink;

namespace WaterNode.Tier.Uplink;

/// <summary>Speaks the sync protocol to the parent (wire.md, section 3); every failure is an <see cref="Answer"/>.</summary>
internal sealed class ParentClient : IDisposable
{
    private const int AnswerBytesMax = 1024 * 1024;

    /// <summary>A parent that cannot be reached is told from a link that is too slow for the batch.</summary>
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    /// <summary>Idle connections are left early, so that a changed address of the parent is noticed.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly HttpClient _http;
    private readonly UplinkOptions _options;
    private readonly TimeProvider _time;

    public ParentClient(UplinkOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
        // A redirect would carry the token to a place that nobody chose.
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
            UseProxy = !options.Parent.IsLoopback,
        };
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = AnswerBytesMax };
    }

    public void Dispose() => _http.Dispose();

    public async Task<Answer> Send(byte[] batch, CancellationToken cancel)
    {
        using var deadline = new CancellationTokenSource(_options.ExchangeTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancel);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_options.Parent, SyncContract.BatchesPath));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _options.Token);
            request.Content = new ByteArrayContent(batch);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(BatchCodec.ContentType);
            using var response = await _http.SendAsync(request, either.Token);
            return await Read(response, either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return deadline.IsCancellationRequested
                ? new Answer.TooSlow($"{_options.Parent} did not answer within {_options.ExchangeTimeout.TotalSeconds:0} s.")
                : new Answer.Later($"{_options.Parent} cannot be reached: no connection within {ConnectTimeout.TotalSeconds:0} s.");
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return new Answer.Later($"{_options.Parent} cannot be reached: {error.GetBaseException().Message}");
        }
    }

    private async Task<Answer> Read(HttpResponseMessage response, CancellationToken cancel)
    {
        if (response.StatusCode == HttpStatusCode.OK)
        {
            var answer = await Json<BatchAnswer>(response, cancel);
            return answer?.Refused is null || answer.Refused.Any(refused => refused?.Reason is null)
                ? new Answer.Later($"{_options.Parent} answered with something else than a WaterNode tier does. Check the address.")
                : new Answer.Committed(answer.Refused);
        }
        var problem = await Json<SyncProblem>(response, cancel);
        var error = $"{_options.Parent} answered {(int)response.StatusCode}: {problem?.Detail ?? response.ReasonPhrase}";
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => new Answer.Unauthorized(error),
            HttpStatusCode.Forbidden when problem?.Station is { } station => new Answer.Foreign(station, error),
            HttpStatusCode.RequestEntityTooLarge => new Answer.TooLarge(error),
            HttpStatusCode.UnprocessableEntity => new Answer.Unreadable(error),
            _ => new Answer.Later(error, Patience(response)),
        };
    }

    private TimeSpan? Patience(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > _time.GetUtcNow() => date - _time.GetUtcNow(),
        _ => null,
    };

    private static async Task<T?> Json<T>(HttpResponseMessage response, CancellationToken cancel) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(await response.Content.ReadAsByteArrayAsync(cancel), JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

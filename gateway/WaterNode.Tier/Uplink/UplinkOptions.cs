namespace WaterNode.Tier.Uplink;

/// <summary>Where the parent tier is and how patiently it is spoken to.</summary>
public sealed record UplinkOptions
{
    /// <summary>From <see cref="TryAddress"/>.</summary>
    public required Uri Parent { get; init; }

    /// <summary>The token that the parent gave to this tier.</summary>
    public required string Token { get; init; }

    /// <summary>One exchange, from connecting to the answer. A link that takes longer gets smaller batches.</summary>
    public TimeSpan ExchangeTimeout { get; init; } = TimeSpan.FromSeconds(60);

    public TimeSpan RetryDelayMin { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The cap of the exponential backoff, and the pace while the token is refused.</summary>
    public TimeSpan RetryDelayMax { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The options of a tier that was given an address and a token, or neither.</summary>
    /// <param name="addressOption">How the address is called on the command line, for the message.</param>
    /// <returns>Null when there is no parent.</returns>
    /// <exception cref="ParentException">What was given cannot be used.</exception>
    public static UplinkOptions? Of(string? address, string addressOption, string? token)
    {
        if (address is null && token is null) return null;
        if (address is null || string.IsNullOrEmpty(token))
            throw new ParentException($"A parent needs both its address and a token: give {addressOption} URL and --token T. The parent prints the token with 'waternode platform child add NAME'.");
        if (!TryAddress(address, out var parent, out var error)) throw new ParentException(error);
        return new() { Parent = parent, Token = token };
    }

    /// <summary>Accepts https, and http to this machine only: a token must not travel in plain text.</summary>
    /// <param name="error">What is wrong and what to do; "" when true.</param>
    public static bool TryAddress(string? text, out Uri parent, out string error)
    {
        error = "";
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            error = $"'{text}' is not the address of a parent tier: give one like https://platform.example.org.";
        }
        else if (address.Scheme == "http" && !address.IsLoopback)
        {
            error = $"'{text}' is plain http to another machine: the token and the readings could be read and changed on the way. Use https.";
        }
        else if (address.UserInfo.Length + address.Query.Length + address.Fragment.Length > 0)
        {
            error = $"'{text}' holds more than an address: give one like https://platform.example.org, and the token by --token.";
        }
        parent = error.Length > 0 ? new Uri("about:blank") : address!.AbsolutePath.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
        return error.Length == 0;
    }
}

namespace WaterNode.Tier.Api;

/// <summary>The link to the parent tier as a person sees it.</summary>
/// <param name="State">none, up, down, unauthorized.</param>
/// <param name="LastSuccess">When the parent last took a batch; null for never.</param>
/// <param name="LastError">A sentence for the operator; null when the last exchange went well.</param>
public sealed record LinkView(string State, DateTimeOffset? LastSuccess, string? LastError);

/// <summary>What the API needs of the uplink.</summary>
public interface IParentLink
{
    LinkView View { get; }

    /// <summary>Tries now instead of waiting for the next attempt.</summary>
    void SyncNow();
}

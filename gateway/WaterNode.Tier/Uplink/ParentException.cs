namespace WaterNode.Tier.Uplink;

/// <summary>The parent tier cannot be used as given. The message is for the operator and says what to do.</summary>
public sealed class ParentException(string message) : Exception(message);

namespace WaterNode.Tier.Api;

/// <summary>The program cannot be reached where it was told to listen. The message is for the operator and says what to do.</summary>
public sealed class ListenException(string message, Exception? inner = null) : Exception(message, inner);

namespace WaterNode.Gateway.Mqtt;

/// <summary>Who may log in. Without accounts only anonymous clients are admitted, and those only when the options allow it.</summary>
public interface IMqttAccounts
{
    /// <returns>The account's role; null when the name is unknown or the password wrong, which the client is not told apart.</returns>
    ValueTask<PeerRole?> FindRole(string userName, ReadOnlyMemory<byte> password, CancellationToken cancel);
}

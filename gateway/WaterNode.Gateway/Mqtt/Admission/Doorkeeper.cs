using System.Net;
using WaterNode.Gateway.Mqtt.Packets;
using WaterNode.Station.Wire;

namespace WaterNode.Gateway.Mqtt.Admission;

/// <summary>Decides who a client is, or why it is not let in.</summary>
internal sealed class Doorkeeper(MqttOptions options, IMqttAccounts? accounts)
{
    /// <summary>The standard asks for 23 and allows more.</summary>
    private const int ClientIdCharactersMax = 128;

    /// <param name="remote">Where the client is; anonymous ones are taken from this machine only.</param>
    /// <returns>The peer is null unless the code is Accepted.</returns>
    public async ValueTask<(ConnectReturnCode Code, MqttPeer? Peer)> Decide(ConnectPacket connect, EndPoint? remote, CancellationToken cancel)
    {
        var role = options.AllowAnonymous && IsThisMachine(remote)
            ? RoleByClientId(connect.ClientId)
            : await RoleByAccount(connect, cancel);
        if (role is null) return (ConnectReturnCode.NotAuthorized, null);
        if (!IsIdAccepted(connect, role.Value)) return (ConnectReturnCode.IdentifierRejected, null);

        // An assigned id cannot be a station id: it contains a colon.
        string clientId = connect.ClientId.Length > 0 ? connect.ClientId : $"assigned:{Guid.NewGuid():N}";
        return (ConnectReturnCode.Accepted, new MqttPeer(clientId, role.Value));
    }

    private static bool IsThisMachine(EndPoint? remote) => remote is IPEndPoint { Address: var address } && IPAddress.IsLoopback(address);

    private static PeerRole? RoleByClientId(string clientId) => Topics.IsStationId(clientId) ? PeerRole.Station : PeerRole.Viewer;

    private async ValueTask<PeerRole?> RoleByAccount(ConnectPacket connect, CancellationToken cancel) =>
        accounts is null || connect.UserName is null
            ? null
            : await accounts.FindRole(connect.UserName, connect.Password ?? ReadOnlyMemory<byte>.Empty, cancel);

    private static bool IsIdAccepted(ConnectPacket connect, PeerRole role)
    {
        if (connect.ClientId.Length > ClientIdCharactersMax) return false;
        if (role == PeerRole.Station)
        {
            return Topics.IsStationId(connect.ClientId) && (connect.UserName is null || connect.UserName == connect.ClientId);
        }

        // MQTT-3.1.3-8: who wants its session kept has to say who it is.
        return connect.ClientId.Length > 0 || connect.CleanSession;
    }
}

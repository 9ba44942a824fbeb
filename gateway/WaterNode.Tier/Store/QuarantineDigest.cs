using System.Security.Cryptography;
using System.Text;
using WaterNode.Sync.Records;

namespace WaterNode.Tier.Store;

/// <summary>Tells whether the same bytes about the same identity came from the same source before.</summary>
internal static class QuarantineDigest
{
    public static byte[] Of(QuarantineArrival bad)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // Neither part before a zero byte can hold one.
        hash.AppendData(Encoding.UTF8.GetBytes($"{bad.Source}\0{bad.Id}\0"));
        hash.AppendData(bad.Payload.Span);
        return hash.GetHashAndReset()[..RecordDigest.Bytes];
    }
}

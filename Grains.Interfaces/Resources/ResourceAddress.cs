using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Aggregator.Resources;

/// <summary>
/// Where a resource is: an upstream and a path and query under its base. All that is stored or under way for one address, whoever asks and by
/// whatever method, lives in one shard, so that an unsafe call can invalidate it there.
/// </summary>
/// <param name="Upstream">The upstream's name.</param>
/// <param name="Target">Path and query under the upstream's base, percent-encoded, as they go on the wire.</param>
[GenerateSerializer, Immutable, Alias("resource-address")]
public sealed record ResourceAddress([property: Id(0)] string Upstream, [property: Id(1)] string Target)
{
    /// <summary>How many shards there are in every cluster: enough for many silos to share evenly, few enough to be found warm.</summary>
    public const int ShardCount = 512;

    /// <summary>The shard that the address belongs to: the same in every process and version.</summary>
    public long Shard
    {
        get
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(Encoding.UTF8.GetBytes($"{Upstream}\n{Target}"), hash);
            return BinaryPrimitives.ReadUInt32LittleEndian(hash) % ShardCount;
        }
    }
}

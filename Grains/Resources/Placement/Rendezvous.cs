using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Aggregator.Resources.Placement;

/// <summary>
/// Rendezvous hashing: every silo has a rank for every shard, and the first in rank has it. All silos come to the same choice without
/// talking, and when one joins or goes only the shards move that it takes or had.
/// </summary>
internal static class Rendezvous
{
    /// <summary>The place of a shard.</summary>
    /// <param name="shard">The shard's number.</param>
    /// <param name="silos">The live silos, at least one, in any order.</param>
    public static SiloAddress Choose(long shard, IEnumerable<SiloAddress> silos) =>
        silos.MaxBy(silo => (Rank(shard, silo), silo.ToParsableString())) ?? throw new InvalidOperationException("There is no silo to choose.");

    private static ulong Rank(long shard, SiloAddress silo)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{shard} {silo.ToParsableString()}"), hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }
}

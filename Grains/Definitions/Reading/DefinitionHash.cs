using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Aggregator.Definitions.Syntax;

namespace Aggregator.Definitions.Reading;

/// <summary>
/// Hashes of definitions over their nodes, so that comments, layout, quoting and the file's kind do not count, and no setting can be
/// forgotten. The order of keys counts only where it means something: of parameters, of sources, and in what becomes JSON.
/// </summary>
internal static class DefinitionHash
{
    private const int HashBytes = 20;

    /// <summary>Where in a report a map's keys are settings, in any order; <c>*</c> is the user's name.</summary>
    private static readonly FrozenSet<string> SettingsOfReport =
        FrozenSet.Create("", "/defaults", "/parameters/*", "/sources/*", "/sources/*/cache", "/sources/*/on");

    private static readonly FrozenSet<string> Named = FrozenSet.Create("/parameters", "/sources");

    public static string OfReport(MappingNode report)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Text(report, SettingsOfReport.Contains));
        return Hex(hash);
    }

    /// <param name="upstream">The upstream's name and its settings, unresolved.</param>
    /// <param name="resolved">The references in it, with their values.</param>
    /// <param name="digestKey">What keeps a value from being found by trying likely ones.</param>
    public static string OfUpstream(Member upstream, ImmutableArray<ResolvedSecret> resolved, ReadOnlySpan<byte> digestKey)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(upstream.Key + "\0"));
        hash.AppendData(Text(upstream.Value, _ => true));
        foreach (var secret in resolved)
        {
            hash.AppendData(HMACSHA256.HashData(digestKey, Encoding.UTF8.GetBytes($"{upstream.Key}\0{secret.Reference}\0{secret.Value}")));
        }

        return Hex(hash);
    }

    private static string Hex(IncrementalHash hash) => Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, HashBytes));

    private static ReadOnlySpan<byte> Text(Node node, Func<string, bool> isSettings)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output))
        {
            CanonicalText.Write(writer, Sorted(node, "", isSettings));
        }

        return output.WrittenSpan;
    }

    private static Node Sorted(Node node, string path, Func<string, bool> isSettings)
    {
        if (node is not MappingNode mapping)
        {
            return node;
        }

        var members = mapping.Members.Select(member =>
            member with { Value = Sorted(member.Value, path + "/" + (Named.Contains(path) ? "*" : member.Key), isSettings) });
        return mapping with
        {
            Members = [.. isSettings(path) ? members.OrderBy(member => member.Key, StringComparer.Ordinal) : members],
        };
    }
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Aggregator.Identity;
using Aggregator.Resources;
using Microsoft.Net.Http.Headers;

namespace Aggregator.Gateway.Relay;

/// <summary>Which of a client's header fields travel on.</summary>
internal static class RelayFields
{
    /// <summary>
    /// Host names us and not the upstream; the length is that of the body we have read, and with it the wait for a 100 is over (RFC 9110
    /// §10.1.1). The trace is ours: each hop names its own span.
    /// </summary>
    private static readonly FrozenSet<string> Ours = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        HeaderNames.Host, HeaderNames.ContentLength, HeaderNames.Expect, HeaderNames.TraceParent, HeaderNames.TraceState);

    /// <summary>The end-to-end fields of a request, line by line; lines of one name in their order (RFC 9110 §5.3).</summary>
    public static ImmutableArray<HeaderLine> EndToEnd(IHeaderDictionary fields)
    {
        var named = ConnectionFields.Named(fields.GetCommaSeparatedValues(HeaderNames.Connection));
        var lines = ImmutableArray.CreateBuilder<HeaderLine>(fields.Count);
        foreach (var (name, values) in fields)
        {
            if (Ours.Contains(name) || ConnectionFields.IsKnown(name) || named?.Contains(name) == true)
                continue;
            foreach (var value in values)
                lines.Add(new(name, value ?? ""));
        }

        return lines.ToImmutable();
    }

    /// <summary>Who asks: a digest of every credential among the fields; empty when there is none.</summary>
    public static string Identity(ImmutableArray<HeaderLine> lines)
    {
        var credentials = lines.Where(line => CredentialHeader.Is(line.Name)).ToList();
        if (credentials.Count == 0)
            return "";
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, value) in credentials.OrderBy(line => line.Name, StringComparer.OrdinalIgnoreCase))
            hash.AppendData(Encoding.Latin1.GetBytes($"{name.ToLowerInvariant()}:{value}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

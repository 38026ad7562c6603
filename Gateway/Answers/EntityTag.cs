using System.Security.Cryptography;
using Aggregator.Gateway.Negotiation;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Aggregator.Gateway.Answers;

/// <summary>The strong entity tags of a version: one per content coding, since each is other bytes (RFC 9110 §8.8.3.3).</summary>
internal static class EntityTag
{
    /// <summary>The tag of a version in a coding, with its quotes.</summary>
    public static string Of(string version, ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => $"\"{version}-br\"",
        ContentCoding.Gzip => $"\"{version}-gzip\"",
        _ => $"\"{version}\"",
    };

    /// <summary>Whether <c>If-None-Match</c> names a version, in whichever coding, compared weakly (RFC 9110 §13.1.2).</summary>
    /// <param name="ifNoneMatch">The request's field lines.</param>
    /// <param name="version">The version that would be answered.</param>
    public static bool Matches(StringValues ifNoneMatch, string version)
    {
        if (!EntityTagHeaderValue.TryParseList(ifNoneMatch, out var tags))
            return false;
        foreach (var tag in tags)
        {
            if (tag.Equals(EntityTagHeaderValue.Any)
                || tag.Tag.Equals(Of(version, ContentCoding.Identity), StringComparison.Ordinal)
                || tag.Tag.Equals(Of(version, ContentCoding.Brotli), StringComparison.Ordinal)
                || tag.Tag.Equals(Of(version, ContentCoding.Gzip), StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The version of an answer that the gateway makes itself: the hash of its bytes.</summary>
    public static string VersionOf(ReadOnlySpan<byte> body) => Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, VersionBytes));

    private const int VersionBytes = 16;
}

using System.Security.Cryptography;
using Aggregator.Gateway.Negotiation;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Aggregator.Gateway.Answers;

/// <summary>The strong entity tags of a version: one per content coding, since each is other bytes (RFC 9110 §8.8.3.3).</summary>
/// <param name="version">The version.</param>
internal sealed class EntityTags(string version)
{
    private readonly string _identity = $"\"{version}\"";
    private readonly string _brotli = $"\"{version}-br\"";
    private readonly string _gzip = $"\"{version}-gzip\"";

    /// <summary>The tag in a coding, with its quotes.</summary>
    public string Of(ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => _brotli,
        ContentCoding.Gzip => _gzip,
        _ => _identity,
    };

    /// <summary>Whether <c>If-None-Match</c> names the version, in whichever coding, compared weakly (RFC 9110 §13.1.2).</summary>
    /// <param name="ifNoneMatch">The request's field lines.</param>
    public bool Match(StringValues ifNoneMatch)
    {
        if (ifNoneMatch.Count == 0)
            return false;
        if (ifNoneMatch.Count == 1 && IsOurs(ifNoneMatch[0]))
            return true;
        if (!EntityTagHeaderValue.TryParseList(ifNoneMatch, out var tags))
            return false;
        foreach (var tag in tags)
        {
            if (tag.Equals(EntityTagHeaderValue.Any) || IsOurs(tag.Tag))
                return true;
        }

        return false;
    }

    /// <summary>The version of an answer that the gateway makes itself: the hash of its bytes.</summary>
    public static string VersionOf(ReadOnlySpan<byte> body) => Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, VersionBytes));

    private const int VersionBytes = 16;

    private bool IsOurs(StringSegment tag) =>
        tag.Equals(_identity, StringComparison.Ordinal) || tag.Equals(_brotli, StringComparison.Ordinal) || tag.Equals(_gzip, StringComparison.Ordinal);
}

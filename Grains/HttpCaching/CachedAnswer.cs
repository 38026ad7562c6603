using System.Collections.Frozen;
using System.Globalization;
using Aggregator.HttpCaching.Syntax;

namespace Aggregator.HttpCaching;

/// <summary>What a client gets out of a whole response: all of it, a part, or the news that it has it already.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Fields">The fields.</param>
/// <param name="Body">The body; empty for HEAD and 304. A slice of the response's own bytes.</param>
public sealed record CachedAnswer(int Status, HeaderFields Fields, ReadOnlyMemory<byte> Body)
{
    // RFC 9110 §15.4.5: a 304 tells nothing of the content but what its receiver needs to update its own copy.
    private static readonly FrozenSet<string> NotIn304 = FrozenSet.ToFrozenSet(
        ["Content-Length", "Content-Type", "Content-Encoding", "Content-Language", "Content-Range", "Content-MD5"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The answer from the store: the Age field tells how old it is (RFC 9111 §5.1), Date stays what it was.</summary>
    /// <param name="request">The client's request, conditions and range included.</param>
    /// <param name="stored">The stored response.</param>
    /// <param name="now">The time.</param>
    public static CachedAnswer FromStore(CacheRequest request, StoredResponse stored, Moment now)
    {
        string age = DeltaSeconds.Format(Freshness.Age(stored, now));
        return Answer(request, stored, stored.Head.Fields.Set("Age", age));
    }

    /// <summary>The answer from a response that has just come whole, to a client that may have asked for less.</summary>
    /// <param name="request">The client's request, conditions and range included.</param>
    /// <param name="received">The response, in the form in which it is kept, whether it is kept or not.</param>
    public static CachedAnswer FromUpstream(CacheRequest request, StoredResponse received) =>
        Answer(request, received, received.Head.Fields);

    private static CachedAnswer Answer(CacheRequest request, StoredResponse stored, HeaderFields fields)
    {
        int status = stored.Head.Status;
        // RFC 9110 §13.2.1: conditions count only where the answer would be a success; the origin has judged them for a part.
        if (request.IsRead && StatusCodes.IsSuccess(status) && status != 206 && Conditions.IsKnown(request.Fields, stored))
            return NotModified(fields);
        if (request.IsHead)
            return new(status, fields, ReadOnlyMemory<byte>.Empty);
        // RFC 9110 §14.2: Range is for GET, after the other conditions, and may be ignored.
        return status == 200 && request.Method == "GET" && !fields.Contains("Content-Range")
            && ByteRange.TryParse(request.Fields.Values("Range"), out var range)
            && Conditions.RangeHolds(request.Fields, stored)
            ? Part(stored, fields, range)
            : new(status, fields, stored.Body);
    }

    private static CachedAnswer NotModified(HeaderFields fields)
    {
        var told = fields.Without(NotIn304.Contains);
        if (told.Contains("ETag"))
            told = told.Without("Last-Modified");
        return new(304, told, ReadOnlyMemory<byte>.Empty);
    }

    private static CachedAnswer Part(StoredResponse stored, HeaderFields fields, ByteRange range)
    {
        string length = stored.Body.Length.ToString(CultureInfo.InvariantCulture);
        if (!range.TryResolve(stored.Body.Length, out long start, out long count))
            return new(
                416, // RFC 9110 §15.5.17
                fields.Without(NotIn304.Contains).Set("Content-Range", $"bytes */{length}").Set("Content-Length", "0"),
                ReadOnlyMemory<byte>.Empty);
        var told = fields // RFC 9110 §15.3.7.1
            .Set("Content-Range", string.Create(CultureInfo.InvariantCulture, $"bytes {start}-{start + count - 1}/{length}"))
            .Set("Content-Length", count.ToString(CultureInfo.InvariantCulture));
        return new(206, told, stored.Body.AsMemory((int)start, (int)count));
    }
}

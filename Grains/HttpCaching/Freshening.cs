using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Aggregator.HttpCaching.Syntax;

namespace Aggregator.HttpCaching;

/// <summary>How a 304 and the answer to a HEAD update what is stored (RFC 9111 §4.3.4, §4.3.5).</summary>
public static class Freshening
{
    // RFC 9111 §3.2: the length stays the stored body's.
    private static readonly FrozenSet<string> Kept = FrozenSet.ToFrozenSet(["Content-Length"], StringComparer.OrdinalIgnoreCase);

    // RFC 9111 §3.2: fields that the stored body depends on after it was decoded stay as they are.
    private static readonly FrozenSet<string> KeptWhenDecoded = FrozenSet.ToFrozenSet(
        ["Content-Length", "Content-Encoding", "Content-Range", "Content-MD5", "Content-Digest"], StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The stored responses that a 304 confirms, updated. None means that it speaks of something that is not stored: then the
    /// request has to be repeated without conditions.
    /// </summary>
    /// <param name="request">The request that was sent.</param>
    /// <param name="notModified">The 304.</param>
    /// <param name="offered">The stored responses whose validators the request carried, the one it was about first.</param>
    /// <param name="requestedAt">When the request was sent.</param>
    /// <param name="receivedAt">When the 304 came.</param>
    public static ImmutableArray<Freshened> ByNotModified(
        CacheRequest request, ResponseHead notModified, IReadOnlyList<StoredResponse> offered, Moment requestedAt, Moment receivedAt) =>
        [.. Confirmed(notModified, offered, receivedAt.Wall)
            .Select(stored => new Freshened(stored, Update(request, stored, notModified, requestedAt, receivedAt)))];

    /// <summary>
    /// A stored GET response after a 200 to a HEAD for the same request (RFC 9111 §4.3.5): updated if validators and length agree,
    /// null if they do not and it has to go.
    /// </summary>
    /// <param name="request">The request that was sent.</param>
    /// <param name="head">The answer to the HEAD, status 200.</param>
    /// <param name="stored">A stored response that could have answered it.</param>
    /// <param name="requestedAt">When the request was sent.</param>
    /// <param name="receivedAt">When the answer came.</param>
    public static StoredResponse? ByHead(
        CacheRequest request, ResponseHead head, StoredResponse stored, Moment requestedAt, Moment receivedAt)
    {
        bool same = Agrees("ETag", head, stored) && Agrees("Last-Modified", head, stored) && LengthAgrees(head, stored);
        return same ? Update(request, stored, head, requestedAt, receivedAt) : null;
    }

    private static IEnumerable<StoredResponse> Confirmed(
        ResponseHead notModified, IReadOnlyList<StoredResponse> offered, DateTimeOffset now)
    {
        if (EntityTag.Of(notModified.Fields) is { IsWeak: false } strong)
            return offered.Where(stored => HasTag(stored, strong.StronglyMatches));
        if (EntityTag.Of(notModified.Fields) is { } weak)
            return MostRecent(offered.Where(stored => HasTag(stored, weak.WeaklyMatches)));
        if (HttpDate.Of(notModified.Fields, "Last-Modified", now) is { } modified)
            return MostRecent(offered.Where(stored => HttpDate.Of(stored.Head.Fields, "Last-Modified", now) == modified));
        // §4.3.4 wants a validator in the 304 where the stored response has one. Servers leave it out, and when the request asked
        // about one response only, there is no doubt which one is meant.
        return offered.Count == 1 ? offered : [];
    }

    private static bool HasTag(StoredResponse stored, Func<EntityTag, bool> matches) =>
        EntityTag.Of(stored.Head.Fields) is { } tag && matches(tag);

    private static IEnumerable<StoredResponse> MostRecent(IEnumerable<StoredResponse> stored) =>
        stored.MaxBy(candidate => candidate.Date) is { } latest ? [latest] : [];

    private static StoredResponse Update(
        CacheRequest request, StoredResponse stored, ResponseHead newer, Moment requestedAt, Moment receivedAt)
    {
        var kept = stored.Decoded ? KeptWhenDecoded : Kept;
        var news = HopByHop.Remove(newer.Fields).Without(kept.Contains);
        if (!news.Contains("Date"))
            news = news.Append("Date", HttpDate.Format(receivedAt.Wall)); // RFC 9110 §6.6.1
        // An Age without a new one beside it told of the earlier way here.
        var old = stored.Head.Fields.Without(name => news.Contains(name) || name.Equals("Age", StringComparison.OrdinalIgnoreCase));
        var fields = HeaderFields.Of(old.Concat(news));
        return stored with
        {
            Head = new(stored.Head.Status, fields),
            Selecting = SameVary(fields, stored.Head.Fields) ? stored.Selecting : Vary.Select(fields, request.Fields),
            RequestedAt = requestedAt,
            ReceivedAt = receivedAt,
        };
    }

    // A Vary that names other fields than before holds for the request that brought it, and is not known for the earlier one.
    private static bool SameVary(HeaderFields one, HeaderFields other) =>
        one.Values("Vary").SequenceEqual(other.Values("Vary"), StringComparer.OrdinalIgnoreCase);

    private static bool Agrees(string name, ResponseHead head, StoredResponse stored) =>
        head.Fields.Combined(name) is not { } theirs || theirs == stored.Head.Fields.Combined(name);

    private static bool LengthAgrees(ResponseHead head, StoredResponse stored)
    {
        if (head.Fields.Combined("Content-Length") is not { } length)
            return true;
        string? ours = stored.Head.Fields.Combined("Content-Length")
            ?? (stored.Decoded ? null : stored.Body.Length.ToString(CultureInfo.InvariantCulture));
        return ours is null || ours == length;
    }
}

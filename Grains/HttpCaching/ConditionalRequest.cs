using System.Collections.Frozen;
using Aggregator.HttpCaching.Syntax;

namespace Aggregator.HttpCaching;

/// <summary>The fields by which the upstream is asked whether stored responses still hold (RFC 9111 §4.3.1).</summary>
public static class ConditionalRequest
{
    /// <summary>How many entity tags are offered at most, so that a URI of many variants does not grow its requests without end.</summary>
    public const int MostTags = 16;

    private static readonly FrozenSet<string> ClientConditions = FrozenSet.ToFrozenSet(
        ["If-None-Match", "If-Modified-Since", "If-Range", "Range"], StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// A request's fields without the conditions and the range that its client set for itself: the answer is to be the whole
    /// response, which serves everybody who waits for it; conditions are then answered from that (RFC 9111 §4.3.2).
    /// </summary>
    public static HeaderFields Unconditional(HeaderFields request) => request.Without(ClientConditions.Contains);

    /// <summary>A request's fields with conditions of our own in place of its client's.</summary>
    /// <param name="request">The request's fields.</param>
    /// <param name="chosen">The stored response that the request is about; null if no variant matches it.</param>
    /// <param name="others">Stored responses that would do as well if the upstream names their entity tag, such as other variants.</param>
    /// <returns>Unconditional fields if nothing stored has a validator.</returns>
    public static HeaderFields Build(HeaderFields request, StoredResponse? chosen, IReadOnlyList<StoredResponse> others)
    {
        var fields = Unconditional(request);
        string tags = Tags(chosen, others);
        if (tags.Length > 0)
            fields = fields.Append("If-None-Match", tags);
        // The date goes back letter by letter: origins compare it as text.
        if (chosen is not null && HttpDate.Of(chosen.Head.Fields, "Last-Modified", chosen.ReceivedAt.Wall) is not null)
            fields = fields.Append("If-Modified-Since", chosen.Head.Fields.First("Last-Modified") ?? "");
        return fields;
    }

    private static string Tags(StoredResponse? chosen, IReadOnlyList<StoredResponse> others)
    {
        var tags = new List<string>();
        Add(tags, chosen);
        foreach (var other in others)
            Add(tags, other);
        return string.Join(", ", tags);
    }

    private static void Add(List<string> tags, StoredResponse? stored)
    {
        if (tags.Count < MostTags && stored is not null && EntityTag.Of(stored.Head.Fields) is { } tag && !tags.Contains(tag.ToString()))
            tags.Add(tag.ToString());
    }
}

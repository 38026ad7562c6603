using System.Collections.Immutable;
using Aggregator.HttpCaching.Syntax;

namespace Aggregator.HttpCaching;

/// <summary>A response as it is kept: raw fields, so that each reader judges it by its own policy.</summary>
public sealed record StoredResponse
{
    /// <summary>Where it came from.</summary>
    public required Uri Uri { get; init; }

    /// <summary>Status and fields, without those of the connection.</summary>
    public required ResponseHead Head { get; init; }

    /// <summary>The body; nobody may change it.</summary>
    public required byte[] Body { get; init; }

    /// <summary>What its Vary names, as the request had it.</summary>
    public ImmutableArray<SelectingField> Selecting { get; init; } = [];

    /// <summary>Whether the request had an Authorization field (RFC 9111 §3.5).</summary>
    public bool Authorized { get; init; }

    /// <summary>Whether another credential of the client's went into the call.</summary>
    public bool ClientCredential { get; init; }

    /// <summary>Whether a content coding was taken off the body.</summary>
    public bool Decoded { get; init; }

    /// <summary>When the request was sent, or the latest validation.</summary>
    public required Moment RequestedAt { get; init; }

    /// <summary>When the response came, or the latest validation.</summary>
    public required Moment ReceivedAt { get; init; }

    /// <summary>The form in which a response is kept.</summary>
    public static StoredResponse Of(CacheRequest request, CacheResponse response)
    {
        var fields = HopByHop.Remove(response.Head.Fields); // RFC 9111 §3.1
        if (!fields.Contains("Date"))
            fields = fields.Append("Date", HttpDate.Format(response.ReceivedAt.Wall)); // RFC 9110 §6.6.1
        return new()
        {
            Uri = request.Uri,
            Head = new(response.Head.Status, fields),
            Body = response.Body,
            Selecting = Vary.Select(fields, request.Fields),
            Authorized = request.Fields.Contains("Authorization"),
            ClientCredential = request.ClientCredential,
            Decoded = response.Decoded,
            RequestedAt = response.RequestedAt,
            ReceivedAt = response.ReceivedAt,
        };
    }

    /// <summary>
    /// The same response as the one for another request: what a validation with another variant's entity tag leads to
    /// (RFC 9111 §4.3.1).
    /// </summary>
    public StoredResponse For(CacheRequest request) => this with
    {
        Selecting = Vary.Select(Head.Fields, request.Fields),
        Authorized = request.Fields.Contains("Authorization"),
        ClientCredential = request.ClientCredential,
    };

    /// <summary>When the response was made, by its Date or else by its coming.</summary>
    internal DateTimeOffset Date => HttpDate.Of(Head.Fields, "Date", ReceivedAt.Wall) ?? ReceivedAt.Wall;
}

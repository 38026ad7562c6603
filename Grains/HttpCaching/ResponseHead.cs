using Aggregator.HttpCaching.Syntax;

namespace Aggregator.HttpCaching;

/// <summary>A response's status and fields. Immutable; the directives are read once.</summary>
/// <param name="status">The status code.</param>
/// <param name="fields">The fields.</param>
public sealed class ResponseHead(int status, HeaderFields fields)
{
    private ResponseDirectives? _shared;
    private ResponseDirectives? _private;

    /// <summary>The status code.</summary>
    public int Status { get; } = status;

    /// <summary>The fields.</summary>
    public HeaderFields Fields { get; } = fields;

    /// <summary>The directives that hold for a cache of this kind.</summary>
    public ResponseDirectives Directives(CacheSharing sharing) => sharing == CacheSharing.Shared
        ? _shared ??= ResponseDirectives.Of(Fields, CacheSharing.Shared)
        : _private ??= ResponseDirectives.Of(Fields, CacheSharing.Private);
}

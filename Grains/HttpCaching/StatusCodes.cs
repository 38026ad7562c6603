using System.Collections.Frozen;

namespace Aggregator.HttpCaching;

/// <summary>What a cache has to know of status codes.</summary>
internal static class StatusCodes
{
    // RFC 9110 §15.1, but for 206, which is not kept.
    private static readonly FrozenSet<int> ByDefault =
        FrozenSet.ToFrozenSet([200, 203, 204, 300, 301, 308, 404, 405, 410, 414, 501]);

    // RFC 9110 §15: those whose meaning for a cache is known here.
    private static readonly FrozenSet<int> Known = FrozenSet.ToFrozenSet(
    [
        200, 201, 202, 203, 204, 205, 300, 301, 302, 303, 307, 308, 400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410,
        411, 412, 413, 414, 415, 416, 417, 421, 422, 426, 500, 501, 502, 503, 504, 505,
    ]);

    /// <summary>Whether a lifetime may be guessed for it (RFC 9110 §15.1, heuristically cacheable).</summary>
    public static bool IsCacheableByDefault(int status) => ByDefault.Contains(status);

    /// <summary>Whether its caching requirements are understood, as must-understand asks (RFC 9111 §5.2.2.3).</summary>
    public static bool IsUnderstood(int status) => Known.Contains(status);

    /// <summary>Whether the status means success (RFC 9110 §15.3).</summary>
    public static bool IsSuccess(int status) => status is >= 200 and < 300;
}

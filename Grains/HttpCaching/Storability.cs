using System.Globalization;
using Aggregator.HttpCaching.Syntax;

namespace Aggregator.HttpCaching;

/// <summary>Whether a response is kept (RFC 9111 §3), and if not, why.</summary>
public abstract record Storability
{
    private Storability()
    {
    }

    /// <summary>It is kept.</summary>
    public sealed record Storable : Storability
    {
        /// <summary>The only one there is.</summary>
        public static readonly Storable Instance = new();
    }

    /// <summary>It is not kept.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record NotStorable(NotStorableReason Reason) : Storability;

    /// <summary>Decides on a response that has just come.</summary>
    public static Storability Decide(CacheRequest request, CacheResponse response, CachePolicy policy)
    {
        var reason = ByRequest(request, response, policy)
            ?? ByCompleteness(response)
            ?? ByFields(response.Head, response.ReceivedAt.Wall, HasCredential(request, policy), policy);
        return reason is { } why ? new NotStorable(why) : Storable.Instance;
    }

    /// <summary>
    /// Decides for one reader on a response that another may have stored: what was kept by somebody's fixed lifetime only does not
    /// exist for who goes by the fields.
    /// </summary>
    public static bool IsVisible(StoredResponse stored, CachePolicy policy)
    {
        bool credential = stored.ClientCredential || (stored.Authorized && !policy.OperatorCredential);
        return ByFields(stored.Head, stored.ReceivedAt.Wall, credential, policy) is null;
    }

    private static NotStorableReason? ByRequest(CacheRequest request, CacheResponse response, CachePolicy policy)
    {
        bool understood = request.DeclaredRead || request.Method == "GET"
            || (request.Method == "POST" && StandsForItsUri(request, response, policy));
        if (!understood)
            return NotStorableReason.Method;
        return RequestDirectives.Of(request, policy).NoStore ? NotStorableReason.RequestNoStore : null;
    }

    // RFC 9110 §9.3.3: explicit freshness, and a Content-Location that is the target's own.
    private static bool StandsForItsUri(CacheRequest request, CacheResponse response, CachePolicy policy) =>
        policy.Fixed is null
        && StatusCodes.IsSuccess(response.Head.Status)
        && response.Head.Fields.Only("Content-Location") is { } location
        && Uri.TryCreate(request.Uri, location, out var target)
        && target == request.Uri
        && Freshness.Lifetime(response.Head, response.ReceivedAt.Wall, policy).IsExplicit;

    private static NotStorableReason? ByCompleteness(CacheResponse response)
    {
        if (!response.Complete)
            return NotStorableReason.Incomplete;
        // RFC 9112 §8: a length that is not kept is an incomplete message. 204 has no content whatever it says.
        return !response.Decoded && response.Head.Status != 204
            && response.Head.Fields.First("Content-Length") is { } text
            && (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long length) || length != response.Body.Length)
            ? NotStorableReason.Incomplete
            : null;
    }

    private static NotStorableReason? ByFields(ResponseHead head, DateTimeOffset receivedAt, bool credential, CachePolicy policy)
    {
        if (head.Status < 200)
            return NotStorableReason.InterimStatus;
        if (head.Status == 206)
            return NotStorableReason.Partial;
        if (head.Status == 304)
            return NotStorableReason.NotModified;
        if (Vary.IsAny(head.Fields))
            return NotStorableReason.VaryAny;
        return policy.Fixed is null
            ? ByDirectives(head, credential, policy) ?? ByUse(head, receivedAt, policy)
            : ByFixedLifetime(head, credential, policy);
    }

    // The operator's lifetime stands above the fields; a client's credential stands above both.
    private static NotStorableReason? ByFixedLifetime(ResponseHead head, bool credential, CachePolicy policy)
    {
        if (!StatusCodes.IsSuccess(head.Status))
            return NotStorableReason.NotOk;
        return policy.Sharing == CacheSharing.Shared && credential && !AllowsSharing(head.Directives(CacheSharing.Shared))
            ? NotStorableReason.Credential
            : null;
    }

    private static NotStorableReason? ByDirectives(ResponseHead head, bool credential, CachePolicy policy)
    {
        var directives = head.Directives(policy.Sharing);
        if (directives.Malformed)
            return NotStorableReason.MalformedCacheControl;
        if (directives.MustUnderstand && !StatusCodes.IsUnderstood(head.Status))
            return NotStorableReason.StatusNotUnderstood;
        if (directives.NoStore && !directives.MustUnderstand) // §5.2.2.3: no-store is there for who does not understand
            return NotStorableReason.NoStore;
        if (directives.Private)
            return NotStorableReason.Private;
        return policy.Sharing == CacheSharing.Shared && credential && !AllowsSharing(directives)
            ? NotStorableReason.Credential
            : null;
    }

    // §3, last item: something must make it cacheable; and something must make it usable later.
    private static NotStorableReason? ByUse(ResponseHead head, DateTimeOffset receivedAt, CachePolicy policy)
    {
        var lifetime = Freshness.Lifetime(head, receivedAt, policy);
        if (lifetime.IsExplicit)
            return null;
        if (!StatusCodes.IsCacheableByDefault(head.Status) && !head.Directives(policy.Sharing).Public)
            return NotStorableReason.StatusNotCacheable;
        bool usable = lifetime.Basis == LifetimeBasis.Heuristic
            || EntityTag.Of(head.Fields) is not null
            || HttpDate.Of(head.Fields, "Last-Modified", receivedAt) is not null;
        return usable ? null : NotStorableReason.NothingToReuseBy;
    }

    private static bool HasCredential(CacheRequest request, CachePolicy policy) =>
        request.ClientCredential || (request.Fields.Contains("Authorization") && !policy.OperatorCredential);

    // RFC 9111 §3.5.
    private static bool AllowsSharing(ResponseDirectives directives) =>
        !directives.Malformed && (directives.Public || directives.MustRevalidate || directives.SharedMaxAge is not null);
}

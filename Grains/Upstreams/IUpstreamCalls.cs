namespace Aggregator.Upstreams;

/// <summary>The one way from a report to an upstream.</summary>
public interface IUpstreamCalls
{
    /// <summary>Carries a call out, with every attempt that its upstream's definition allows. Whatever goes wrong is an outcome.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">The flight's limit: when it is cancelled the call ends at once, as <see cref="UpstreamOutcomeKind.Timeout"/> or, while it waits for a permit, as <see cref="UpstreamOutcomeKind.Throttled"/>.</param>
    Task<UpstreamOutcome> SendAsync(UpstreamCall call, CancellationToken cancellationToken);
}

using Orleans.Runtime.Messaging;

namespace Aggregator.Gateway.Calls;

/// <summary>What a grain call can throw when a process or a connection is gone, as against a bug.</summary>
public static class TransientFault
{
    /// <summary>Whether another attempt may succeed.</summary>
    public static bool Is(Exception exception) => exception is TimeoutException || IsUnreachable(exception);

    /// <summary>
    /// Whether no silo could be reached, or the one reached was going away: there is no cluster to ask rather than a slow one.
    /// </summary>
    public static bool IsUnreachable(Exception exception) => exception
        is SiloUnavailableException
        or OrleansMessageRejectionException
        or GatewayTooBusyException
        or ConnectionFailedException
        or ClientNotAvailableException
        or ClusterNotConnectedException;

    /// <summary>Whether the call certainly never left this process.</summary>
    public static bool IsUnsent(Exception exception) => exception is ClusterNotConnectedException or ConnectionFailedException;
}

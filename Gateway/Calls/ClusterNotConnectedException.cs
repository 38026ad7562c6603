namespace Aggregator.Gateway.Calls;

/// <summary>A grain was asked for while this process has no connection to the cluster.</summary>
public sealed class ClusterNotConnectedException : Exception
{
    /// <summary>Makes the exception.</summary>
    public ClusterNotConnectedException()
        : base("There is no connection to the cluster.")
    {
    }

    /// <summary>Makes the exception with another message.</summary>
    /// <param name="message">The message.</param>
    public ClusterNotConnectedException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with another message and a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public ClusterNotConnectedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

namespace Aggregator.Gateway.Calls;

/// <summary>One call of one grain on behalf of one caller: what <see cref="GrainCalls"/> needs to know to carry it out.</summary>
/// <typeparam name="TAnswer">What the grain answers.</typeparam>
internal abstract class GrainCall<TAnswer>
{
    /// <summary>How long the caller waits.</summary>
    public abstract TimeSpan Patience { get; }

    /// <summary>Whether a call that may have arrived can be made again. One that cannot is not bounded but by the caller's patience.</summary>
    public virtual bool IsRepeatable => true;

    /// <summary>Calls the grain. Attempts share their waiter, so that a repeated one rejoins what the first one began.</summary>
    /// <param name="patience">What is left of the caller's patience.</param>
    /// <param name="attempt">Ends this attempt only.</param>
    public abstract Task<TAnswer> SendAsync(TimeSpan patience, CancellationToken attempt);

    /// <summary>Takes notice that the call may have arrived, though no answer came.</summary>
    public virtual void MayHaveArrived()
    {
    }

    /// <summary>Whether the silo that answered lacks the definition, so that another one is worth asking.</summary>
    public abstract bool LacksDefinition(TAnswer answer);

    /// <summary>Tells the grain that the caller has gone for good.</summary>
    public abstract Task LeaveAsync();
}

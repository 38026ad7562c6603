namespace Aggregator.Gateway.Calls;

/// <summary>How a call of a grain ended: with the grain's answer, or without one.</summary>
/// <typeparam name="TAnswer">What the grain answers.</typeparam>
internal abstract record GrainCallOutcome<TAnswer>
{
    private GrainCallOutcome()
    {
    }

    /// <summary>The grain answered.</summary>
    /// <param name="Answer">Its answer.</param>
    public sealed record Answered(TAnswer Answer) : GrainCallOutcome<TAnswer>;

    /// <summary>Until the caller's patience ended, no silo could be reached.</summary>
    public sealed record Unreachable : GrainCallOutcome<TAnswer>;

    /// <summary>Until the caller's patience ended, no answer came.</summary>
    public sealed record TimedOut : GrainCallOutcome<TAnswer>;

    /// <summary>The process that was asked is gone, and what may not be done twice was not asked for again.</summary>
    public sealed record Lost : GrainCallOutcome<TAnswer>;
}

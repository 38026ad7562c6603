namespace Aggregator.Definitions;

/// <summary>The answers that a rule of <c>on</c> is about, from the most to the least specific.</summary>
public abstract record OnMatch
{
    private OnMatch()
    {
    }

    /// <summary>One status code.</summary>
    /// <param name="Code">The code, 100 to 999.</param>
    public sealed record Status(int Code) : OnMatch;

    /// <summary>A class of status codes, such as 4xx.</summary>
    /// <param name="Hundreds">The first digit.</param>
    public sealed record StatusClass(int Hundreds) : OnMatch;

    /// <summary>No answer in time.</summary>
    public sealed record Timeout : OnMatch;

    /// <summary>No connection, or one that broke.</summary>
    public sealed record Unreachable : OnMatch;

    /// <summary>Every failure that no other rule is about.</summary>
    public sealed record Any : OnMatch;
}

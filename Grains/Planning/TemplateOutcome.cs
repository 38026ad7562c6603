namespace Aggregator.Planning;

/// <summary>What expanding a template came to.</summary>
public abstract record TemplateOutcome
{
    private TemplateOutcome()
    {
    }

    /// <summary>A URL's path and query.</summary>
    /// <param name="PathAndQuery">The percent-encoded text to append to the upstream's base URL; it has the template's segments.</param>
    public sealed record Expanded(string PathAndQuery) : TemplateOutcome;

    /// <summary>There is no call, because a variable of the path has no value.</summary>
    /// <param name="Name">The variable's dotted path.</param>
    public sealed record Skipped(string Name) : TemplateOutcome;

    /// <summary>There is no call, because a value does not fit where it stands.</summary>
    /// <param name="Name">The variable's dotted path.</param>
    /// <param name="Reason">What was found and what was expected; never the value itself.</param>
    public sealed record Refused(string Name, string Reason) : TemplateOutcome;
}

namespace Aggregator.Planning;
/// <summary>x</summary>
public abstract record TemplateOutcome
{
    /// <summary>x</summary>
    public sealed record Expanded(string Target) : TemplateOutcome;
    /// <summary>x</summary>
    public sealed record Skipped(string Name) : TemplateOutcome;
    /// <summary>x</summary>
    public sealed record Refused(string Name, string Reason) : TemplateOutcome;
}

namespace Aggregator.Definitions.Syntax;

/// <summary>Ends the reading of a file that makes no sense from some place on. Never leaves this folder.</summary>
internal sealed class UnreadableException(Place place, string found, string expected, string? hint = null) : Exception(found)
{
    public Problem Problem { get; } = new(Severity.Error, place, found, expected, hint);
}

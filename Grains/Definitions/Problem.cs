namespace Aggregator.Definitions;

/// <summary>Something wrong, or likely wrong, with the user's definitions.</summary>
/// <param name="Severity">Whether it keeps the definitions from being used.</param>
/// <param name="Place">Where.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What could stand there instead.</param>
/// <param name="Hint">The nearest known name, or why a trap snapped shut; null for none.</param>
public sealed record Problem(Severity Severity, Place Place, string Found, string Expected, string? Hint = null)
{
    /// <summary>One line: place, found, expected, hint.</summary>
    public override string ToString() =>
        $"{Place}: {(Severity == Severity.Warning ? "warning: " : "")}{Found}; expected {Expected}{(Hint is null ? "" : $"; {Hint}")}";
}

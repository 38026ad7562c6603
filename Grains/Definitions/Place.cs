namespace Aggregator.Definitions;

/// <summary>Where something stands in the user's files.</summary>
/// <param name="File">The path relative to the folder of definitions, with forward slashes.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in characters, from 1.</param>
public readonly record struct Place(string File, int Line, int Column)
{
    /// <summary><c>file:line:column</c>, which editors and terminals turn into a link.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}";
}

namespace Aggregator.Definitions;

/// <summary>A header field with a value that is safe to put on the wire.</summary>
/// <param name="Name">The field name.</param>
/// <param name="Value">The value, free of CR, LF and NUL.</param>
public sealed record HeaderField(string Name, string Value)
{
    /// <summary>The name only: the value may be a secret.</summary>
    public override string ToString() => Name;
}

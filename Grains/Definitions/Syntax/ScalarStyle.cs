namespace Aggregator.Definitions.Syntax;

/// <summary>How a scalar is written, as far as a message about it depends on that.</summary>
internal enum ScalarStyle
{
    Plain,
    SingleQuoted,
    DoubleQuoted,

    /// <summary>A block behind <c>|</c>: its lines are the text's lines.</summary>
    Literal,

    /// <summary>A block behind <c>&gt;</c>: its lines are joined.</summary>
    Folded,
}

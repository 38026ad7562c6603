namespace Aggregator.Planning;

/// <summary>What names a part of a definition may see.</summary>
internal enum NameScope
{
    /// <summary>Parameters, constants and sources: a member of <c>with</c>.</summary>
    Outer,

    /// <summary>Those and the source's own <c>with</c> names: its template and body, a computed value.</summary>
    Inner,

    /// <summary>Those as variables, <c>$response</c> beside them; the root is the answer: <c>select</c> and <c>check</c>.</summary>
    Answer,

    /// <summary>Parameters, constants, sources and <c>_sources</c>: the result.</summary>
    Result,
}

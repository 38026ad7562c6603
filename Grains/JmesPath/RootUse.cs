using System.Collections.Immutable;

namespace Aggregator.JmesPath;

/// <summary>
/// What an expression uses of the value that it is evaluated against, as far as its text tells: planning infers from it which sources an
/// expression waits for.
/// </summary>
/// <param name="Names">The names looked up in the root itself, each once, in order of appearance: <c>a</c> in <c>a.x[?y == $b]</c>, neither <c>x</c> nor <c>y</c>.</param>
/// <param name="Variables">The variables that nothing in the expression binds, without the dollar sign, each once, in order of appearance.</param>
/// <param name="Whole">Whether the root itself is used as a value, as in <c>keys(@)</c>.</param>
public sealed record RootUse(ImmutableArray<string> Names, ImmutableArray<string> Variables, bool Whole)
{
    /// <summary>The use of an expression that is a literal.</summary>
    public static RootUse Nothing { get; } = new([], [], false);
}

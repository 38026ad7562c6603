using System.Collections.Immutable;
using Aggregator.Definitions;
using Aggregator.JmesPath;

namespace Aggregator.Shaping;

/// <summary>
/// A value built from expressions, as the definitions write it: a string is an expression, a number, boolean or null is itself, and a
/// map or list is built from its members.
/// </summary>
public abstract record Shape
{
    private Shape()
    {
    }

    /// <summary>A leaf that is computed.</summary>
    /// <param name="Expression">What computes it.</param>
    public sealed record Computed(Expression Expression) : Shape
    {
        /// <summary>Where the expression stands; null when nobody wrote it.</summary>
        public Place? Place { get; init; }
    }

    /// <summary>A leaf that is itself.</summary>
    /// <param name="Value">The value.</param>
    public sealed record Literal(JsonValue Value) : Shape;

    /// <summary>An object of named shapes, in order.</summary>
    /// <param name="Members">The members; no name occurs twice.</param>
    public sealed record Object(ImmutableArray<KeyValuePair<string, Shape>> Members) : Shape;

    /// <summary>A list of shapes.</summary>
    /// <param name="Elements">The elements.</param>
    public sealed record List(ImmutableArray<Shape> Elements) : Shape;
}

using Aggregator.JmesPath;

namespace Aggregator.Shaping;

/// <summary>What the names in an expression stand for.</summary>
/// <param name="Root">What <c>@</c> is, and what bare names are looked up in.</param>
/// <param name="Variables">What <c>$name</c> is looked up in.</param>
public sealed record ExpressionScope(JsonValue Root, Variables Variables)
{
    /// <summary>A scope whose names can be used bare and as variables.</summary>
    /// <param name="names">The names and their values.</param>
    public static ExpressionScope Of(IReadOnlyList<KeyValuePair<string, JsonValue>> names) =>
        new(JsonValue.FromObject(names), names.Aggregate(Variables.None, (variables, name) => variables.With(name.Key, name.Value)));
}

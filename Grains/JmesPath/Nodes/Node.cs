namespace Aggregator.JmesPath.Nodes;

/// <summary>A part of a parsed expression. Immutable.</summary>
/// <param name="depth">How many parts, this one counted, are inside one another here.</param>
internal abstract class Node(int depth)
{
    /// <summary>How deep the tree below is, this node counted: what evaluating it takes of the stack.</summary>
    public int Depth { get; } = depth;

    /// <summary>Evaluates the part.</summary>
    /// <param name="current">What <c>@</c> is.</param>
    /// <param name="run">The run that it belongs to.</param>
    public abstract JsonValue Evaluate(JsonValue current, Evaluation run);

    /// <summary>Tells what the part uses of the root.</summary>
    /// <param name="use">What is told of it so far.</param>
    /// <param name="atRoot">Whether <c>@</c> is the root here.</param>
    /// <returns>
    /// Whether the part's value is the root itself: whoever takes it as a value says so by <see cref="RootUseBuilder.AddValue"/>.
    /// </returns>
    public abstract bool Use(RootUseBuilder use, bool atRoot);
}

using Aggregator.JmesPath;

namespace Aggregator.Definitions;

/// <summary>An expression and where it stands.</summary>
/// <param name="Expression">The expression.</param>
/// <param name="Place">Where its text begins.</param>
public sealed record PlacedExpression(Expression Expression, Place Place);

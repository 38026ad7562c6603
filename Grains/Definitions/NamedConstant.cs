using Aggregator.JmesPath;

namespace Aggregator.Definitions;

/// <summary>A named literal of a report.</summary>
/// <param name="Name">Its name in expressions and templates.</param>
/// <param name="Value">Its value.</param>
/// <param name="Place">Where its name stands.</param>
public sealed record NamedConstant(string Name, JsonValue Value, Place Place);

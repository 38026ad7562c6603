namespace Aggregator.Planning;

/// <summary>One source waiting for another.</summary>
/// <param name="Source">The position in the definition of the one waited for.</param>
/// <param name="Name">Its name.</param>
/// <param name="Reasons">Where the name is used, such as <c>template</c> or <c>with.owner</c>.</param>
public sealed record Dependency(int Source, string Name, IReadOnlyList<string> Reasons);

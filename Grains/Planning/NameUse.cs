using Aggregator.Definitions;

namespace Aggregator.Planning;

/// <summary>One use of a root name in a definition.</summary>
/// <param name="Name">The name used.</param>
/// <param name="Reason">What part of the source uses it, such as <c>template</c> or <c>with.owner</c>.</param>
/// <param name="Place">Where.</param>
/// <param name="Scope">What names that part may see.</param>
internal sealed record NameUse(string Name, string Reason, Place Place, NameScope Scope);

namespace Aggregator.Definitions;

/// <summary>What one kind of answer means to a source.</summary>
/// <param name="Match">The answers it is about.</param>
/// <param name="Effect">What they mean.</param>
public sealed record OnRule(OnMatch Match, OnEffect Effect);

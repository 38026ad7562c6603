namespace Aggregator.Resources;

/// <summary>One rule of a source's <c>on</c>, as far as it concerns the call itself.</summary>
/// <param name="Match">What it is about, as the definition writes it: <c>404</c>, <c>4xx</c>, <c>timeout</c>, <c>unreachable</c> or <c>any</c>.</param>
/// <param name="Effect">What that means, as the definition writes it, such as <c>ok</c> or <c>retry</c>.</param>
[GenerateSerializer, Immutable, Alias("answer-rule")]
public sealed record AnswerRule([property: Id(0)] string Match, [property: Id(1)] string Effect);

namespace Aggregator.Definitions.Reading;

/// <summary>A reference and the value found for it.</summary>
/// <param name="Reference">The reference as written.</param>
/// <param name="Value">The value, which nothing may show.</param>
internal readonly record struct ResolvedSecret(string Reference, string Value)
{
    public override string ToString() => Reference;
}

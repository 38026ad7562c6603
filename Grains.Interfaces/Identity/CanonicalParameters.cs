namespace Aggregator.Identity;

/// <summary>
/// The bound parameters of a request in the one form that equal requests share: a UTF-8 JSON object with every declared parameter in
/// ordinal order of names, defaults filled in, an absent optional one null, and numbers in their shortest form.
/// </summary>
/// <param name="utf8">The JSON text; the caller gives it up.</param>
[GenerateSerializer, Immutable, Alias("parameters")]
public sealed class CanonicalParameters(byte[] utf8)
{
    /// <summary>The JSON text. Not to be written to.</summary>
    [Id(0)]
    public byte[] Utf8 { get; } = utf8;

    /// <summary>The form of a request for a report without parameters.</summary>
    public static CanonicalParameters None { get; } = new("{}"u8.ToArray());
}

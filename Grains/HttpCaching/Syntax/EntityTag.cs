namespace Aggregator.HttpCaching.Syntax;

/// <summary>An entity tag: a validator that says two representations are the same (RFC 9110 §8.8.3).</summary>
/// <param name="Text">The tag as it stands in fields, weakness flag left out, quotes kept.</param>
/// <param name="IsWeak">Whether equal tags only mean equivalent content.</param>
public readonly record struct EntityTag(string Text, bool IsWeak)
{
    /// <summary>Reads <c>"…"</c> or <c>W/"…"</c>, exactly so.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out EntityTag tag)
    {
        tag = default;
        bool weak = text.StartsWith("W/", StringComparison.Ordinal);
        var opaque = weak ? text[2..] : text;
        if (opaque.Length < 2 || opaque[0] != '"' || opaque[^1] != '"')
            return false;
        foreach (char c in opaque[1..^1])
        {
            if (c is <= ' ' or '"' or '\x7f' or > '\xff')
                return false;
        }
        tag = new(opaque.ToString(), weak);
        return true;
    }

    /// <summary>
    /// The tag of a response. Some servers leave out the quotes: such a tag is sent back as it came and trusted as a weak one only.
    /// Null if there is none, or none that can be sent back.
    /// </summary>
    public static EntityTag? Of(HeaderFields response)
    {
        if (response.Only("ETag") is not { } text)
            return null;
        if (TryParse(text, out var tag))
            return tag;
        return FieldSyntax.IsToken(text) && text != "*" ? new EntityTag(text, IsWeak: true) : null;
    }

    /// <summary>Whether both name the same bytes (RFC 9110 §8.8.3.2, strong comparison).</summary>
    public bool StronglyMatches(EntityTag other) => !IsWeak && !other.IsWeak && Text == other.Text;

    /// <summary>Whether both name equivalent content (RFC 9110 §8.8.3.2, weak comparison).</summary>
    public bool WeaklyMatches(EntityTag other) => Text == other.Text;

    /// <summary>The tag as it stands in fields.</summary>
    public override string ToString() => IsWeak && Text.StartsWith('"') ? "W/" + Text : Text;
}

namespace Aggregator.Definitions.Syntax;

/// <summary>A string, number, boolean or null.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A string's text; for the other kinds JSON text.</param>
/// <param name="Style">How it is written.</param>
internal sealed record ScalarNode(Place Place, ScalarKind Kind, string Text, ScalarStyle Style) : Node(Place)
{
    /// <summary>The text as it stands in the file, before <c>${…}</c> is resolved: all that messages and hashes may show.</summary>
    public string Written { get; init; } = Text;

    /// <summary>Where the text itself begins, past a quote or a block's header; null when its characters do not stand one by one.</summary>
    public Place? TextPlace { get; init; }

    /// <summary>What YAML made of characters before or behind the text that were likely meant as part of it; null for nothing.</summary>
    public string? Trap { get; init; }

    /// <summary>Whether what is wrong with it is a problem already, so that nothing more is said about it.</summary>
    public bool IsBroken { get; init; }

    /// <summary>Whether nothing is written at all.</summary>
    public bool IsAbsent => Kind == ScalarKind.Null && Written.Length == 0;

    public override int Size => 1;

    public override int Height => 0;

    /// <summary>Where a character of the text stands.</summary>
    /// <param name="offset">The character's offset in the text.</param>
    public Place PlaceOf(int offset)
    {
        if (TextPlace is not { } start || Written != Text || offset < 0 || offset > Text.Length)
        {
            return Place;
        }

        var before = Text.AsSpan(0, offset);
        var lines = before.Count('\n');
        return lines == 0
            ? start with { Column = start.Column + offset }
            : start with { Line = start.Line + lines, Column = start.Column + offset - before.LastIndexOf('\n') - 1 };
    }

    public override string Describe() => Kind switch
    {
        _ when IsAbsent => "nothing",
        ScalarKind.String when Written.Length == 0 => "an empty string",
        ScalarKind.Null when LooksLike == Kind => "null",
        ScalarKind.String when LooksLike != Kind => $"the string `{Excerpt.Of(Written)}`",
        _ => $"`{Excerpt.Of(Written)}`",
    };

    /// <summary>What it would be without quotes.</summary>
    private ScalarKind LooksLike => CoreSchema.Resolve(Written).Kind;

    /// <summary>The record's own text would show <see cref="Text"/>, which may hold a secret.</summary>
    public override string ToString() => $"{Place} {Describe()}";
}

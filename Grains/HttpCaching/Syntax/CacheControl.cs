using System.Collections.Immutable;
using System.Text;

namespace Aggregator.HttpCaching.Syntax;

/// <summary>
/// A Cache-Control field, tokenized from its raw lines (RFC 9111 §5.2). A directive's name inside another one's quoted argument is
/// no directive, and a list that breaks the grammar says so: whoever decides on a response must not guess what was meant.
/// </summary>
public sealed class CacheControl
{
    /// <summary>A field without directives.</summary>
    public static readonly CacheControl None = new([], malformed: false);

    private readonly ImmutableArray<CacheDirective> _directives;

    private CacheControl(ImmutableArray<CacheDirective> directives, bool malformed)
    {
        _directives = directives;
        Malformed = malformed;
    }

    /// <summary>The directives that could be read, in order.</summary>
    public IReadOnlyList<CacheDirective> Directives => _directives;

    /// <summary>Whether any line breaks the grammar.</summary>
    public bool Malformed { get; }

    /// <summary>Reads a field from its lines.</summary>
    public static CacheControl Parse(IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
            return None;
        var directives = ImmutableArray.CreateBuilder<CacheDirective>();
        bool malformed = false;
        foreach (string line in lines)
            malformed |= !TryReadLine(line, directives);
        return new(directives.ToImmutable(), malformed);
    }

    /// <summary>A field of directives that were read elsewhere.</summary>
    internal static CacheControl Of(ImmutableArray<CacheDirective> directives) => new(directives, malformed: false);

    /// <summary>Whether the directive is there, with or without an argument.</summary>
    public bool Has(string name)
    {
        foreach (var directive in _directives)
        {
            if (Is(directive, name))
                return true;
        }
        return false;
    }

    /// <summary>
    /// A lifetime in seconds, read against its sender: an argument that is no number, or several that differ, make it zero
    /// (RFC 9111 §4.2.1). Null if the directive is not there.
    /// </summary>
    public TimeSpan? Lifetime(string name)
    {
        TimeSpan? lifetime = null;
        foreach (var directive in _directives)
        {
            if (!Is(directive, name))
                continue;
            if (!DeltaSeconds.TryParse(directive.Argument, out var value) || (lifetime is { } earlier && earlier != value))
                return TimeSpan.Zero;
            lifetime = value;
        }
        return lifetime;
    }

    /// <summary>
    /// An allowance in seconds: the least of those given; one that is no number allows nothing. Null if the directive is not there,
    /// or none of its arguments is a number.
    /// </summary>
    public TimeSpan? Allowance(string name)
    {
        TimeSpan? allowance = null;
        foreach (var directive in _directives)
        {
            if (Is(directive, name) && DeltaSeconds.TryParse(directive.Argument, out var value)
                && (allowance is null || value < allowance))
                allowance = value;
        }
        return allowance;
    }

    /// <summary>Whether the directive is there without an argument.</summary>
    public bool HasBare(string name)
    {
        foreach (var directive in _directives)
        {
            if (directive.Argument is null && Is(directive, name))
                return true;
        }
        return false;
    }

    private static bool Is(CacheDirective directive, string name) =>
        string.Equals(directive.Name, name, StringComparison.OrdinalIgnoreCase);

    // RFC 9110 §5.6.1: members parted by commas with optional whitespace, empty members allowed.
    private static bool TryReadLine(string line, ImmutableArray<CacheDirective>.Builder directives)
    {
        ReadOnlySpan<char> rest = line;
        while (true)
        {
            rest = rest.TrimStart(" \t,");
            if (rest.IsEmpty)
                return true;
            if (!TryReadDirective(ref rest, out var directive))
                return false;
            directives.Add(directive);
            rest = rest.TrimStart(" \t");
            if (!rest.IsEmpty && rest[0] != ',')
                return false;
        }
    }

    // cache-directive = token [ "=" ( token / quoted-string ) ], and no whitespace around the equals sign.
    private static bool TryReadDirective(ref ReadOnlySpan<char> rest, out CacheDirective directive)
    {
        directive = default;
        int length = FieldSyntax.TokenLength(rest);
        if (length == 0)
            return false;
        string name = rest[..length].ToString();
        rest = rest[length..];
        string? argument = null;
        if (!rest.IsEmpty && rest[0] == '=')
        {
            rest = rest[1..];
            if (!TryReadArgument(ref rest, out argument))
                return false;
        }
        directive = new(name, argument);
        return true;
    }

    private static bool TryReadArgument(ref ReadOnlySpan<char> rest, out string? argument)
    {
        argument = null;
        if (!rest.IsEmpty && rest[0] == '"')
            return TryReadQuoted(ref rest, out argument);
        int length = FieldSyntax.TokenLength(rest);
        if (length == 0)
            return false;
        argument = rest[..length].ToString();
        rest = rest[length..];
        return true;
    }

    // RFC 9110 §5.6.4.
    private static bool TryReadQuoted(ref ReadOnlySpan<char> rest, out string? argument)
    {
        argument = null;
        var text = new StringBuilder();
        for (int i = 1; i < rest.Length; i++)
        {
            char c = rest[i];
            if (c == '"')
            {
                argument = text.ToString();
                rest = rest[(i + 1)..];
                return true;
            }
            if (c == '\\' && ++i < rest.Length)
                c = rest[i];
            if (c is not '\t' and (< ' ' or '\x7f' or > '\xff'))
                return false;
            text.Append(c);
        }
        return false;
    }
}

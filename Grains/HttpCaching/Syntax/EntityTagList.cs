using System.Collections.Immutable;

namespace Aggregator.HttpCaching.Syntax;

/// <summary>The value of an If-None-Match field: any tag at all, or some tags (RFC 9110 §13.1.2).</summary>
public sealed class EntityTagList
{
    private readonly ImmutableArray<EntityTag> _tags;

    private EntityTagList(ImmutableArray<EntityTag> tags, bool any)
    {
        _tags = tags;
        IsAny = any;
    }

    /// <summary>Whether it is <c>*</c>.</summary>
    public bool IsAny { get; }

    /// <summary>The tags, in order.</summary>
    public IReadOnlyList<EntityTag> Tags => _tags;

    /// <summary>Reads a field from its lines; false if any member is no entity tag, or there is none.</summary>
    public static bool TryParse(IReadOnlyList<string> lines, out EntityTagList list)
    {
        list = new([], any: false);
        // A comma may stand inside a tag, a backslash escapes nothing there: the quotes alone decide.
        var tags = ImmutableArray.CreateBuilder<EntityTag>();
        foreach (string line in lines)
        {
            if (FieldSyntax.Trim(line) is "*" && lines.Count == 1)
            {
                list = new([], any: true);
                return true;
            }
            if (!TryReadLine(line, tags))
                return false;
        }
        list = new(tags.ToImmutable(), any: false);
        return tags.Count > 0;
    }

    /// <summary>Whether a representation with this tag is among those meant, by weak comparison.</summary>
    public bool Matches(EntityTag? tag)
    {
        if (IsAny)
            return true;
        foreach (var mine in _tags)
        {
            if (tag is { } theirs && mine.WeaklyMatches(theirs))
                return true;
        }
        return false;
    }

    private static bool TryReadLine(ReadOnlySpan<char> rest, ImmutableArray<EntityTag>.Builder tags)
    {
        while (true)
        {
            rest = rest.TrimStart(" \t,");
            if (rest.IsEmpty)
                return true;
            int open = rest.IndexOf('"');
            int close = open < 0 ? -1 : rest[(open + 1)..].IndexOf('"');
            if (close < 0)
                return false;
            int length = open + close + 2;
            if (!EntityTag.TryParse(rest[..length], out var tag))
                return false;
            tags.Add(tag);
            rest = rest[length..].TrimStart(" \t");
            if (!rest.IsEmpty && rest[0] != ',')
                return false;
        }
    }
}

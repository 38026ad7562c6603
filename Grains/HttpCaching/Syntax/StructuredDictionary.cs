using System.Collections.Immutable;

namespace Aggregator.HttpCaching.Syntax;

/// <summary>Reads structured fields that are dictionaries (RFC 9651 §4.2.2), all or nothing.</summary>
public static class StructuredDictionary
{
    /// <summary>Reads a dictionary from its field lines. A key given twice has its last value, in its first place.</summary>
    /// <param name="lines">The field's lines, in order.</param>
    /// <param name="members">The members; none when the field is malformed.</param>
    /// <returns>False if any part of it breaks the grammar.</returns>
    public static bool TryParse(IReadOnlyList<string> lines, out ImmutableArray<StructuredMember> members)
    {
        members = [];
        var reader = new StructuredReader(string.Join(", ", lines));
        var found = ImmutableArray.CreateBuilder<StructuredMember>();
        reader.SkipSpaces();
        while (!reader.AtEnd)
        {
            if (!TryReadMember(ref reader, out var member))
                return false;
            Put(found, member);
            reader.SkipWhitespace();
            if (reader.AtEnd)
                break;
            if (!reader.Take(','))
                return false;
            reader.SkipWhitespace();
            if (reader.AtEnd)
                return false; // a trailing comma
        }
        members = found.ToImmutable();
        return true;
    }

    private static void Put(ImmutableArray<StructuredMember>.Builder members, StructuredMember member)
    {
        for (int i = 0; i < members.Count; i++)
        {
            if (members[i].Key == member.Key)
            {
                members[i] = member;
                return;
            }
        }
        members.Add(member);
    }

    private static bool TryReadMember(ref StructuredReader reader, out StructuredMember member)
    {
        member = default;
        if (!reader.TryReadKey(out string key))
            return false;
        var kind = StructuredKind.True;
        string text = "";
        if (reader.Take('='))
        {
            bool read = reader.Peek == '(' ? TryReadInnerList(ref reader, out kind) : reader.TryReadItem(out kind, out text);
            if (!read)
                return false;
        }
        member = new(key, kind, text);
        return TrySkipParameters(ref reader);
    }

    // RFC 9651 §4.2.1.2.
    private static bool TryReadInnerList(ref StructuredReader reader, out StructuredKind kind)
    {
        kind = StructuredKind.List;
        reader.Take('(');
        while (true)
        {
            reader.SkipSpaces();
            if (reader.Take(')'))
                return true;
            if (!reader.TryReadItem(out _, out _) || !TrySkipParameters(ref reader) || reader.Peek is not (' ' or ')'))
                return false;
        }
    }

    // RFC 9651 §4.2.3.2.
    private static bool TrySkipParameters(ref StructuredReader reader)
    {
        while (reader.Take(';'))
        {
            reader.SkipSpaces();
            if (!reader.TryReadKey(out _) || (reader.Take('=') && !reader.TryReadItem(out _, out _)))
                return false;
        }
        return true;
    }
}

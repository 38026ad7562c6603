using System.Collections.Immutable;
using Aggregator.HttpCaching.Syntax;

namespace Aggregator.HttpCaching;

/// <summary>Which request fields a response depends on (RFC 9110 §12.5.5), and whether a request has the same (RFC 9111 §4.1).</summary>
public static class Vary
{
    /// <summary>Whether the response depends on more than request fields, so that no request matches it: <c>*</c> anywhere.</summary>
    public static bool IsAny(HeaderFields response)
    {
        foreach (string name in FieldSyntax.Members(response.Values("Vary")))
        {
            if (name == "*" || !FieldSyntax.IsToken(name))
                return true; // what cannot be read cannot be compared
        }
        return false;
    }

    /// <summary>The request fields that the response depends on, as this request has them.</summary>
    public static ImmutableArray<SelectingField> Select(HeaderFields response, HeaderFields request)
    {
        if (!response.Contains("Vary"))
            return [];
        var selecting = ImmutableArray.CreateBuilder<SelectingField>();
        foreach (string name in FieldSyntax.Members(response.Values("Vary")))
            selecting.Add(new(name, Normalise(name, request.Values(name))));
        return selecting.DrainToImmutable();
    }

    /// <summary>
    /// Whether a request has the fields that a stored response was selected by; one that is absent differs from any that is present.
    /// </summary>
    public static bool Matches(ImmutableArray<SelectingField> selecting, HeaderFields request)
    {
        foreach (var field in selecting)
        {
            if (Normalise(field.Name, request.Values(field.Name)) != field.Value)
                return false;
        }
        return true;
    }

    // RFC 9111 §4.1: whitespace where the syntax allows it, lines combined, and what the field's own definition makes equal.
    private static string? Normalise(string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
            return null;
        var members = FieldSyntax.Members(values);
        switch (name.ToUpperInvariant())
        {
            case "ACCEPT-LANGUAGE" or "ACCEPT-ENCODING" or "ACCEPT-CHARSET": // ranges and codings in any letter case (§12.5)
                for (int i = 0; i < members.Count; i++)
                    members[i] = WithoutSpaces(members[i]).ToLowerInvariant();
                members.Sort(StringComparer.Ordinal);
                break;
            case "ACCEPT":
                for (int i = 0; i < members.Count; i++)
                    members[i] = members[i].Contains('"', StringComparison.Ordinal) ? members[i] : WithoutSpaces(members[i]);
                members.Sort(StringComparer.Ordinal);
                break;
        }
        return string.Join(",", members);
    }

    private static string WithoutSpaces(string member) =>
        member.AsSpan().ContainsAny(" \t")
            ? member.Replace(" ", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal)
            : member;
}

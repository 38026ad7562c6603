using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Aggregator.Definitions.Syntax;
using Aggregator.Identity;

namespace Aggregator.Definitions.Reading;

/// <summary>Reads header fields and lists of their names.</summary>
internal sealed class HeaderReader(ProblemList problems)
{
    private readonly ValueReader _values = new(problems);

    /// <summary>Fields that belong to one connection (RFC 9110 §7.6.1), frame or describe a body (§8), or are ours.</summary>
    private static readonly FrozenSet<string> Ours = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Connection", "Keep-Alive", "Proxy-Authenticate", "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding",
        "Upgrade", "Content-Length", "Content-Type", "Content-Encoding", "Expect", "traceparent", "tracestate");

    /// <summary>
    /// The names in <c>headers</c> that make whoever sends them the operator: those of credentials, and those whose value the file does
    /// not show.
    /// </summary>
    public static ImmutableArray<string> Credentials(Node? node) =>
        node is MappingNode { Members: var members }
            ? [.. members.Where(member => CredentialHeader.Is(member.Key) || IsReferred(member.Value)).Select(member => member.Key)]
            : [];

    /// <summary>Reads an upstream's <c>headers</c>.</summary>
    public ImmutableArray<HeaderField> Fields(Node? node)
    {
        var fields = ImmutableArray.CreateBuilder<HeaderField>();
        var taken = NoNames();
        foreach (var member in _values.Members(node, "a map of header fields and their values")?.Members ?? [])
        {
            if (IsFree(member.Key, member.Key, member.KeyPlace, taken) && Value(member.Value) is { } value)
            {
                fields.Add(new(member.Key, value));
            }
        }

        return fields.DrainToImmutable();
    }

    /// <summary>Reads <c>accept</c> and <c>forward</c>: names, given in lower case.</summary>
    public ImmutableArray<string> Names(Node? node)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var taken = NoNames();
        foreach (var element in _values.List(node, "a list of header names"))
        {
            if (_values.String(element, "a header name") is not { } name || !IsFree(name.Text, name.Written, name.Place, taken))
            {
                continue;
            }

            if (name.Text.Equals("Host", StringComparison.OrdinalIgnoreCase))
            {
                problems.Error(name, "a header that a client may choose: `Host` names the upstream");
                continue;
            }

            names.Add(name.Text.ToLower(CultureInfo.InvariantCulture));
        }

        return names.DrainToImmutable();
    }

    private static bool IsReferred(Node value) => value is ScalarNode scalar && scalar.Written.Contains("${", StringComparison.Ordinal);

    private static HashSet<string> NoNames() => new(StringComparer.OrdinalIgnoreCase);

    /// <param name="name">The name.</param>
    /// <param name="written">The name as a message may show it.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="taken">The names before it, to which it is added.</param>
    private bool IsFree(string name, string written, Place place, HashSet<string> taken)
    {
        if (!NamePattern.HeaderField().IsMatch(name))
        {
            problems.Error(place, $"the header name `{Excerpt.Of(written)}`", "a header name: letters, digits and -");
            return false;
        }

        if (Ours.Contains(name))
        {
            problems.Error(
                place,
                $"the header `{Excerpt.Of(written)}`",
                "a header that is not part of how a request is carried: we set that one");
            return false;
        }

        if (!taken.Add(name))
        {
            problems.Error(place, $"the header `{Excerpt.Of(written)}` again", "each header once, in whatever case");
            return false;
        }

        return true;
    }

    /// <summary>A value that cannot end its line (RFC 9110 §5.5); the value itself may be a secret.</summary>
    private string? Value(Node node)
    {
        const string Expected = "text on one line, without control characters";
        if (node is not ScalarNode { Kind: not ScalarKind.Null, Text: var value } || value.Length == 0)
        {
            problems.Error(node, Expected);
            return null;
        }

        if (value.AsSpan().ContainsAnyInRange('\0', '\b') || value.AsSpan().ContainsAnyInRange('\n', '\x1f') || value.Contains('\x7f'))
        {
            problems.Error(node.Place, "a header value with a control character or a line break in it", Expected);
            return null;
        }

        return value;
    }
}

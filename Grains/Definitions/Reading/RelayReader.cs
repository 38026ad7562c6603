using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Aggregator.Definitions.Syntax;
using Aggregator.Resources;

namespace Aggregator.Definitions.Reading;

/// <summary>Reads an upstream's <c>relay</c>.</summary>
internal sealed partial class RelayReader(ProblemList problems)
{
    private const string Expected = "true, or a map of `methods`, `paths` and `access`";
    private const string ExpectedMethods = "`any`, or a list of at least one method, in upper case as HTTP has it";
    private const string ExpectedPaths = "a list of at least one path";
    private const string ExpectedPath = "a path such as /orders: percent-encoded whole segments, none of them empty or dots";

    /// <summary>The first concerns the connection itself; the second would send back what the operator configured (RFC 9110 §9.3.6, §9.3.8).</summary>
    private static readonly FrozenSet<string> NeverRelayed = FrozenSet.Create("CONNECT", "TRACE");

    private readonly ValueReader _values = new(problems);

    /// <summary>Reads it.</summary>
    /// <param name="relay">The setting; null when it is absent.</param>
    /// <param name="credentials">The names of the credentials that the operator configured for this upstream.</param>
    /// <returns>What is relayed; null for nothing.</returns>
    public RelayDefinition? Read(Member? relay, ImmutableArray<string> credentials)
    {
        switch (relay?.Value)
        {
            case null or ScalarNode { Kind: ScalarKind.Boolean, Text: "false" }:
                return null;
            case ScalarNode { Kind: ScalarKind.Boolean }:
                CheckAccess(relay, access: null, credentials);
                return new();
            case MappingNode node when _values.Map(node, "relay", Expected) is { } map:
                var definition = new RelayDefinition { Methods = ReadMethods(map.Take("methods")), Paths = ReadPaths(map.Take("paths")) };
                CheckAccess(relay, map.Take("access"), credentials);
                map.Close();
                return definition;
            default:
                problems.Error(relay.Value, Expected);
                return null;
        }
    }

    private ImmutableArray<string> ReadMethods(Node? node)
    {
        switch (node)
        {
            case null:
                return RelayDefinition.Default;
            case ScalarNode { Kind: ScalarKind.String, Text: "any" }:
                return [];
            case SequenceNode { Elements: [_, ..] elements }:
                return [.. elements.Select(ReadMethod).OfType<string>().Distinct()];
            default:
                problems.Error(node, ExpectedMethods);
                return RelayDefinition.Default;
        }
    }

    private string? ReadMethod(Node node)
    {
        if (_values.String(node, "a method") is not { } method)
        {
            return null;
        }

        if (NeverRelayed.Contains(method.Text.ToUpperInvariant()))
        {
            problems.Error(method, "a method that can be relayed, which CONNECT and TRACE are not");
            return null;
        }

        if (Method().IsMatch(method.Text))
        {
            return method.Text;
        }

        problems.Error(method, "a method, in upper case as HTTP has it");
        return null;
    }

    private ImmutableArray<string> ReadPaths(Node? node)
    {
        if (node is null)
        {
            return [];
        }

        if (node is not SequenceNode { Elements: [_, ..] elements })
        {
            problems.Error(node, ExpectedPaths);
            return [];
        }

        return [.. elements.Select(ReadPath).OfType<string>().Distinct()];
    }

    private string? ReadPath(Node node)
    {
        if (_values.String(node, ExpectedPath) is not { } path)
        {
            return null;
        }

        if (Path().IsMatch(path.Text) && !path.Text[1..].Split('/').Any(segment => PathSegment.IsStructural(segment)))
        {
            return path.Text;
        }

        problems.Error(path, ExpectedPath);
        return null;
    }

    /// <summary>Whoever reaches the relay acts with what the operator configured: that has to be meant.</summary>
    private void CheckAccess(Member relay, Node? access, ImmutableArray<string> credentials)
    {
        switch (access)
        {
            case ScalarNode { Kind: ScalarKind.String, Text: "public" }:
                break;
            case MappingNode:
                problems.Error(
                    access.Place, "`access` with keys or scopes, which this version does not support yet", "`access: public`, or no relay");
                break;
            case not null:
                problems.Error(access, "`public`, or a map of `keys` or `scopes`");
                break;
            case null when !credentials.IsEmpty:
                problems.Error(
                    relay.KeyPlace,
                    $"`relay` without `access` on an upstream with configured credentials ({string.Join(", ", credentials.Select(name => $"`{name}`"))})",
                    "`access` in it",
                    "`access: public` lets everybody act with them");
                break;
        }
    }

    [GeneratedRegex(@"\A[A-Z][A-Z0-9-]*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Method();

    [GeneratedRegex(@"\A(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+)+\z", RegexOptions.NonBacktracking)]
    private static partial Regex Path();
}

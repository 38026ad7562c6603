using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Aggregator.Definitions.Syntax;

namespace Aggregator.Definitions.Reading;

/// <summary>
/// Resolves <c>${NAME}</c>, <c>${NAME:-default}</c> and <c>${file:/path}</c> in an upstream's settings; <c>$${</c> is a plain
/// <c>${</c>. What was resolved stands in the nodes' text only, which no message shows.
/// </summary>
internal sealed partial class SecretText(ISecretSource secrets, ProblemList problems)
{
    private readonly ImmutableArray<ResolvedSecret>.Builder _resolved = ImmutableArray.CreateBuilder<ResolvedSecret>();

    /// <summary>What was resolved so far, in order.</summary>
    public ImmutableArray<ResolvedSecret> Resolved => _resolved.ToImmutable();

    /// <summary>The same nodes with every reference resolved; an unquoted scalar's type is that of its resolved text.</summary>
    public Node Resolve(Node node) => node switch
    {
        MappingNode mapping => mapping with
        {
            Members = [.. mapping.Members.Select(member => member with { Value = Resolve(member.Value) })],
        },
        SequenceNode sequence => sequence with { Elements = [.. sequence.Elements.Select(Resolve)] },
        ScalarNode scalar when HoldsReference(scalar) => Resolve(scalar),
        _ => node,
    };

    /// <summary>Reports every reference in a place where none may stand.</summary>
    public static void Refuse(Node node, ProblemList problems)
    {
        switch (node)
        {
            case MappingNode mapping:
                foreach (var member in mapping.Members)
                {
                    Refuse(member.Value, problems);
                }

                break;
            case SequenceNode sequence:
                foreach (var element in sequence.Elements)
                {
                    Refuse(element, problems);
                }

                break;
            case ScalarNode scalar when HoldsReference(scalar):
                problems.Error(
                    scalar.PlaceOf(scalar.Text.IndexOf("${", StringComparison.Ordinal)),
                    "`${`",
                    "no reference to the environment: `${…}` is allowed in upstream settings only");
                break;
        }
    }

    private static bool HoldsReference(ScalarNode scalar) => scalar.Text.Contains("${", StringComparison.Ordinal);

    private ScalarNode Resolve(ScalarNode scalar)
    {
        var broken = false;
        var text = Reference().Replace(scalar.Text, match =>
        {
            var value = Value(scalar, match);
            broken |= value is null;
            return value ?? "";
        });
        var (kind, value) = scalar.Style == ScalarStyle.Plain ? CoreSchema.Resolve(text) : (ScalarKind.String, text);
        return scalar with { Kind = kind, Text = value, IsBroken = broken };
    }

    /// <summary>What stands in a match's place; null when that is a problem.</summary>
    private string? Value(ScalarNode scalar, Match match)
    {
        if (match.Value == "$${")
        {
            return "${";
        }

        var value = match.Groups switch
        {
            var groups when groups["file"].Success => ReadFile(groups["file"].Value),
            var groups when groups["name"].Success => ReadVariable(groups["name"].Value, groups["default"]),
            _ => null,
        };
        if (value is not null)
        {
            _resolved.Add(new(match.Value, value));
        }
        else if (!problems.IsFull)
        {
            Explain(match, scalar.PlaceOf(match.Index));
        }

        return value;
    }

    private void Explain(Match match, Place place)
    {
        if (match.Groups["file"] is { Success: true, Value: var path })
        {
            problems.Error(place, $"the file `{Excerpt.Of(path)}`, which cannot be read", "a file that can be read");
        }
        else if (match.Groups["name"] is { Success: true, Value: var name })
        {
            problems.Error(
                place, $"the environment variable `{Excerpt.Of(name)}`, which is not set", "a variable that is set, or ${NAME:-default}");
        }
        else
        {
            problems.Error(place, "`${` that begins no reference", "${NAME}, ${NAME:-default} or ${file:/path}", "$${ is a plain ${");
        }
    }

    /// <summary>As in a shell, the default also stands in for a variable that is set to nothing.</summary>
    private string? ReadVariable(string name, Group fallback) =>
        secrets.TryGetVariable(name, out var value) && (value.Length > 0 || !fallback.Success) ? value
        : fallback.Success ? fallback.Value
        : null;

    /// <summary>Files of secrets mostly end with a line break that is not part of the secret.</summary>
    private string? ReadFile(string path) => secrets.TryReadFile(path, out var value) ? value.TrimEnd('\r', '\n') : null;

    /// <summary>Bounded: a text of nothing but openings must not cost the square of its length.</summary>
    [GeneratedRegex(@"\$\$\{|\$\{(?:file:(?<file>[^}]{1,256})|(?<name>[A-Za-z_][A-Za-z0-9_]{0,200})(?::-(?<default>[^}]{0,256}))?)\}|\$\{")]
    private static partial Regex Reference();
}

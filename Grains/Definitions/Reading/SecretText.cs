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
        MappingNode mapping => mapping with { Members = [.. mapping.Members.Select(member => member with { Value = Resolve(member.Value) })] },
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
        var text = Reference().Replace(scalar.Text, match => Value(scalar, match));
        var (kind, value) = scalar.Style == ScalarStyle.Plain ? CoreSchema.Resolve(text) : (ScalarKind.String, text);
        return scalar with { Kind = kind, Text = value };
    }

    private string Value(ScalarNode scalar, Match match)
    {
        if (match.Value == "$${")
        {
            return "${";
        }

        var place = scalar.PlaceOf(match.Index);
        if (!match.Groups["whole"].Success)
        {
            problems.Error(place, "`${` that begins no reference", "${NAME}, ${NAME:-default} or ${file:/path}", "$${ is a plain ${");
            return "";
        }

        var value = match.Groups["file"] is { Success: true } file ? ReadFile(file.Value, place) : ReadVariable(match, place);
        _resolved.Add(new(match.Value, value));
        return value;
    }

    /// <summary>As in a shell, the default also stands in for a variable that is set to nothing.</summary>
    private string ReadVariable(Match match, Place place)
    {
        var name = match.Groups["name"].Value;
        var fallback = match.Groups["default"];
        if (secrets.TryGetVariable(name, out var value) && (value.Length > 0 || !fallback.Success))
        {
            return value;
        }

        if (!fallback.Success)
        {
            problems.Error(place, $"the environment variable `{name}`, which is not set", "a variable that is set, or ${NAME:-default}");
        }

        return fallback.Value;
    }

    /// <summary>Files of secrets mostly end with a line break that is not part of the secret.</summary>
    private string ReadFile(string path, Place place)
    {
        if (secrets.TryReadFile(path, out var value))
        {
            return value.TrimEnd('\r', '\n');
        }

        problems.Error(place, $"the file `{Excerpt.Of(path)}`, which cannot be read", "a file that can be read");
        return "";
    }

    [GeneratedRegex(@"\$\$\{|(?<whole>\$\{(?:file:(?<file>[^}]+)|(?<name>[A-Za-z_][A-Za-z0-9_]*)(?::-(?<default>[^}]*))?)\})|\$\{")]
    private static partial Regex Reference();
}

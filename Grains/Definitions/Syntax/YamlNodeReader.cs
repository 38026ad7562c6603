using System.Collections.Immutable;
using Aggregator.Definitions.Reading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Aggregator.Definitions.Syntax;

/// <summary>YAML text → nodes. Only the parser's events are used: no tags, types or merge keys but those that stand here.</summary>
internal sealed class YamlNodeReader(string file, string text, ProblemList problems)
{
    private readonly Parser _parser = new(new Scanner(new StringReader(text), skipComments: true));
    private readonly Dictionary<AnchorName, Node> _anchored = [];
    private int _nodes;

    /// <summary>Reads the file's one document.</summary>
    /// <exception cref="UnreadableException">The text is no YAML, is empty, is too large or has several documents.</exception>
    public Node Read()
    {
        Expect<StreamStart>();
        if (Next() is StreamEnd)
        {
            throw new UnreadableException(new(file, 1, 1), "a file of comments only", "a map with `report` or with `upstreams`");
        }

        var root = ReadNode(Next(), depth: 0);
        Expect<DocumentEnd>();
        if (Next() is not StreamEnd)
        {
            throw new UnreadableException(
                PlaceOf(Current.Start), "a second document in one file", "one document in a file", "split the file at `---`");
        }

        return root;
    }

    private ParsingEvent Current => _parser.Current ?? throw new InvalidOperationException("The parser was not started.");

    private ParsingEvent Next()
    {
        try
        {
            _parser.MoveNext();
            return Current;
        }
        catch (YamlException error)
        {
            throw YamlTraps.Explain(file, text, error);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            // What the parser throws for an escape like "\UFFFFFFFF" and for some ways to end a file within a block.
            throw Malformed(_parser.Current?.End ?? Mark.Empty);
        }
    }

    /// <summary>The parser does not refuse all that is no YAML: some comes out as events in an order that makes no sense.</summary>
    private UnreadableException Malformed(Mark mark) => new(PlaceOf(mark), "text that is no YAML, here or behind it", "YAML 1.2");

    private void Expect<TEvent>()
        where TEvent : ParsingEvent
    {
        if (Next() is not TEvent)
        {
            throw Malformed(Current.Start);
        }
    }

    private Node ReadNode(ParsingEvent start, int depth)
    {
        if (start is AnchorAlias alias)
        {
            return Aliased(alias, depth);
        }

        Count(1, start);
        Node node = start switch
        {
            Scalar scalar => ReadScalar(scalar),
            SequenceStart sequence => ReadSequence(sequence, Deeper(depth, start)),
            MappingStart mapping => ReadMapping(mapping, Deeper(depth, start)),
            _ => throw Malformed(start.Start),
        };
        if (start is NodeEvent { Anchor.IsEmpty: false } anchored)
        {
            _anchored[anchored.Anchor] = node;
        }

        return node;
    }

    private Node Aliased(AnchorAlias alias, int depth)
    {
        if (!_anchored.TryGetValue(alias.Value, out var node))
        {
            throw new UnreadableException(
                PlaceOf(alias.Start),
                $"the alias `{Excerpt.Of("*" + alias.Value.Value)}` of an anchor that does not stand before it",
                "an anchor or a quoted string",
                "an unquoted `*` begins a YAML alias: quote an expression that begins with it");
        }

        Count(node.Size, alias);
        Deeper(depth + node.Height - 1, alias);
        return node;
    }

    private void Count(int nodes, ParsingEvent at)
    {
        _nodes += nodes;
        if (_nodes > NodeLimits.MaxNodes)
        {
            throw new UnreadableException(
                PlaceOf(at.Start),
                $"more than {NodeLimits.MaxNodes:N0} values in one file",
                "a smaller file",
                _anchored.Count > 0 ? "each alias counts as much as what it repeats" : null);
        }
    }

    private int Deeper(int depth, ParsingEvent at) => depth < NodeLimits.MaxDepth
        ? depth + 1
        : throw new UnreadableException(
            PlaceOf(at.Start), "lists and maps too deep in one another", $"at most {NodeLimits.MaxDepth} levels");

    private SequenceNode ReadSequence(SequenceStart start, int depth)
    {
        CheckTag(start.Tag, "tag:yaml.org,2002:seq", start);
        var elements = ImmutableArray.CreateBuilder<Node>();
        while (Next() is not SequenceEnd)
        {
            elements.Add(ReadNode(Current, depth));
        }

        return new(PlaceOf(start.Start), elements.DrainToImmutable());
    }

    private MappingNode ReadMapping(MappingStart start, int depth)
    {
        CheckTag(start.Tag, "tag:yaml.org,2002:map", start);
        var members = new UniqueMembers(problems);
        while (Next() is not MappingEnd)
        {
            var keyPlace = PlaceOf(Current.Start);
            var key = ReadKey(Current, depth);
            var value = ReadNode(Next(), depth);
            if (key is not null)
            {
                members.Add(new(key, keyPlace, value));
            }
        }

        return new(PlaceOf(start.Start), members.ToImmutable(), start.Style == MappingStyle.Flow);
    }

    private string? ReadKey(ParsingEvent start, int depth)
    {
        if (ReadNode(start, depth) is not ScalarNode key)
        {
            problems.Error(PlaceOf(start.Start), "a list or map as a key", "a string as a key");
            return null;
        }

        if (key is { Written: "<<", Style: ScalarStyle.Plain })
        {
            problems.Error(
                key.Place, "the merge key `<<`", "keys written out", "YAML 1.2 has no merge keys; an alias can stand for a whole value");
            return null;
        }

        return key.Written;
    }

    private ScalarNode ReadScalar(Scalar scalar)
    {
        var place = PlaceOf(scalar.Start);
        var style = scalar.Style switch
        {
            YamlDotNet.Core.ScalarStyle.SingleQuoted => ScalarStyle.SingleQuoted,
            YamlDotNet.Core.ScalarStyle.DoubleQuoted => ScalarStyle.DoubleQuoted,
            YamlDotNet.Core.ScalarStyle.Literal => ScalarStyle.Literal,
            YamlDotNet.Core.ScalarStyle.Folded => ScalarStyle.Folded,
            _ => ScalarStyle.Plain,
        };
        var problemsBefore = problems.Count;
        var (kind, value) = Resolve(scalar, style, place);
        return new(place, kind, value, style)
        {
            Written = scalar.Value,
            IsBroken = problems.Count > problemsBefore,
            TextPlace = ScalarText.PlaceOf(file, text, scalar),
            Trap = style == ScalarStyle.Plain ? YamlTraps.Of(text, scalar) : null,
        };
    }

    /// <summary>A tag may say what the scalar is anyway, or that it is a string.</summary>
    private (ScalarKind Kind, string Text) Resolve(Scalar scalar, ScalarStyle style, Place place)
    {
        var tag = scalar.Tag.IsEmpty ? "?" : scalar.Tag.Value;
        if (tag is "!" or "tag:yaml.org,2002:str" || (tag == "?" && style != ScalarStyle.Plain))
        {
            return (ScalarKind.String, scalar.Value);
        }

        if (tag == "?" && CoreSchema.IsNotFinite(scalar.Value))
        {
            problems.Error(place, $"`{scalar.Value}`", "a number that JSON can write, or a quoted string");
        }

        var resolved = CoreSchema.Resolve(scalar.Value);
        ScalarKind? tagged = tag switch
        {
            "?" => resolved.Kind,
            "tag:yaml.org,2002:int" or "tag:yaml.org,2002:float" => ScalarKind.Number,
            "tag:yaml.org,2002:bool" => ScalarKind.Boolean,
            "tag:yaml.org,2002:null" => ScalarKind.Null,
            _ => null,
        };
        if (tagged is null)
        {
            RefuseTag(tag, place);
        }
        else if (tagged != resolved.Kind)
        {
            problems.Error(place, $"`{Excerpt.Of(scalar.Value)}` with the tag `{ShortTag(tag)}`", "a value of the tag's type");
        }

        return resolved;
    }

    private void CheckTag(TagName tag, string core, NodeEvent at)
    {
        if (!tag.IsEmpty && tag.Value is not ("?" or "!") && tag.Value != core)
        {
            RefuseTag(tag.Value, PlaceOf(at.Start));
        }
    }

    private void RefuseTag(string tag, Place place) => problems.Error(
        place,
        $"the tag `{Excerpt.Of(ShortTag(tag))}`",
        "no tag",
        "an unquoted `!` begins a YAML tag: quote an expression that begins with it");

    private static string ShortTag(string tag) => tag.Replace("tag:yaml.org,2002:", "!!", StringComparison.Ordinal);

    private Place PlaceOf(Mark mark) => YamlTraps.PlaceOf(file, mark);
}

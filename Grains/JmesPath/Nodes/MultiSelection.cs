using System.Collections.Immutable;
using Aggregator.JmesPath.Scanning;
using Aggregator.JmesPath.Values;

namespace Aggregator.JmesPath.Nodes;

/// <summary>The parts of a multi-select. If they are names, and few, as they mostly are, one pass over the text finds them all.</summary>
internal sealed class MultiSelection(ImmutableArray<Node> parts)
{
    // Each member's name is compared with each of these.
    private const int MostFields = 32;

    private readonly MemberName[]? _fields = parts.Length is > 1 and <= MostFields && parts.All(static part => part is FieldNode)
        ? [.. parts.Select(static part => ((FieldNode)part).Name)]
        : null;

    /// <summary>Evaluates the parts.</summary>
    /// <returns>How many bytes a list of them takes when written.</returns>
    public long Evaluate(JsonValue current, Evaluation run, JsonValue[] values)
    {
        run.SpendMaking(values.Length);
        if (_fields is not null && current.IsText && current.Kind == JsonKind.Object)
        {
            run.SpendReading(current);
            Scan.FindMembers(current.Buffer!, current.Start, _fields, values); // text: it has a buffer
        }
        else
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = parts[i].Evaluate(current, run);
            }
        }

        var size = 2L;
        foreach (var value in values)
        {
            size = ValueSize.Add(size, value.Size + 1);
        }

        return size;
    }
}

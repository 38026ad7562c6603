using Aggregator.JmesPath.Scanning;
using Aggregator.JmesPath.Values;

namespace Aggregator.JmesPath.Nodes;

/// <summary><c>left[start:stop:step]</c> of a list, or of a string by its code points; null for any other kind.</summary>
internal sealed class SliceNode(Node left, SliceBounds bounds) : Node(1 + left.Depth)
{
    public override JsonValue Evaluate(JsonValue current, Evaluation run)
    {
        var value = left.Evaluate(current, run);
        switch (value.Kind)
        {
            case JsonKind.List:
                bounds.RequireStep();
                return SliceList(value, run);
            case JsonKind.String:
                bounds.RequireStep();
                return SliceString(value, run);
            default:
                return JsonValue.Null;
        }
    }

    public override bool Use(RootUseBuilder use, bool atRoot)
    {
        use.AddValue(left, atRoot);
        return false;
    }

    private JsonValue SliceList(JsonValue value, Evaluation run)
    {
        var elements = ListElements.Of(value, run);
        var (at, count, step) = bounds.Over(elements.Length);
        run.SpendMaking(count);
        var slice = new ListBuilder(count);
        for (; count > 0; count--, at += step)
        {
            slice.Add(elements[at]);
        }

        return slice.Build(run);
    }

    private JsonValue SliceString(JsonValue value, Evaluation run)
    {
        run.SpendReading(value);
        var text = StringText.Decode(value);
        var starts = new int[StringText.CountCodePoints(text) + 1];
        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] = starts[i - 1] + StringText.Length(text[starts[i - 1]]);
        }

        var (at, count, step) = bounds.Over(starts.Length - 1);
        var slice = new byte[text.Length];
        var length = 0;
        for (; count > 0; count--, at += step)
        {
            var unit = text[starts[at]..starts[at + 1]];
            unit.CopyTo(slice.AsSpan(length));
            length += unit.Length;
        }

        run.SpendWriting(length);
        return StringText.ToJson(slice.AsSpan(0, length));
    }
}

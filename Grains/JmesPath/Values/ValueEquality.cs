using Aggregator.JmesPath.Nodes;
using Aggregator.JmesPath.Scanning;

namespace Aggregator.JmesPath.Values;

/// <summary>
/// Whether two values are the same: numbers by value, strings by what they stand for, objects whatever the order of their members.
/// </summary>
internal static class ValueEquality
{
    // Far deeper than checked text may be nested, and far from the end of a stack.
    private const int DeepestNesting = 500;

    /// <summary>Compares.</summary>
    /// <exception cref="ExpressionException">They are nested too deep, or the budget is used up.</exception>
    public static bool AreEqual(JsonValue one, JsonValue other, Evaluation run) => AreEqual(one, other, run, 0);

    private static bool AreEqual(JsonValue one, JsonValue other, Evaluation run, int depth)
    {
        var kind = one.Kind;
        if (kind != other.Kind)
        {
            return false;
        }

        if (depth > DeepestNesting)
        {
            throw new ExpressionException(ExpressionErrorKind.BudgetExceeded, "The values are nested too deep to be compared.");
        }

        run.SpendReading(one);
        switch (kind)
        {
            case JsonKind.Null:
                return true;
            case JsonKind.Boolean:
                return one.Text[0] == other.Text[0];
            case JsonKind.Number:
                run.SpendReading(other);
                return NumberText.Compare(one.Text, other.Text) == 0;
            case JsonKind.String:
                run.SpendReading(other);
                return StringText.Equal(one, other);
            case JsonKind.List:
                return AreListsEqual(one, other, run, depth);
            default:
                run.SpendReading(other);
                return AreObjectsEqual(ComputedObject.Of(one), ComputedObject.Of(other), run, depth);
        }
    }

    private static bool AreListsEqual(JsonValue one, JsonValue other, Evaluation run, int depth)
    {
        var cursor = new ElementCursor(one);
        var otherCursor = new ElementCursor(other);
        while (cursor.MoveNext())
        {
            if (!otherCursor.MoveNext() || !AreEqual(cursor.Current, otherCursor.Current, run, depth + 1))
            {
                return false;
            }
        }

        return !otherCursor.MoveNext();
    }

    private static bool AreObjectsEqual(ComputedObject one, ComputedObject other, Evaluation run, int depth)
    {
        if (one.Count != other.Count)
        {
            return false;
        }

        // Each has every name once: if all of one's are found, there are no others.
        var places = new ObjectBuilder(other.Count);
        for (var i = 0; i < other.Count; i++)
        {
            places.Set(other.Names[i], other.Values[i]);
        }

        for (var i = 0; i < one.Count; i++)
        {
            run.Spend(1);
            if (!places.TryGet(one.Names[i], out var value) || !AreEqual(one.Values[i], value, run, depth + 1))
            {
                return false;
            }
        }

        return true;
    }
}

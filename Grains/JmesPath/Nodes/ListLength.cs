using Aggregator.JmesPath.Scanning;

namespace Aggregator.JmesPath.Nodes;

/// <summary>Counts elements.</summary>
internal static class ListLength
{
    /// <summary>How many elements a list has; 0 for any other kind.</summary>
    public static int Of(JsonValue list, Evaluation run)
    {
        if (list.AsComputedList is { } made)
        {
            return made.Count;
        }

        var count = 0;
        for (var cursor = new ElementCursor(list); cursor.MoveNext(); count++)
        {
            run.SpendReading(cursor.Current);
        }

        return count;
    }
}

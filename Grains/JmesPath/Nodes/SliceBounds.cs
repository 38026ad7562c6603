namespace Aggregator.JmesPath.Nodes;

/// <summary>The three numbers of a slice, each of which may be left out.</summary>
internal readonly record struct SliceBounds(int? Start, int? Stop, int? Step)
{
    public void RequireStep()
    {
        if (Step == 0)
        {
            throw new ExpressionException(ExpressionErrorKind.InvalidValue, "A slice cannot have a step of 0.");
        }
    }

    /// <summary>What the slice is of so many elements: where it begins, how many it takes, and how far apart.</summary>
    public (int At, int Count, int Step) Over(int length)
    {
        var step = (long)(Step ?? 1);
        var (lowest, highest) = step > 0 ? (0L, length) : (-1L, length - 1L);
        var start = Start is { } from ? Bound(from, length, lowest, highest) : step > 0 ? lowest : highest;
        var stop = Stop is { } to ? Bound(to, length, lowest, highest) : step > 0 ? highest : lowest;
        var distance = step > 0 ? stop - start : start - stop;
        var count = distance <= 0 ? 0 : ((distance - 1) / Math.Abs(step)) + 1;
        return ((int)start, (int)count, (int)step);
    }

    private static long Bound(long place, int length, long lowest, long highest) =>
        Math.Clamp(place < 0 ? place + length : place, lowest, highest);
}

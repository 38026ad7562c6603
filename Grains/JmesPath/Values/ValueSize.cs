namespace Aggregator.JmesPath.Values;

/// <summary>
/// Sizes of written values. They are added up while values are made, since <c>[@,@] | [@,@] | …</c> makes in little memory what takes
/// exabytes to write; past <see cref="Most"/> they no longer grow.
/// </summary>
internal static class ValueSize
{
    private const long Most = long.MaxValue / 4;

    public static long Add(long first, long second) => Math.Min(first + second, Most);
}

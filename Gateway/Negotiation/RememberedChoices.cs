using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;

namespace Aggregator.Gateway.Negotiation;

/// <summary>
/// Remembers what was chosen by a header field: there are few different values, and reading one takes longer than all the rest of a hit.
/// </summary>
/// <typeparam name="T">What is chosen.</typeparam>
/// <param name="choose">Chooses by the field's lines.</param>
internal sealed class RememberedChoices<T>(Func<StringValues, T> choose)
{
    private readonly ConcurrentDictionary<string, T> _known = new(StringComparer.Ordinal);
    private readonly T _ofNone = choose(StringValues.Empty);
    private int _count;

    /// <summary>Chooses.</summary>
    /// <param name="header">The field's lines.</param>
    public T Choose(StringValues header)
    {
        if (header.Count == 0)
            return _ofNone;
        if (header.Count > 1 || header[0] is not { Length: <= Longest } line)
            return choose(header);
        if (_known.TryGetValue(line, out var known))
            return known;
        var chosen = choose(header);
        if (Volatile.Read(ref _count) < Most && _known.TryAdd(line, chosen))
            Interlocked.Increment(ref _count);
        return chosen;
    }

    /// <summary>How many values are remembered; whoever sends more different ones gains nothing by it.</summary>
    private const int Most = 1000;

    private const int Longest = 300;
}

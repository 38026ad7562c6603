namespace Aggregator.Identity;

/// <summary>Finds what somebody may have meant by a name that nothing has.</summary>
public static class NearNames
{
    /// <summary>The longest name that is compared, in characters; a longer one is near to nothing.</summary>
    public const int MaxLength = 100;

    /// <summary>The most names that are offered.</summary>
    public const int MaxOffered = 3;

    /// <summary>The known names nearest to one that is unknown, the nearest first.</summary>
    /// <param name="unknown">The name that nothing has.</param>
    /// <param name="known">The names there are.</param>
    /// <returns>At most <see cref="MaxOffered"/> names; those as near as each other in ordinal order.</returns>
    /// <remarks>
    /// Near is a Damerau-Levenshtein distance (each adjacent pair swapped at most once), whatever the case, of at most a third of the
    /// longer name: one slip in a short name, several in a long one, but never all of it.
    /// </remarks>
    public static IReadOnlyList<string> Of(string unknown, IEnumerable<string> known)
    {
        if (unknown.Length is 0 or > MaxLength)
            return [];

        var folded = unknown.ToUpperInvariant();
        return
        [
            .. known
                .Where(name => name.Length <= MaxLength && Math.Abs(name.Length - unknown.Length) <= Tolerance(unknown, name))
                .Distinct(StringComparer.Ordinal)
                .Select(name => (Name: name, Distance: Distance(folded, name.ToUpperInvariant())))
                .Where(near => near.Distance <= Tolerance(unknown, near.Name))
                .OrderBy(near => near.Distance)
                .ThenBy(near => near.Name, StringComparer.Ordinal)
                .Take(MaxOffered)
                .Select(near => near.Name),
        ];
    }

    /// <summary>The nearest names as a question to the user; null when no name is near.</summary>
    /// <param name="unknown">The name that nothing has.</param>
    /// <param name="known">The names there are.</param>
    public static string? DidYouMean(string unknown, IEnumerable<string> known) => Of(unknown, known) switch
    {
        [] => null,
        [var only] => $"did you mean '{only}'?",
        [var first, var second] => $"did you mean '{first}' or '{second}'?",
        [var first, var second, var third, ..] => $"did you mean '{first}', '{second}' or '{third}'?",
    };

    private static int Tolerance(string unknown, string name)
    {
        var longer = Math.Max(unknown.Length, name.Length);
        return Math.Min(longer - 1, Math.Max(1, longer / 3));
    }

    /// <summary>The optimal string alignment distance, over three rows of its table.</summary>
    private static int Distance(string from, string to)
    {
        Span<int> beforeLast = stackalloc int[MaxLength + 1];
        Span<int> last = stackalloc int[MaxLength + 1];
        Span<int> row = stackalloc int[MaxLength + 1];
        for (var column = 0; column <= to.Length; column++)
            row[column] = column;

        for (var line = 1; line <= from.Length; line++)
        {
            var oldest = beforeLast;
            beforeLast = last;
            last = row;
            row = oldest;
            row[0] = line;
            for (var column = 1; column <= to.Length; column++)
            {
                var replaced = last[column - 1] + (from[line - 1] == to[column - 1] ? 0 : 1);
                row[column] = Math.Min(replaced, Math.Min(last[column], row[column - 1]) + 1);
                if (line > 1 && column > 1 && from[line - 1] == to[column - 2] && from[line - 2] == to[column - 1])
                    row[column] = Math.Min(row[column], beforeLast[column - 2] + 1);
            }
        }

        return row[to.Length];
    }
}

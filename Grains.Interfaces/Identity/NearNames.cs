namespace Aggregator.Identity;

/// <summary>Finds the names that someone who wrote another one probably meant.</summary>
public static class NearNames
{
    private const int MaxEdits = 2;
    private const int MaxNames = 3;

    /// <summary>The known names within two edits of a name, nearest first.</summary>
    /// <param name="name">The name that was written.</param>
    /// <param name="known">The names that exist.</param>
    public static IReadOnlyList<string> Of(string name, IEnumerable<string> known) =>
    [
        .. known
            .Where(each => Math.Abs(each.Length - name.Length) <= MaxEdits && each.Length <= 100)
            .Select(each => (Name: each, Edits: Edits(name, each)))
            .Where(each => each.Edits <= MaxEdits && each.Edits < name.Length)
            .OrderBy(each => each.Edits)
            .ThenBy(each => each.Name, StringComparer.Ordinal)
            .Select(each => each.Name)
            .Take(MaxNames),
    ];

    private static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var substituted = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}

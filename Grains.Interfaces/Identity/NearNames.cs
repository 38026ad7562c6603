namespace Aggregator.Identity;

/// <summary>x</summary>
public static class NearNames
{
    /// <summary>x</summary>
    public static IReadOnlyList<string> Of(string name, IEnumerable<string> known) => [];
}

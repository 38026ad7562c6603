namespace Aggregator.Tests.HttpCaching;

/// <summary>Asserts one case of a table, naming its id and the section it comes from when it fails.</summary>
internal static class Rule
{
    public static void Holds<T>(string id, string section, T expected, T actual) =>
        Assert.True(
            EqualityComparer<T>.Default.Equals(expected, actual), $"{id} (RFC {section}): expected {expected}, found {actual}");
}

using System.Text.Json;

namespace Aggregator.Tests.JmesPath;

/// <summary>Compares JSON as a reader in another language would: numbers as doubles, members in any order.</summary>
internal static class SameJson
{
    public static bool Equal(string one, string other) =>
        Equal(JsonDocument.Parse(one).RootElement, JsonDocument.Parse(other).RootElement);

    public static bool Equal(JsonElement one, JsonElement other)
    {
        if (one.ValueKind != other.ValueKind)
        {
            return false;
        }

        return one.ValueKind switch
        {
            JsonValueKind.Number => Near(one.GetDouble(), other.GetDouble()),
            JsonValueKind.String => one.GetString() == other.GetString(),
            JsonValueKind.Array => one.GetArrayLength() == other.GetArrayLength()
                && one.EnumerateArray().Zip(other.EnumerateArray()).All(static pair => Equal(pair.First, pair.Second)),
            JsonValueKind.Object => one.EnumerateObject().Count() == other.EnumerateObject().Count()
                && one.EnumerateObject().All(member => other.TryGetProperty(member.Name, out var value) && Equal(member.Value, value)),
            _ => true,
        };
    }

    // Sums of doubles differ in the last digits from sums of decimals.
    private static bool Near(double one, double other) =>
        one == other || Math.Abs(one - other) <= 1e-12 * Math.Max(Math.Abs(one), Math.Abs(other));
}

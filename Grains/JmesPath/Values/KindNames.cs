namespace Aggregator.JmesPath.Values;

/// <summary>How kinds of value are called: by the language, and in messages.</summary>
internal static class KindNames
{
    private static readonly JsonValue[] ByKind =
        [.. Enum.GetValues<JsonKind>().Select(static kind => JsonValue.FromString(LanguageName(kind)))];

    /// <summary>What the function <c>type</c> gives.</summary>
    public static JsonValue LanguageValue(JsonKind kind) => ByKind[(int)kind];

    /// <summary>The kind in a sentence.</summary>
    public static string Words(this JsonKind kind) => kind switch
    {
        JsonKind.Null => "null",
        JsonKind.Boolean => "a boolean",
        JsonKind.Number => "a number",
        JsonKind.String => "a string",
        JsonKind.List => "a list",
        _ => "an object",
    };

    private static string LanguageName(JsonKind kind) => kind switch
    {
        JsonKind.Null => "null",
        JsonKind.Boolean => "boolean",
        JsonKind.Number => "number",
        JsonKind.String => "string",
        JsonKind.List => "array",
        _ => "object",
    };
}
